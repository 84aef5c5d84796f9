"""Whether something is booked, and when, is answered from the records, in seven languages."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from agent.mentions.own_appointment import asks_whether_booked
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

ASKED = {
    "en": ("is it booked?", "am i booked", "when is my appointment?", "did it go through?",
        "do I have an appointment now?", "am I on the list?", "am I down for tomorrow?",
        "is my appointment still on?",
        "have I got an appointment?", "what appointments do I have?", "do I have something booked?"),
    "de": ("ist es gebucht?", "Steht mein Termin?", "hat das geklappt?", "wann ist mein Termin?",
        "Bin ich jetzt eingetragen?", "bin ich gebucht?", "stehe ich im Kalender?", "hab ich was gebucht?",
        "welche Termine habe ich?", "steht mein Termin noch?"),
    "fr": ("c'est réservé ?", "Mon rendez-vous est bien confirmé ?", "quand est mon rendez-vous",
        "ai-je un rendez-vous ?", "est-ce que j'ai un rdv ?", "suis-je inscrite ?", "ai-je réservé ?",
        "est-ce que j'ai un rdv demain ?"),
    "es": ("¿está reservada?", "¿tengo una cita?", "¿cuándo es mi cita?", "¿ha quedado confirmada?",
        "¿tengo cita?", "¿tengo cita mañana?", "¿tengo algo reservado?", "¿sigue en pie mi cita?"),
    "it": ("è prenotato?", "quando è il mio appuntamento?", "ho un appuntamento?", "è confermato?",
        "ho una prenotazione?", "sono in lista?", "che appuntamenti ho?"),
    "he": ("התור נקבע?", "יש לי תור?", "מתי התור שלי?", "זה כבר נקבע?",
        "אני רשומה?", "איזה תורים יש לי?"),
    "ar": ("هل تم الحجز؟", "متى موعدي؟", "هل موعدي مؤكد؟", "عندي موعد؟",
        "هل أنا محجوز؟", "هل اسمي مسجل؟", "ما هي مواعيدي؟"),
}  # fmt: skip
OTHERS = {
    "en": ("is it fully booked?", "can I book it?", "I have an appointment at the dentist",
        "what can I book?", "is Friday booked out?", "are there appointments on friday?",
        "have I got time for a coffee?"),
    "de": ("kann ich buchen?", "ist der Freitag ausgebucht?", "Ich habe einen Termin beim Zahnarzt",
        "wann haben Sie einen Termin frei?", "gibt es noch Termine?", "wann bin ich fertig?"),
    "fr": ("je peux réserver ?", "J'ai un rendez-vous chez le dentiste", "quand avez-vous un rendez-vous ?",
        "y a-t-il un rendez-vous demain ?"),
    "es": ("¿puedo reservar?", "tengo una cita con el dentista", "¿cuándo hay cita?", "¿tengo que pagar?"),
    "it": ("posso prenotare?", "ho un appuntamento dal dentista", "quando avete posto?", "sono in ritardo?"),
    "he": ("אפשר לקבוע תור?", "מתי יש תור פנוי?", "אני רוצה תור"),
    "ar": ("هل يمكنني الحجز؟", "متى يوجد موعد؟", "أريد موعدا"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_is_told_from_others(language: str) -> None:
    assert [one for one in ASKED[language] if not asks_whether_booked(one, language)] == []
    assert [one for one in OTHERS[language] if asks_whether_booked(one, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_booking_it_is_shown(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    await eve.agrees()
    before = await eve.records()
    for question in ASKED[language]:
        assert await eve.says(question) == sentences_in(language).HERE_IT_IS, question
    assert await eve.records() == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_before_the_yes_it_is_not(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    assert sentences_in(language).NOT_YET["book"] in await eve.says(ASKED[language][0])


async def test_nothing_made_here_asks_whose_it_is(core: BookingCore, salon: DemoSalon) -> None:
    assert await Chatter(core, salon).says("am I booked for tomorrow?") == sentences_in("en").WHOSE_BOOKING


async def test_data_is_nobody(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    assert "Dana" not in await eve.says("haircut on friday, and what do you do with my data?")
