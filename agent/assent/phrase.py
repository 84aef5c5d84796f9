"""Phrases of answers, in a short notation.

A phrase is a line of places. In a place may stand one of several, ``sure|of_course``; ``_`` joins the words
of one of them, ``{,lo,la}`` adds endings, and ``?`` makes the place optional: ``cancel it|that|the_booking?
please?``.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from agent.assent.tokens import words_of

ENDINGS = re.compile(r"\{([^{}]*)\}")
OPERATIONS = ("book", "move", "cancel")
YES, WEAK, AFTER, NO, BESIDE, SOFT, NEVER = "yes", "weak", "after", "no", "beside", "soft", "never"
WAIT, BYE, ASKS = "wait", "bye", "asks"
DO = {operation: f"do {operation}" for operation in OPERATIONS}
DROP = {operation: f"drop {operation}" for operation in OPERATIONS}
Tokens = Sequence[str]


class Phrases(Struct, frozen=True):
    """The phrases of one language. Those of an operation mean it only where the summary is of that operation.

    yes: an agreement whatever was said before it. weak: one that may as well be an acknowledgement ("ok",
    "great"), so that it only answers the summary itself. after: what adds to a yes before it. operations: the
    operation asked for in so many words. no: a refusal. drop: a refusal of the operation wherever it stands.
    beside: courtesies that change nothing. soft: hesitations, beside a no. never: what looks like a yes and
    is none. wait, bye: what says so wherever it stands. asks: how a question begins.
    """

    yes: str
    weak: str
    after: str
    operations: Mapping[str, str]
    no: str
    drop: Mapping[str, str]
    beside: str
    soft: str
    never: str
    wait: str
    bye: str
    asks: str

    def lines_with_labels(self) -> Iterator[tuple[str, str]]:
        """Each line of the notation, with its label."""
        texts = {
            name: getattr(self, name) for name in (YES, WEAK, AFTER, NO, BESIDE, SOFT, NEVER, WAIT, BYE, ASKS)
        }
        texts |= {DO[operation]: self.operations[operation] for operation in OPERATIONS} | {
            DROP[operation]: self.drop[operation] for operation in OPERATIONS
        }
        return ((label, line) for label, text in texts.items() for line in text.strip().splitlines())


class PhraseElement(Struct, frozen=True):
    """What may stand in one place of a phrase: rows of words, by the first of them."""

    rows: Mapping[str, tuple[tuple[str, ...], ...]]
    is_optional: bool

    def ends(self, told: Tokens, start: int) -> Iterator[int]:
        """Behind each row that stands at this word."""
        if self.is_optional:
            yield start
        for row in self.rows.get(told[start], ()) if start < len(told) else ():
            if tuple(told[start : start + len(row)]) == row:
                yield start + len(row)


class Phrase(Struct, frozen=True):
    label: str
    places: tuple[PhraseElement, ...]

    def ends(self, told: Tokens, start: int) -> set[int]:
        reached = {start}
        for place in self.places:
            reached = {end for at in reached for end in place.ends(told, at)}
        return reached - {start}


def parse_phrase(label: str, line: str) -> Phrase:
    """A line of the notation, for what its ``label`` says."""
    return Phrase(label, tuple(map(_parse_element, line.split())))


def _parse_element(notation: str) -> PhraseElement:
    rows: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    # At the bars that stand outside of braces.
    for choice in re.split(r"\|(?![^{]*\})", notation.rstrip("?")):
        for one in _expand_endings(choice):
            row = tuple(words_of(one.replace("_", " ")))
            rows[row[0]].append(row)
    return PhraseElement(
        {first: tuple(dict.fromkeys(same)) for first, same in rows.items()}, notation.endswith("?")
    )


def _expand_endings(choice: str) -> list[str]:
    found = ENDINGS.search(choice)
    if found is None:
        return [choice]
    told = [choice[: found.start()] + one + choice[found.end() :] for one in found.group(1).split(",")]
    return [whole for one in told for whole in _expand_endings(one)]


def first_words(phrase: Phrase) -> Iterator[str]:
    """The words a phrase may begin with."""
    for place in phrase.places:
        yield from place.rows
        if not place.is_optional:
            return
