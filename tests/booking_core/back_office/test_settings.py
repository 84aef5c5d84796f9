"""The settings of a business: one table says what each takes, and nobody's change is overwritten unseen."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.back_office.settings import BUSINESS, FIELDS
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import SETTINGS, setting_of, settings_under
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField
from booking_core.input.fields import Field
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.booking_core.back_office.conftest import Arranger
from tests.tables import each_row

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "settings.md"


async def change(who: Arranger, version: int = 1, **changed: Any) -> int:
    given = {name.replace("__", "."): value for name, value in changed.items()}
    return await who.does(lambda office: office.settings.change(given, expected_version=version))


async def test_a_setting_is_in_force_at_once_and_audited(
    core: BookingCore, owner: Arranger, salon: DemoSalon
) -> None:
    for _ in range(2):
        assert await change(owner, chat__limits__messages_per_day=500, name="Salon Violet") == 2
    organization = (await owner.elsewhere().sees()).organization
    assert organization.name == "Salon Violet"
    assert settings_under(organization, "chat.limits")["messages_per_day"] == 500
    assert organization.facts["payment"] == "You can pay by card or in cash."
    async with core.sessions() as session, session.begin():
        entries = await session.scalars(select(AuditEntry).where(AuditEntry.subject == salon.organization_id))
        (entry,) = list(entries)
    assert entry.action == "settings.change"
    assert entry.details["before"]["chat.limits.messages_per_day"] == 20_000
    assert entry.details["after"] == {"chat.limits.messages_per_day": 500, "name": "Salon Violet"}


async def test_the_second_of_two_owners_is_told_of_the_first(owner: Arranger, manager: Arranger) -> None:
    await change(owner, chat__tone="Warm.")
    with pytest.raises(Conflict) as refused:
        await change(manager, chat__tone="Brief.")
    assert (refused.value.code, refused.value.details) == ("version_conflict", {"version": 2})
    values, version = await manager.does(lambda office: office.settings.read())
    assert (values["chat.tone"], version) == ("Warm.", 2)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("time_zone", "Europe/Atlantis"),
        ("locale", "xx"),
        ("currency", "KWD"),
        ("country", "XX"),
        ("email", "nobody"),
        ("phone", "12"),
        ("websites", ["javascript:alert(1)"]),
        ("websites", ["https://a.example", "a.example/page"]),
        ("chat.accent", "red"),
        ("chat.facts", {"parking": "x" * 601}),
        ("chat.greeting", {"xx": "Hello"}),
        ("chat.link_hosts", ["https://"]),
        ("chat.proof", "trust"),
        ("chat.keep_conversations_days", 0),
        ("chat.budget.tokens_per_day", -1),
        ("booking_rules.busy_day", 10_001),
        ("booking_rules.verify_contact", 1),
        ("mcp.enabled", "true"),
        ("chat.unknown", 1),
    ],
)
async def test_what_a_setting_does_not_take_is_refused_by_its_name(
    owner: Arranger, name: str, wrong: Any
) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.settings.change({name: wrong}, expected_version=1))
    assert refused.value.field == name


async def test_a_business_can_always_be_reached(owner: Arranger) -> None:
    await change(owner, email=None)
    with pytest.raises(InvalidField) as refused:
        await change(owner, version=2, phone="")
    assert refused.value.field == "email"


def test_what_cannot_be_read_is_as_if_nothing_were_set() -> None:
    stored = {"limits": {"messages_per_day": "many", "messages_per_address_and_day": 7}, "tone": 3}
    organization = Organization(chat=stored)
    assert setting_of(organization, "chat.tone") == ""
    limits = settings_under(organization, "chat.limits")
    assert (limits["messages_per_day"], limits["messages_per_address_and_day"]) == (20_000, 7)
    assert setting_of(Organization(chat={"limits": []}), "chat.limits.messages_per_day") == 20_000


@each_row("field", SETTINGS)
def test_every_default_is_a_value_the_setting_takes(field: Field) -> None:
    assert field.kind.read(field.default) == field.default
    assert field.tells.endswith(".")


def row_of(field: Field) -> str:
    default = "" if field in BUSINESS else tell(field.default)
    return f"| `{field.name}` | {field.tells} | {field.kind.takes} | {default} |"


def tell(default: Any) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return f"{default:,}" if isinstance(default, int) else str(default or "nothing")


def test_the_document_is_the_table() -> None:
    rows = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert rows == [row_of(field) for field in FIELDS]
