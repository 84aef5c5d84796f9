"""A no that comes once the thing is done: the answer says what is so, and nothing changes without another
yes."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from agent.languages.texts.second_thoughts import second_thoughts_in
from booking_core.core import BookingCore
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

NO = {"en": "no", "de": "nein", "fr": "non", "es": "no", "it": "no", "he": "לא", "ar": "لا"}
YES = {"en": "yes", "de": "ja", "fr": "oui", "es": "sí", "it": "sì", "he": "כן", "ar": "نعم"}


async def book(core: BookingCore, language: str) -> Summarised:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    await eve.agrees()
    return eve


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_no_after_the_booking_is_told_that_it_is_booked(core: BookingCore, language: str) -> None:
    eve, says = await book(core, language), second_thoughts_in(language)
    before = await eve.records()
    told = await eve.says(NO[language])
    assert told.startswith(says.book.partition("{facts}")[0])
    assert await eve.records() == before
    assert says.cancel in await eve.labels()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_yes_to_cancelling_shows_its_summary_first(core: BookingCore, language: str) -> None:
    eve = await book(core, language)
    before = await eve.records()
    await eve.says(NO[language])
    await eve.says(YES[language])
    assert await eve.records() == before
    block = await eve.sees("summary")
    assert block is not None
    assert block["state"] == "open"
    assert sentences_in(language).AGREE["cancel"] in await eve.labels()


async def test_the_no_of_the_summary_pressed_too_late_is_a_no(core: BookingCore) -> None:
    eve = await book(core, "en")
    assert (await eve.says(sentences_in("en").DECLINE["book"])).startswith("This is booked already")


async def test_a_no_to_cancelling_leaves_it(core: BookingCore) -> None:
    eve = await book(core, "en")
    before = await eve.records()
    await eve.says("no")
    assert await eve.says("no") == sentences_in("en").ALL_RIGHT
    assert await eve.records() == before


async def test_a_no_after_the_cancelling_is_told_that_it_is_cancelled(core: BookingCore) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "cancel", "guided")
    await eve.agrees()
    assert (await eve.says("no")).startswith("This has been cancelled already")


async def test_a_no_later_on_is_one_to_something_else(core: BookingCore) -> None:
    eve = await book(core, "en")
    await eve.says("thanks")
    assert "booked already" not in await eve.says("no")


@pytest.mark.parametrize("said", ["no thanks, that's all", "no that's fine", "no, cancel it"])
async def test_what_is_no_plain_no_is_heard_as_ever(core: BookingCore, said: str) -> None:
    eve = await book(core, "en")
    assert "booked already" not in await eve.says(said)
