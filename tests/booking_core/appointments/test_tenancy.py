"""Another organization's things look exactly like things that do not exist, at every verb, even to the same
person."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from msgspec import Struct

from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import NotFound, Refusal
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import Visitor, at


class Things(Struct):
    """What a verb is given; one of them foreign or unknown."""

    service: str
    location: str
    staff: str
    hold: str
    moving: str
    appointment: str
    code: str

    def question(self, **wish: Any) -> Question:
        return Question(self.service, at(1, 10), at(1, 12), **wish)

    def request(self, **wish: Any) -> HoldRequest:
        return HoldRequest(self.service, at(1, 10), new_id("key"), **wish)


Verb = Callable[[Desk, Things, Visitor], Awaitable[Any]]
VERBS: dict[str, tuple[Verb, tuple[str, ...]]] = {
    "look": (lambda desk, of, _: desk.availability(of.question()), ("service",)),
    "look there": (
        lambda desk, of, _: desk.availability(of.question(location_id=of.location)),
        ("location",),
    ),
    "look for": (lambda desk, of, _: desk.availability(of.question(staff_id=of.staff)), ("staff",)),
    "look to move": (
        lambda desk, of, _: desk.availability(of.question(), reschedule_of=of.appointment),
        ("appointment",),
    ),
    "hold": (lambda desk, of, _: desk.hold(of.request()), ("service",)),
    "hold there": (lambda desk, of, _: desk.hold(of.request(location_id=of.location)), ("location",)),
    "hold with": (lambda desk, of, _: desk.hold(of.request(staff_id=of.staff)), ("staff",)),
    "hold instead": (lambda desk, of, _: desk.hold(of.request(replaces_hold_id=of.hold)), ("hold",)),
    "hold to move": (
        lambda desk, of, _: desk.hold(of.request(reschedule_of=of.appointment)),
        ("appointment",),
    ),
    "extend": (lambda desk, of, _: desk.extend(of.hold), ("hold",)),
    "release": (lambda desk, of, _: desk.release(of.hold), ("hold",)),
    "confirm": (lambda desk, of, who: desk.confirm(of.hold, who.contact), ("hold",)),
    "reschedule": (
        lambda desk, of, _: desk.reschedule(of.appointment, of.moving),
        ("appointment", "moving"),
    ),
    "cancel": (lambda desk, of, _: desk.cancel(of.appointment), ("appointment",)),
    "find": (lambda desk, of, _: desk.find(of.appointment), ("appointment",)),
    "find by code": (lambda desk, of, _: desk.find_by_code(of.code), ("code",)),
    "find a hold": (lambda desk, of, _: desk.find_hold(of.hold), ("hold",)),
    "have in hand": (lambda desk, of, _: desk.hold_in_hand(of.hold), ("hold",)),
}


async def things_of(visitor: Visitor) -> Things:
    salon = visitor.salon
    appointment = await visitor.books("Haircut", at(3, 10))
    moving = await visitor.holds("Haircut", at(3, 12), reschedule_of=appointment.id)
    hold = await visitor.holds("Haircut", at(2, 10))
    return Things(
        service=salon.services["Haircut"],
        location=salon.location_id,
        staff=salon.resources["Dana"],
        hold=hold.id,
        moving=moving.id,
        appointment=appointment.id,
        code=appointment.code,
    )


async def tell(visitor: Visitor, verb: Verb, things: Things) -> Any:
    """What somebody outside can see of the outcome."""
    try:
        answer = await visitor.at_desk(lambda desk: verb(desk, things, visitor))
    except Refusal as refusal:
        return (
            type(refusal),
            refusal.code,
            refusal.detail,
            refusal.details,
            refusal.alternatives,
            refusal.retry_after_s,
        )
    return answer


@pytest.mark.parametrize(
    ("name", "part"), [(name, part) for name, (_, parts) in VERBS.items() for part in parts], ids=str
)
async def test_foreign_and_unknown_are_told_the_same(
    ada: Visitor, core: BookingCore, other_salon: DemoSalon, name: str, part: str
) -> None:
    elsewhere = Visitor(core, other_salon, "Ada")
    elsewhere.actor = ada.actor
    own, foreign = await things_of(ada), await things_of(elsewhere)
    verb, _ = VERBS[name]
    unknown = "QQQQQQ" if part == "code" else new_id(getattr(own, part).split("_")[0])
    as_foreign = await tell(ada, verb, with_one(own, part, getattr(foreign, part)))
    as_unknown = await tell(ada, verb, with_one(own, part, unknown))
    assert as_foreign == as_unknown
    # Nothing of theirs was touched either.
    untouched = await elsewhere.at_desk(lambda desk: desk.find_hold(foreign.hold))
    assert untouched.status == "held"
    assert (await elsewhere.at_desk(lambda desk: desk.find(foreign.appointment))).version == 1
    assert await elsewhere.confirms(untouched)


@pytest.mark.parametrize("name", VERBS)
async def test_each_verb_works_with_ones_own_things(ada: Visitor, name: str) -> None:
    """So that the sameness above is not that of a question nobody could answer."""
    outcome = await tell(ada, VERBS[name][0], await things_of(ada))
    assert not (isinstance(outcome, tuple) and issubclass(outcome[0], Refusal)), outcome


async def test_an_unknown_organization_is_not_found(core: BookingCore, ada: Visitor) -> None:
    with pytest.raises(NotFound):
        await core.transaction(new_id("o"), ada.actor, lambda desk: desk.find("apt_x"))


def with_one(things: Things, part: str, value: str) -> Things:
    return Things(**{name: getattr(things, name) for name in things.__struct_fields__} | {part: value})
