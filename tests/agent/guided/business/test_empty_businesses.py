"""A business that has not said anything of itself yet says so, and never a sentence with a hole in it."""

import re

import pytest

from agent.languages import LANGUAGES, sentences_in
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter

QUESTIONS = {
    "en": {"address": "where are you?", "hours": "when are you open?",
        "contact": "what is your phone number?", "staff": "who works there?",
        "services": "what do you offer?"},
    "de": {"address": "wo sind Sie?", "hours": "was sind Ihre Öffnungszeiten?",
        "contact": "wie ist Ihre Telefonnummer?", "staff": "wer arbeitet bei Ihnen?",
        "services": "was bieten Sie an?"},
    "fr": {"address": "quelle est votre adresse ?", "hours": "quels sont vos horaires d'ouverture ?",
        "contact": "quel est votre numéro de téléphone ?", "staff": "qui travaille chez vous ?",
        "services": "quelles prestations proposez-vous ?"},
    "es": {"address": "¿cuál es su dirección?", "hours": "¿cuál es su horario?",
        "contact": "¿cuál es su teléfono?", "staff": "¿quién trabaja ahí?",
        "services": "¿qué servicios ofrecen?"},
    "it": {"address": "qual è il vostro indirizzo?", "hours": "quali sono i vostri orari di apertura?",
        "contact": "qual è il vostro numero di telefono?", "staff": "chi lavora da voi?",
        "services": "quali servizi offrite?"},
    "he": {"address": "מה הכתובת שלכם?", "hours": "מה שעות הפתיחה?", "contact": "מה מספר הטלפון שלכם?",
        "staff": "מי עובד אצלכם?", "services": "אילו שירותים יש לכם?"},
    "ar": {"address": "ما عنوانكم؟", "hours": "ما ساعات العمل؟", "contact": "ما رقم هاتفكم؟",
        "staff": "من يعمل لديكم؟", "services": "ما هي خدماتكم؟"},
}  # fmt: skip
MORE = (
    "hello",
    "how much is a haircut?",
    "how long does it take?",
    "can I cancel for free?",
    "book something",
    "123",
    "asdf",
)
# Where something should stand and nothing does: "at .", ": ,", two blanks, a name that is none.
HOLES = re.compile(r"\s[.,;:!?](?:\s|$)(?<!\s[:;!?]\s)|:\s*[.,]|\(\s*\)|None|\{\w*\}|  ")


async def empty_business(core: BookingCore) -> DemoSalon:
    """As it is before its owner has said more than its name."""
    organization_id = new_id("org")
    async with core.sessions() as session, session.begin():
        session.add(
            Organization(
                id=organization_id,
                name="Nameless",
                time_zone="Europe/Berlin",
                locale="en",
                currency="EUR",
                country="DE",
                email=None,
                phone=None,
                chat={},
            )
        )
        await session.flush()
        location = Location(
            id=new_id("loc"),
            organization_id=organization_id,
            name="",
            address="",
            time_zone="Europe/Berlin",
            country=None,
            subdivision=None,
            closed_on_public_holidays=True,
            position=0,
        )
        session.add(location)
    return DemoSalon(organization_id, location.id, {}, {})


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_question_is_answered_by_what_has_not_been_entered(
    core: BookingCore, language: str
) -> None:
    business, says = await empty_business(core), sentences_in(language)
    for topic, question in QUESTIONS[language].items():
        eve = Chatter(core, business, locale=language)
        assert await eve.says(question) == says.NOT_ENTERED[topic], (topic, question)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_answer_has_a_hole_in_it(core: BookingCore, language: str) -> None:
    business = await empty_business(core)
    for said in MORE:
        eve = Chatter(core, business, locale=language)
        for _ in range(2):
            answer = await eve.says(said)
            assert answer.strip(), said
            assert not HOLES.search(answer), (said, answer)
