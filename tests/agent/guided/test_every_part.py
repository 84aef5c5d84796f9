"""Every part of a message is answered or passed on, and the wish in it goes on."""

import pytest

from agent.languages import sentences_in
from agent.languages.texts.concerns import concern_texts_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

# A message, the answers it needs, and the service that is gone on with.
MESSAGES = [
    (
        "en",
        "I'd like my money back for last week, and also book me a haircut on Friday",
        ("refund",),
        "Haircut",
    ),
    ("en", "Haircut on Thursday please. Please delete my phone number as well", ("data",), "Haircut"),
    ("en", "My last colour was awful, and I want a refund", ("complaint", "refund"), None),
    ("en", "Give me my deposit back and delete my data please", ("refund", "data"), None),
    (
        "en",
        "A massage on Friday, I have sciatica, is that ok? And I want my money back from last time",
        ("health", "refund"),
        "Massage",
    ),
    (
        "en",
        "haircut friday, can my son come along, he is 6? and also what data do you have about me",
        ("unknown", "data"),
        "Haircut",
    ),
    ("de", "Ich möchte mein Geld zurück, und außerdem einen Haarschnitt am Freitag", ("refund",), "Haircut"),
    ("de", "Haarschnitt am Donnerstag bitte. Und löschen Sie bitte meine Handynummer", ("data",), "Haircut"),
    (
        "de",
        "Die Farbe letztes Mal war furchtbar, und ich will mein Geld zurück",
        ("complaint", "refund"),
        None,
    ),
    (
        "de",
        "Massage am Freitag, ich habe Ischias, geht das? Und löschen Sie meine Daten",
        ("health", "data"),
        "Massage",
    ),
    ("de", "Löschen Sie meine Daten und zahlen Sie mir die Anzahlung zurück", ("data", "refund"), None),
    ("fr", "Je veux être remboursée, et aussi une coupe de cheveux vendredi", ("refund",), "Haircut"),
    ("fr", "Une coupe de cheveux jeudi. Et supprimez mon numéro de téléphone", ("data",), "Haircut"),
    (
        "fr",
        "Un massage vendredi, je suis enceinte, c'est possible ? Et supprimez mes données",
        ("health", "data"),
        "Massage",
    ),
    (
        "fr",
        "La coupe de la dernière fois était affreuse et je veux être remboursée",
        ("complaint", "refund"),
        None,
    ),
    (
        "es",
        "Quiero que me devuelvan el dinero, y también un corte de pelo el viernes",
        ("refund",),
        "Haircut",
    ),
    ("es", "Un corte de pelo el jueves. Y borren mi número de teléfono", ("data",), "Haircut"),
    ("es", "Masaje el viernes, tengo ciática, ¿puedo? Y borren mis datos", ("health", "data"), "Massage"),
    ("es", "El tinte de la última vez fue horrible y quiero un reembolso", ("complaint", "refund"), None),
    ("it", "Rivoglio i miei soldi, e anche un taglio di capelli venerdì", ("refund",), "Haircut"),
    ("it", "Un taglio di capelli giovedì. E cancellate il mio numero di telefono", ("data",), "Haircut"),
    (
        "it",
        "Massaggio venerdì, ho la sciatica, posso? E cancellate i miei dati",
        ("health", "data"),
        "Massage",
    ),
    ("it", "Il colore dell'ultima volta era orribile e voglio un rimborso", ("complaint", "refund"), None),
    ("he", "אני רוצה החזר כספי, וגם תספורת ביום שישי", ("refund",), "Haircut"),
    ("he", "תספורת ביום חמישי. ותמחקו את המספר שלי", ("data",), "Haircut"),
    ("he", "עיסוי ביום שישי, אני בהיריון, אפשר? ותמחקו את הפרטים שלי", ("health", "data"), "Massage"),
    ("he", "הצבע בפעם שעברה היה נורא ואני רוצה החזר כספי", ("complaint", "refund"), None),
    ("ar", "أريد استرداد المبلغ، وأيضا قص شعر يوم الجمعة", ("refund",), "Haircut"),
    ("ar", "قص شعر يوم الخميس. واحذفوا رقمي", ("data",), "Haircut"),
    ("ar", "مساج يوم الجمعة، عندي ديسك، هل ممكن؟ واحذفوا بياناتي", ("health", "data"), "Massage"),
]


@pytest.mark.parametrize(("locale", "said", "answers", "service"), MESSAGES)
async def test_no_part_is_dropped(
    core: BookingCore, salon: DemoSalon, locale: str, said: str, answers: tuple[str, ...], service: str | None
) -> None:
    eve, texts = Chatter(core, salon, locale=locale), concern_texts_in(locale)
    told = await eve.says(said)
    for answer in answers:
        assert getattr(texts, answer) in told
    state = (await eve.view()).state
    if service is not None:
        assert state.draft.service_id == salon.services[service]
        assert state.listed or state.hold_id or state.is_going_on


async def test_times_on_the_screen_are_asked_for_again(eve: Chatter) -> None:
    await eve.says("a massage on Thursday")
    told = await eve.says("is that alright with a herniated disc?")
    assert concern_texts_in("en").health in told
    assert sentences_in("en").WHICH_TIME in told


async def test_whoever_may_come_goes_on_with_a_yes(eve: Chatter) -> None:
    told = await eve.says("I'd like a massage on Thursday, I'm pregnant, is that ok?")
    assert sentences_in("en").GO_ON_SERVICE.format(service="Massage") in told
    assert not (await eve.view()).state.listed
    await eve.says("yes")
    assert (await eve.view()).state.listed


async def test_a_kept_time_waits_for_its_contact(eve: Chatter) -> None:
    await eve.says("a haircut with Dana on Tuesday at 10")
    told = await eve.says("my last cut here was awful, I want my money back")
    assert concern_texts_in("en").refund in told
    assert "Who is it for, and how can we reach you?" in told
