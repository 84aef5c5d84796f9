"""What the business has to approve is a request from the question to the calendar file, and its card follows
what becomes of it."""

from typing import Any

import pytest
from sqlalchemy import select, text

from agent.languages import LANGUAGES, sentences_in
from agent.models.scripted import Call, ModelInput, Say, ScriptedModel, Steps
from agent.ui_blocks.cards import refresh_cards
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.record import CARDS_JOB
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.ics import calendar_file
from tests.agent.customers import Chatter
from tests.cast import Visitor

WISH = "bridal styling on thursday"


@pytest.fixture
def olga(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Olga", door="console")


async def comes_to_the_summary(eve: Chatter) -> str:
    await eve.says(WISH)
    await eve.presses("2026-", kind="slot_picker")
    return await eve.fills_in(name="Eve Adams", email="eve@example.com", phone="")


async def asked_for(eve: Chatter) -> Appointment:
    async with eve.core.sessions() as session:
        found = await session.scalars(
            select(Appointment).where(Appointment.organization_id == eve.salon.organization_id)
        )
        return found.one()


async def cards_of(eve: Chatter) -> list[dict[str, Any]]:
    messages = (await eve.view()).messages
    return [block for message in messages for block in message.blocks if block["type"] == "booking_card"]


async def file_of(eve: Chatter) -> str:
    appointment = await asked_for(eve)
    async with eve.core.sessions() as session, session.begin():
        catalogue = await eve.core.catalogue(session, eve.salon.organization_id)
        return calendar_file(catalogue, appointment, eve.core.clock.now()).decode()


async def test_a_request_is_one_in_question_button_card_and_calendar_file(eve: Chatter) -> None:
    answer = await comes_to_the_summary(eve)
    assert "Shall I send the request?" in answer
    assert "book it" not in answer
    summary = await eve.sees("summary")
    assert summary is not None
    assert summary["title"] == "Your request"
    assert [one["label"] for one in summary["actions"]] == ["Yes, send it", "No, change it"]
    assert "Nothing has been sent yet" in await eve.says("hm, I do not know")
    answer = await eve.presses("Yes, send it")
    assert "not booked yet" in answer
    assert "hear from us" not in answer
    [card] = await cards_of(eve)
    assert (card["status"], card["title"], card["calendar"]) == ("pending_approval", "Your request", None)
    assert "STATUS:TENTATIVE" in await file_of(eve)


@pytest.mark.parametrize("words", ["yes, send it", "send the request please", "submit it", "yes"])
async def test_a_request_may_be_sent_in_words(eve: Chatter, words: str) -> None:
    await comes_to_the_summary(eve)
    await eve.says(words)
    assert (await asked_for(eve)).status == "pending_approval"


@pytest.mark.parametrize("words", ["don't send it", "do not send the request", "no, do not submit it"])
async def test_a_request_is_not_sent_where_it_is_refused(eve: Chatter, words: str) -> None:
    await comes_to_the_summary(eve)
    await eve.says(words)
    assert not await cards_of(eve)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_request_is_one_in_every_language(core: BookingCore, salon: DemoSalon, language: str) -> None:
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    await eve.says("123")
    await eve.presses("Bridal styling", kind="service_list") if await eve.sees(
        "service_list"
    ) else await eve.says("Bridal styling")
    await eve.presses("2026-", kind="slot_picker")
    await eve.fills_in(name="Eve Adams", email="eve@example.com", phone="")
    said = (await eve.view()).messages[-1]
    assert said.text == says.PLEASE_CHECK["ask"]
    summary = await eve.sees("summary")
    assert summary is not None
    assert summary["title"] == says.SUMMARY_TITLES["ask"] != says.SUMMARY_TITLES["book"]
    assert summary["actions"][0]["label"] == says.AGREE["ask"] != says.AGREE["book"]
    # The words of the button, typed, are a yes as well; and their refusal is none.
    await eve.says(says.AGREE["ask"])
    [card] = await cards_of(eve)
    assert (card["status"], card["title"]) == ("pending_approval", says.DEED_DONE["ask"][0])


async def test_a_model_is_told_that_it_is_a_request(core: BookingCore, salon: DemoSalon) -> None:
    told: list[str] = []

    def listens(heard: ModelInput) -> Steps:
        told.extend(message.content for message in heard.messages if message.role == "tool")
        return [Say("Please look at the summary.")]

    first = [Call("find_times", {"service": "Bridal styling", "when": "thursday"})]
    eve = Chatter(
        core,
        salon,
        ScriptedModel(first, [Say("Which one?")], [Call("propose_booking", {})], listens),
    )
    await eve.says(WISH)
    await eve.presses("2026-", kind="slot_picker")
    await eve.fills_in(name="Eve Adams", email="eve@example.com", phone="")
    await eve.says("please show me the summary once more, with all details")
    assert any("The business has to approve this first" in one for one in told)


async def test_an_approved_request_stands_as_booked_on_its_card(eve: Chatter, olga: Visitor) -> None:
    await comes_to_the_summary(eve)
    await eve.presses("Yes, send it")
    asked = await asked_for(eve)
    await olga.at_desk(lambda desk: desk.approve(asked.id))
    assert await jobs_about(eve.core, asked) == 1
    for _ in range(2):
        await refresh_cards(eve.core, eve.reception.log, asked.id)
        [card] = await cards_of(eve)
        assert (card["status"], card["title"], card["code"]) == ("confirmed", "Your appointment", asked.code)
        assert card["calendar"]["ics_url"].endswith(f"{asked.id}.ics")
    assert "STATUS:CONFIRMED" in await file_of(eve)


async def test_a_declined_request_says_so_on_its_card(eve: Chatter, olga: Visitor) -> None:
    await comes_to_the_summary(eve)
    await eve.presses("Yes, send it")
    asked = await asked_for(eve)
    await olga.at_desk(lambda desk: desk.decline(asked.id))
    await refresh_cards(eve.core, eve.reception.log, asked.id)
    [card] = await cards_of(eve)
    assert (card["status"], card["calendar"]) == ("declined", None)


async def test_what_is_moved_while_it_waits_goes_on_waiting(eve: Chatter) -> None:
    await comes_to_the_summary(eve)
    await eve.presses("Yes, send it")
    await eve.says("can I move it to friday?")
    await eve.presses("2026-", kind="slot_picker")
    summary = await eve.sees("summary")
    assert summary is not None
    assert summary["title"] == "Your request moves to"
    assert "still waits for our approval" in await eve.says("yes")
    old, new = await cards_of(eve)
    assert (old["status"], old["calendar"]) == ("replaced", None)
    assert (new["status"], new["calendar"]) == ("pending_approval", None)


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
    await refresh_cards(eve.core, eve.reception.log, (await asked_for(eve)).id)
    assert await cards_of(eve) == cards


async def test_a_move_by_the_front_desk_shows_on_the_card(eve: Chatter, olga: Visitor) -> None:
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com")
    await eve.says("yes")
    booked = await asked_for(eve)
    await olga.moves(booked, booked.starts_at.replace(hour=13))
    await refresh_cards(eve.core, eve.reception.log, booked.id)
    [card] = await cards_of(eve)
    moved = await asked_for(eve)
    assert (card["status"], card["code"]) == ("rescheduled", booked.code)
    assert card["start"].startswith(moved.starts_at.strftime("2026-11-24T"))
    assert card["start"] != booked.starts_at.isoformat()


async def jobs_about(core: BookingCore, appointment: Appointment) -> int:
    counted = text(
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name = :name AND args ->> 'appointment_id' = :id"
    )
    async with core.sessions() as session:
        return int(await session.scalar(counted, {"name": CARDS_JOB, "id": appointment.id}) or 0)
