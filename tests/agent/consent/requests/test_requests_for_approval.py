"""What the business has to approve is a request from the question to the calendar file, and its card follows
what becomes of it."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from agent.models.scripted import Call, ModelInput, Say, ScriptedModel, Steps
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.consent.requests.asking import WISH, ask_for, cards_of, comes_to_the_summary, file_of
from tests.agent.customers import Chatter


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
    assert (await ask_for(eve)).status == "pending_approval"


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


async def test_what_is_moved_while_it_waits_goes_on_waiting(eve: Chatter) -> None:
    await comes_to_the_summary(eve)
    await eve.presses("Yes, send it")
    await eve.says("can I move it to friday?")
    await eve.presses("2026-", kind="slot_picker")
    summary = await eve.sees("summary")
    assert summary is not None
    assert summary["title"] == "Your request moves to"
    assert "still waiting for our approval" in await eve.says("yes")
    old, new = await cards_of(eve)
    assert (old["status"], old["calendar"]) == ("replaced", None)
    assert (new["status"], new["calendar"]) == ("pending_approval", None)
