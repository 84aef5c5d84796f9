"""Days that cannot be, as people write them in seven languages: whoever speaks, no other day is offered
without a word."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from agent.languages import sentences_in
from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.mentions.test_unclear_days import find_times
from tests.attack.options import Sized
from tests.cast import BERLIN

# A Monday.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)
TABLE = Path(__file__).parents[2] / "agent/when/tables/impossible_dates.jsonl"
ROWS = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]
PROBLEMS = {
    "impossible": {"no_such_day", "no_such_time"},
    "contradiction": {"weekday_and_date_differ"},
    "past": {"past"},
}


@pytest.fixture(autouse=True)
def _monday(clock: FrozenClock) -> None:
    clock.advance(NOW - clock.now())


@pytest.fixture
def rows(size: Sized) -> list[dict[str, str]]:
    """All of them, or every fourth, which are of all kinds and languages."""
    return ROWS[:: size(1, 4)]


def is_told(answer: str, locale: str) -> bool:
    """Whether an answer asks about what cannot be, or says that it is past."""
    says = sentences_in(locale)
    asked = [re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for text in says.UNCLEAR.values()]
    return any(re.search(pattern, answer) for pattern in asked) or says.REASONS["past"] in answer


async def test_the_receptionist_asks_or_says_so(
    core: BookingCore, salon: DemoSalon, rows: list[dict[str, str]]
) -> None:
    silent = []
    for row in rows:
        eve = Chatter(core, salon, locale=row["lang"])
        answer = await eve.says(row["text"])
        if not is_told(answer, row["lang"]) and await eve.sees("slot_picker") is None:
            # No service was understood yet: the day comes up as soon as one is.
            answer = await eve.says("Haircut")
        if not is_told(answer, row["lang"]):
            silent.append((row["text"], answer))
    assert silent == []


async def test_a_model_is_told_of_it(core: BookingCore, salon: DemoSalon, rows: list[dict[str, str]]) -> None:
    silent = []
    for row in rows:
        result = await _look_for(core, salon, row)
        kinds = {one["kind"] for one in result.get("problems", ())}
        is_asked = result["offers"] == [] or row["kind"] == "past"
        if result["fits"] or not is_asked or not kinds & PROBLEMS[row["kind"]]:
            silent.append((row["text"], result))
    assert silent == []


async def _look_for(core: BookingCore, salon: DemoSalon, row: dict[str, str]) -> dict[str, Any]:
    find = Call("find_times", {"service": "Haircut", "when": row["text"]})
    eve = Chatter(core, salon, ScriptedModel([find], [Say("Let me ask.")]), locale=row["lang"])
    await eve.says(row["text"])
    return await find_times(eve)
