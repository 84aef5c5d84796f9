"""What kind of distress a message tells of, if any. Pure: only the words."""

import re
from functools import cache
from importlib import import_module

from msgspec import Struct

from agent.assent.tokens import words_of
from agent.distress.frames import IN_A_MESSAGE, IN_A_SENTENCE, DistressKind, FrameReader
from agent.distress.parts import DistressWords

SENTENCES = re.compile(r"[.!?؟…;\n]+")
COMMAS = re.compile(r"[,،:()]|\s[-–—]\s")
# By the letters they are written in.
SCRIPTS = {
    re.compile(r"[a-z]", re.I): ("en", "de", "fr", "es", "it"),
    re.compile("[\u05d0-\u05ea]"): ("he",),
    re.compile("[\u0621-\u064a]"): ("ar",),
}


class Distress(Struct, frozen=True):
    kind: DistressKind
    language: str


def find_distress(text: str, language: str) -> Distress | None:
    """The gravest distress in a message, and the language it is told in: the conversation's own where that
    has it."""
    sentences = [plain for sentence in SENTENCES.split(text) if (plain := _plain(sentence))]
    found = [
        Distress(kind, one)
        for one in sorted(_languages_of(text), key=lambda one: one != language)
        for kind in _kinds_in(sentences, _reader(one))
    ]
    gravity = list(DistressKind)
    return min(found, key=lambda one: gravity.index(one.kind), default=None)


def _kinds_in(sentences: list[str], reader: FrameReader) -> set[DistressKind]:
    read = [(" , ".join(sentences), IN_A_MESSAGE), *((sentence, IN_A_SENTENCE) for sentence in sentences)]
    told = [reader.kinds_in(text, frames) for text, frames in read if reader.may_fill(text, frames)]
    return set().union(*told)


def _languages_of(text: str) -> list[str]:
    return [one for script, languages in SCRIPTS.items() if script.search(text) for one in languages]


def _plain(sentence: str) -> str:
    return " , ".join(words for clause in COMMAS.split(sentence) if (words := " ".join(words_of(clause))))


@cache
def _reader(language: str) -> FrameReader:
    parts: DistressWords = import_module(f"agent.distress.languages.{language}").PARTS
    return FrameReader(parts)
