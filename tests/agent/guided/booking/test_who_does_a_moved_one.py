"""A move keeps the person; where somebody else has to do it, that is said and stands in the summary."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import booked, rows
from tests.cast import Visitor, at

MOVES = {
    "en": ("haircut on december 1 at 11, Eve Lee, eve@example.com", "yes", "move it to thursday at 11"),
    "de": (
        "Haarschnitt am 1. Dezember um 11, Eve Lee, eve@example.com",
        "ja",
        "bitte auf Donnerstag um 11 verschieben",
    ),
    "fr": (
        "coupe de cheveux le 1er décembre à 11h, Eve Lee, eve@example.com",
        "oui",
        "déplacez-le à jeudi à 11h",
    ),
    "es": (
        "corte de pelo el 1 de diciembre a las 11, Eve Lee, eve@example.com",
        "sí",
        "muévala al jueves a las 11",
    ),
    "it": (
        "taglio di capelli il 1 dicembre alle 11, Eve Lee, eve@example.com",
        "sì",
        "lo sposti a giovedì alle 11",
    ),
    "he": ("תספורת ב-1 בדצמבר ב-11:00, Eve Lee, eve@example.com", "כן", "להזיז ליום חמישי ב-11:00"),
    "ar": (
        "قص شعر يوم 1 ديسمبر الساعة 11:00، Eve Lee, eve@example.com",
        "نعم",
        "انقل الموعد إلى الخميس الساعة 11:00",
    ),
}


async def begin_move(
    core: BookingCore, salon: DemoSalon, language: str, *, is_taken: bool
) -> tuple[Chatter, str, str]:
    """A customer who moves what anybody could do, whoever does it being busy then or not; with what was said
    last and who does it so far."""
    eve = Chatter(core, salon, locale=language)
    book, yes, move = MOVES[language]
    await eve.says(book)
    await eve.says(yes)
    own = next(iter((await booked(eve)).resource_ids))
    name = next(key for key, one in salon.resources.items() if one == own)
    if is_taken:
        await Visitor(core, salon, "Ada").books("Haircut", at(10, 11), staff_id=own)
    return eve, await eve.says(move), name


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_else_is_named_in_the_sentence_and_in_the_summary(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve, told, before = await begin_move(core, salon, language, is_taken=True)
    says = sentences_in(language)
    shown = await rows(eve)
    then = shown[says.ROWS["with"]]
    assert then != before
    assert says.STAFF_CHANGES.format(staff=then, before=before) in told
    assert shown[says.ROWS["before"]].endswith(f"; {before}")


async def test_whoever_does_it_so_far_does_it_then_if_they_can(core: BookingCore, salon: DemoSalon) -> None:
    eve, told, before = await begin_move(core, salon, "en", is_taken=False)
    shown = await rows(eve)
    assert shown["With"] == before
    assert before not in shown["Until now"]
    assert "no longer with" not in told
