"""What is said of "it" right after a booking, or later: undone it is cancelled after a yes, changed it is
moved, and a mere yes is no wish for another."""

import pytest

from agent.assent import takes_back
from agent.languages import LANGUAGES, sentences_in
from booking_core.core import BookingCore
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

UNDONE = {
    "en": ("undo it please", "no wait, scrap that", "can you reverse that", "bin the booking"),
    "de": ("mach das bitte rückgängig", "nein, zieh das zurück", "machen Sie es ungeschehen",
        "lösch das wieder"),
    "fr": ("annulez tout ça", "non, défais ça", "faites marche arrière", "enlève la réservation"),
    "es": ("deshazlo por favor", "no, quítalo", "da marcha atrás", "anula la reserva"),
    "it": ("annulla tutto", "no, disfalo", "torna indietro per favore", "togli la prenotazione"),
    "he": ("תבטלי את זה בבקשה", "לא, תחזיר אחורה", "תמחקו את ההזמנה", "תסירו את זה"),
    "ar": ("الغ هذا لو سمحت", "لا، امسحه", "تراجع عن الحجز", "شيل الموعد"),
}  # fmt: skip
NOT_UNDONE = {
    "en": ("undo my hair", "scrap the small talk", "drop me a line", "take it easy", "never mind"),
    "de": ("mach das Licht an", "lösch meine Nummer", "nimm dir Zeit"),
    "fr": ("annulez la musique", "enlève ton manteau"),
    "es": ("quita la música", "borra mi número"),
    "it": ("togli la musica", "leva le tende"),
    "he": ("תמחקו את המספר שלי", "תורידו מחיר"),
    "ar": ("امسح رقمي", "شيل الموسيقى"),
}  # fmt: skip
CHANGED = {
    "en": "change it",
    "de": "ändere das",
    "fr": "change-le",
    "es": "cámbiala",
    "it": "cambialo",
    "he": "תשנו את זה",
    "ar": "غيره",
}
FINE = {
    "en": ("yes", "ok", "great"),
    "de": ("ja", "ok", "super"),
    "fr": ("oui", "ok", "parfait"),
    "es": ("sí", "vale", "perfecto"),
    "it": ("sì", "ok", "perfetto"),
    "he": ("כן", "אוקיי", "מעולה"),
    "ar": ("نعم", "تمام", "ممتاز"),
}


async def book(core: BookingCore, language: str) -> Summarised:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    await eve.agrees()
    return eve


@pytest.mark.parametrize("is_later", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_undoing_shows_the_summary_to_cancel_and_cancels_nothing(
    core: BookingCore, language: str, is_later: bool
) -> None:
    eve = await book(core, language)
    before = await eve.records()
    if is_later:
        await eve.says("ok")
    for text in UNDONE[language]:
        await eve.says(text)
        summary = (await eve.view()).state.summary
        assert summary is not None, text
        assert summary.deed == "cancel"
        await eve.presses(sentences_in(language).DECLINE["cancel"])
    assert await eve.records() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_things_are_not_undone(language: str) -> None:
    assert [one for one in NOT_UNDONE[language] if takes_back(one, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_changing_it_asks_when(core: BookingCore, language: str) -> None:
    eve = await book(core, language)
    assert await eve.says(CHANGED[language]) == sentences_in(language).MOVE_WHEN


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_to_nothing_is_acknowledged(core: BookingCore, language: str) -> None:
    eve = await book(core, language)
    for text in FINE[language]:
        assert await eve.says(text) == sentences_in(language).ALL_RIGHT, text
    assert await eve.sees("services") is None


async def test_a_move_that_is_undone_is_told_as_it_stands(core: BookingCore) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "move", "guided")
    await eve.agrees()
    assert "has been moved already" in await eve.says("undo that")
