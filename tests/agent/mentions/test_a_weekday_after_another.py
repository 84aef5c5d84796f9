"""The weekday after another, and a weekday with an hour after something: one sentence has one answer,
whatever was said before it."""

import pytest

from agent.languages import LANGUAGES
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import times

AFTER_WORK = {
    "en": ("Friday after work", "I want a haircut on Friday after work"),
    "de": ("Freitag nach der Arbeit", "Ich möchte einen Haarschnitt am Freitag nach der Arbeit"),
    "fr": ("vendredi après le travail", "je voudrais une coupe de cheveux vendredi après le travail"),
    "es": ("el viernes después del trabajo", "quiero un corte de pelo el viernes después del trabajo"),
    "it": ("venerdì dopo il lavoro", "vorrei un taglio di capelli venerdì dopo il lavoro"),
    "he": ("ביום שישי אחרי העבודה", "אני רוצה תספורת ביום שישי אחרי העבודה"),
    "ar": ("يوم الجمعة بعد العمل", "أريد قص شعر يوم الجمعة بعد العمل"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_same_sentence_has_the_same_days(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    day, sentence = AFTER_WORK[language]
    fresh, told = (Chatter(core, salon, locale=language) for _ in range(2))
    await told.says(day)
    await told.says(sentence)
    await fresh.says(sentence)
    assert await times(told) == await times(fresh)
    assert all(one.startswith("2026-11-27") for one in await times(told))


async def test_friday_after_a_known_friday_is_the_next(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut this friday after lunch")
    await eve.says("or the friday after?")
    assert all(one.startswith("2026-12-04") for one in (await times(eve))[-3:])
