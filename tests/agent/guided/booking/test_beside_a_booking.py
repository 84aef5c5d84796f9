"""What is said beside a booking that is being made: when it is, that all is well, what the business should
know, and more than one question."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments, rows

WISHES = {
    "en": "haircut on wednesday at 11, Ada Lee, ada@example.com",
    "de": "Haarschnitt am Mittwoch um 11, Ada Lee, ada@example.com",
    "fr": "coupe de cheveux mercredi à 11h, Ada Lee, ada@example.com",
    "es": "corte de pelo el miércoles a las 11, Ada Lee, ada@example.com",
    "it": "taglio di capelli mercoledì alle 11, Ada Lee, ada@example.com",
    "he": "תספורת ביום רביעי ב-11:00, Ada Lee, ada@example.com",
    "ar": "قص شعر يوم الأربعاء الساعة 11, Ada Lee, ada@example.com",
}


@pytest.mark.parametrize(
    ("language", "question", "until"),
    [
        ("en", "and when is that?", "until 8:10"),
        ("de", "Um wie viel Uhr?", "Bis 08:10"),
        ("fr", "c'est pour quand ?", "jusqu'à 08:10"),
        ("es", "¿y cuándo?", "hasta las 8:10"),
        ("it", "a che ora è?", "fino alle 08:10"),
        ("he", "מתי?", "עד 8:10"),
        ("ar", "امتى؟", "حتى 8:10"),
    ],
)
async def test_when_it_is_and_until_when_it_is_kept(
    core: BookingCore, salon: DemoSalon, language: str, question: str, until: str
) -> None:
    eve = Chatter(core, salon, locale=language)
    await eve.says(WISHES[language])
    answer = await eve.says(question)
    assert until in answer
    assert "11:00" in answer


async def test_nothing_is_booked_yet_is_said_once(eve: Chatter) -> None:
    await eve.says(WISHES["en"])
    answer = await eve.says("is it booked?")
    assert answer.count("Nothing is booked yet") == 1


async def test_without_a_contact_it_says_what_is_missing(eve: Chatter) -> None:
    await eve.says("haircut on wednesday at 11")
    assert "It is not booked yet: I still need your name" in await eve.says("am I booked?")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no thank you, all good"),
        ("de", "nein nein, passt so"),
        ("fr", "non non, ça va"),
        ("es", "no, así está bien"),
        ("it", "no, è perfetto"),
    ],
)
async def test_a_no_with_all_is_well_neither_books_nor_gives_up(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = Chatter(core, salon, locale=language)
    await eve.says(WISHES[language])
    await eve.says(text)
    assert await appointments(eve) == []
    assert (await eve.view()).state.summary is not None


async def test_a_code_at_the_question_whether_to_cancel_is_no_answer_yet(eve: Chatter) -> None:
    await eve.says(WISHES["en"])
    answer = await eve.says("yes")
    code = answer.partition("**")[2][:6]
    await eve.says("cancel my appointment")
    await eve.says(code)
    summary = (await eve.view()).state.summary
    assert summary is not None
    assert summary.deed == "cancel"
    for _ in range(2):  # It is shown once more first.
        await eve.says("yes")
    [one] = await appointments(eve)
    assert one.status == "cancelled"


async def test_both_questions_at_a_summary_are_answered(eve: Chatter) -> None:
    await eve.says(WISHES["en"])
    answer = await eve.says("how long does it take and where are you?")
    assert "45 minutes" in answer
    assert "Lavendelweg" in answer


async def test_a_question_beside_a_wish_is_answered_and_the_wish_goes_on(eve: Chatter) -> None:
    answer = await eve.says("haircut on wednesday at 11, and how much is the massage?")
    assert "70" in answer
    assert "I am keeping Haircut" in answer


async def test_a_country_told_before_is_that_of_the_number(eve: Chatter) -> None:
    await eve.says("haircut on wednesday at 11. I live in France")
    await eve.says("Ada Lee")
    await eve.says("06 12 34 56 78")
    assert "+33" in (await rows(eve))["Contact"]


async def test_a_note_is_the_answer_to_the_question_of_the_service(eve: Chatter) -> None:
    await eve.says("60 minute massage on wednesday at 11, Ada Lee, ada@example.com")
    assert "I have noted that" in await eve.says("I'm allergic to lavender oil")
    await eve.says("yes")
    [one] = await appointments(eve)
    assert one.answers == {"health": "I'm allergic to lavender oil"}


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "just so you know, I have asthma", "Please tell us directly"),
        ("de", "Ich habe eine Latexallergie", "sagen Sie es uns direkt"),
        ("fr", "je suis enceinte", "Dites-le-nous directement"),
        ("es", "soy alérgica al tinte", "Díganoslo directamente"),
        ("it", "sono allergica al nichel", "Ce lo dica direttamente"),
        ("he", "אני אלרגית לצבע", "נא לספר לנו ישירות"),
        ("ar", "عندي حساسية من الصبغة", "يرجى إخبارنا مباشرة"),
    ],
)
async def test_a_note_that_has_no_place_is_not_swallowed(
    core: BookingCore, salon: DemoSalon, language: str, text: str, said: str
) -> None:
    eve = Chatter(core, salon, locale=language)
    await eve.says(WISHES[language])
    assert said in await eve.says(text)
