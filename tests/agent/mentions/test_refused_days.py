"""A bare number after a day: the new day where the old one is refused, an hour of the old one where it is
not."""

from datetime import date, datetime

import pytest

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import BERLIN

# A Saturday.
NOW = datetime(2026, 11, 28, 8, 0, tzinfo=BERLIN)
ELEVENTH, SEVENTH = date(2026, 12, 11), date(2026, 12, 7)
ASKS = {
    "en": "haircut on 11 December",
    "de": "Haarschnitt am 11. Dezember",
    "fr": "Haircut le 11 décembre",
    "es": "Haircut el 11 de diciembre",
    "it": "Haircut l'11 dicembre",
    "he": "תספורת ב-11 בדצמבר",
    "ar": "Haircut يوم 11 ديسمبر",
}


@pytest.fixture(autouse=True)
def _saturday(clock: FrozenClock) -> None:
    clock.advance(NOW - clock.now())


async def want(eve: Chatter) -> tuple[list[date | None], list[int | None], list[str]]:
    """The days and hours wanted, and what must be asked about."""
    when = (await eve.view()).state.draft.when
    return (
        [days.first for days in when.dates],
        [times.first // 60 for times in when.times if times.first is not None],
        [problem.kind for problem in when.problems],
    )


@pytest.mark.parametrize(
    ("lang", "text", "hour"),
    [
        ("en", "at 3?", 15),
        ("en", "great, at 3?", 15),
        ("en", "hmm, at 3 maybe?", 15),
        ("en", "not at 5, at 3?", 15),
        ("en", "can you do 3?", 15),
        ("de", "um 3?", 15),
        ("de", "super, um 3?", 15),
        ("de", "nicht um 5, um 3?", 15),
        ("fr", "à 15h ?", 15),
        ("es", "¿a las 3?", 15),
        ("es", "perfecto, ¿a las 3?", 15),
        ("it", "alle 3?", 15),
        ("he", "ב-3?", 15),
        ("he", "לא, ב-3 אחרי הצהריים", 15),
        ("ar", "الساعة 3؟", 15),
    ],
)
async def test_an_hour_of_a_day_nobody_refused_keeps_the_day(
    core: BookingCore, salon: DemoSalon, lang: str, text: str, hour: int
) -> None:
    eve = Chatter(core, salon, locale=lang)
    await eve.says(ASKS[lang])
    await eve.says(text)
    assert await want(eve) == ([ELEVENTH], [hour], [])


async def test_a_refused_hour_with_a_new_one_keeps_the_day(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, locale="en")
    await eve.says("haircut on 5 December at 5")
    await eve.says("not at 5, at 3?")
    assert await want(eve) == ([date(2026, 12, 5)], [15], [])


async def test_an_hour_told_again_with_its_day_is_no_new_day(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, locale="es")
    await eve.says("Haircut el jueves 11 a las 10")
    assert (await want(eve))[2] == ["weekday_and_date_differ"]
    await eve.says("el viernes 11 quería decir, a las 10")
    assert await want(eve) == ([ELEVENTH], [10], [])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the 11th doesn't work"),
        ("en", "that day doesn't work"),
        ("en", "11 doesn't work"),
        ("de", "an dem Tag kann ich nicht"),
        ("fr", "ce jour-là je ne peux pas"),
        ("es", "ese día no puedo"),
        ("it", "quel giorno non posso"),
        ("he", "אני לא יכול ביום הזה"),
        ("ar", "11 لا يناسبني"),
    ],
)
async def test_a_day_refused_without_a_new_one_is_dropped(
    core: BookingCore, salon: DemoSalon, lang: str, text: str
) -> None:
    eve = Chatter(core, salon, locale=lang)
    await eve.says(ASKS[lang])
    await eve.says(text)
    assert await want(eve) == ([], [], [])
    shown = (await eve.view()).state.listed
    offers = (await eve.view()).state.offers
    assert shown
    assert ELEVENTH not in {offers[one].start.astimezone(BERLIN).date() for one in shown}


@pytest.mark.parametrize(
    ("answer", "days", "hours"),
    [
        ("7", [SEVENTH], []),
        ("the 7th", [SEVENTH], []),
        ("the first one", [SEVENTH], []),
        ("at 10:00", [ELEVENTH], [10]),
        ("Friday", [ELEVENTH], []),
    ],
)
async def test_day_or_hour_is_asked_and_answered(
    core: BookingCore, salon: DemoSalon, answer: str, days: list[date], hours: list[int]
) -> None:
    eve = Chatter(core, salon, locale="en")
    await eve.says("haircut on 11 December")
    asked = await eve.says("no, 7?")
    assert "Mon, Dec 7" in asked
    assert await want(eve) == ([], [], ["day_or_hour"])
    await eve.says(answer)
    assert await want(eve) == (days, hours, [])


async def test_a_number_that_may_be_a_place_in_the_list_picks_no_time_of_a_refused_day(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon, locale="en")
    await eve.says("haircut on 11 December")
    await eve.says("the 11th doesn't work, no. 2?")
    assert (await eve.view()).state.held_offer is None
    assert ELEVENTH not in (await want(eve))[0]


async def test_a_model_that_takes_the_number_for_an_hour_is_given_the_day(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(
        core,
        salon,
        ScriptedModel(
            [Call("find_times", {"service": "Haircut", "when": "11 December"})],
            [Say("There.")],
            [Call("find_times", {"service": "Haircut", "when": "at 7"})],
            [Say("There.")],
        ),
        locale="en",
    )
    await eve.says("haircut on 11 December")
    await eve.says("oh no, I'm away then. 7?")
    assert await want(eve) == ([SEVENTH], [], [])
