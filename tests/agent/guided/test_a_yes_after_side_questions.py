"""A side question at a summary is answered, and the yes after it does what the summary says: whatever is
asked, whatever the summary is of, in every language."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from agent.languages.texts.concerns import concern_texts_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.consent.test_questions_at_a_summary import WISHES
from tests.agent.customers import Chatter
from tests.agent.hand_over.test_late_customers import LATE, letters_of
from tests.agent.turns.reach import EMAIL, PHONE, reach_by

YES = {"en": "yes", "de": "ja", "fr": "oui", "es": "sí", "it": "sì", "he": "כן", "ar": "نعم"}
MOVE = {
    "en": "move it to thursday at 10:45",
    "de": "verschieben Sie ihn auf Donnerstag 10:45",
    "fr": "déplacez-le à jeudi 10h45",
    "es": "cámbiela al jueves a las 10:45",
    "it": "lo sposti a giovedì alle 10:45",
    "he": "תזיזו לי את התור ליום חמישי ב-10:45",
    "ar": "غيّر الموعد إلى يوم الخميس الساعة 10:45",
}
CANCEL = {
    "en": "cancel my appointment",
    "de": "Termin absagen",
    "fr": "annulez mon rendez-vous",
    "es": "cancele mi cita",
    "it": "disdica il mio appuntamento",
    "he": "תבטלו לי את התור",
    "ar": "ألغ موعدي",
}
# Of hours, of parking and another price, of the people.
QUESTIONS = {
    "en": ("Are you open on Saturday?", "Is there parking? And how much is a colour?", "Who works there?"),
    "de": (
        "Haben Sie am Samstag offen?",
        "Gibt es Parkplätze? Und was kostet eine Farbe?",
        "Wer arbeitet da?",
    ),
    "fr": (
        "Vous êtes ouverts samedi ?",
        "Y a-t-il un parking ? Et combien coûte une couleur ?",
        "Qui travaille chez vous ?",
    ),
    "es": ("¿Abren el sábado?", "¿Hay aparcamiento? ¿Y cuánto cuesta el color?", "¿Quién trabaja allí?"),
    "it": ("Siete aperti sabato?", "C'è un parcheggio? E quanto costa il colore?", "Chi lavora lì?"),
    "he": ("אתם פתוחים בשבת?", "יש חניה? וכמה עולה צבע?", "מי עובד שם?"),
    "ar": ("هل تفتحون يوم السبت؟", "هل يوجد موقف سيارات؟ وكم سعر الصبغة؟", "من يعمل عندكم؟"),
}
DEEDS = ("book", "move", "cancel")


async def at_summary(core: BookingCore, salon: DemoSalon, language: str, deed: str) -> Chatter:
    eve = Chatter(core, salon, locale=language)
    await eve.says(WISHES[language][0])
    if deed != "book":
        await eve.says(YES[language])
        await eve.says({"move": MOVE, "cancel": CANCEL}[deed][language])
    return eve


async def is_done(eve: Chatter, language: str) -> bool:
    await eve.says(YES[language])
    summary = await eve.sees("summary")
    return summary is not None and summary.get("outcome") == "agreed"


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_yes_that_was_asked_for_is_one(
    core: BookingCore, salon: DemoSalon, language: str, deed: str
) -> None:
    eve = await at_summary(core, salon, language, deed)
    for question in QUESTIONS[language]:
        assert sentences_in(language).NOT_YET[deed] in await eve.says(question), question
    assert await is_done(eve, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_lateness_is_told_while_a_move_waits(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = await at_summary(core, salon, language, "move")
    told = await eve.says(LATE[language])
    assert concern_texts_in(language).late in told
    assert sentences_in(language).NOT_YET["move"] in told
    assert [letter.kind for letter in await letters_of(core, salon)] == ["customer_late"]
    assert await is_done(eve, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_no_appointment_is_not_told_that_the_team_knows(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = await at_summary(core, salon, language, "cancel")
    assert await is_done(eve, language)
    told, texts = await eve.says(LATE[language]), concern_texts_in(language)
    assert texts.late_for_none in told
    assert texts.late not in told
    assert await letters_of(core, salon) == []


@pytest.mark.parametrize(
    "between",
    ["can I have something longer?", "what about a massage instead?", "are you open at six on Thursday?"],
)
async def test_where_a_yes_may_be_meant_for_a_change_none_is_asked_for(eve: Chatter, between: str) -> None:
    await eve.says(WISHES["en"][0])
    assert sentences_in("en").NOT_YET["book"] not in await eve.says(between)
    assert not await is_done(eve, "en")


async def test_after_a_change_that_was_not_made_a_side_question_shows_the_summary_again(eve: Chatter) -> None:
    await eve.says(WISHES["en"][0])
    await eve.says("can I have something longer?")
    assert sentences_in("en").PLEASE_CHECK["book"] in await eve.says("do you take card?")
    assert await is_done(eve, "en")


OTHERS = {
    "en": "When can my wife come? She needs a colour",
    "de": "wann kann mei Frau kemma? sie braucht a Farb",
    "fr": "Et ma femme, elle peut venir quand ?",
    "es": "¿Y mi mujer cuándo puede venir?",
    "it": "E mia moglie quando può venire?",
    "he": "ומתי אשתי יכולה לבוא?",
    "ar": "ومتى يمكن أن تأتي زوجتي؟",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_else_comes_after_the_one_who_asks(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = await at_summary(core, salon, language, "book")
    told = await eve.says(OTHERS[language])
    assert sentences_in(language).ONE_OF_PEOPLE in told
    assert sentences_in(language).NOT_YET["book"] in told
    assert await is_done(eve, language)
