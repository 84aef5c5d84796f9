"""A day that is only asked about is no wish for it, and the day that is said in a wish is the one that is
wanted."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.cast import at

ASKED = {
    "en": ("haircut with Dana on wednesday", "is she even there on friday"),
    "de": ("Haarschnitt bei Dana am Mittwoch", "ist sie am Freitag überhaupt da?"),
    "fr": ("coupe de cheveux avec Dana mercredi", "est-elle là vendredi ?"),
    "es": ("corte de pelo con Dana el miércoles", "¿está ella el viernes?"),
    "it": ("taglio di capelli con Dana mercoledì", "c'è lei venerdì?"),
    "he": ("תספורת אצל דנה ביום רביעי", "היא בכלל שם ביום שישי?"),
    "ar": ("قص شعر مع دانا يوم الأربعاء", "هل هي موجودة يوم الجمعة؟"),
}


@pytest.mark.parametrize("language", ASKED)
async def test_the_times_of_the_other_day_stay(core: BookingCore, salon: DemoSalon, language: str) -> None:
    eve = Chatter(core, salon, locale=language)
    wish, question = ASKED[language]
    await eve.says(wish)
    told = await eve.says(question)
    assert "10:00" in told  # Her hours on that Friday.
    [days] = (await eve.view()).state.draft.when.dates
    assert str(days.first) == "2026-11-25"


async def test_the_day_that_is_said_wins(eve: Chatter) -> None:
    await eve.says("haircut with dana wednesday")
    await eve.says("ok whats dana doing at 9.15?? is she even there on friday")
    await eve.says("hm 11 ish wed is fine then")
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(2, 11)


async def test_an_hour_alone_is_asked_back(eve: Chatter) -> None:
    await eve.says("haircut with dana wednesday")
    await eve.says("is she even there on friday?")
    assert "Wed, Nov 25, 11:15" in await eve.says("then 11:15")
    assert (await eve.view()).state.held_offer is None
