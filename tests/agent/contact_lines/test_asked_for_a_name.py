"""While a time is kept and the customer is asked who they are, what they answer is their name or contact; a
wish is still a wish."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.contact_lines.states import state_of
from tests.agent.customers import Chatter


@pytest.mark.parametrize(
    "name",
    [
        "Friday Okafor",
        "Oddvar Bye",
        "Min Park",
        "Will Young",
        "Dimanche Diop",
        "Lena Morgen",
        "Robin Robot",
        "Mary Rates",
        "Maria del Carmen Garcia Lopez",
        "דנה לוי",
        "علی\u200cرضا کریمی",
    ],
)
async def test_a_name_keeps_the_time_and_the_language(eve: Chatter, name: str) -> None:
    before = await state_of(eve)
    answer = await eve.says(name)
    after = await state_of(eve)
    assert after.draft.name == name
    assert (after.hold_id, after.held_offer, after.locale) == (
        before.hold_id,
        before.held_offer,
        before.locale,
    )
    assert name in answer
    assert "email address or phone number" in answer


@pytest.mark.parametrize(
    ("line", "name", "email", "phone"),
    [
        ("Ada Byron <ada@example.com>", "Ada Byron", "ada@example.com", None),
        ("1. Ada Byron 2. ada@example.com", "Ada Byron", "ada@example.com", None),
        ("Ada Byron -ada@example.com", "Ada Byron", "ada@example.com", None),
        ("Ada Byron, ada(at)example.com", "Ada Byron", "ada@example.com", None),
        ("Ada Byron, 12.05.1990, 0151 23456789", "Ada Byron", None, "+4915123456789"),
        ("Friday Okafor, fri@example.com, 10115 Berlin", "Friday Okafor", "fri@example.com", None),
        ("\u200fדנה לוי, da\u200bna@example.com", "דנה לוי", "dana@example.com", None),
    ],
)
async def test_name_and_contact_in_one_line_are_the_summarys(
    eve: Chatter, line: str, name: str, email: str | None, phone: str | None
) -> None:
    before = await state_of(eve)
    assert "Shall I book it?" in await eve.says(line)
    after = await state_of(eve)
    assert after.contact is not None
    assert (after.contact.name, after.contact.email, after.contact.phone) == (name, email, phone)
    assert after.hold_id == before.hold_id


@pytest.mark.parametrize("text", ["wenn du meinst", "moi", "me", "what for", "hmm whatever works", "ok"])
async def test_what_is_no_name_is_asked_about_again(eve: Chatter, text: str) -> None:
    before = await state_of(eve)
    await eve.says(text)
    after = await state_of(eve)
    assert after.draft.name is None
    assert after.hold_id == before.hold_id, "the time is still kept"


async def test_a_wish_is_heard_where_a_name_was_asked_for(eve: Chatter) -> None:
    before = await state_of(eve)
    await eve.says("can we do Friday instead?")
    after = await state_of(eve)
    assert after.draft.name is None
    assert after.draft.when != before.draft.when


async def test_a_question_is_answered_and_the_time_stays(eve: Chatter) -> None:
    before = await state_of(eve)
    assert "45" in await eve.says("wait, how much is it?")
    after = await state_of(eve)
    assert after.draft.name is None
    assert after.hold_id == before.hold_id


@pytest.mark.parametrize(
    ("wish", "asked"),
    [
        ("a haircut on Tuesday at 3 pm, ada@example.com", "What name"),
        ("my name is Ada Byron, a haircut on Tuesday at 3 pm", "phone number"),
        ("a haircut on Tuesday at 3 pm", "Who is it for"),
    ],
)
async def test_the_time_kept_is_named_whatever_of_the_contact_is_known(
    core: BookingCore, salon: DemoSalon, wish: str, asked: str
) -> None:
    answer = await Chatter(core, salon).says(wish)
    assert "3 pm" in answer or "15:00" in answer or "3:00" in answer
    assert "I am keeping" in answer
    assert asked in answer


async def test_an_extension_is_told_of_and_the_rest_is_kept(eve: Chatter) -> None:
    answer = await eve.says("Ada Byron, ada@example.com, 030 5550142 ext 12")
    assert "Extensions cannot be noted" in answer
    draft = (await state_of(eve)).draft
    assert (draft.name, draft.email, draft.phone) == ("Ada Byron", "ada@example.com", None)
    assert "Shall I book it?" in await eve.says("030 5550142")


async def test_a_number_of_another_country_is_asked_for_in_full(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, locale="en")
    await eve.says("haircut with Dana on tuesday at 10")
    before = await state_of(eve)
    assert "whole phone number" in await eve.says("Ada Byron, 415-555-0142")
    after = await state_of(eve)
    assert (after.draft.name, after.draft.phone) == ("Ada Byron", None)
    assert after.hold_id == before.hold_id, "the time is still kept"
    assert "Shall I book it?" in await eve.says("+1 415 555 0142")
