"""The frames of distress, shared by all languages: which parts of a message, told together, mean what.

A frame is a row of parts, or several rows: somebody who wishes, and a death; a person, and that they fell,
and that they do not react. So "this traffic kills me" is none: traffic is nobody, and "me" is not oneself.
What only hints at an end is unsure; two different hints are no longer.
"""

import re
from enum import Enum
from itertools import combinations

from msgspec import Struct

from agent.distress.parts import DistressWords
from agent.languages.patterns.prefiltered import AnyPattern, prefilter

# So many words may stand between two parts of a row.
BETWEEN = r"(?: (?:\w+|,)){0,4}? "


class DistressKind(Enum):
    """What is told of; the gravest first, as that is answered."""

    CRISIS = "crisis"
    VIOLENCE = "violence"
    MEDICAL = "medical"
    AFTERCARE = "aftercare"
    # It may be one of them or a bad day: help is named, and the booking goes on.
    UNSURE = "unsure"


class Frame(Struct, frozen=True):
    """``rows`` of names of parts: those of one row follow each other (``a > b``), rows stand in any order
    (``a + b``). ``unless`` names parts that make it something else."""

    kind: DistressKind
    rows: str
    unless: str = ""


# Many a harmless message has one of these parts: a frame is told by another one of its own.
OF_EVERY_DAY = {"wish", "person", "attacker", "soon", "everything", "intake", "whole", "treatment", "down"}


class FrameSet(Struct, frozen=True):
    """Frames, and parts of theirs: a text that has none of these ``telling`` ones fills no frame."""

    every: tuple[Frame, ...]
    telling: tuple[str, ...]

    @classmethod
    def of(cls, *frames: Frame) -> "FrameSet":
        """The frames with the part of each that is looked for first: one that everyday messages seldom
        have."""
        parts = [re.split(" [>+] ", frame.rows) for frame in frames]
        telling = [next((one for one in row if one not in OF_EVERY_DAY), row[0]) for row in parts]
        return cls(frames, tuple(dict.fromkeys(telling)))


FIGURES = "figure"
EVERYDAY = f"everyday {FIGURES}"
NOT_NOW = "past supposed"
IN_A_SENTENCE = FrameSet.of(
    Frame(DistressKind.CRISIS, "wish > dying", FIGURES),
    Frame(DistressKind.CRISIS, "despair", FIGURES),
    Frame(DistressKind.CRISIS, "lack > living", EVERYDAY),
    Frame(DistressKind.CRISIS, "ends + soon", FIGURES),
    Frame(DistressKind.UNSURE, "ends", FIGURES),
    Frame(DistressKind.VIOLENCE, "attacker > attacks", "play"),
    Frame(DistressKind.VIOLENCE, "danger", "play"),
    Frame(DistressKind.VIOLENCE, "attacker + force", "play"),
    Frame(DistressKind.VIOLENCE, "attacker + confines", "play"),
    # Where the verb alone tells who it was, or nobody is named.
    *(Frame(DistressKind.UNSURE, told, "play") for told in ("force", "confines", "unsafe")),
    Frame(DistressKind.MEDICAL, "acute", NOT_NOW),
    Frame(DistressKind.MEDICAL, "person > collapse", NOT_NOW),
    Frame(DistressKind.MEDICAL, "person + senseless", f"apparatus {NOT_NOW}"),
    Frame(DistressKind.MEDICAL, "person + down + unresponsive", f"apparatus {NOT_NOW}"),
    Frame(DistressKind.UNSURE, "person > unresponsive", f"apparatus {NOT_NOW}"),
    Frame(DistressKind.MEDICAL, "intake + excess + medicine", f"harmless {NOT_NOW}"),
    Frame(DistressKind.MEDICAL, "swallowed + whole", f"harmless {NOT_NOW}"),
    Frame(DistressKind.MEDICAL, "swallowed + poison", f"harmless {NOT_NOW}"),
    Frame(DistressKind.MEDICAL, "person > swallowed + medicine", f"harmless {NOT_NOW}"),
    Frame(DistressKind.MEDICAL, "bleeding + heavily", f"treatment little {NOT_NOW}"),
    Frame(DistressKind.MEDICAL, "bleeding + wounded", f"treatment little {NOT_NOW}"),
    Frame(DistressKind.AFTERCARE, "bleeding + treatment", f"acute little {NOT_NOW}"),
    Frame(DistressKind.AFTERCARE, "complaint + treatment", f"acute little {NOT_NOW}"),
)
# What people say who mean not to live: each alone may be a bad day.
HINTS = ("letter", "burden", "exhausted", "pointless", "finality")
OF_GRIEF = ("exhausted", "pointless")
IN_A_MESSAGE = FrameSet.of(
    Frame(DistressKind.CRISIS, "gone + everything", EVERYDAY),
    Frame(DistressKind.CRISIS, "gone + letter", EVERYDAY),
    Frame(DistressKind.UNSURE, "gone + entrusted", EVERYDAY),
    *(
        Frame(DistressKind.CRISIS, f"{one} + {other}", EVERYDAY)
        for one, other in combinations((*HINTS, "entrusted"), 2)
    ),
    *(Frame(DistressKind.UNSURE, hint, EVERYDAY) for hint in HINTS if hint not in OF_GRIEF),
    # Who tells of a death beside it is in grief, which alone is no hint.
    *(Frame(DistressKind.UNSURE, hint, f"{EVERYDAY} mourning") for hint in OF_GRIEF),
)
# Said without an object: "I can't take it any more" is one thing, "I can't take this fringe any more"
# another, as is "there is no point in coming on Monday".
WITHOUT_OBJECT = ("ends", "exhausted", "pointless")


class FrameReader:
    """Finds the frames in texts of one language."""

    def __init__(self, parts: DistressWords) -> None:
        self._parts = parts
        self._patterns: dict[str | tuple[str, ...], AnyPattern] = {}

    def may_fill(self, text: str, frames: FrameSet) -> bool:
        """Whether a text has a part that some of the frames cannot do without; most messages have none."""
        if frames.telling not in self._patterns:
            parts = "|".join(getattr(self._parts, name) for name in frames.telling)
            self._patterns[frames.telling] = prefilter(rf"(?<!\w){self._prefixes}(?:{parts})")
        return self._patterns[frames.telling].search(text) is not None

    def kinds_in(self, text: str, frames: FrameSet) -> set[DistressKind]:
        """The kinds whose frames a text, written as words with a space between, fills. What it tells of
        somebody's coming death is passed over: that is no wish."""
        text = self._pattern("passing").sub("", text)
        seen: dict[str, bool] = {}

        def has(row: str) -> bool:
            if row not in seen:
                seen[row] = self._pattern(row).search(text) is not None
            return seen[row]

        return {
            frame.kind
            for frame in frames.every
            if all(map(has, frame.rows.split(" + "))) and not any(map(has, frame.unless.split()))
        }

    def _pattern(self, row: str) -> AnyPattern:
        if row not in self._patterns:
            told = BETWEEN.join(self._part(name) for name in row.split(" > "))
            self._patterns[row] = prefilter(rf"(?<!\w){told}(?!\w)")
        return self._patterns[row]

    @property
    def _prefixes(self) -> str:
        return rf"[{self._parts.prefixes}]{{0,2}}" if self._parts.prefixes else ""

    def _part(self, name: str) -> str:
        told = rf"{self._prefixes}(?:{getattr(self._parts, name)})"
        if name in WITHOUT_OBJECT:
            told += rf"(?: (?:{self._parts.soon}))*(?= ,|$| (?:{self._parts.joins})(?!\w))"
        return told
