"""How patterns of health are written: by alternatives over several lines, without accents. People leave accents out, and hamzas."""

import re
import unicodedata

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


def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.I)
