"""What is offered: made, changed, put in order, archived and brought back."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.errors import Conflict, Invalid, InvalidField, InvalidFields, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at

FACIAL: dict[str, Any] = {"name": "Facial", "durations": [50, 80], "price": "60.00", "currency": "EUR"}


async def audit(core: BookingCore, subject: str) -> list[tuple[str, dict[str, Any]]]:
    async with core.sessions() as session, session.begin():
        entries = await session.scalars(
            select(AuditEntry).where(AuditEntry.subject == subject).order_by(AuditEntry.id)
        )
        return [(entry.action, entry.details) for entry in entries]


async def test_a_new_service_can_be_booked_at_once(owner: Arranger, salon: DemoSalon, ada: Visitor) -> None:
    fields = {**FACIAL, "resource_ids": [salon.resources["Dana"]], "price_by_duration": {"80": "90"}}
    made = await owner.does(lambda office: office.services.create(fields, key="facial"))
    assert (made.version, made.price, made.position) == (1, Decimal("60.00"), 7)
    salon.services["Facial"] = made.id
    booked = await ada.books("Facial", at(1, 10), duration_min=80)
    assert booked.price == Decimal("90.00")
    (entry,) = await audit(owner.core, made.id)
    assert entry[0] == "service.create"
    assert entry[1]["after"]["durations"] == [50, 80]


async def test_making_it_again_with_its_key_gives_the_same(owner: Arranger) -> None:
    first = await owner.does(lambda office: office.services.create(FACIAL, key="facial"))
    again = await owner.does(lambda office: office.services.create(FACIAL, key="facial"))
    assert again.id == first.id
    assert len(await audit(owner.core, first.id)) == 1
    with pytest.raises(Invalid) as refused:
        await owner.does(lambda office: office.services.create({**FACIAL, "capacity": 2}, key="facial"))
    assert refused.value.code == "idempotency_key_reused"


async def test_a_change_is_audited_as_it_was_and_as_it_is(owner: Arranger, salon: DemoSalon) -> None:
    haircut = salon.services["Haircut"]
    change = {"price": "48.50", "name": "Haircut"}
    changed = await owner.does(lambda office: office.services.change(haircut, change, expected_version=1))
    assert (changed.version, changed.price) == (2, Decimal("48.50"))
    assert await audit(owner.core, haircut) == [
        ("service.change", {"version": 2, "before": {"price": "45.00"}, "after": {"price": "48.50"}})
    ]
    seen = (await owner.sees()).service(haircut)
    assert (seen.price, seen.version) == (Decimal("48.50"), 2)


async def test_repeating_a_change_does_nothing(owner: Arranger, salon: DemoSalon) -> None:
    haircut = salon.services["Haircut"]
    for _ in range(2):
        changed = await owner.does(
            lambda office: office.services.change(haircut, {"capacity": 2}, expected_version=1)
        )
        assert changed.version == 2
    assert len(await audit(owner.core, haircut)) == 1


async def test_of_two_owners_at_once_one_is_told_of_the_other(owner: Arranger, salon: DemoSalon) -> None:
    haircut = salon.services["Haircut"]

    async def names(who: Arranger, name: str) -> Service | Conflict:
        try:
            return await who.does(
                lambda office: office.services.change(haircut, {"name": name}, expected_version=1)
            )
        except Conflict as conflict:
            return conflict

    outcomes = await asyncio.gather(names(owner, "Cut"), names(owner.elsewhere(), "Trim"))
    won = [one for one in outcomes if isinstance(one, Service)]
    lost = [one for one in outcomes if isinstance(one, Conflict)]
    assert (len(won), [one.code for one in lost]) == (1, ["version_conflict"])
    assert lost[0].details == {"version": 2}
    assert (await owner.sees()).service(haircut).name == won[0].name


async def test_everything_wrong_is_named_at_once(owner: Arranger) -> None:
    wrong = {"name": " ", "durations": [45, 45], "price": "1.005", "currency": "DEM", "colour": "red"}
    with pytest.raises(InvalidFields) as refused:
        await owner.does(lambda office: office.services.create(wrong, key="wrong"))
    named = {one.field: one.code for one in refused.value.fields}
    assert named == {
        "name": "invalid_field",
        "durations": "invalid_field",
        "price": "invalid_field",
        "currency": "invalid_field",
        "colour": "unknown_field",
    }


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"price": 45.1}, "price"),
        ({"price": "NaN"}, "price"),
        ({"price": "-1"}, "price"),
        ({"price": "45.50", "currency": "JPY"}, "price"),
        ({"durations": []}, "durations"),
        ({"durations": [True]}, "durations"),
        ({"price_by_duration": {"90": "98"}}, "price_by_duration"),
        ({"capacity": 0}, "capacity"),
        ({"slot_step_min": 0}, "slot_step_min"),
        ({"aliases": ["cut", " cut"]}, "aliases"),
        ({"name": "Beard TRIM"}, "name"),
        ({"name": "Hair\x00cut"}, "name"),
        ({"resource_ids": ["res_nobody"]}, "resource_ids"),
        ({"requires_approval": "yes"}, "requires_approval"),
    ],
)
async def test_a_wrong_value_is_refused_beside_its_field(
    owner: Arranger, salon: DemoSalon, change: dict[str, Any], field: str
) -> None:
    haircut = salon.services["Haircut"]
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.services.change(haircut, change, expected_version=1))
    assert refused.value.field == field
    assert await audit(owner.core, haircut) == []


async def test_what_is_archived_is_offered_no_more_and_still_found(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Beard trim", at(1, 10))
    beard = salon.services["Beard trim"]
    archived = await owner.does(lambda office: office.services.archive(beard, expected_version=1))
    assert (archived.version, archived.archived_at) == (2, owner.core.clock.now())
    await owner.does(lambda office: office.services.archive(beard, expected_version=1))
    seen = await owner.sees()
    assert beard not in seen.services
    assert seen.service(beard).name == "Beard trim"
    with pytest.raises(NotFound):
        await ada.holds("Beard trim", at(1, 11))
    with pytest.raises(NotFound):
        await ada.looks("Beard trim", at(1, 0), at(2, 0))
    moved = await ada.moves(booked, at(1, 11))
    assert (moved.starts_at, moved.resource_ids) == (at(1, 11), [salon.resources["Miriam"]])
    await owner.does(lambda office: office.services.restore(beard, expected_version=2))
    assert (await ada.looks("Beard trim", at(1, 0), at(2, 0))).slots


async def test_a_name_taken_meanwhile_stands_in_the_way_of_a_return(
    owner: Arranger, salon: DemoSalon
) -> None:
    beard = salon.services["Beard trim"]
    await owner.does(lambda office: office.services.archive(beard, expected_version=1))
    same = {**FACIAL, "name": "beard trim"}
    await owner.does(lambda office: office.services.create(same, key="beard"))
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.services.restore(beard, expected_version=2))
    assert refused.value.field == "name"


async def test_a_held_time_is_confirmed_although_its_service_was_archived(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hold = await ada.holds("Beard trim", at(1, 10))
    beard = salon.services["Beard trim"]
    await owner.does(lambda office: office.services.archive(beard, expected_version=1))
    assert (await ada.confirms(hold)).status == "confirmed"


async def test_the_order_is_the_owners(owner: Arranger) -> None:
    seen = list((await owner.sees()).services)
    wanted = list(reversed(seen))
    for _ in range(2):
        await owner.does(lambda office: office.services.reorder(wanted, seen=seen))
    assert list((await owner.sees()).services) == wanted
    with pytest.raises(Conflict) as refused:
        await owner.does(lambda office: office.services.reorder([*seen[1:], seen[0]], seen=seen))
    assert refused.value.details == {"order": wanted}
    with pytest.raises(InvalidField):
        await owner.does(lambda office: office.services.reorder(seen[1:], seen=wanted))


async def test_links_to_who_is_archived_come_back_with_them(owner: Arranger, salon: DemoSalon) -> None:
    haircut, dana, miriam = salon.services["Haircut"], salon.resources["Dana"], salon.resources["Miriam"]
    await owner.does(lambda office: office.resources.archive(dana, expected_version=1))
    keep = {"resource_ids": [miriam]}
    await owner.does(lambda office: office.services.change(haircut, keep, expected_version=1))
    assert [one.id for one in (await owner.sees()).resources_of[haircut]] == [miriam]
    await owner.does(lambda office: office.resources.restore(dana, expected_version=2))
    assert [one.id for one in (await owner.sees()).resources_of[haircut]] == [dana, miriam]
