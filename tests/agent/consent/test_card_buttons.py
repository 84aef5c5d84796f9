"""The buttons of a booking card do what they say to that appointment; those of older cards are dead."""

from datetime import UTC, datetime
from typing import Any

import pytest

from agent.conversation.choices import ChosenTime
from agent.languages.texts.concerns import concern_texts_in
from booking_core.appointments.appointment import CANCELLED, CONFIRMED, Appointment
from booking_core.core import BookingCore
from booking_core.errors import Conflict
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from tests.agent.customers import Chatter

ADA = {"name": "Ada Byron", "email": "ada@example.com", "agreed": True}
MOVE, CANCEL, LATE = 0, 1, 2


@pytest.fixture
async def ada(core: BookingCore, salon: DemoSalon) -> Chatter:
    """She has booked, and sees the card."""
    chatter = Chatter(core, salon)
    await chatter.says("a haircut with Dana on Tuesday at 3 pm")
    assert "You're booked" in await chatter.fills_in(**ADA)
    return chatter


async def card_of(chatter: Chatter) -> dict[str, Any]:
    card = await chatter.sees("booking_card")
    assert card is not None
    return card


async def presses(chatter: Chatter, card: dict[str, Any], which: int) -> str:
    return await chatter._sends(input_id=card["actions"][which]["input_id"])


async def appointment_of(chatter: Chatter, card: dict[str, Any]) -> Appointment:
    async with chatter.core.sessions() as session:
        return await session.get_one(Appointment, card["appointment_id"])


async def test_cancel_asks_first_and_then_cancels(ada: Chatter) -> None:
    card = await card_of(ada)
    assert [one["label"] for one in card["actions"]] == ["Move", "Cancel", "I'm late"]
    await presses(ada, card, CANCEL)
    assert (await appointment_of(ada, card)).status == CONFIRMED
    summary = await ada.sees("summary")
    assert summary is not None
    assert [one["style"] for one in summary["actions"]] == ["danger", "secondary"]
    await ada.presses("Yes, cancel it")
    assert (await appointment_of(ada, card)).status == CANCELLED
    assert (await card_of(ada))["actions"] == []


async def test_move_shows_times_and_moves_after_a_yes(ada: Chatter) -> None:
    first = await card_of(ada)
    await presses(ada, first, MOVE)
    picker = await ada.sees("slot_picker")
    assert picker is not None
    time = picker["days"][-1]["times"][-1]
    await ada._sends(input_id=time["input_id"])
    await ada.presses("Yes, move it")
    second = await card_of(ada)
    assert second["id"] != first["id"]
    assert second["start"] == time["start"]
    messages = (await ada.view()).messages
    cards = [one for message in messages for one in message.blocks if one["type"] == "booking_card"]
    assert [(one["status"], len(one["actions"])) for one in cards] == [("replaced", 0), ("rescheduled", 3)]


async def test_buttons_of_older_cards_are_dead(ada: Chatter) -> None:
    first = await card_of(ada)
    await presses(ada, first, MOVE)
    picker = await ada.sees("slot_picker")
    assert picker is not None
    await ada._sends(input_id=picker["days"][-1]["times"][-1]["input_id"])
    await ada.presses("Yes, move it")
    for which in (MOVE, CANCEL, LATE):
        with pytest.raises(Conflict) as refused:
            await presses(ada, first, which)
        assert refused.value.code == "input_closed"


async def test_cancelled_elsewhere_it_is_neither_moved_nor_cancelled_again(ada: Chatter) -> None:
    card = await card_of(ada)
    actor = Actor(door="console", id="acc_dana")
    await ada.core.transaction(
        ada.salon.organization_id, actor, lambda desk: desk.cancel(card["appointment_id"])
    )
    for which in (MOVE, CANCEL):
        await presses(ada, card, which)
        assert await ada.sees("summary") is None


async def test_only_the_newest_card_of_a_cancelled_appointment_books_it_again(ada: Chatter) -> None:
    await presses(ada, await card_of(ada), CANCEL)
    await ada.presses("Yes, cancel it")
    messages = (await ada.view()).messages
    cards = [one for message in messages for one in message.blocks if one["type"] == "booking_card"]
    assert [one["status"] for one in cards] == ["cancelled", "cancelled"]
    assert cards[0]["again"] is None
    assert cards[1]["again"]["service_id"] == ada.salon.services["Haircut"]


async def test_of_two_appointments_each_card_changes_its_own(ada: Chatter) -> None:
    first = await card_of(ada)
    await ada.says("another appointment please: a blow-dry with Dana on Wednesday at 2 pm")
    await ada.presses("Yes, book it")
    second = await card_of(ada)
    await presses(ada, first, CANCEL)
    await ada.presses("Yes, cancel it")
    assert (await appointment_of(ada, first)).status == CANCELLED
    assert (await appointment_of(ada, second)).status == CONFIRMED


@pytest.mark.parametrize("locale", ["en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "he-IL", "ar-EG"])
async def test_whoever_is_late_tells_the_team_and_keeps_the_appointment(
    core: BookingCore, salon: DemoSalon, locale: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    start = datetime(2026, 11, 24, 14, tzinfo=UTC)
    time = ChosenTime(salon.services["Haircut"], salon.location_id, start, 45, None, 1)
    await eve._sends(time=time)
    await eve.fills_in(**ADA)
    card = await card_of(eve)
    told = await presses(eve, card, LATE)
    assert concern_texts_in(locale).late in told
    assert (await eve.view()).state.team_was_told
    assert (await appointment_of(eve, card)).status == CONFIRMED
