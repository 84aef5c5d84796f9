"""What kind of distress a message tells of, if any. Pure: only the words.

A shape is a row of parts: somebody who wishes, and a death; a person, and what they do to another. So "this
traffic kills me" is none: traffic is nobody, and "me" is not oneself.
"""

import re
from enum import Enum
from functools import cache
from importlib import import_module

from msgspec import Struct

from agent.assent.tokens import words_of
from agent.distress.parts import Parts

SENTENCES = re.compile(r"[.!?؟…;\n]+")
COMMAS = re.compile(r"[,،:()]|\s[-–—]\s")
# By the letters they are written in.
SCRIPTS = {
    re.compile(r"[a-z]", re.I): ("en", "de", "fr", "es", "it"),
    re.compile("[\u05d0-\u05ea]"): ("he",),
    re.compile("[\u0621-\u064a]"): ("ar",),
}
# So many words may stand between two parts of a shape.
BETWEEN = r"(?: (?:\w+|,)){0,4}? "


class Kind(Enum):
    """What is told of; the gravest first, as that is answered."""

    CRISIS = "crisis"
    VIOLENCE = "violence"
    MEDICAL = "medical"
    AFTERCARE = "aftercare"


class Distress(Struct, frozen=True):
    kind: Kind
    language: str


class Shapes:
    """The shapes in one language."""

    def __init__(self, parts: Parts) -> None:
        def pattern(text: str) -> re.Pattern[str]:
            return re.compile(
                rf"(?<!\w)[{parts.prefixes}]{{0,2}}(?:{text})(?!\w)"
                if parts.prefixes
                else rf"(?<!\w)(?:{text})(?!\w)"
            )

        self._wishes_to_die = pattern(rf"(?:{parts.wish}){BETWEEN}(?:{parts.dying})")
        self._despairs, self._figure = pattern(parts.despair), pattern(parts.figure)
        self._is_attacked = pattern(rf"(?:{parts.attacker}){BETWEEN}(?:{parts.attacks})")
        self._play, self._in_danger = pattern(parts.play), pattern(parts.danger)
        self._acute, self._past = pattern(parts.acute), pattern(parts.past)
        self._bleeding, self._heavily = pattern(parts.bleeding), pattern(parts.heavily)
        self._complaint, self._treatment = pattern(parts.complaint), pattern(parts.treatment)

    def kind_of(self, sentence: str) -> Kind | None:
        """The gravest kind a sentence tells of."""
        if (
            self._wishes_to_die.search(sentence) or self._despairs.search(sentence)
        ) and not self._figure.search(sentence):
            return Kind.CRISIS
        if (self._is_attacked.search(sentence) or self._in_danger.search(sentence)) and not self._play.search(
            sentence
        ):
            return Kind.VIOLENCE
        kind = self._of_the_body(sentence)
        return None if kind is None or self._past.search(sentence) else kind

    def _of_the_body(self, sentence: str) -> Kind | None:
        bleeds, is_acute = self._bleeding.search(sentence), self._acute.search(sentence)
        if (bleeds or self._complaint.search(sentence)) and self._treatment.search(sentence) and not is_acute:
            return Kind.AFTERCARE
        return Kind.MEDICAL if is_acute or (bleeds and self._heavily.search(sentence)) else None


def find_distress(text: str, language: str) -> Distress | None:
    """The gravest distress in a message, and the language it is told in: the conversation's own where that
    has it."""
    sentences = [_plain(sentence) for sentence in SENTENCES.split(text)]
    found = [
        Distress(kind, one)
        for one in sorted(_languages_of(text), key=lambda one: one != language)
        for sentence in sentences
        if (kind := _shapes(one).kind_of(sentence)) is not None
    ]
    gravity = list(Kind)
    return min(found, key=lambda one: gravity.index(one.kind), default=None)


def _languages_of(text: str) -> list[str]:
    return [one for script, languages in SCRIPTS.items() if script.search(text) for one in languages]


def _plain(sentence: str) -> str:
    return " , ".join(" ".join(words_of(clause)) for clause in COMMAS.split(sentence))


@cache
def _shapes(language: str) -> Shapes:
    parts: Parts = import_module(f"agent.distress.languages.{language}").PARTS
    return Shapes(parts)
