"""A question beside a summary is answered, or said not to be known; the next plain yes is to the summary."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from agent.languages.texts.concerns import concern_texts_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments
from tests.cast import at

WISHES = {
    "en": ("haircut on tuesday at 11, Eve Lee, eve@example.com", "What do I have to prepare?", "yes please"),
    "de": (
        "Haarschnitt am Dienstag um 11, Eve Lee, eve@example.com",
        "Was muss ich vorher beachten?",
        "ja bitte",
    ),
    "fr": (
        "coupe de cheveux mardi à 11h, Eve Lee, eve@example.com",
        "Que dois-je préparer avant ?",
        "oui, s'il vous plaît",
    ),
    "es": (
        "corte de pelo el martes a las 11, Eve Lee, eve@example.com",
        "¿Qué tengo que llevar?",
        "sí, por favor",
    ),
    "it": ("taglio di capelli martedì alle 11, Eve Lee, eve@example.com", "Cosa devo portare?", "sì, grazie"),
    "he": ("תספורת ביום שלישי ב-11:00, Eve Lee, eve@example.com", "מה צריך להביא?", "כן בבקשה"),
    "ar": ("قص شعر يوم الثلاثاء الساعة 11:00، Eve Lee, eve@example.com", "ماذا يجب أن أحضر؟", "نعم من فضلك"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_nobody_knows_is_said_so_and_the_yes_books(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    wish, question, yes = WISHES[language]
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    await eve.says(wish)
    told = await eve.says(question)
    assert concern_texts_in(language).unknown in told
    assert says.NOT_YET["book"] in told
    assert says.NOTHING_ELSE not in told
    await eve.says(yes)
    assert len(await appointments(eve)) == 1


async def test_a_question_that_wants_it_different_is_no_question_of_facts(eve: Chatter) -> None:
    await eve.says(WISHES["en"][0])
    assert sentences_in("en").NOTHING_ELSE in await eve.says("can I have something longer?")
    await eve.says("yes please")
    assert not await appointments(eve)


THANKS = {
    "en": "Thanks! Can I bring my dog and my cat?",
    "de": "Danke! Kann ich auch mit Hund und Katze kommen?",
    "fr": "Merci ! Je peux venir avec mon chien et mon chat ?",
    "es": "¡Gracias! ¿Puedo ir con mi perro y mi gato?",
    "it": "Grazie! Posso venire con il cane e il gatto?",
    "he": "תודה! אפשר לבוא עם כלב וחתול?",
    "ar": "شكرا! هل يمكن أن أحضر كلبي وقطتي؟",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_beside_thanks_is_answered(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = Chatter(core, salon, locale=language)
    told = await eve.says(THANKS[language])
    assert concern_texts_in(language).unknown in told
    assert sentences_in(language).THANKS not in told


async def test_so_is_it_beside_thanks_at_a_summary(eve: Chatter) -> None:
    await eve.says(WISHES["en"][0])
    assert concern_texts_in("en").unknown in await eve.says(THANKS["en"])
    await eve.says("yes")
    assert len(await appointments(eve)) == 1


@pytest.mark.parametrize(
    "yes", ["yeah ok go, and thx. am i still late or", "yess", "yeah ok go", "yes, thx. where do i park"]
)
async def test_a_price_that_was_told_in_between_takes_no_yes_away(eve: Chatter, yes: str) -> None:
    await eve.says(WISHES["en"][0])
    assert "Massage" in await eve.says("whats the massage cost")
    await eve.says(yes)
    assert len(await appointments(eve)) == 1


@pytest.mark.parametrize(
    "between", ["what about a massage instead?", "whats the massage cost on friday", "the massage then"]
)
async def test_what_may_be_another_wish_does(eve: Chatter, between: str) -> None:
    await eve.says(WISHES["en"][0])
    await eve.says(between)
    await eve.says("yes")
    assert not await appointments(eve)


async def test_a_change_behind_the_yes_books_nothing(eve: Chatter) -> None:
    await eve.says(WISHES["en"][0])
    await eve.says("yeah ok go, thx. can it be the longer one")
    assert not await appointments(eve)


async def test_after_a_joke_a_yes_to_move_moves_at_once(eve: Chatter) -> None:
    await eve.says(WISHES["en"][0])
    await eve.says("yes")
    await eve.says("move it to thursday at 10:45")
    await eve.says("lol u r funny, thx")
    await eve.says("yess")
    [moved] = await appointments(eve)
    assert moved.starts_at == at(3, 10, 45)
