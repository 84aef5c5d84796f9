"""How patterns of health are written: by alternatives over several lines, without accents. People leave
accents out, and hamzas."""

import re
import unicodedata
from collections.abc import Mapping

from agent.languages.patterns.late import compiled_late

SCRIPTED = ("he", "ar")

# People leave accents out, and hamzas: both sides are read without them, letter by letter.
_UNACCENTED = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x250), *range(0x622, 0x627))
    if len(unicodedata.normalize("NFD", chr(code))) > 1
}
# Texts are read in small letters besides, by patterns written in them: those that do not look for capitals
# are compiled in a third of the time. Two more letters are small ones to everybody who reads.
_SMALL = {
    code: _UNACCENTED.get(code, chr(code)).lower() for code in (*range(0x41, 0x5B), *range(0xC0, 0x250))
}
_PLAIN_LETTERS = _UNACCENTED | _SMALL | {ord("ı"): "i", ord("ſ"): "s"}


def plain(text: str) -> str:
    """In small letters without accents, each where it was."""
    return text.translate(_PLAIN_LETTERS)


def one_of(*lines: str) -> str:
    """Alternatives written over several lines."""
    return "|".join(re.sub(r"\n\s*", "", one).strip("| \n") for one in lines)


def compile_words(pattern: str) -> re.Pattern[str]:
    """For plain texts; the pattern is written in small letters."""
    return compiled_late(pattern.translate(_UNACCENTED))


def of_each_script(patterns: Mapping[str, str]) -> str:
    """One pattern of those of each language: at a Hebrew or Arabic letter only these two are tried, and
    elsewhere only the others."""
    scripted = "|".join(pattern for language, pattern in patterns.items() if language in SCRIPTED)
    latin = "|".join(pattern for language, pattern in patterns.items() if language not in SCRIPTED)
    return rf"(?:(?=[\u0590-\u07ff])(?:{scripted})|(?=[^\W\d_])(?![\u0590-\u07ff])(?:{latin}))"
