"""Whether a few words are somebody's name: by their shape, and by not being a sentence. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum
from functools import cache

from agent.assent import Kind, answer_to, everyday_words, is_answering_word
from agent.assent.changes import words_around_changes
from agent.contact_lines.closed_classes import (
    ALSO_NAMES,
    CAPITALISES_NOUNS,
    FIRST_PERSON,
    JOINS,
    KINSHIP,
    LABELS,
    LEADS_NOUN,
    MONTHS_AS_NAMES,
    PARTICLES,
    TITLES,
    calendar_words,
    closed_words,
    function_words,
    is_state_word,
    weekday_words,
)
from agent.languages import LANGUAGES
from agent.languages.language import Words
from agent.mentions.beyond_one.relatives import ONE, SEVERAL
from agent.when import read as read_when

# "Dr. med. Anna-Lena Freifrau von der Heide" has seven.
MOST_WORDS = 9
IN_A_NAME = "\"“”'’‘ʼ׳״`´.-‐·・"
# "ada.example.com" is no "Univ.Prof." and no "e.e.".
DOMAIN = re.compile(r"[^\W\d_]{2}\.[a-z]{2,}(?:\.|$)")
# Which words tell a time is the same on any day.
ANY_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
QUESTION = re.compile("[?？؟]")
# "pfff", "hmmm": no name has a letter three times in a row.
STRETCHED = re.compile(r"((?!i)[^\W\d_])\1\1", re.I)
VOWEL = re.compile("[aeiouy]", re.I)
APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´׳")


# "Y" and "K" are yes and ok; any other capital alone is an initial.
SHORT_ANSWERS = "YNKSJO"


class Verdict(Enum):
    NAME = "name"
    # The name of a day, which may as well be the day that is wanted.
    DAY_OR_NAME = "day or name"
    NONE = "no name"


def judge_name(
    text: str,
    words: Words,
    *,
    services: Iterable[str] = (),
    is_introduced: bool = False,
    is_beside_contact: bool = False,
) -> Verdict:
    """What a text is that was given as a name. ``services`` are the names of what can be booked; ``is_introduced`` after "my name is",
    ``is_beside_contact`` in one line with an address or a number."""
    tokens = text.split()
    if not 1 <= len(tokens) <= MOST_WORDS or QUESTION.search(text) or not all(map(has_shape, tokens)):
        return Verdict.NONE
    line = _Line(tokens, words, services, is_beside_contact=is_beside_contact)
    if is_introduced:
        is_known_name = len(tokens) == 1 and line.folded[0] in ALSO_NAMES
        return Verdict.NAME if line.unknown or line.is_capitalised or is_known_name else Verdict.NONE
    if is_name_too(text) or (len(text) == 1 and text.isupper() and text not in SHORT_ANSWERS):
        return Verdict.NAME
    if is_answer(text, words.tag) or not line.could_be_name():
        return Verdict.NONE
    if len(tokens) == 1 and line.folded[0] in (line.calendar | line.function) - MONTHS_AS_NAMES:
        return Verdict.DAY_OR_NAME
    return Verdict.NAME


def is_answer(text: str, language: str) -> bool:
    """Whether a text is a plain yes or no. "Mimi" and "ليلى" are none, though each is a short word twice."""
    if " " not in text and not text[:1].islower() and not is_answering_word(text, language):
        return False
    return answer_to(text, "book", language).kind in (Kind.YES, Kind.NO)


def is_name_too(word: str) -> bool:
    """Whether one word with a capital is a name as well as a word of sentences: "Will", "Roger"."""
    return word[:1].isupper() and fold(word) in ALSO_NAMES


def is_title(token: str) -> bool:
    return token.casefold().replace(".", "") in TITLES


def fold(token: str) -> str:
    """A word as the lists have it: lower case, no apostrophes, no full stop behind it."""
    return token.casefold().translate(APOSTROPHES).strip(".")


class _Line:
    """The words of a candidate, each by what it is in a sentence of the language."""

    def __init__(
        self, tokens: Sequence[str], words: Words, services: Iterable[str], *, is_beside_contact: bool
    ) -> None:
        self.tokens, self.words, self.is_beside_contact = tokens, words, is_beside_contact
        self.folded = [fold(token) for token in tokens]
        self.function = function_words(words.tag)
        self.titles = next((at for at, token in enumerate(tokens) if not is_title(token)), 0)
        self.calendar = calendar_words(words.tag)
        offered = {fold(part) for name in services for part in name.split()}
        self.services = {one for one in self.folded if one in offered or one.rstrip("s") in offered}
        has_case = any(letter.isupper() != letter.islower() for token in tokens for letter in token)
        is_shouted = (
            len(tokens) > 1 and "".join(tokens).isupper() and any(len(one) > 2 for one in self.folded)
        )
        if len(tokens) > 1 and self.folded[0] in KINSHIP:
            # "Father of", "house of": the next word is a name.
            self.function = self.function - {self.folded[1]}
        joins = JOINS if len(tokens) > 2 and self.folded[-1] not in JOINS else frozenset()
        own = [token for token, one in zip(tokens, self.folded, strict=True) if one not in PARTICLES | joins]
        self.is_capitalised = (
            has_case
            and not is_shouted
            and bool(own)
            and all(token[0].isupper() or not _is_cased(token) for token in own)
        )
        self.has_case = has_case
        # Words that no sentence of the language is made of.
        self.unknown = [
            one
            for one, token in zip(self.folded, tokens, strict=True)
            if (len(one) == 1 and token.endswith(".") and len(tokens) > 1) or not self._is_of_sentence(one)
        ]

    def could_be_name(self) -> bool:
        if self.services and not self.unknown:
            return False
        if len(self.tokens) == 1:
            return self._is_one_word_name()
        if self.folded[0] in ("i", "i'm", "im") and not self.tokens[0].endswith("."):
            return False
        if not self._is_weekday_and_month() and self._is_time():
            return False
        return self._is_capitalised_name() if self.is_capitalised else self._is_plain_name()

    def _is_one_word_name(self) -> bool:
        word = self.folded[0]
        if word in self.calendar or self._is_everyday_with_capital():
            return True
        if self._is_exclaimed():
            return False
        return bool(self.unknown) and word not in FIRST_PERSON and not self._is_said_for(self.tokens[0])

    def _is_exclaimed(self) -> bool:
        """ "brb", "anonym", "אנונימי": an abbreviation written small, or how somebody is."""
        word = self.tokens[0]
        if word[:1].isupper():
            return False
        is_abbreviated = len(word) > 1 and word.isascii() and not VOWEL.search(word)
        return is_abbreviated or is_state_word(word, self.words.tag)

    def _is_everyday_with_capital(self) -> bool:
        """ "Kurz": a word that wishes are told with, and no sentence needs. It is asked about."""
        word, tag = self.folded[0], self.words.tag
        return (
            self.is_capitalised
            and word in words_around_changes(tag)
            and word not in closed_words(tag) | closed_words("en") | self.words.own | everyday_words(tag)
        )

    def _is_capitalised_name(self) -> bool:
        """ "Will Young", "Oddvar Bye", "Domingo Mayo", and no "Friday Morning", "Opening Hours" or "Keine Ahnung"."""
        if self.words.tag in CAPITALISES_NOUNS and self.folded[0] in LEADS_NOUN:
            return False
        if not self.unknown:
            return self._is_weekday_and_month() or (len(self.tokens) == 2 and self.folded[0] in ALSO_NAMES)
        return not self._is_said_for(" ".join(self.tokens))

    def _is_plain_name(self) -> bool:
        """Written without capitals, or in a script that has none: one word of a sentence, and it is a sentence."""
        text = " ".join(self.tokens)
        if (
            self.titles
            and set(self.unknown) & set(self.folded[self.titles :])
            and not set(self.folded) & closed_words(self.words.tag)
        ):
            return True
        if self._touches(text) or answer_to(text, "book", self.words.tag).kind is not Kind.OTHER:
            return False
        if self._is_of_other_language():
            return False
        if self.has_case and self.folded[-1] in closed_words(self.words.tag) and self.folded[-1] in PARTICLES:
            return False  # "spinnst du": no name ends with what stands within names.
        of_sentence = [
            one for one in self.folded[self.titles :] if one in self.function and one not in PARTICLES
        ]
        are_names = len(self.unknown) >= len(of_sentence) and set(of_sentence) <= ALSO_NAMES
        if len(self.tokens) == 2 and self.folded[0] in self.unknown:
            # "Connor Short", "אביב ערב": behind a first name a word of everyday, though none that only sentences have.
            are_names = are_names or self.folded[1] not in closed_words("en") | closed_words(self.words.tag)
        is_dated = any(one in weekday_words(self.words.tag) for one in self.folded)
        if is_dated and self.has_case and not self.is_beside_contact:
            return False
        return bool(self.unknown) and (not of_sentence or are_names)

    def _is_of_sentence(self, word: str) -> bool:
        if word in self.function or word in LABELS or word in self.calendar or word in self.services:
            return True
        # "For my daughter": whom people book for is no name, unless it is written as one ("Thomas Mann").
        is_noun = not self.is_capitalised or self.words.tag in CAPITALISES_NOUNS
        return is_noun and word not in ALSO_NAMES and is_relative(word, self.words.tag)

    def _is_of_other_language(self) -> bool:
        """ "Wenn du meinst" on an English page: two words of a sentence in one other language, and hardly more."""
        others = (
            [one for one in self.folded if one in closed_words(name) and one not in PARTICLES]
            for name in LANGUAGES
        )
        return any(len(told) > 1 and 2 * len(told) >= len(self.folded) for told in others)

    def _is_weekday_and_month(self) -> bool:
        """Two names of the calendar without a number are no day."""
        days = weekday_words(self.words.tag)
        return (
            len(self.tokens) == 2
            and all(one in self.calendar for one in self.folded)
            and sum(one in days for one in self.folded) < 2
            and (self.is_capitalised or any(one in days for one in self.folded))
        )

    def _is_time(self) -> bool:
        """Whether every word tells a time: "Friday lunchtime", "بكرة الصبح"."""
        text = " ".join(self.tokens)
        spans = sorted(read_when(text, ANY_DAY, "UTC", self.words.tag).spans, key=lambda span: -span.start)
        for span in spans:
            text = text[: span.start] + text[span.end :]
        return bool(spans) and not any(letter.isalpha() for letter in text)

    def _is_said_for(self, text: str) -> bool:
        """Whether a text is nothing but something else that is asked or wished."""
        lowered = text.casefold().replace("’", "'")
        patterns = (*self.words.intents.values(), *self.words.topics.values())
        found = [
            one
            for one in (re.search(pattern, lowered) for pattern in patterns)
            if one and one.group().strip()
        ]
        left = [re.sub(re.escape(one.group()), " ", lowered) for one in found]
        return any(all(fold(word) in self.function for word in rest.split()) for rest in left)

    def _touches(self, text: str) -> bool:
        lowered = text.casefold().replace("’", "'")
        patterns = (*self.words.intents.values(), *self.words.topics.values())
        return any(
            found and _is_whole(found) for found in (re.search(pattern, lowered) for pattern in patterns)
        )


@cache
def _relatives(language: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(words[name] for name in dict.fromkeys(("en", language)) for words in (ONE, SEVERAL))
    )


def is_relative(word: str, language: str) -> bool:
    return bool(_relatives(language).fullmatch(word))


def _is_whole(found: re.Match[str]) -> bool:
    """Whether a match is made of whole words: Hebrew and Arabic patterns find parts of names."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    ends = (before, found.group()[:1]), (found.group()[-1:], after)
    return bool(found.group().strip()) and not any(one.isalnum() and other.isalnum() for one, other in ends)


def _is_cased(token: str) -> bool:
    return any(letter.isupper() or letter.islower() for letter in token)


def has_shape(token: str) -> bool:
    """Letters of any script with their marks, and what stands between the letters of a name."""
    kinds = [
        unicodedata.category(letter)[0]
        for letter in token
        if letter not in IN_A_NAME and letter not in "\u200c\u200d"
    ]
    if STRETCHED.search(token):
        return False
    return "L" in kinds and set(kinds) <= {"L", "M"} and (not DOMAIN.search(token) or is_title(token))
