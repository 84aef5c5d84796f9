"""Make the vocabularies of `agent/privacy/vocabulary`: the ordinary words of each language, without names and
without words of health.

    pip install wordfreq==3.1.1 simplemma==2.0.0      # into an environment of its own, with this project's
    python script/build_vocabulary.py

A word is ordinary if it is frequent (wordfreq, CC BY-SA 4.0) and a dictionary knows it in small letters
(simplemma; German nouns in large ones), and if no list of names has it alone. What is very
frequent needs no dictionary.
"""

import ast
import re
import sys
from functools import cache
from math import log10
from pathlib import Path
from unicodedata import combining, normalize
from zlib import crc32

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from agent.privacy.given_names import (
    GIVEN_NAMES,
    both_names_and_words,
    listed_names,
    listed_surnames,
    ordinary_names,
)
from agent.privacy.health.finder import health_words
from agent.privacy.names.scripted import is_scripted_name

RAREST_FORM, FREQUENT_LEMMA = 1.4, 3.3
# By Zipf's scale (occurrences in a thousand million words, as a logarithm to ten): languages that write words
# together, or much onto a word, have more forms.
RAREST = {"en": 2.7, "de": 2.3, "fr": 2.7, "es": 2.7, "it": 2.7, "he": 2.5, "ar": 2.5}
NEEDS_NO_DICTIONARY = {"en": 3.6, "de": 3.6, "fr": 3.6, "es": 3.6, "it": 3.6, "he": 3.0, "ar": 2.9}
# Nouns of German that are surnames too, and words first.
COMMON_NOUN = 4.2
WORD = re.compile(r"[^\W\d_]{2,30}(?:['’\-][^\W\d_]{1,20})?")
ILLNESS = re.compile(
    r"(?:itis|algia|ectomy|ostomy|oscopy|[aeo]emia|pathy|plegia|phobia|phrenia|osis|uria|algie|ektomie|"
    r"pathie|ämie|patía|sclerosis|oscopia|ectomia|cillin|mycin|azole?|statin|sartan|prazole?|profen|azepam)[aens]?$"
)
# No piece of a pattern: what stands between spaces and bars.
WORD_OF_TEXT = re.compile(r"(?<![^\s|(:])[^\W\d_]{2,30}(?![^\s|):,.!?;])")
# A capital within a sentence shows nothing of words that are so frequent.
COMMON = 4.0
OUT = Path(__file__).resolve().parents[1] / "agent" / "privacy" / "vocabulary"
# Words that are read for illness at once, each a sentence of its own.
AT_ONCE = 100


def main() -> None:
    dictionaries = DefaultDictionaryFactory()
    for language, rarest in RAREST.items():
        entries = _entries(dictionaries, language)
        told = get_frequency_dict(language, wordlist="large")
        zipfs = {word: log10(frequency) + 9 for word, frequency in told.items()}
        candidates = {
            word: zipf
            for word, zipf in zipfs.items()
            if WORD.fullmatch(word) and (zipf >= rarest or _is_form(word, zipf, entries, zipfs))
        }
        candidates |= dict.fromkeys(_words_of_the_receptionist() - candidates.keys(), 0.0)
        ordinary = {word for word, zipf in candidates.items() if _is_ordinary(word, zipf, language, entries)}
        words = ordinary - _words_of_health(sorted(ordinary))
        spellings = words | {_without_accents(word) for word in words}
        sums = {
            crc32(word.encode()) & ~1: _is_common(word, candidates.get(word, 0)) for word in sorted(spellings)
        }
        rows = (value | is_common for value, is_common in sorted(sums.items()))
        (OUT / f"{language}.bin").write_bytes(b"".join(row.to_bytes(4, "little") for row in rows))
        print(language, len(words))
        if len(sys.argv) > 1:
            (Path(sys.argv[1]) / f"{language}.txt").write_text(
                "\n".join(sorted(words, key=lambda one: -candidates[one]))
            )


def _entries(dictionaries: DefaultDictionaryFactory, language: str) -> dict[str, str]:
    """Each form with its lemma."""
    read = dictionaries.get_dictionary(language)
    return {_text(form): _text(lemma) for form, lemma in read.items()}


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _is_form(word: str, zipf: float, entries: dict[str, str], zipfs: dict[str, float]) -> bool:
    """A rarer form of a frequent word: "aceptáis"."""
    return zipf >= RAREST_FORM and zipfs.get(entries.get(word, ""), 0) >= FREQUENT_LEMMA


def _is_ordinary(word: str, zipf: float, language: str, entries: dict[str, str]) -> bool:
    is_noun = language == "de" and word.capitalize() in entries
    is_known = word in entries or is_noun or word in _words_of_the_receptionist()
    if not is_known and zipf < NEEDS_NO_DICTIONARY[language]:
        return False
    return not _is_name(word, is_word=word in entries or zipf >= COMMON_NOUN) and not ILLNESS.search(word)


@cache
def _words_of_the_receptionist() -> frozenset[str]:
    """What the built-in receptionist understands and says: whole words of the texts in its code."""
    rooms = ("languages", "when", "wishes", "mentions", "assent", "guided", "consent", "distress")
    sources = (path for room in rooms for path in (OUT.parents[1] / room).rglob("*.py"))
    texts = (
        node.value
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return frozenset(word for text in texts for word in WORD_OF_TEXT.findall(text.casefold()))


def _is_name(word: str, *, is_word: bool) -> bool:
    is_both = word in ordinary_names() or word in both_names_and_words()
    is_said = is_word and word.isascii() and word in _words_of_the_receptionist() and word not in GIVEN_NAMES
    if is_both or is_said:
        return False
    is_scripted = not word.isascii() and is_scripted_name(word)
    return word in listed_names() or is_scripted or (word in listed_surnames() and not is_word)


def _is_common(word: str, zipf: float) -> bool:
    return word in _words_of_the_receptionist() or (zipf >= COMMON and word not in listed_surnames())


def _without_accents(word: str) -> str:
    """As it is typed in haste: "giovedi", "manana"."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def _words_of_health(words: list[str]) -> set[str]:
    found = set()
    for at in range(0, len(words), AT_ONCE):
        text = ".\n".join(words[at : at + AT_ONCE])
        for span in health_words(text, ()):
            found.update(text[span.start : span.end].split(".\n"))
    return found


if __name__ == "__main__":
    main()
