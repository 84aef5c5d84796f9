"""The ordinary words of each language, without names and illnesses, as sorted CRC-32 sums of the words in
small letters, the last bit of each set for a common word. `script/build_vocabulary.py` makes them of wordfreq (CC BY-SA 4.0) and simplemma.

In half a million words a strange one is taken for an ordinary one once in ten thousand times.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from agent.languages import LANGUAGES, language_of
from agent.languages.spelling import as_in_dictionary
from agent.mentions.everyday_words import ordinary_words
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.unknown import is_unknown

_LISTS = Path(__file__).parent
_SCRIPTS = (("he", re.compile("[\u05d0-\u05ea]")), ("ar", re.compile("[\u0621-\u06ff]")))
LATIN = tuple(language for language in LANGUAGES if language not in ("he", "ar"))
_PARTS = re.compile(r"[’'\-׳״\"־]")
# What is written onto a word, and what is left of it at least.
_BEFORE = {
    "he": re.compile("^[ומשהבלכ]{1,3}"),
    "ar": re.compile("^[وفبكلسع]{0,2}(?:ال|لل)?(?:ب?[تيناأم](?=.{4}))?"),
}
_BEHIND = {
    "es": re.compile("(?:[mts]e|l[aeo]s?|nos){1,2}$"),
    "it": re.compile("(?:[mtcsv][ie]|gli|l[aeio]|ne){1,2}$"),
    "ar": re.compile("(?:(?:وا|و|ي)?ل?(?:ها|هم|كم|كن|نا|ني|ي|ه|ك|و)|هن|ين|ون|ات|ان|وا|ة|ت|ش)$"),
}
_STEM = 3
# "Aceptáis", "tenéis": what several are asked, as a dictionary has it.
_YOU_ALL = re.compile("(?:áis|éis|ís|ais|eis)$")
_OF_VERBS = ("ar", "er", "ir", "an", "en")
_UNACCENTED = str.maketrans("áéíóú", "aeiou")
LONG_ENOUGH_FOR_A_SLIP = 6
_MARKS = re.compile("[\u0591-\u05c7\u064b-\u0652\u0640]")


@cache
def _sums(language: str) -> "array[int]":
    sums = array("I")
    sums.frombytes((_LISTS / f"{language}.bin").read_bytes())
    return sums


@lru_cache(maxsize=20_000)
def _frequency(word: str, language: str) -> int | None:
    """1 for a common word, 0 for another one of the list."""
    sums, wanted = _sums(language), crc32(word.encode()) & ~1
    at = bisect_left(sums, wanted)
    return sums[at] & 1 if at < len(sums) and sums[at] & ~1 == wanted else None


def _is_listed(word: str, language: str) -> bool:
    return _frequency(word, language) is not None


def is_common_word(word: str, languages: tuple[str, ...]) -> bool:
    """``word`` in lower case: whether it is so frequent that a capital shows no name."""
    parts = [part for part in _PARTS.split(word) if len(part) > 1]
    return all(any(_frequency(part, language) for language in languages) for part in parts)


def languages_told(words: Collection[str], locale: str) -> tuple[str, ...]:
    """The language of the page, and the one that more of the words are of, if that is another."""
    own = language_of(locale)
    latin = [word for word in words if not any(script.search(word) for _, script in _SCRIPTS)]
    counts = {language: sum(_is_listed(word, language) for word in latin) for language in LATIN}
    best = max(LATIN, key=lambda language: counts[language])
    if own not in LATIN:
        return (own, best)
    return (own, best) if counts[best] > counts[own] else (own,)


@lru_cache(maxsize=20_000)
def is_ordinary_word(word: str, languages: tuple[str, ...]) -> bool:
    """``word`` in lower case."""
    bare = _MARKS.sub("", word)
    if len(bare) == 1 or bare in CALENDAR_WORDS or not is_unknown(bare):
        return True
    return any(_has(bare, language) for language in _languages_of(bare, languages))


def _languages_of(word: str, languages: tuple[str, ...]) -> Iterable[str]:
    for language, script in _SCRIPTS:
        if script.search(word):
            return (language,)
    return tuple(language for language in languages if language in LATIN)


def _has(word: str, language: str) -> bool:
    if _is_listed(word, language):
        return True
    if _PARTS.search(word):
        parts = [part for part in _PARTS.split(word) if len(part) > 1]
        return all(_is_listed(part, language) or not is_unknown(part) for part in parts)
    if language == "es" and (ending := _YOU_ALL.search(word)):
        return any(_is_listed(word[: ending.start()] + one, "es") for one in _OF_VERBS)
    if language in _BEHIND or language in _BEFORE:
        return _has_stem(word, language) or _is_everyday_spelling(word, language)
    return _is_everyday_spelling(word, language) or (language == "de" and _is_compound(word))


def _is_everyday_spelling(word: str, language: str) -> bool:
    """ "Thx", or a slip of the fingers in a word of every day."""
    written = as_in_dictionary(word, language)
    if written != word:
        return all(_is_listed(part, language) or not is_unknown(part) for part in written.split())
    if len(word) < LONG_ENOUGH_FOR_A_SLIP:
        return False
    meant = extractOne(word, _long_words(), scorer=OSA.distance, score_cutoff=1)
    return meant is not None and meant[0][0] == word[0]


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(word for word in ordinary_words() if len(word) >= LONG_ENOUGH_FOR_A_SLIP)


def _has_stem(word: str, language: str) -> bool:
    """Without what is written onto it before and behind."""
    before = _BEFORE[language].match(word) if language in _BEFORE else None
    begins = range(before.end() + 1) if before else range(1)
    ends = [len(word)]
    if language in _BEHIND and (behind := _BEHIND[language].search(word)):
        ends.append(behind.start())
    stems = {word[start:end] for start in begins for end in ends if end - start >= _STEM} - {word}
    return any(_is_listed(stem.translate(_UNACCENTED), language) for stem in stems)


def _is_compound(word: str) -> bool:
    """Two German words written together, with what joins them."""
    for at in range(4, len(word) - 3):
        if _is_listed(word[at:], "de"):
            first = word[:at]
            if _is_listed(first, "de") or (first[-1] in "sn" and _is_listed(first[:-1], "de")):
                return True
    return False
