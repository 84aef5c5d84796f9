"""Whether one is in, or it is done, asked in passing: answered from the records where there is something that
may be meant, and by nobody's booking where there is not."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from agent.mentions.own_appointment import asks_of_what_is_known, asks_whether_booked
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

NOTED = {
    "en": ("have you put us down for it?", "do you guys have me in for saturday?", "did you get me in?",
        "you've got me on the list?"),
    "de": ("habt ihr uns für Samstag notiert?", "hast du mich jetzt drin?",
        "haben Sie mich im System vermerkt?"),
    "fr": ("vous nous avez bien inscrits ?", "tu m'as mise dans l'agenda ?",
        "m'avez-vous noté pour samedi ?"),
    "es": ("¿me tenéis apuntada?", "¿nos han anotado?", "¿me tienes para el sábado?"),
    "it": ("mi avete messa in lista?", "ci avete segnati per sabato?", "mi hai inserito?"),
    "he": ("רשמתם אותנו?", "הכנסת אותי ליומן?", "שיבצתם אותי לשבת?"),
    "ar": ("هل سجلتموني عندكم؟", "مسجلني عندك؟", "هل حجزتم لي؟"),
}  # fmt: skip
HOW_IT_WENT = {
    "en": ("am I in then?", "so we're set?", "is it all done?", "did it register?", "and that's through?"),
    "de": ("bin ich jetzt drin?", "ist alles fix?", "hat es hingehauen?", "und das ist durch?",
        "sind wir dabei?"),
    "fr": ("je suis dedans ?", "c'est bien passé ?", "alors c'est bon ?", "ça a marché ?"),
    "es": ("¿ya estoy dentro?", "¿quedó?", "¿está listo?", "entonces, ¿se guardó?"),
    "it": ("sono dentro?", "è andata?", "tutto a posto?", "allora è fatta?"),
    "he": ("אז אני בפנים?", "זה נקלט?", "הכל מסודר?"),
    "ar": ("هل تم؟", "صار؟", "هل أنا مسجلة عندكم؟", "خلاص تم الحجز؟"),
}  # fmt: skip
OTHERS = {
    "en": ("can you put me in on friday?", "could you get me in tomorrow?", "is it busy?", "are you in?",
        "do you have space for me?", "did you get my mail?"),
    "de": ("kannst du mich eintragen?", "ist Dana da?", "hast du mich verstanden?", "ist das teuer?"),
    "fr": ("vous pouvez me noter ?", "c'est cher ?", "vous m'avez appelé ?"),
    "es": ("¿me puedes apuntar?", "¿está abierto?", "¿me ve el martes?"),
    "it": ("mi può segnare?", "è caro?", "mi avete chiamato?"),
    "he": ("אפשר לרשום אותי?", "זה יקר?", "אתם פתוחים?"),
    "ar": ("هل يمكنك تسجيلي؟", "هل هو غالي؟", "هل اتصلتم بي؟"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_are_told_from_others(language: str) -> None:
    assert [one for one in NOTED[language] if not asks_whether_booked(one, language)] == []
    assert [one for one in HOW_IT_WENT[language] if not _is_heard(one, language)] == []
    assert [one for one in OTHERS[language] if _is_heard(one, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_booking_it_is_shown(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    await eve.agrees()
    before = await eve.records()
    for question in (*NOTED[language], *HOW_IT_WENT[language]):
        # "For Saturday?", of another day, is denied first.
        assert (await eve.says(question)).endswith(sentences_in(language).HERE_IT_IS), question
    assert await eve.records() == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_before_the_yes_it_is_not(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    for question in (NOTED[language][0], HOW_IT_WENT[language][0]):
        assert sentences_in(language).NOT_YET["book"] in await eve.says(question), question
    assert await eve.records() == []


async def test_with_nothing_made_here_it_is_asked_whose_it_is(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    assert await eve.says("do you have me down for tomorrow?") == sentences_in("en").WHOSE_BOOKING


def _is_heard(text: str, language: str) -> bool:
    return asks_whether_booked(text, language) or asks_of_what_is_known(text, language)
