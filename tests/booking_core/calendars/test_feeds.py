"""Feeds at the desk: who makes them, what they show, and when they open nothing any more."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.calendars.feeds.arrange import NewFeed, feeds_of, make_feed, revoke_feed
from booking_core.calendars.feeds.feed import CalendarFeed
from booking_core.calendars.feeds.read import read_feed
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import InvalidField, NotAllowed, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor, AuditEntry
from booking_core.team.memberships import Membership
from booking_core.time.clock import FrozenClock
from tests.calendars import joins
from tests.cast import Visitor, at


class Office:
    def __init__(self, core: BookingCore, salon: DemoSalon, actor: Actor) -> None:
        self.core, self.salon, self.actor = core, salon, actor

    async def does(self, deed: Callable[[Desk], Awaitable[Any]]) -> Any:
        return await self.core.transaction(self.salon.organization_id, self.actor, deed)

    async def makes(self, person: str = "Dana", **more: Any) -> NewFeed:
        wanted = {"resource_id": self.salon.resources[person], "shows_names": True} | more
        new: NewFeed = await self.does(lambda desk: make_feed(desk, **wanted))
        return new


@pytest.fixture
async def owner(core: BookingCore, salon: DemoSalon) -> Office:
    return Office(core, salon, await joins(core, salon))


def address_of(appointment_id: str) -> str:
    return f"https://here/{appointment_id}"


async def read_shown(core: BookingCore, token: str) -> str:
    return (await (await read_feed(core, token)).file(address_of)).decode()


async def test_a_feed_shows_who_comes_to_one_person_and_nobody_elses(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    ada, ben = Visitor(core, salon, "Ada"), Visitor(core, salon, "Ben")
    await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    await ben.books("Haircut", at(1, 10), staff_id=salon.resources["Miriam"])
    text = await read_shown(core, (await owner.makes()).token)
    assert "SUMMARY:Haircut: Ada" in text
    assert "Ben" not in text
    assert "DTSTART;TZID=Europe/Berlin:20261124T100000" in text
    assert text.count("BEGIN:VEVENT") == 1


async def test_without_names_it_says_only_that_it_is_taken(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    await Visitor(core, salon, "Ada").books("Yoga class", at(2, 12))
    text = await read_shown(core, (await owner.makes("Jonas", shows_names=False)).token)
    assert "SUMMARY:Booked" in text
    assert "Ada" not in text
    assert "Yoga" not in text


async def test_without_names_it_tells_no_ids_and_calls_a_thing_the_same_each_time(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    token, another = [(await owner.makes(shows_names=False)).token for _ in range(2)]
    texts = [await read_shown(core, one) for one in (token, token, another)]
    assert booked.id.removeprefix("apt_") not in texts[0]
    first, again, elsewhere = [re.findall(r"UID:(\S+)", text.replace("\r\n ", "")) for text in texts]
    assert first == again != elsewhere
    assert first[0].endswith(f"@{salon.organization_id}.zimun")


async def test_a_class_is_one_event_with_all_who_come(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    booked = [await Visitor(core, salon, name).books("Yoga class", at(2, 12)) for name in ("Ada", "Ben")]
    text = (await read_shown(core, (await owner.makes("Jonas")).token)).replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Yoga class (2/6) (Treatment room)" in text
    assert f"Ada: {address_of(booked[0].id)}\\nBen: {address_of(booked[1].id)}" in text


async def test_an_appointment_leads_to_the_console_where_names_are_shown(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    texts = [
        (await read_shown(core, (await owner.makes(shows_names=names)).token)).replace("\r\n ", "")
        for names in (True, False)
    ]
    link = address_of(booked.id)
    assert [(f"URL:{link}" in text, f"DESCRIPTION:{link}" in text) for text in texts] == [
        (True, True),
        (False, False),
    ]
    assert "https://" not in texts[1]


async def test_a_request_is_tentative_and_what_is_cancelled_is_gone(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    async with core.sessions() as session, session.begin():
        ada = Visitor(core, salon, "Ada")
        booked = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
        pending = update(Appointment).where(Appointment.id == booked.id)
        await session.execute(pending.values(status="pending_approval"))
    token = (await owner.makes()).token
    assert "STATUS:TENTATIVE" in await read_shown(core, token)
    await ada.cancels(booked)
    empty = await read_shown(core, token)
    assert ("BEGIN:VEVENT" in empty, empty.count("BEGIN:VTIMEZONE")) == (False, 1)


async def test_the_past_month_and_all_that_is_to_come(
    core: BookingCore, salon: DemoSalon, owner: Office, clock: FrozenClock
) -> None:
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    token = (await owner.makes()).token
    clock.advance(timedelta(days=30))
    assert "Ada" in await read_shown(core, token)
    clock.advance(timedelta(days=2))
    assert "Ada" not in await read_shown(core, token)


async def test_a_location_and_a_room_have_feeds_too(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    await Visitor(core, salon, "Ben").books("Massage", at(2, 12))
    place = await owner.makes(resource_id=None, location_id=salon.location_id)
    text = await read_shown(core, place.token)
    assert "Haircut: Ada (Dana)" in text
    assert "Massage: Ben" in text
    room = await read_shown(core, (await owner.makes("Treatment room")).token)
    assert "Massage: Ben (Jonas)" in room
    assert "Ada" not in room


async def test_made_twice_with_one_key_it_is_one_and_told_once(owner: Office) -> None:
    first, again = await owner.makes(key="k"), await owner.makes(key="k")
    assert (first.feed.id, again.token) == (again.feed.id, "")
    assert len(await owner.does(feeds_of)) == 1


async def test_the_address_is_kept_nowhere(core: BookingCore, salon: DemoSalon, owner: Office) -> None:
    new = await owner.makes()
    async with core.sessions() as session, session.begin():
        kept = await session.get_one(CalendarFeed, new.feed.id)
        noted = await session.scalars(
            select(AuditEntry).where(AuditEntry.organization_id == salon.organization_id)
        )
        told = [entry.details for entry in noted]
    assert new.token not in f"{vars(kept)} {told}"
    assert told == [
        {"after": {"resource_id": salon.resources["Dana"], "location_id": None, "shows_names": True}}
    ]


async def test_a_revoked_address_is_as_unknown_as_a_guess(core: BookingCore, owner: Office) -> None:
    new = await owner.makes()
    await owner.does(lambda desk: revoke_feed(desk, new.feed.id))
    for token in (new.token, "guess", ""):
        with pytest.raises(NotFound) as refused:
            await read_feed(core, token)
        assert refused.value.detail == "There is no such calendar."
    with pytest.raises(NotFound):
        await owner.does(lambda desk: revoke_feed(desk, new.feed.id))


async def test_it_closes_when_its_maker_leaves_or_may_see_less(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    manager = Office(core, salon, await joins(core, salon, Role.MANAGER))
    new = await manager.makes()
    theirs = Membership.account_id == manager.actor.id
    async with core.sessions() as session, session.begin():
        await session.execute(update(Membership).where(theirs).values(role="member"))
    with pytest.raises(NotFound):
        await read_feed(core, new.token)
    assert [one.opens for one in await owner.does(feeds_of)] == [False]
    async with core.sessions() as session, session.begin():
        await session.execute(delete(Membership).where(theirs))
    with pytest.raises(NotFound):
        await read_feed(core, new.token)


async def test_a_member_has_their_own_and_nobody_elses(
    core: BookingCore, salon: DemoSalon, owner: Office
) -> None:
    dana = Office(core, salon, await joins(core, salon, Role.MEMBER, person="Dana"))
    others = await owner.makes("Miriam")
    mine = await dana.makes()
    assert await read_feed(core, mine.token)
    with pytest.raises(NotAllowed):
        await dana.makes("Miriam")
    with pytest.raises(NotAllowed):
        await dana.makes(resource_id=None, location_id=salon.location_id)
    with pytest.raises(NotFound):
        await dana.does(lambda desk: revoke_feed(desk, others.feed.id))
    assert [one.feed.id for one in await dana.does(feeds_of)] == [mine.feed.id]
    nobody = Office(core, salon, await joins(core, salon, Role.MEMBER))
    for deed in (feeds_of, lambda desk: revoke_feed(desk, mine.feed.id)):
        with pytest.raises(NotAllowed):
            await nobody.does(deed)


async def test_what_is_anothers_is_unknown(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Office
) -> None:
    with pytest.raises(InvalidField):
        await owner.makes(resource_id=other_salon.resources["Dana"])
    theirs = await Office(core, other_salon, await joins(core, other_salon)).makes()
    with pytest.raises(NotFound):
        await owner.does(lambda desk: revoke_feed(desk, theirs.feed.id))
    assert await owner.does(feeds_of) == []
