"""Everyday spelling as a dictionary has it: what people leave out, run together or write as they speak in their
region ("jpourrai pas", "ned", "giovedi'"), so that nobody who looks for words must know every way to write them.

One module a language: ``WORDS`` by word, ``FORMS`` as pairs of a regular expression and what is written for it.
"""

import re
from functools import cache
from importlib import import_module

Form = tuple[re.Pattern[str], str]
STRAIGHT = str.maketrans("’´`", "'''")
# A word with what is run into it; none within an address, a web page or a number.
TOKEN = re.compile(r"(?<![\w@.\-/+])[^\W_]+(?:'[^\W\d_]+)*'?(?![\w@]|[.\-/]\w)")
# "Ned" and "Mia" are names; longer words with a capital letter are nouns where nouns have one.
LONGER_THAN_NAMES = 4
# Letters held down: "merciii". Twice is spelling.
HELD = re.compile(r"([^\W\d_])\1{2,}")


def as_in_dictionary(text: str, language: str) -> str:
    """The text in the spelling of a dictionary; names stay, as they have a capital letter within a
    sentence."""
    words, forms = _tables(language)
    plain = HELD.sub(r"\1", text.translate(STRAIGHT))
    for form, written in forms:
        plain = form.sub(written, plain)
    is_shouted = plain.isupper()
    return TOKEN.sub(lambda found: _write(found, words, is_shouted=is_shouted), plain)


def _write(found: re.Match[str], words: dict[str, str], *, is_shouted: bool) -> str:
    told = found.group()
    written = words.get(told.casefold())
    is_name = told[0].isupper() and len(told) < LONGER_THAN_NAMES and not is_shouted and not _begins(found)
    return told if written is None or is_name else written


def _begins(found: re.Match[str]) -> bool:
    before = found.string[: found.start()].rstrip(" \"'«„“([¿¡-")
    return not before or before[-1] in ".!?\n:"


@cache
def _tables(language: str) -> tuple[dict[str, str], tuple[Form, ...]]:
    module = import_module(f"agent.languages.spelling.{language}")
    words = dict(pair for line in module.WORDS.strip().splitlines() for pair in _pairs(line))
    return words, tuple((re.compile(rf"(?<!\w){said}", re.I), written) for said, written in module.FORMS)


def _pairs(line: str) -> list[tuple[str, str]]:
    """A line of a table, "right: this that": what is written for each of the words behind the colon."""
    written, said = line.split(":")
    return [(one, written.strip()) for one in said.split()]
