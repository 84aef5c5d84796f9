"""What may be distress or a bad day is answered kindly, and the booking goes on beside it."""

import pytest

from agent.languages import LANGUAGES
from agent.languages.texts.distress import comfort_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.rules.test_distress import lies_in

UNSURE = {
    "en": "I can't do this anymore",
    "de": "Ich kann einfach nicht mehr",
    "fr": "je n'en peux plus",
    "es": "ya no aguanto más",
    "it": "non ce la faccio più",
    "he": "אני לא יכולה יותר",
    "ar": "لم أعد أحتمل",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_is_named_in_the_customers_language_and_the_turn_goes_on(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await lies_in(core, salon, "IL")
    answer = await Chatter(core, salon, locale=language).says(UNSURE[language])
    told = comfort_in(language)
    kind_words, _, rest = answer.partition("\n\n")
    assert kind_words.startswith(told.unsure.partition("{")[0])
    assert "**101 / 100**" in kind_words
    assert "**1201**" in kind_words
    assert kind_words.endswith(told.goes_on)
    assert rest
    assert told.unread not in answer


async def test_trouble_with_a_fringe_is_none(core: BookingCore, salon: DemoSalon) -> None:
    answer = await Chatter(core, salon).says("I can't do this anymore with this fringe, can Dana cut it?")
    assert comfort_in("en").goes_on not in answer
