"""How patterns of health are written: by alternatives over several lines, without accents. People leave
accents out, and hamzas."""

import re
import unicodedata
from collections.abc import Mapping

SCRIPTED = ("he", "ar")

# People leave accents out, and hamzas: both sides are read without them, letter by letter.
_PLAIN_LETTERS = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x250), *range(0x622, 0x627))
    if len(unicodedata.normalize("NFD", chr(code))) > 1
}


def plain(text: str) -> str:
    return text.translate(_PLAIN_LETTERS)


def one_of(*lines: str) -> str:
    """Alternatives written over several lines."""
    return "|".join(re.sub(r"\n\s*", "", one).strip("| \n") for one in lines)


def compile_words(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.I)


def of_each_script(patterns: Mapping[str, str]) -> str:
    """One pattern of those of each language: at a Hebrew or Arabic letter only these two are tried, and
    elsewhere only the others."""
    scripted = "|".join(pattern for language, pattern in patterns.items() if language in SCRIPTED)
    latin = "|".join(pattern for language, pattern in patterns.items() if language not in SCRIPTED)
    return rf"(?:(?=[\u0590-\u07ff])(?:{scripted})|(?=[^\W\d_])(?![\u0590-\u07ff])(?:{latin}))"
