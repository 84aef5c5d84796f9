"""Text messages of appointments: sent once to whoever has no address, by a provider that throttles, fails and
hangs up, at no time at night, and to nobody who said STOP."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from msgspec import structs
from sqlalchemy import update

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.texts_stopped import stop_texts
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Unavailable
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import (
    BY_TEXT,
    GIVEN_UP,
    LINK_MARK,
    STOPPED,
    SUPERSEDED,
    TOO_MANY,
    UNKNOWN,
    Mail,
)
from booking_core.notices.reminders import promise_reminders
from booking_core.notices.texts.deliver_text import Later
from booking_core.time.clock import FrozenClock
from tests.agent.letters.post_office import LINK, letters_in, manager_of, post_office
from tests.cast import Visitor, at, set_by_owner
from tests.text_gateway import HUNG_UP, TextGateway, text_gateway
from tests.web.console.settings.connections.test_sender import makes_it_real
from web.jobs.mail import deliver_appointment_letter
from web.jobs.texts import TextPost

PHONE = "+4915112345678"


@pytest.fixture
async def gateway(core: BookingCore, salon: DemoSalon) -> AsyncIterator[TextGateway]:
    await makes_it_real(core, salon, name="Salon Lavender")
    async with text_gateway() as running:
        await running.chosen_by(core, salon.organization_id)
        await set_by_owner(core, salon.organization_id, letters__text_changes=True)
        yield running


@pytest.fixture
def cara(core: BookingCore, salon: DemoSalon) -> Visitor:
    """She has a telephone and no address."""
    visitor = Visitor(core, salon, "Cara")
    visitor.contact = ContactDetails(name="Cara", phone=PHONE)
    return visitor


async def deliver(
    core: BookingCore, salon: DemoSalon, gateway: TextGateway, *, is_last_try: bool = False
) -> list[Mail]:
    """Every text that waits is tried once; what became of each, in their order."""
    office = structs.replace(post_office(core), texts=TextPost(core, gateway.place, "https://zimun.example"))
    for one in await letters_in(core, salon):
        if one.channel == BY_TEXT:
            await deliver_appointment_letter(office, one.id, is_last_try=is_last_try)
    return [one for one in await letters_in(core, salon) if one.channel == BY_TEXT]


async def test_whoever_has_no_address_is_told_by_text_and_others_by_letter(
    ada: Visitor, cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway
) -> None:
    await ada.books("Haircut", at(1, 10))
    booked = await cara.books("Haircut", at(2, 14))
    (kept,) = await deliver(core, salon, gateway)
    (sent,) = gateway.sent
    assert (sent.recipient, kept.sent_at is not None, kept.failure) == (PHONE, True, None)
    assert "Salon Lavender: Booked: Haircut, " in sent.text
    assert f"Change or cancel: {LINK}\nSTOP: no more texts" in sent.text
    assert sent.callback.endswith(f"/texts/v1/{salon.organization_id}?message_id={kept.id}")
    assert (LINK_MARK in kept.text, LINK in kept.text) == (True, False)
    await cara.moves(booked, at(3, 14))
    assert [one.failure for one in await deliver(core, salon, gateway)] == [None, None]
    assert "Moved" in gateway.sent[-1].text


async def test_reminders_go_by_text_once_and_changes_only_where_the_owner_wants_them(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway, clock: FrozenClock
) -> None:
    await set_by_owner(core, salon.organization_id, letters__text_changes=False)
    await cara.books("Haircut", at(2, 14))
    assert await deliver(core, salon, gateway) == []
    clock.advance(at(1, 14) - clock.now())
    for _ in range(2):
        await promise_reminders(core)
        await deliver(core, salon, gateway)
    assert [one.text.partition(":")[2][:10] for one in gateway.sent] == [" Reminder:"]
    await set_by_owner(core, salon.organization_id, letters__text_reminders=False)
    clock.advance(at(2, 12) - clock.now())
    await promise_reminders(core)
    assert len(await deliver(core, salon, gateway)) == 1


async def test_throttled_and_failing_it_waits_as_told_and_comes_once(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway, clock: FrozenClock
) -> None:
    await cara.books("Haircut", at(2, 14))
    gateway.answers, gateway.retry_after = [429, 500, HUNG_UP], "40"
    with pytest.raises(Later) as later:
        await deliver(core, salon, gateway)
    assert later.value.again_at == clock.now() + timedelta(seconds=40)
    gateway.retry_after = ""
    for _ in range(2):
        with pytest.raises(Unavailable):
            await deliver(core, salon, gateway)
    (kept,) = await deliver(core, salon, gateway)
    assert (gateway.asked, len(gateway.sent), kept.tries) == (4, 1, 4)
    assert kept.sent_at is not None


async def test_who_sends_repeats_is_never_asked_twice_about_one_it_may_have_taken(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway
) -> None:
    await gateway.chosen_by(core, salon.organization_id, "twilio")
    await cara.books("Haircut", at(2, 14))
    gateway.answers = [HUNG_UP]
    for _ in range(2):
        (kept,) = await deliver(core, salon, gateway)
        assert (kept.failure, kept.sent_at, gateway.asked, len(gateway.sent)) == (UNKNOWN, None, 1, 1)


async def test_a_worker_that_dies_while_it_sends_leaves_none_to_be_sent_twice(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    await gateway.chosen_by(core, salon.organization_id, "twilio")
    await cara.books("Haircut", at(2, 14))

    async def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("booking_core.notices.texts.providers.TwilioSender.send", dies)
        with pytest.raises(KeyboardInterrupt):
            await deliver(core, salon, gateway)
    (kept,) = await deliver(core, salon, gateway)
    assert (kept.failure, gateway.asked) == (UNKNOWN, 0)


async def test_refused_for_good_it_is_seen_and_given_up_at_the_end(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway
) -> None:
    first = await cara.books("Haircut", at(2, 14))
    gateway.answers, gateway.told = [400], {"code": 21211}
    assert [one.failure for one in await deliver(core, salon, gateway)] == ["21211"]
    await cara.moves(first, at(3, 14))
    gateway.answers = [503]
    assert [one.failure for one in await deliver(core, salon, gateway, is_last_try=True)] == [
        "21211",
        GIVEN_UP,
    ]


async def test_whoever_said_stop_gets_none_under_whatever_name(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway, clock: FrozenClock
) -> None:
    await cara.books("Haircut", at(2, 14))
    for _ in range(2):
        await cara.at_desk(lambda desk: stop_texts(desk, PHONE))
    cara.contact = ContactDetails(name="C. Dahl", phone=PHONE)
    await cara.books("Haircut", at(3, 14))
    assert [one.failure for one in await deliver(core, salon, gateway)] == [STOPPED, STOPPED]
    clock.advance(at(2, 12) - clock.now())
    await promise_reminders(core)
    assert len(await deliver(core, salon, gateway)) == 2
    await cara.at_desk(lambda desk: stop_texts(desk, PHONE, stop=False))
    await promise_reminders(core)
    assert len(await deliver(core, salon, gateway)) == 3


async def test_a_provider_that_knows_of_a_stop_is_believed(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway
) -> None:
    await gateway.chosen_by(core, salon.organization_id, "twilio")
    booked = await cara.books("Haircut", at(2, 14))
    gateway.answers, gateway.told = [400], {"code": 21610}
    await deliver(core, salon, gateway)
    await cara.cancels(booked)
    assert [one.failure for one in await deliver(core, salon, gateway)] == [STOPPED, STOPPED]
    assert gateway.asked == 1


async def test_nobody_is_woken_by_what_the_business_does_at_night(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway, clock: FrozenClock
) -> None:
    booked = await cara.books("Haircut", at(2, 14))
    await deliver(core, salon, gateway)
    clock.advance(at(0, 22) - clock.now())
    await manager_of(core, salon).cancels(booked)
    with pytest.raises(Later) as later:
        await deliver(core, salon, gateway)
    assert (later.value.again_at, len(gateway.sent)) == (at(1, 8), 1)
    # Who does something at night is awake.
    await cara.books("Haircut", at(3, 14))
    clock.advance(at(1, 8) - clock.now())
    await deliver(core, salon, gateway)
    assert len(gateway.sent) == 3


async def test_what_a_later_change_replaces_is_not_sent(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway
) -> None:
    await cara.cancels(await cara.books("Haircut", at(2, 14)))
    assert [one.failure for one in await deliver(core, salon, gateway)] == [SUPERSEDED, None]
    assert len(gateway.sent) == 1


async def test_a_day_has_a_most_for_all_and_for_one_number(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway, clock: FrozenClock
) -> None:
    await set_by_owner(core, salon.organization_id, letters__texts_a_day=2)
    booked: Appointment = await cara.books("Haircut", at(2, 14))
    for hour in (15, 16):
        await deliver(core, salon, gateway)
        booked = await cara.moves(booked, at(2, hour))
    assert [one.failure for one in await deliver(core, salon, gateway)] == [None, None, TOO_MANY]
    clock.advance(timedelta(hours=25))
    await cara.moves(booked, at(3, 14))
    assert (await deliver(core, salon, gateway))[-1].failure is None


async def test_the_demo_texts_nobody(
    cara: Visitor, core: BookingCore, salon: DemoSalon, gateway: TextGateway
) -> None:
    async with core.sessions() as session, session.begin():
        theirs = update(Organization).where(Organization.id == salon.organization_id)
        await session.execute(theirs.values(name="Salon Lavender", email="hello@lavender.example"))
    await cara.books("Haircut", at(2, 14))
    await deliver(core, salon, gateway)
    assert gateway.asked == 0
