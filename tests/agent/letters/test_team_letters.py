"""Letters to the team. Misused they would tell a member of appointments that are none of theirs, go on after
somebody has left, come twice or out of order, keep a customer's own letter from being sent, let a name become
a header, or write to the outside from a demo."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec import structs
from sqlalchemy import delete, select, text

from booking_core.access.roles import Role
from booking_core.appointments.erase_customer import erase_customer
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import SUPERSEDED, Mail
from booking_core.team.accounts import Account
from booking_core.team.memberships import Membership, Presence, add_membership, change_presence
from tests.accounts import known_account
from tests.agent.letters.post_office import deliver_all, manager_of, post_office
from tests.booking_core.notices.mailbox import Mailbox, mailbox
from tests.cast import Visitor, at, set_by_owner
from web.jobs.mail import deliver_team_letter

EVERYTHING = ("booked", "requested", "moved", "cancelled")


@pytest.fixture
async def salon(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    """No demo: those write to nobody."""
    async with core.sessions() as session, session.begin():
        renamed = text("UPDATE organizations SET name = 'Real', email = 'hi@salon.example' WHERE id = :here")
        await session.execute(renamed, {"here": salon.organization_id})
    return salon


async def joins(
    core: BookingCore,
    salon: DemoSalon,
    role: Role = Role.MEMBER,
    *,
    as_: str = "",
    kinds: Sequence[str] = EVERYTHING,
    of_all: bool = False,
    language: str | None = None,
) -> Account:
    """Somebody of the team who wants letters."""
    resource = salon.resources[as_] if as_ else None
    async with core.sessions() as session, session.begin():
        account = await known_account(session)
        account.language = language
        add_membership(session, salon.organization_id, account, role, resource)
        await session.flush()
        wish = Presence(notification_kinds=kinds, notifies_of_all=of_all)
        await change_presence(session, salon.organization_id, account.id, wish)
    return account


async def to_team(core: BookingCore, salon: DemoSalon) -> list[Mail]:
    mine = select(Mail).where(Mail.organization_id == salon.organization_id, Mail.reader.is_not(None))
    async with core.sessions() as session:
        return list(await session.scalars(mine.order_by(Mail.appointment_version, Mail.recipient)))


async def deliver_team(core: BookingCore, salon: DemoSalon, box: Mailbox | None = None) -> list[Mail]:
    for mail in await to_team(core, salon):
        await deliver_team_letter(post_office(core, box), mail.id)
    return await to_team(core, salon)


async def books(ada: Visitor, salon: DemoSalon, person: str = "Dana", hour: int = 10) -> Any:
    return await ada.books("Haircut", at(1, hour), staff_id=salon.resources[person])


async def test_each_hears_of_what_they_want_and_may_see(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    dana = await joins(core, salon, as_="Dana")
    await joins(core, salon, as_="Miriam", of_all=True)
    await joins(core, salon, kinds=("cancelled",))
    desk = await joins(core, salon, kinds=("booked",))
    owner = await joins(core, salon, Role.OWNER, as_="Miriam", of_all=True)
    await joins(core, salon, Role.MANAGER, as_="Miriam")
    await books(ada, salon)
    letters = await deliver_team(core, salon)
    assert {one.recipient for one in letters} == {dana.email, desk.email, owner.email}
    assert {one.kind for one in letters} == {"team_booked"}


async def test_a_letter_says_what_when_and_who_and_goes_once(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    dana = await joins(core, salon, as_="Dana", language="de")
    booked = await books(ada, salon)
    async with mailbox() as box:
        await deliver_team(core, salon, box)
        await deliver_team(core, salon, box)
    [letter] = box.letters
    assert letter["To"] == dana.email
    assert letter["Subject"].startswith("Neuer Termin: ")
    body = letter.get_body(("plain",))
    assert body is not None
    said = str(body.get_content())
    assert "Ada" in said
    assert booked.code in said
    assert f"/{salon.organization_id}/appointments/{booked.id}" in said
    assert "Kundin oder Kunde" in said


async def test_the_business_gets_what_its_owner_chose_and_nobody_twice(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await books(ada, salon)
    assert await to_team(core, salon) == []
    await set_by_owner(core, salon.organization_id, letters__business_kinds=["booked"])
    somebody = await joins(core, salon, Role.OWNER)
    async with core.sessions() as session, session.begin():
        same = text("UPDATE memberships SET notification_email = 'HI@salon.example' WHERE account_id = :id")
        await session.execute(same, {"id": somebody.id})
    await books(ada, salon, hour=13)
    assert len(await to_team(core, salon)) == 1


async def test_the_business_hears_of_requests_unless_its_owner_chose_otherwise(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Bridal styling", at(1, 10))
    assert [one.kind for one in await to_team(core, salon)] == ["team_requested"]
    await set_by_owner(core, salon.organization_id, letters__business_kinds=[])
    await ada.books("Bridal styling", at(2, 10))
    assert len(await to_team(core, salon)) == 1


async def test_a_later_change_replaces_what_was_not_sent_for_each_reader_alone(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    """A letter of the team never keeps a customer's from being sent, nor one member's another's."""
    await joins(core, salon, as_="Dana")
    await joins(core, salon, kinds=("booked",))
    booked = await books(ada, salon)
    await ada.cancels(booked)
    async with mailbox() as box:
        letters = await deliver_team(core, salon, box)
        customers = await deliver_all(core, salon, box)
    ends = {(one.kind, one.reader): one.failure or "sent" for one in letters}
    assert sorted(ends.values()) == ["sent", "sent", SUPERSEDED]
    theirs = [one for one in customers if one.reader is None]
    assert [one.failure for one in theirs] == [SUPERSEDED, None]


async def test_who_loses_an_appointment_hears_of_it_too(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    dana = await joins(core, salon, as_="Dana", kinds=("moved",))
    miriam = await joins(core, salon, as_="Miriam", kinds=("moved",))
    booked = await books(ada, salon)
    await ada.moves(booked, at(1, 15), staff_id=salon.resources["Miriam"])
    assert {one.recipient for one in await to_team(core, salon)} == {dana.email, miriam.email}


async def test_nobody_is_told_of_what_they_did_themselves(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    manager = await joins(core, salon, Role.MANAGER)
    booked = await books(ada, salon)
    at_desk = manager_of(core, salon)
    at_desk.actor = type(at_desk.actor)(
        "console", manager.id, role=Role.MANAGER, organization_id=salon.organization_id
    )
    await at_desk.cancels(booked)
    assert [one.kind for one in await to_team(core, salon)] == ["team_booked"]


async def test_whoever_has_left_or_sees_it_no_more_gets_nothing(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    gone = await joins(core, salon, Role.MANAGER)
    demoted = await joins(core, salon, Role.OWNER, as_="Miriam", of_all=True)
    await joins(core, salon, Role.OWNER)
    await books(ada, salon)
    async with core.sessions() as session, session.begin():
        await session.execute(delete(Membership).where(Membership.account_id == gone.id))
        lower = text("UPDATE memberships SET role = 'member' WHERE account_id = :id")
        await session.execute(lower, {"id": demoted.id})
    async with mailbox() as box:
        await deliver_team(core, salon, box)
    assert len(box.letters) == 1
    assert {gone.email, demoted.email}.isdisjoint({letter["To"] for letter in box.letters})


async def test_a_name_is_one_line_and_no_header(core: BookingCore, salon: DemoSalon) -> None:
    await joins(core, salon, Role.OWNER)
    eve = Visitor(core, salon, "Eve")
    eve.contact = ContactDetails("<b>Eve</b> {code}", "eve@example.com")
    await eve.books("Haircut", at(1, 10))
    async with mailbox() as box:
        await deliver_team(core, salon, box)
    source = box.letters[0].get_body(("html",))
    assert source is not None
    assert "<b>Eve" not in source.get_content()
    assert "&lt;b&gt;Eve&lt;/b&gt; {code}" in source.get_content()
    assert "Eve" not in box.letters[0]["Subject"]


async def test_an_erased_customer_stays_in_no_letter(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await joins(core, salon, Role.OWNER)
    booked = await books(ada, salon)
    await deliver_team(core, salon)
    await ada.cancels(booked)
    await deliver_team(core, salon)
    await ada.at_desk(lambda desk: erase_customer(desk, booked.customer_id))
    assert await to_team(core, salon) == []


async def test_the_address_of_the_business_is_not_told_of_what_its_own_reader_did(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await set_by_owner(core, salon.organization_id, letters__business_kinds=["booked", "moved"])
    petra = await joins(core, salon, Role.OWNER, kinds=())
    async with core.sessions() as session, session.begin():
        mine = text("UPDATE organizations SET email = upper(:mine) WHERE id = :here")
        await session.execute(mine, {"mine": petra.email, "here": salon.organization_id})
    booked = await books(ada, salon)
    assert [one.kind for one in await to_team(core, salon)] == ["team_booked"]
    herself = manager_of(core, salon)
    herself.actor = structs.replace(herself.actor, id=petra.id)
    await herself.moves(booked, at(2, 11))
    assert [one.kind for one in await to_team(core, salon)] == ["team_booked"]
    await manager_of(core, salon).moves(booked, at(2, 12))
    assert [one.kind for one in await to_team(core, salon)] == ["team_booked", "team_moved"]
