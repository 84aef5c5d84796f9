"""Replays recorded dialogues as customers of a fitting business, and compares what is understood after each
turn with what was meant.

    python -m bench.dialogues DIALOGUES.jsonl [--misses 20] [--first N]

DIALOGUES: one object a line, {"turns": [{"who": "U"|"S", "text", "acts": [{"slot"?, "values"}], "state":
{"slot_values": {slot: [words, ...]}}}]}, the state being what has been settled so far. Only what customers
say is played; what the other side proposed is not, so a slot is judged where the customer spoke of it. The
day and the time of the state are words; they are read as the product reads them, alone, and a turn is right
where the receptionist, who heard whole sentences, has come to the same. Its business has one service and, as
staff, the people the dialogue names, so that names are met as well. Nothing is booked: no database, no
network.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from agent.when import as_json, read
from bench.talking import SPOKEN, ZONE, Talking

CONSOLE = Console(stderr=True)


class Scores:
    """Right and wrong by slot, and the first misses."""

    def __init__(self) -> None:
        self.slots: dict[str, list[bool]] = defaultdict(list)
        self.misses: list[str] = []

    def judge(self, slot: str, is_right: bool, miss: str) -> None:
        self.slots[slot].append(is_right)
        if not is_right:
            self.misses.append(f"{slot}: {miss}")


def main() -> None:
    options = _options()
    scores = Scores()
    dialogues = list(_lines(options.dialogues))[: options.first]
    for dialogue in track(
        dialogues, "dialogues", console=CONSOLE, disable=not CONSOLE.is_terminal, transient=True
    ):
        replay(dialogue["turns"], scores)
    report(scores, options.misses)


def replay(turns: Sequence[dict[str, Any]], scores: Scores) -> None:
    """Say each of the customer's turns, and judge every slot the recorded state holds after it."""
    people: list[str] = []
    for name in (name for turn in turns for name in _say(turn, "_name")):
        if not any(_is_same(known, name) for known in people):
            people.append(name)
    talking = Talking(people)
    together, spoken = True, ""
    for turn in turns:
        if turn["who"] != "U":
            continue
        talking.hears(turn["text"])
        spoken += turn["text"].casefold() + " "
        for slot, is_right, told in _judge(talking, turn, spoken):
            together = together and is_right
            scores.judge(
                slot,
                is_right,
                f"{turn['text']!r} wants {told}, has {as_json(talking.when)}, {talking.person}",
            )
    scores.judge("whole dialogue", together, f"{turns[0]['text']!r}")


def report(scores: Scores, misses: int) -> None:
    for slot, judged in sorted(scores.slots.items()):
        print(f"{slot:16} {100 * sum(judged) / len(judged):6.2f} %  ({sum(judged)} of {len(judged)})")
    for miss in scores.misses[:misses]:
        print(miss)


def _judge(talking: Talking, turn: dict[str, Any], spoken: str) -> Iterator[tuple[str, bool, list[str]]]:
    """Each slot of the state that the customer ``spoken`` of: whether what is understood is one of the ways
    it was written down."""
    for kind, part in (("_date", "dates"), ("_time", "times")):
        told = [words for words in _say(turn, kind) if words.casefold() in spoken]
        if told:
            meant = [as_json(read(words, SPOKEN, ZONE))[part] for words in told]
            yield part, as_json(talking.when)[part] in meant, told
    named = [
        name for act in turn["acts"] if (act.get("slot") or "").endswith("_name") for name in act["values"]
    ]
    if named and named != ["dontcare"]:
        yield "person", _is_same(talking.person, named[0]), named


def _is_same(person: str | None, named: str) -> bool:
    """Names are written in several ways: with a title, without a middle initial."""
    return person is not None and bool(set(_words(person)) & set(_words(named)))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]{3,}", name.casefold()) if word not in {"the", "and"}]


def _say(turn: dict[str, Any], ending: str) -> list[str]:
    """The words the state has for the slots whose names end so; none where the customer does not mind."""
    values = turn.get("state", {}).get("slot_values", {})
    found = [words for slot, ways in values.items() if slot.endswith(ending) for words in ways]
    return [words for words in found if words != "dontcare"]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.dialogues", description=(__doc__ or "").split("\n", 1)[0]
    )
    parser.add_argument("dialogues", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="how many misses to print")
    parser.add_argument("--first", type=int, default=None, help="only so many dialogues")
    return parser.parse_args()


if __name__ == "__main__":
    main()
