"""What stands beside a name: a time, or a number that is broken off."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

WISH = {
    "en": "a haircut with Dana on Tuesday at 10",
    "de": "Haarschnitt bei Dana am Dienstag um 10 Uhr",
    "es": "un corte con Dana el martes a las 10",
    "he": "תספורת אצל דנה ביום שלישי בעשר",
    "ar": "قص شعر عند دانا يوم الثلاثاء الساعة 10",
}
NAMES = (
    ("en", "ada byron tuesday at 10", "ada byron"),
    ("en", "Ada Byron but Tuesday at 11 instead", "Ada Byron"),
    ("es", "ana ruiz el martes a las 10", "ana ruiz"),
    ("he", "דנה לוי ביום שלישי בעשר", "דנה לוי"),
    ("ar", "ليلى حداد يوم الثلاثاء الساعة 10", "ليلى حداد"),
)


@pytest.mark.parametrize(("locale", "text", "name"), NAMES)
async def test_a_name_with_a_time_in_one_line_is_asked_for_once(
    core: BookingCore, salon: DemoSalon, locale: str, text: str, name: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says(WISH[locale])
    await eve.says(text)
    state = (await eve.view()).state
    assert state.draft.name == name
    assert state.hold_id is not None


@pytest.mark.parametrize("text", ["0171 abc", "Ada Byron 0171 23", "+49 171"])
async def test_a_number_that_breaks_off_is_said_to_be_incomplete(
    core: BookingCore, salon: DemoSalon, text: str
) -> None:
    eve = Chatter(core, salon)
    await eve.says(WISH["en"])
    assert "whole phone number" in await eve.says(text)


@pytest.mark.parametrize("text", ["Tuesday at 11 works better", "maybe Tuesday at 11 instead"])
async def test_words_beside_a_time_are_no_name(core: BookingCore, salon: DemoSalon, text: str) -> None:
    eve = Chatter(core, salon)
    await eve.says(WISH["en"])
    await eve.says(text)
    assert (await eve.view()).state.draft.name is None
