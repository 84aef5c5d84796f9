"""Sentences of strangers, a folder for each writer and a table for each kind: those that are not yet heard
right stand in ``not_yet``, and become fewer."""

import json
from pathlib import Path
from typing import Any

import pytest

from booking_core.core import BookingCore
from tests.agent.heard.conftest import ScreenOf
from tests.agent.heard.hearing import hear
from tests.agent.heard.judge import is_false_deed, is_right

HERE = Path(__file__).parent
TABLES = sorted(
    str(path.relative_to(HERE / "tables").with_suffix("")) for path in HERE.glob("tables/*/*.jsonl")
)


def sentences(table: str) -> list[dict[str, Any]]:
    lines = (HERE / "tables" / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def not_yet(table: str) -> set[str]:
    path = HERE / "not_yet" / f"{table}.txt"
    return set(path.read_text("utf-8").splitlines()) if path.exists() else set()


@pytest.mark.parametrize("table", TABLES)
async def test_sentences_are_heard(monday: BookingCore, screen_of: ScreenOf, table: str) -> None:
    """A sentence that is heard right by now leaves the list."""
    wrong = set()
    for one in sentences(table):
        heard = await hear(monday, await screen_of(one["state"]), one["language"], one["says"])
        assert not is_false_deed(heard, one["right"]), one["says"]
        if not is_right(heard, one["right"]):
            wrong.add(one["says"])
    assert wrong == not_yet(table)
