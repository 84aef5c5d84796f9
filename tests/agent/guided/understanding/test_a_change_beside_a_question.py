"""A change and a question in one message at a summary: the question is answered, and the summary that comes
with it has the new time."""

import pytest

from agent.languages import LANGUAGES, sentences_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.test_moved_in_other_words import begin
from tests.agent.guided.understanding.understood import appointments, booked
from tests.cast import at

# Each at an hour or on a day of its own, before the question and behind it.
SAID = {
    "en": ("make it half past two, how much is that?", "where are you? and can we do half past two"),
    "de": ("doch lieber um halb drei, was kostet das?", "Wo sind Sie? Und lieber um halb drei"),
    "fr": ("plutôt à 14h30, c'est combien ?", "vous êtes où ? et plutôt à 14h30"),
    "es": ("mejor a las dos y media, ¿qué precio tiene?", "¿dónde están? y mejor a las dos y media"),
    "it": ("meglio alle 14:30, quanto costa?", "dove siete? e meglio alle 14:30"),
    "he": ("עדיף ב-14:30, כמה זה עולה?", "איפה אתם? ועדיף ב-14:30"),
    "ar": ("أفضل الساعة 2:30، كم السعر؟", "أين أنتم؟ وأفضل الساعة 2:30"),
}
TOLD = (("45",), ("Lavendelweg",))
YES = {"en": "yes", "de": "ja", "fr": "oui", "es": "sí", "it": "sì", "he": "כן", "ar": "نعم"}


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_both_are_heard(core: BookingCore, salon: DemoSalon, language: str, place: int) -> None:
    eve = await begin(core, salon, language, 2)
    answer = await eve.says(SAID[language][place])
    assert all(fact in answer for fact in TOLD[place])
    assert sentences_in(language).PLEASE_CHECK["book"] in answer
    assert await appointments(eve) == []
    await eve.says(YES[language])
    assert (await booked(eve)).starts_at == at(8, 14, 30)


@pytest.mark.parametrize("text", ["does it cost the same at 5?", "how long does it take on a friday?"])
async def test_a_question_about_another_time_changes_nothing(eve: Chatter, text: str) -> None:
    await eve.says("haircut on december 1 at 11, Ada Lee, ada@example.com")
    await eve.says(text)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(8, 11)
