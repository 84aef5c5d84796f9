"""A change told from the time on the summary, beside a yes: the next yes never books the old time."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments
from tests.cast import at

WISHES = {
    "en": ("haircut with Miriam on december 1 at 11, Ada Lee, ada@example.com", "yes"),
    "de": ("Haarschnitt bei Miriam am 1. Dezember um 11, Ada Lee, ada@example.com", "ja"),
    "fr": ("coupe de cheveux avec Miriam le 1er décembre à 11h, Ada Lee, ada@example.com", "oui"),
    "es": ("corte de pelo con Miriam el 1 de diciembre a las 11, Ada Lee, ada@example.com", "sí"),
    "it": ("taglio di capelli con Miriam il 1 dicembre alle 11, Ada Lee, ada@example.com", "sì"),
    "he": ("תספורת אצל Miriam ב-1 בדצמבר ב-11:00, Ada Lee, ada@example.com", "כן"),
    "ar": ("قص شعر مع Miriam يوم 1 ديسمبر الساعة 11, Ada Lee, ada@example.com", "نعم"),
}
BESIDE_A_YES = [
    ("en", "sure, only could it be two hours later", 120),
    ("en", "ok but fifteen minutes earlier", -15),
    ("de", "gerne, aber eine Viertelstunde später", 15),
    ("de", "ja, bitte nur eine Stunde eher", -60),
    ("fr", "oui, seulement une heure et demie plus tard", 90),
    ("fr", "parfait, mais un quart d'heure plus tôt", -15),
    ("es", "sí, pero dos horas después", 120),
    ("es", "de acuerdo, pero un cuarto de hora antes", -15),
    ("it", "sì, però due ore più tardi", 120),
    ("it", "va bene, ma un quarto d'ora prima", -15),
    ("he", "כן, רק שעתיים מאוחר יותר", 120),
    ("ar", "نعم، لكن قبل ربع ساعة", -15),
]
ELUSIVE = [
    ("en", "yes, but nudge it along a smidgen"),
    ("de", "ja, aber noch ein klein bisschen versetzt"),
    ("fr", "oui, mais un chouïa décalé"),
    ("es", "sí, pero más tarde"),
    ("it", "sì, ma più tardi"),
    ("he", "כן, אבל מאוחר יותר"),
    ("ar", "نعم، لكن لاحقا"),
]


async def at_summary(core: BookingCore, salon: DemoSalon, language: str) -> Chatter:
    """A customer who was shown a summary of 1 December at eleven."""
    eve = Chatter(core, salon, locale=language)
    await eve.says(WISHES[language][0])
    summary = (await eve.view()).state.summary
    assert summary is not None
    return eve


@pytest.mark.parametrize(("language", "text", "minutes"), BESIDE_A_YES)
async def test_so_much_earlier_or_later_is_what_the_next_yes_books(
    core: BookingCore, salon: DemoSalon, language: str, text: str, minutes: int
) -> None:
    eve = await at_summary(core, salon, language)
    await eve.says(text)
    assert await appointments(eve) == []
    await eve.says(WISHES[language][1])
    [made] = await appointments(eve)
    assert made.starts_at == at(8, 11) + timedelta(minutes=minutes)


@pytest.mark.parametrize(("language", "text"), ELUSIVE)
async def test_what_is_not_understood_beside_a_yes_takes_it_back(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = await at_summary(core, salon, language)
    await eve.says(text)
    await eve.says(WISHES[language][1])
    assert await appointments(eve) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "thursday would be better"),
        ("de", "doch lieber Donnerstag"),
        ("fr", "plutôt jeudi, s'il vous plaît"),
        ("es", "mejor el jueves"),
        ("it", "meglio giovedì"),
        ("he", "עדיף ביום חמישי"),
        ("ar", "أفضل الخميس"),
    ],
)
async def test_another_weekday_is_of_the_week_on_the_summary(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = await at_summary(core, salon, language)
    await eve.says(text)
    await eve.says(WISHES[language][1])
    booked = await appointments(eve)
    assert all(one.starts_at == at(10, 11) for one in booked)
    days = (await eve.view()).state.draft.when.dates
    assert booked or [str(one.first) for one in days] == ["2026-12-03"]
