"""The demo salon tells its services, people and facts in the customer's language: in the list, the summary,
the card and the answers, without a word of English among them."""

import json
import re

import pytest

from agent.languages import LANGUAGES
from booking_core.core import BookingCore
from booking_core.maintenance.demo import OFFERS, DemoSalon
from booking_core.maintenance.demo_words import FACTS, QUESTIONS, RESOURCES, SERVICES, translate_demo
from tests.agent.customers import Chatter
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

OTHERS = [language for language in LANGUAGES if language != "en"]
ENGLISH = re.compile(
    r"\b(?:Haircut|Beard trim|Colour and cut|Blow-dry|Yoga class|Bridal styling|Wash, cut)\b"
)
PARKING = {
    "de": "Gibt es Parkplätze?",
    "fr": "Y a-t-il un parking ?",
    "es": "¿Hay aparcamiento?",
    "it": "C'è un parcheggio?",
    "he": "יש חניה?",
    "ar": "هل يوجد موقف سيارات؟",
}
SERVICES_ASKED = {
    "de": "Was bieten Sie an?",
    "fr": "Quelles prestations proposez-vous ?",
    "es": "¿Qué servicios ofrecen?",
    "it": "Quali servizi offrite?",
    "he": "אילו שירותים יש לכם?",
    "ar": "ما هي خدماتكم؟",
}


async def translate(core: BookingCore) -> DemoSalon:
    salon = await new_salon(core)
    async with core.sessions() as session, session.begin():
        await translate_demo(session, salon)
    return salon


def test_every_word_of_the_demo_is_there_in_every_language() -> None:
    assert [offer.name for offer in OFFERS] == list(SERVICES)
    for words in (*SERVICES.values(), *RESOURCES.values(), *QUESTIONS.values()):
        assert list(words) == OTHERS
    assert list(FACTS) == OTHERS


@pytest.mark.parametrize("language", OTHERS)
async def test_a_booking_is_told_in_the_words_of_the_customer(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await translate(core), language, "book", "guided")
    summary = json.dumps(await eve.sees("summary"), ensure_ascii=False)
    booked = await eve.agrees()
    card = json.dumps(await eve.sees("booking_card"), ensure_ascii=False)
    name, _ = SERVICES["Haircut"][language]
    for told in (summary, booked, card):
        assert name in told
        assert not ENGLISH.search(told)


@pytest.mark.parametrize("language", OTHERS)
async def test_services_and_facts_are_told_in_the_words_of_the_customer(
    core: BookingCore, language: str
) -> None:
    eve = Chatter(core, await translate(core), locale=language)
    told = await eve.says(SERVICES_ASKED[language])
    told += json.dumps(await eve.open_blocks(), ensure_ascii=False)
    assert all(words[language][0] in told for words in SERVICES.values())
    assert not ENGLISH.search(told)
    assert FACTS[language]["parking"] in await eve.says(PARKING[language])


async def test_the_words_an_owner_wrote_stay(core: BookingCore) -> None:
    salon = await translate(core)
    async with core.sessions() as session, session.begin():
        await translate_demo(session, salon)
    eve = Chatter(core, salon, locale="de")
    assert FACTS["de"]["payment"] in await eve.says("Kann ich mit Karte zahlen?")
