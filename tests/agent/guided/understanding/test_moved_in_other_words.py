"""Another time for what is kept, summed up or booked, with a verb that nobody listed: it is heard as one, in
seven languages."""

import pytest

from agent.languages import LANGUAGES
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments, booked
from tests.cast import at

WISHES = {
    "en": ("haircut on december 1 at 11", "Ada Lee, ada@example.com", "yes"),
    "de": ("Haarschnitt am 1. Dezember um 11", "Ada Lee, ada@example.com", "ja"),
    "fr": ("coupe de cheveux le 1er décembre à 11h", "Ada Lee, ada@example.com", "oui"),
    "es": ("corte de pelo el 1 de diciembre a las 11", "Ada Lee, ada@example.com", "sí"),
    "it": ("taglio di capelli il 1 dicembre alle 11", "Ada Lee, ada@example.com", "sì"),
    "he": ("תספורת ב-1 בדצמבר ב-11:00", "Ada Lee, ada@example.com", "כן"),
    "ar": ("قص شعر يوم 1 ديسمبر الساعة 11", "Ada Lee, ada@example.com", "نعم"),
}
TO_THURSDAY = {
    "en": "chuck me over to thursday",
    "de": "hau mich doch auf Donnerstag",
    "fr": "tu me cales à jeudi",
    "es": "me echas al jueves",
    "it": "mi piazzi a giovedì",
    "he": "תעיפי אותי לחמישי",
    "ar": "ارميني على الخميس",
}
TO_FIVE = {
    "en": "make it 5 rather than 11",
    "de": "17 statt 11 Uhr",
    "fr": "17h au lieu de 11h",
    "es": "a las 5 en vez de a las 11",
    "it": "alle 17 invece che alle 11",
    "he": "ב-5 במקום ב-11",
    "ar": "خليها 5 بدل 11",
}


async def begin(core: BookingCore, salon: DemoSalon, language: str, messages: int) -> Chatter:
    """A customer after so many messages: one that has the time kept, one that is shown a summary, one that
    books."""
    eve = Chatter(core, salon, locale=language)
    for text in WISHES[language][:messages]:
        await eve.says(text)
    return eve


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_kept_time_moves(core: BookingCore, salon: DemoSalon, language: str) -> None:
    eve = await begin(core, salon, language, 1)
    await eve.says(TO_THURSDAY[language])
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(10, 11)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_summary_shows_the_new_time_before_its_yes(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = await begin(core, salon, language, 2)
    await eve.says(TO_THURSDAY[language])
    assert await appointments(eve) == []
    await eve.says(WISHES[language][2])
    assert (await booked(eve)).starts_at == at(10, 11)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_appointment_moves(core: BookingCore, salon: DemoSalon, language: str) -> None:
    eve = await begin(core, salon, language, 3)
    await eve.says(TO_THURSDAY[language])
    state = (await eve.view()).state
    assert state.moving is not None
    assert [str(days.first) for days in state.draft.when.dates] == ["2026-12-03"]


@pytest.mark.parametrize("messages", [2, 3])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_hour_instead_of_another_is_of_the_same_day(
    core: BookingCore, salon: DemoSalon, language: str, messages: int
) -> None:
    eve = await begin(core, salon, language, messages)
    await eve.says(TO_FIVE[language])
    summary = (await eve.view()).state.summary
    assert summary is not None
    assert summary.deed == ("book" if messages == 2 else "move")
    await eve.says(WISHES[language][2])
    assert (await booked(eve)).starts_at == at(8, 17)


async def test_a_mere_number_is_an_hour(eve: Chatter) -> None:
    for text in WISHES["en"][:2]:
        await eve.says(text)
    await eve.says("bump me to 5")
    await eve.says("yes")
    assert (await booked(eve)).starts_at == at(8, 17)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "remind me on friday"), ("de", "ich freue mich auf Mittwoch"), ("fr", "à jeudi !"),
        ("es", "me levanto a las 7"), ("it", "chiamatemi alle 4"), ("he", "תזכירו לי ביום חמישי"),
        ("ar", "ذكروني يوم الخميس")],
)  # fmt: skip
async def test_what_moves_nothing_leaves_the_time(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = await begin(core, salon, language, 2)
    await eve.says(text)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(8, 11)
