"""A customer is erased: nothing in the tables knows them any more, and the calendar is as it was."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Conflict, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at


@pytest.fixture
def zenobia(core: BookingCore, salon: DemoSalon) -> Visitor:
    """Somebody whose name and mailbox nobody else has, in no test before."""
    visitor = Visitor(core, salon, new_id("Zenobia"), door="console")
    canary = visitor.contact.name
    visitor.contact = ContactDetails(canary, f"{canary}@x.example", "+49 30 5550177", "Europe/Paris", "fr")
    return visitor


async def test_the_person_goes_and_the_history_stays(
    zenobia: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    hold = await zenobia.holds("Massage", at(0, 10))
    answers = {"health": f"{zenobia.contact.name} has a bad back"}
    booked = await zenobia.at_desk(lambda desk: desk.confirm(hold.id, zenobia.contact, answers=answers))
    moved = await zenobia.at_desk(
        lambda desk: desk.reschedule(booked.id, start=at(0, 12), reason=f"{zenobia.contact.name} is late")
    )
    second = await zenobia.books("Haircut", at(1, 10))
    await zenobia.at_desk(lambda desk: desk.cancel(second.id, reason=f"{zenobia.contact.name} is ill"))
    await letter(core, zenobia)
    assert await mentions(core, zenobia) > 0
    clock.advance(timedelta(days=2))
    await zenobia.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    assert await mentions(core, zenobia) == 0
    kept = await zenobia.at_desk(lambda desk: desk.find(booked.id))
    assert (kept.starts_at, kept.version, kept.answers) == (moved.appointment.starts_at, 2, {})


async def test_it_is_written_down_once_who_did_it(
    zenobia: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    booked = await zenobia.books("Haircut", at(1, 10))
    clock.advance(timedelta(days=2))
    for _ in range(2):
        await zenobia.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    async with core.sessions() as session, session.begin():
        entries = select(AuditEntry).where(AuditEntry.subject == booked.customer_id)
        (entry,) = (await session.scalars(entries)).all()
    assert (entry.action, entry.actor) == ("customer.erased", zenobia.actor.id)


async def test_somebody_who_is_expected_is_not_erased(zenobia: Visitor) -> None:
    booked = await zenobia.books("Haircut", at(1, 10))
    with pytest.raises(Conflict) as refused:
        await zenobia.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    assert refused.value.code == "appointments_ahead"
    await zenobia.cancels(booked)
    await zenobia.at_desk(lambda desk: desk.erase_customer(booked.customer_id))


async def test_another_salons_customer_is_not_found(
    zenobia: Visitor, core: BookingCore, other_salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await zenobia.books("Haircut", at(1, 10))
    clock.advance(timedelta(days=2))
    stranger = Visitor(core, other_salon, "Eve", door="console")
    with pytest.raises(NotFound):
        await stranger.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    assert await mentions(core, zenobia) > 0


async def test_whoever_comes_again_is_somebody_new(zenobia: Visitor, clock: FrozenClock) -> None:
    booked = await zenobia.books("Haircut", at(1, 10))
    clock.advance(timedelta(days=2))
    await zenobia.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    again = await zenobia.books("Haircut", at(3, 10))
    assert again.customer_id != booked.customer_id


async def test_a_family_keeps_its_letters(zenobia: Visitor, core: BookingCore, clock: FrozenClock) -> None:
    booked = await zenobia.books("Haircut", at(1, 10))
    zenobia.contact = ContactDetails("Child", zenobia.contact.email)
    child = await zenobia.books("Haircut", at(1, 12))
    await letter(core, zenobia)
    clock.advance(timedelta(days=2))
    await zenobia.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    # What was written of the one, and the code and the child's booking that stay.
    assert await letters(core, zenobia) == 2
    await zenobia.at_desk(lambda desk: desk.erase_customer(child.customer_id))
    assert await letters(core, zenobia) == 0


async def letter(core: BookingCore, visitor: Visitor) -> None:
    statement = text(
        "INSERT INTO outbox (id, organization_id, kind, recipient, subject, text, created_at)"
        " VALUES (:id, :organization, 'confirmation', :to, :name, :name, now())"
    )
    given = {
        "id": f"mail_{visitor.actor.id}",
        "organization": visitor.salon.organization_id,
        "to": str(visitor.contact.email).lower(),
        "name": visitor.contact.name,
    }
    async with core.sessions() as session, session.begin():
        await session.execute(statement, given)


async def letters(core: BookingCore, visitor: Visitor) -> int:
    counted = text("SELECT count(*) FROM outbox WHERE organization_id = :id")
    async with core.sessions() as session, session.begin():
        return int(await session.scalar(counted, {"id": visitor.salon.organization_id}) or 0)


async def mentions(core: BookingCore, visitor: Visitor) -> int:
    """In how many rows of how many tables the canary sings."""
    tables = text(
        "SELECT table_name FROM information_schema.tables"
        " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE "
        "'procrastinate%'"
    )
    async with core.sessions() as session, session.begin():
        count = 0
        for table in (await session.scalars(tables)).all():
            row = f'SELECT count(*) FROM "{table}" AS row WHERE row::text ILIKE :word'
            count += int(await session.scalar(text(row), {"word": f"%{visitor.contact.name}%"}) or 0)
        return count
