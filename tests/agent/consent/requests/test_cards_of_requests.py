"""The card of a request: what it says once somebody has decided about it or moved it."""

from sqlalchemy import text

from agent.ui_blocks.cards import refresh_cards
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.record import CARDS_JOB
from booking_core.core import BookingCore
from tests.agent.consent.requests.asking import ask_for, cards_of, comes_to_the_summary, file_of
from tests.agent.customers import Chatter
from tests.cast import Visitor


async def test_an_approved_request_stands_as_booked_on_its_card(eve: Chatter, olga: Visitor) -> None:
    await comes_to_the_summary(eve)
    await eve.presses("Yes, send it")
    asked = await ask_for(eve)
    await olga.at_desk(lambda desk: desk.approve(asked.id))
    assert await jobs_about(eve.core, asked) == 1
    for _ in range(2):
        await refresh_cards(eve.core, eve.reception.log, asked.id)
        [card] = await cards_of(eve)
        assert (card["status"], card["title"], card["code"]) == ("confirmed", "Your appointment", asked.code)
        assert card["calendar"]["ics_url"] == eve.core.calendar_links.path(asked)
    assert "STATUS:CONFIRMED" in await file_of(eve)


async def test_a_declined_request_says_so_on_its_card(eve: Chatter, olga: Visitor) -> None:
    await comes_to_the_summary(eve)
    await eve.presses("Yes, send it")
    asked = await ask_for(eve)
    await olga.at_desk(lambda desk: desk.decline(asked.id, reason="Dana is away that week."))
    for _ in range(2):
        await refresh_cards(eve.core, eve.reception.log, asked.id)
        [card] = await cards_of(eve)
        assert (card["status"], card["calendar"]) == ("declined", None)
        assert card["note"].endswith("Nothing is booked.\nDana is away that week.")


async def test_what_the_business_cancels_says_so_in_its_words_and_the_customers_own_does_not(
    eve: Chatter, olga: Visitor
) -> None:
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com")
    await eve.says("yes")
    booked = await ask_for(eve)
    await olga.at_desk(lambda desk: desk.cancel(booked.id, reason="The water is off."))
    await refresh_cards(eve.core, eve.reception.log, booked.id)
    [card] = await cards_of(eve)
    assert card["status"] == "cancelled"
    assert card["note"] == "We are sorry: we had to cancel this appointment.\nThe water is off."
    assert card["again"]["service_id"] == booked.service_id
    await eve.says("haircut on wednesday at 11")
    await eve.says("yes")
    await eve.says("cancel it please")
    await eve.says("yes")
    assert {one["note"] for one in (await cards_of(eve))[1:]} == {None}


async def test_a_time_that_cannot_be_kept_is_said_on_the_card_until_another_is_chosen(
    eve: Chatter, olga: Visitor
) -> None:
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com")
    await eve.says("yes")
    booked = await ask_for(eve)
    await olga.at_desk(lambda desk: desk.displace(booked.id))
    await refresh_cards(eve.core, eve.reception.log, booked.id)
    [card] = await cards_of(eve)
    assert (card["status"], card["calendar"], len(card["actions"])) == ("displaced", None, 3)
    await eve.says("when is my appointment?")
    assert (await cards_of(eve))[-1]["status"] == "displaced"
    await eve.says("move it to thursday at 12")
    await eve.says("yes")
    assert (await cards_of(eve))[-1]["status"] == "rescheduled"
    assert {one["note"] for one in await cards_of(eve)} == {None}


async def test_an_old_card_does_not_stand_as_booked(eve: Chatter, olga: Visitor) -> None:
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com")
    await eve.says("yes")
    [booked] = await cards_of(eve)
    assert (booked["status"], bool(booked["calendar"])) == ("confirmed", True)
    await eve.says("can I move it to thursday at 12?")
    await eve.says("yes")
    old, moved = await cards_of(eve)
    assert (old["status"], old["calendar"], moved["status"]) == ("replaced", None, "rescheduled")
    await eve.says("please cancel my appointment")
    await eve.says("yes")
    cards = await cards_of(eve)
    assert [card["status"] for card in cards] == ["replaced", "cancelled", "cancelled"]
    assert not any(card["calendar"] for card in cards)
    await refresh_cards(eve.core, eve.reception.log, (await ask_for(eve)).id)
    assert await cards_of(eve) == cards


async def test_a_move_by_the_front_desk_shows_on_the_card(eve: Chatter, olga: Visitor) -> None:
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com")
    await eve.says("yes")
    booked = await ask_for(eve)
    await olga.moves(booked, booked.starts_at.replace(hour=13))
    await refresh_cards(eve.core, eve.reception.log, booked.id)
    [card] = await cards_of(eve)
    moved = await ask_for(eve)
    assert (card["status"], card["code"]) == ("rescheduled", booked.code)
    assert card["start"].startswith(moved.starts_at.strftime("2026-11-24T"))
    assert card["start"] != booked.starts_at.isoformat()


async def jobs_about(core: BookingCore, appointment: Appointment) -> int:
    counted = text(
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name = :name AND args ->> 'appointment_id' = :id"
    )
    async with core.sessions() as session, session.begin():
        return int(await session.scalar(counted, {"name": CARDS_JOB, "id": appointment.id}) or 0)
