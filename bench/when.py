"""Scores the reading of time on sentences with known answers.

    python -m bench.when SENTENCES.jsonl [--dialogues DIALOGUES.jsonl] [--misses 20] [--zone UTC] [--language
    en]

SENTENCES: one object a line, {"type": "date"|"time", "surface", "utterance", "expected", "reference"}; right
when the utterance yields exactly the expected day (YYYY-MM-DD) or time (HH:MM) among its readings. DIALOGUES:
one object a line, {"turns": [{"who": "U"|"S", "text", "acts": [{"slot"?}]}]}; a false positive is anything
found in a customer's ("U") turn none of whose acts is about a date or time.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import track

from agent.when import When, as_json, read

CONSOLE = Console(stderr=True)
DIALOGUES_SPOKEN = datetime(2019, 3, 1, tzinfo=ZoneInfo("UTC"))


class Scores:
    """Right and wrong by kind of row, the milliseconds of each reading, and the first misses."""

    def __init__(self, zone: ZoneInfo, language: str) -> None:
        self.zone, self.language = zone, language
        self.rows: dict[str, list[bool]] = {}
        self.milliseconds: list[float] = []
        self.misses: list[str] = []

    def read(self, text: str, now: datetime) -> When:
        begin = perf_counter()
        when = read(text, now, self.zone, self.language)
        self.milliseconds.append((perf_counter() - begin) * 1000)
        return when

    def judge(self, kind: str, is_right: bool, miss: str) -> None:
        self.rows.setdefault(kind, []).append(is_right)
        if not is_right:
            self.misses.append(f"{kind}: {miss}")

    def percent(self, kind: str) -> str:
        judged = self.rows.get(kind, [])
        return (
            f"{100 * sum(judged) / len(judged):6.2f} %  ({sum(judged)} of {len(judged)})"
            if judged
            else "     -"
        )


def main() -> None:
    options = _options()
    scores = Scores(ZoneInfo(options.zone), options.language)
    for row in _watch(list(_lines(options.sentences)), "sentences"):
        score_sentence(scores, row)
    for turn in _watch(list(_silent_turns(options.dialogues)), "turns"):
        found = scores.read(turn, DIALOGUES_SPOKEN.replace(tzinfo=scores.zone))
        scores.judge("nothing", found.is_empty, f"{turn!r} read as {[span.reading for span in found.spans]}")
    report(scores, options.misses)


def score_sentence(scores: Scores, row: dict[str, str]) -> None:
    """Judge one row: its expected day or time must be one of the readings, exactly."""
    now = datetime.fromisoformat(row["reference"]).replace(tzinfo=scores.zone)
    answer = as_json(scores.read(row["utterance"], now))
    readings = answer["dates" if row["type"] == "date" else "times"]
    is_right = {"from": row["expected"], "to": row["expected"]} in readings
    scores.judge(row["type"], is_right, f"{row['utterance']!r} wants {row['expected']}, read {readings}")


def report(scores: Scores, misses: int) -> None:
    for kind in ("date", "time"):
        print(f"{kind:15} {scores.percent(kind)}")
    silent = scores.rows.get("nothing", [])
    if silent:
        print(
            f"false positive  {100 * silent.count(False) / len(silent):6.2f} %  ({silent.count(False)} "
            f"of {len(silent)})"
        )
    if scores.milliseconds:
        print(
            f"ms a sentence   p50 {_quantile(scores.milliseconds, 0.5):.2f}  p99 "
            f"{_quantile(scores.milliseconds, 0.99):.2f}"
        )
    for miss in scores.misses[:misses]:
        print(miss)


def _silent_turns(path: Path | None) -> Iterator[str]:
    """What customers said without saying anything of time."""
    for dialogue in _lines(path) if path else ():
        for turn in dialogue["turns"]:
            slots = " ".join(act.get("slot") or "" for act in turn["acts"])
            if turn["who"] == "U" and "time" not in slots and "date" not in slots:
                yield turn["text"]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _watch(rows: Sequence[Any], what: str) -> Iterable[Any]:
    return track(rows, description=what, console=CONSOLE, disable=not CONSOLE.is_terminal, transient=True)


def _quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.when", description="Score the reading of time.")
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--dialogues", type=Path, default=None)
    parser.add_argument("--misses", type=int, default=0, help="how many misses to print")
    parser.add_argument("--zone", default="UTC")
    parser.add_argument("--language", default="en")
    return parser.parse_args()


if __name__ == "__main__":
    main()
