"""Sentences in seven languages, with what in them is private and without: `tables/private_sentences.txt` and
`plain_sentences.txt`."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

TABLES = Path(__file__).parent / "tables"
MARKED = re.compile(r"\{\w:([^}]*)\}")
PLACEHOLDER = re.compile(r"\[[a-z ]+ \d+\]")
WORD = re.compile(r"\w+")
# A shorter word says nothing by itself.
SHORTEST = 3


class Sentence(Struct, frozen=True):
    """``private`` are the parts no provider may read; ``asked`` is what the assistant said before, if
    anything."""

    language: str
    text: str
    private: tuple[str, ...]
    asked: str = ""


def sentences(table: str) -> Iterator[Sentence]:
    language = asked = ""
    for line in (TABLES / f"{table}.txt").read_text("utf-8").splitlines():
        said = line.replace("\\n", "\n")
        if line.startswith("== "):
            language = line.removeprefix("== ")
        elif line.startswith("? "):
            asked = line.removeprefix("? ")
        elif line and not line.startswith("#"):
            yield Sentence(language, MARKED.sub(r"\1", said), tuple(MARKED.findall(said)), asked)
            asked = ""


def is_told(private: str, text: str) -> bool:
    """Whether a text tells anything of what is private: a whole word of it, or a number."""
    rest = PLACEHOLDER.sub(" ", text).casefold()
    words = [word for word in WORD.findall(private.casefold()) if len(word) >= SHORTEST or word.isdecimal()]
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", rest) for word in words)
