"""Which role may use which verb, asked at every verb itself; and nobody arranges another's business."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from booking_core.access.roles import ROLES_OF, Role
from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.errors import NotAllowed, NotFound, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.pictures.encode import EncodedPicture
from tests.booking_core.back_office.conftest import Arranger

Deed = Callable[[BackOffice], Awaitable[Any]]
NOUNS = {
    "location": "locations",
    "resource": "resources",
    "category": "categories",
    "service": "services",
    "question": "questions",
    "date": "dates",
    "time_off": "times_off",
    "repeated_time_off": "repeated_times_off",
}


def deeds(row: str = "unknown") -> dict[str, Deed]:
    """Each verb, used on what is not there: whoever may use it is refused for that."""

    def of(attribute: str, name: str, *given: Any, **more: Any) -> Deed:
        return lambda office: getattr(getattr(office, attribute), name)(*given, **more)

    found: dict[str, Deed] = {}
    for noun, attribute in NOUNS.items():
        found[f"{noun}.read"] = of(attribute, "find", row)
        found[f"{noun}.create"] = of(attribute, "create", {"unknown": 1}, key="k")
        found[f"{noun}.change"] = of(attribute, "change", row, {}, expected_version=1)
        found[f"{noun}.archive"] = of(attribute, "archive", row, expected_version=1)
        found[f"{noun}.restore"] = of(attribute, "restore", row, expected_version=1)
        if f"{noun}.reorder" in ROLES_OF:
            found[f"{noun}.reorder"] = of(attribute, "reorder", [row], seen=[])
    found["week.read"] = of("hours", "of", row)
    found["week.change"] = of("hours", "change", row, [], expected_version=1)
    found["picture.change"] = of("pictures", "change", row, EncodedPicture(b"", 1, 1), expected_version=1)
    found["picture.remove"] = of("pictures", "remove", row, expected_version=1)
    found["settings.read"] = of("settings", "read")
    found["settings.change"] = of("settings", "change", {"unknown": 1}, expected_version=1)
    kept = {"chat.keep_customers_days": 400}
    found["retention.change"] = of("settings", "change", kept, expected_version=0)
    found["identity_key.renew"] = of("settings", "renew_identity_key")
    return found


# No verbs of the back office; tried with every role by ``tests/web/console``,
# ``tests/booking_core/imports`` and ``tests/booking_core/connections``.
ELSEWHERE = {
    "team",
    "outbox",
    "audit",
    "customer",
    "appointment",
    "api_client",
    "webhook",
    "chat_model",
    "mail_server",
    "text_provider",
    "calendar",
    "unanswered",
    "conversation",
}
# Refused for nothing but the role.
OF_THE_BUSINESS = ("settings", "retention", "identity")
ALWAYS_THERE = {"settings.read", "identity_key.renew"}


@pytest.mark.parametrize("role", [*Role, None])
async def test_every_verb_asks_for_the_role_first(
    core: BookingCore, salon: DemoSalon, role: Role | None
) -> None:
    who = Arranger(core, salon, role)
    if role is None:
        who.actor = Arranger(core, salon, Role.MEMBER).actor
    for verb, deed in deeds().items():
        if verb in ALWAYS_THERE and role in ROLES_OF[verb]:
            await who.does(deed)
            continue
        with pytest.raises(Refusal) as refused:
            await who.does(deed)
        assert isinstance(refused.value, NotAllowed) == (role not in ROLES_OF[verb]), verb


def test_every_verb_of_the_table_is_tried() -> None:
    here = {verb for verb in ROLES_OF if verb.split(".")[0] not in ELSEWHERE}
    assert deeds().keys() == here


async def test_a_verb_of_reading_asks_too(member: Arranger) -> None:
    for attribute in NOUNS.values():
        for name in ("list_offered", "list_archived"):
            with pytest.raises(NotAllowed):
                await member.does(lambda office, a=attribute, n=name: getattr(getattr(office, a), n)())


async def test_another_salon_is_not_found(stranger: Arranger, salon: DemoSalon) -> None:
    with pytest.raises(NotFound):
        await stranger.core.arrange(
            salon.organization_id, stranger.actor, lambda office: office.services.list_offered()
        )


async def test_what_is_another_salons_is_not_found(stranger: Arranger, salon: DemoSalon) -> None:
    rows = [salon.location_id, salon.services["Haircut"], salon.resources["Dana"]]
    for row in rows:
        for verb, deed in deeds(row).items():
            if not verb.endswith((".create", ".reorder")) and not verb.startswith(OF_THE_BUSINESS):
                with pytest.raises(NotFound):
                    await stranger.does(deed)
