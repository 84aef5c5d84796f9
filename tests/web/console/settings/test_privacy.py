"""How long things are kept, and one customer who is exported and erased, by whom that is allowed."""

import pytest
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.cast import Visitor, at
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser, operator_of

ADA = {"contact": "Ada@Example.com"}


@pytest.fixture
def home(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/privacy"


async def names_of(core: BookingCore, salon: DemoSalon) -> set[str]:
    async with core.sessions() as session:
        here = Customer.organization_id == salon.organization_id
        return set(await session.scalars(select(Customer.name).where(here)))


async def test_how_long_things_are_kept_is_set(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    form = fields_of((await owner.see(home)).text)
    assert (form["chat.keep_conversations_days"], form["chat.keep_customers_days"]) == ("90", "396")
    wrong = await owner.send(home, **{**form, "chat.keep_customers_days": "7"})
    assert wrong.status_code == 422
    sent = await owner.send(home, **{**form, "chat.keep_conversations_days": "14"})
    assert sent.headers["location"] == f"{home}?done=saved"
    async with core.sessions() as session:
        row = await session.get_one(Organization, salon.organization_id)
        assert row.chat["keep_conversations_days"] == 14


async def test_what_is_to_come_is_cancelled_before_a_customer_is_erased(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    chat = await ada_books_a_haircut(core, salon)
    await Visitor(core, salon, "Ben").books("Haircut", at(2, 10))
    await owner.see(home)
    seen = (await owner.send(f"{home}/customer", **ADA)).text
    told = ("Ada Lovelace", "Appointments to come: 1", "Conversations: 1", "/appointments/apt_")
    for said in (*told, "(Europe/Berlin)"):
        assert said in seen, said
    assert f"{home}/erase" not in seen
    refused = await owner.send(f"{home}/erase", **ADA, sure="yes")
    assert (refused.status_code, "Nothing was done" in refused.text) == (422, True)
    appointment = seen.split("/appointments/")[1].split('"')[0]
    page = f"/console/{salon.organization_id}/appointments/{appointment}"
    assert (await owner.send(f"{page}/cancel", expected_version="1")).status_code == 303
    unsure = await owner.send(f"{home}/erase", **ADA)
    assert (unsure.status_code, "tick the box" in unsure.text) == (422, True)
    for _ in range(2):
        erased = await owner.send(f"{home}/erase", **ADA, sure="yes")
        assert erased.headers["location"] == f"{home}?done=erased"
    assert await names_of(core, salon) == {"(erased)", "Ben"}
    transcript = await owner.see(f"/console/{salon.organization_id}/conversations/{chat.id}")
    assert "Lovelace" not in transcript.text
    assert "Nobody is known" in (await owner.send(f"{home}/customer", **ADA)).text


async def test_an_export_has_everything_and_no_secret_and_is_noted_without_a_name(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    chat = await ada_books_a_haircut(core, salon)
    await Visitor(core, salon, "Ben").books("Haircut", at(2, 10))
    await owner.see(home)
    answer = await owner.send(f"{home}/export", **ADA)
    assert answer.headers["content-disposition"].startswith("attachment")
    told = answer.json()
    assert [one["name"] for one in told["customers"]] == ["Ada Lovelace"]
    assert [one["id"] for one in told["conversations"]] == [chat.id]
    assert "can i get a haircut with Dana" in answer.text
    for hidden in ("token_hash", "ben@example.com", "address_hash"):
        assert hidden not in answer.text
    async with core.sessions() as session:
        noted = AuditEntry.action == "customer.export"
        entries = (
            await session.scalars(
                select(AuditEntry).where(AuditEntry.organization_id == salon.organization_id, noted)
            )
        ).all()
    assert [(one.subject, one.details) for one in entries] == [(told["customers"][0]["id"], {})]


async def test_a_manager_exports_but_erases_nobody_and_a_member_learns_nothing(
    core: BookingCore, salon: DemoSalon, home: str
) -> None:
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10))
    for role, may in ((Role.MANAGER, 200), (Role.MEMBER, 403)):
        who = await operator_of(core, salon, role)
        async with Browser(core) as browser:
            await browser.enter(who)
            await browser.see("/console/agenda")
            for contact in ("ada@example.com", "nobody@example.com"):
                seen = await browser.send(f"{home}/customer", contact=contact)
                assert (seen.status_code, f"{home}/erase" in seen.text) == (may, False)
                assert (await browser.send(f"{home}/export", contact=contact)).status_code == may
                erased = await browser.send(f"{home}/erase", contact=contact, sure="yes")
                assert erased.status_code == 403
    assert await names_of(core, salon) == {"Ada"}


async def test_another_salons_customer_is_not_known_and_hostile_words_stay_text(
    core: BookingCore, other_salon: DemoSalon, owner: Browser, home: str
) -> None:
    await Visitor(core, other_salon, "Ada").books("Haircut", at(1, 10))
    await owner.see(home)
    assert "Nobody is known" in (await owner.send(f"{home}/customer", **ADA)).text
    assert (await owner.send(f"{home}/export", **ADA)).json()["customers"] == []
    hostile = await owner.send(f"{home}/customer", contact="<img src=x>\0")
    assert ("<img src=x>" in hostile.text, "Nobody is known" in hostile.text) == (False, True)
    theirs = home.replace(home.split("/")[2], other_salon.organization_id)
    assert (await owner.send(f"{theirs}/erase", **ADA, sure="yes")).status_code == 404
    assert await names_of(core, other_salon) == {"Ada"}
