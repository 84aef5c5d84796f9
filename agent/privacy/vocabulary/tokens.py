"""A text as words and numbers, and of each whether it may pass."""

import re
from collections.abc import Iterator

from msgspec import Struct

from agent.mentions.everyday_words import all_everyday_words, forms
from agent.privacy.business_words import BusinessWords, sounds_like_one
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.words import BRANDS, MAKES, ROOMS
from agent.privacy.towns import is_town
from agent.privacy.vocabulary.numbers import end_of_count, may_pass
from agent.privacy.vocabulary.words import is_common_word, is_ordinary_word, languages_told

_TOKEN = re.compile(
    r"\[[^\[\]\n]{1,40}\]|[^\W\d_]+-?(?=\d)(?:(?<=[A-Za-zÀ-ÿ\-])[\w\-]*)?|\d(?:[\w.,:/\-]{0,30}\w)?[º°ª]?|[^\W\d_]+(?:['’\-׳״\"־.](?=[^\W\d_])[^\W\d_]+)*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-׳״\"־][^\W\d_]+)*")
_STARTS = re.compile(r"(?:^|[.!?…:;\n\"“„«(¿¡•–—-]|\])\s*$")
_MIXED = re.compile(r"\d")
_OWNER = re.compile(r"['’]s$")


class Token(Struct, frozen=True):
    """``text[start:end]``. ``is_capital``: it has one for no reason of grammar; ``is_common``: it is so frequent
    that it is part of no name; ``is_kept``: a word of the business, of the calendar or of every booking."""

    said: str
    start: int
    end: int
    may_pass: bool
    is_number: bool = False
    is_capital: bool = False
    is_common: bool = False
    is_kept: bool = False


class TokenReader:
    """Reads texts of one business's customers."""

    def __init__(self, business: BusinessWords, locale: str) -> None:
        self._own = business.words
        self._locale = locale

    def read(self, text: str) -> Iterator[Token]:
        languages = languages_told([word.casefold() for word in _WORD.findall(text)], self._locale)
        shows_names = languages[-1] != "de" and not text.isupper()
        counted_until = 0
        for found in _TOKEN.finditer(text):
            said, start, end = found.group(), found.start(), found.end()
            if said[0] == "[" or (not said[0].isdecimal() and _MIXED.search(text, start, end + 1)):
                continue  # A placeholder, a letter written onto a number, or a code, which has its own finder.
            if said[0].isdecimal():
                counted_until = end_of_count(text, end)
                passes = said.casefold() in self._own or may_pass(said, text, start, end)
                yield Token(said, start, end, passes, is_number=True, is_kept=counted_until > end)
                continue
            is_capital = said[0].isupper() and not _STARTS.search(text, max(0, start - 4), start)
            folded = _OWNER.sub("", said.casefold())
            is_kept = self._is_kept(folded) or end <= counted_until
            is_common = is_kept or is_common_word(folded, languages)
            if is_capital and shows_names:
                passes = is_common or is_town(folded)
            else:
                passes = is_common or is_ordinary_word(folded, languages)
            yield Token(said, start, end, passes, is_capital=is_capital, is_common=is_common, is_kept=is_kept)

    def _is_kept(self, folded: str) -> bool:
        return (
            folded in self._own
            or not CALENDAR_WORDS.isdisjoint(forms(folded))
            or folded in all_everyday_words()
            or folded in BRANDS
            or folded in MAKES
            or folded in ROOMS
            or sounds_like_one(folded, self._own)
        )
