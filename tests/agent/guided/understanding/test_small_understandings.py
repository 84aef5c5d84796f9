"""Numbers, days and short words that are one thing or another by what the conversation knows."""

import pytest

from agent.languages import LANGUAGES, locale_of_text, sentences_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.test_moved_in_other_words import begin
from tests.agent.guided.understanding.understood import booked, times
from tests.cast import at

YOGA = {
    "en": ("yoga class on december 2 at 2pm", "for 2"),
    "de": ("Yogakurs am 2. Dezember um 14 Uhr", "zu 2"),
    "fr": ("cours de yoga le 2 décembre à 14h", "à 2"),
    "es": ("clase de yoga el 2 de diciembre a las 14", "a dos"),
    "it": ("lezione di yoga il 2 dicembre alle 14", "in 2"),
    "he": ("שיעור יוגה ב-2 בדצמבר ב-14:00", "ל-2"),
    "ar": ("حصة يوغا يوم 2 ديسمبر الساعة 14", "لاثنين"),
}
MONDAY_AFTER = {
    "en": "the monday after",
    "de": "montag drauf",
    "fr": "le lundi d'après",
    "es": "el lunes siguiente",
    "it": "il lunedì dopo",
    "he": "ביום שני שאחרי",
    "ar": "الاثنين اللي بعده",
}
WHY_NOT = {
    "en": "why not",
    "de": "warum eigentlich nicht",
    "fr": "pourquoi pas",
    "es": "¿por qué no?",
    "it": "perché no",
    "he": "למה לא",
    "ar": "ليش لا",
}
YES = {"en": "yes", "de": "ja", "fr": "oui", "es": "sí", "it": "sì", "he": "כן", "ar": "نعم"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_bare_number_beside_a_known_time_is_people(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = Chatter(core, salon, locale=language)
    for text in YOGA[language]:
        await eve.says(text)
    draft = (await eve.view()).state.draft
    assert draft.party_size == 2
    assert [one.first for one in draft.when.times] == [14 * 60]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_monday_after_is_after_the_day_that_is_known(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = await begin(core, salon, language, 1)
    await eve.says(MONDAY_AFTER[language])
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(14, 11)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_not_is_no_yes_to_a_summary_and_the_yes_after_it_is(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = await begin(core, salon, language, 2)
    assert sentences_in(language).NOT_YET["book"] in await eve.says(WHY_NOT[language])
    await eve.says(YES[language])
    assert (await booked(eve)).starts_at == at(8, 11)


async def test_why_not_is_interest_in_what_is_on_offer(eve: Chatter) -> None:
    await eve.says("haircut on december 1")
    assert await eve.says("why not") == sentences_in("en").WHICH_TIME


async def test_a_minute_between_two_starts_is_not_said_to_be_taken(eve: Chatter) -> None:
    await eve.says("haircut on december 1")
    assert "no appointment begins at exactly that minute" in await eve.says("at ten to 3")
    assert {"2026-12-01T14:45:00+01:00", "2026-12-01T15:00:00+01:00"} <= set(await times(eve))


async def test_an_hour_is_of_the_list_that_stands_in_for_a_day_too_far(eve: Chatter) -> None:
    await eve.says("haircut on february 28, the monday after")
    await eve.says("at 11")
    assert (await eve.view()).state.held_offer is not None


@pytest.mark.parametrize(
    ("locale", "text", "goes_on"),
    [
        ("es", "dame un segundo, nada más", "es"),
        ("de", "un momento", "de"),
        ("fr", "ok", "fr"),
        ("en", "y a-t-il un bus à 10h ?", "fr"),
        ("it", "quiero un corte de pelo el viernes", "es"),
        ("de", "can I come at 5 instead?", "en"),
    ],
)
def test_a_few_words_leave_the_language_unless_they_are_clearly_of_another(
    locale: str, text: str, goes_on: str
) -> None:
    assert locale_of_text(text, locale) == goes_on


@pytest.mark.parametrize("text", ["قص شعر بكرا", "قص شعر باجر", "قص شعر غدوة"])
async def test_tomorrow_in_arabic_as_it_is_spoken(core: BookingCore, salon: DemoSalon, text: str) -> None:
    eve = Chatter(core, salon, locale="ar")
    await eve.says(text)
    assert [str(days.first) for days in (await eve.view()).state.draft.when.dates] == ["2026-11-24"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "tell me a joke"), ("de", "erzähl mir einen Witz"), ("fr", "raconte-moi une blague"),
        ("es", "cuéntame un chiste"), ("it", "raccontami una barzelletta"), ("he", "ספר לי בדיחה"),
        ("ar", "احكيلي نكتة")],
)  # fmt: skip
async def test_after_a_joke_the_open_step_goes_on(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = await begin(core, salon, language, 1)
    answer = await eve.says(text)
    assert answer.startswith(sentences_in(language).JOKES)
    assert "Haircut" in answer  # What is kept, and for whom it is asked.


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "one sec"), ("de", "Moment bitte"), ("fr", "un instant"), ("es", "dame un segundo, nada más"),
        ("it", "un attimo"), ("he", "רגע"), ("ar", "لحظة")],
)  # fmt: skip
async def test_who_asks_for_a_moment_has_it(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = await begin(core, salon, language, 1)
    assert await eve.says(text) == sentences_in(language).TAKE_YOUR_TIME
