"""What is said right after a no, or once something is booked: the deed asked for again, a name put right, a
question of one's duties."""

import pytest

from agent.assent import AnswerKind, answer_to
from agent.languages import LANGUAGES, sentences_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

BOOKS = {
    "en": "ok book it",
    "de": "ok, buchen Sie ihn bitte",
    "fr": "ok, réservez",
    "es": "vale, resérvalo",
    "it": "ok, prenota",
    "he": "אוקיי, תזמין את זה",
    "ar": "طيب، احجز الموعد",
}
MUST_I = (
    ("en", "do I have to cancel if I am sick?"),
    ("en", "do I have to cancel it if I'm sick?"),
    ("en", "can I cancel it later?"),
    ("de", "Muss ich absagen? Ich bin vielleicht krank"),
    ("de", "Muss ich absagen, wenn ich krank bin?"),
    ("fr", "Dois-je annuler si je suis malade ?"),
    ("fr", "Est-ce que je dois annuler si je suis malade ?"),
    ("es", "¿Tengo que cancelar si estoy enfermo?"),
    ("it", "Devo disdire se sono malato?"),
    ("he", "האם צריך לבטל אם אני חולה?"),
    ("ar", "هل يجب أن ألغي إذا مرضت؟"),
)
OTHERWISE = ("change my name to Bobby", "my email is wrong, it's rob@example.com")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_deed_asked_for_after_a_no_shows_the_summary_again(
    core: BookingCore, language: str
) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    before, says = await eve.records(), sentences_in(language)
    assert await eve.presses(says.DECLINE["book"]) == says.WHAT_INSTEAD
    assert await eve.says(BOOKS[language]) == says.PLEASE_CHECK["book"]
    assert await eve.records() == before
    await eve.says(BOOKS[language])
    assert len(await eve.records()) == len(before) + 1


@pytest.mark.parametrize("said", ["ok send it", "ok book it", "book it please"])
async def test_after_nope_wait_nothing_is_booked_unshown(core: BookingCore, said: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "book", "guided")
    before = await eve.records()
    await eve.says("nope wait")
    assert (await eve.says(said)).startswith("Please check the summary.")
    assert await eve.records() == before


@pytest.mark.parametrize("said", ["ok", "thanks", "ok thanks"])
async def test_an_ok_to_a_refusal_proposes_nothing(core: BookingCore, said: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "book", "guided")
    await eve.says("no")
    assert await eve.says(said) == sentences_in("en").ALL_RIGHT


@pytest.mark.parametrize("said", ["yes", "send it", "book it"])
async def test_the_only_time_on_offer_is_chosen_by_any_yes(
    core: BookingCore, salon: DemoSalon, said: str
) -> None:
    eve = Chatter(core, salon)
    await eve.says("haircut with Dana on tuesday at 10:07")
    first = await eve.says(said)
    other = Chatter(core, salon)
    await other.says("haircut with Dana on tuesday at 10:07")
    assert first == await other.says("yes")


@pytest.mark.parametrize("said", OTHERWISE)
async def test_a_booking_keeps_its_contact_and_says_so(core: BookingCore, said: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "book", "guided")
    await eve.agrees()
    assert (await eve.says(said)).startswith(sentences_in("en").KEEPS_CONTACT)


@pytest.mark.parametrize(("language", "question"), MUST_I)
def test_a_question_of_ones_duties_refuses_nothing(language: str, question: str) -> None:
    assert answer_to(question, "book", language).kind is AnswerKind.QUESTION


@pytest.mark.parametrize(("language", "question"), MUST_I)
async def test_it_is_answered_with_the_terms_and_the_summary_stays(
    core: BookingCore, language: str, question: str
) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    says = sentences_in(language)
    answered = await eve.says(question)
    assert answered.endswith(says.NOT_YET["book"])
    assert (await eve.view()).state.summary is not None


CHANGES = {
    "en": ("make it 11 instead", "yes please"),
    "de": ("doch lieber um 11 Uhr", "Ja bitte"),
    "fr": ("plutôt à 11h", "oui, s'il vous plaît"),
    "es": ("mejor a las 11", "sí, por favor"),
    "it": ("meglio alle 11", "sì, grazie"),
    "he": ("עדיף בשעה 11", "כן בבקשה"),
    "ar": ("أفضل الساعة 11", "نعم من فضلك"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_yes_is_enough_once_the_change_is_in_the_summary(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    before = await eve.records()
    change, yes = CHANGES[language]
    assert await eve.says(change) == sentences_in(language).PLEASE_CHECK["book"]
    assert await eve.records() == before
    await eve.says(yes)
    assert len(await eve.records()) == len(before) + 1
