"""The words of what may be a name, each by what it is in a sentence of the language. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from agent.assent import AnswerKind, answer_to, everyday_words
from agent.assent.changes import words_around_changes
from agent.contact_lines.names.lists import fold, is_listed
from agent.contact_lines.names.mentions import is_relative, is_treatment, touches
from agent.contact_lines.names.titles import is_title
from agent.contact_lines.words.closed_classes import (
    CAPITALISES_NOUNS,
    FIRST_PERSON,
    LEADS_NOUN,
    function_words,
)
from agent.contact_lines.words.frame_words import PARTS
from agent.contact_lines.words.labels import LABELS
from agent.contact_lines.words.name_parts import ALSO_NAMES, JOINS, KINSHIP, PARTICLES
from agent.contact_lines.words.states import is_adjective, is_state_word
from agent.languages import LANGUAGES
from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.languages.vocabulary.calendar_names import calendar_words, weekday_words
from agent.languages.vocabulary.closed_classes import closed_words
from agent.privacy.contacts.digits import DIGIT_WORDS
from agent.when import read as read_when

# Which words tell a time is the same on any day.
ANY_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
VOWEL = re.compile("[aeiouy]", re.I)


class Candidate:
    """The words of a candidate, each by what it is in a sentence of the language."""

    def __init__(
        self, tokens: Sequence[str], words: Words, services: Iterable[str], *, is_beside_contact: bool
    ) -> None:
        self.tokens, self.words, self.is_beside_contact = tokens, words, is_beside_contact
        self.folded = [fold(token) for token in tokens]
        self.function = function_words(words.tag)
        self.titles = next((at for at, token in enumerate(tokens) if not is_title(token, words.tag)), 0)
        self.calendar = calendar_words(words.tag)
        offered = _words_offered(tuple(services))
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

    def is_kunya(self) -> bool:
        """ "Umm Anas", "Abu Bakr": mother and father of somebody."""
        return len(self.tokens) == 2 and self.folded[0] in KINSHIP and self.folded[1] in self.unknown

    def could_be_name(self) -> bool:
        if (self.services and not self.unknown) or self._is_treatment():
            return False
        if len(self.tokens) == 1:
            return self._is_one_word_name()
        if self.folded[0] in ("i", "i'm", "im") and not self.tokens[0].endswith("."):
            return False
        is_written_as_one = self._is_capitalised_name() if self.is_capitalised else self._is_plain_name()
        return is_written_as_one and (self._is_weekday_and_month() or not self._is_time())

    def _is_one_word_name(self) -> bool:
        word = self.folded[0]
        if word in self.calendar or self._is_everyday_with_capital():
            return True
        if self._is_exclaimed():
            return False
        return bool(self.unknown) and word not in FIRST_PERSON and not self._is_said_for(self.tokens[0])

    def _is_treatment(self) -> bool:
        """ "תספורת", "una ceretta": what the trade is asked for, unless somebody is called so."""
        is_written_as_name = self.is_capitalised and self.words.tag not in CAPITALISES_NOUNS
        told = [one for one in self.folded if one not in self.function]
        if is_written_as_name or any(map(is_listed, told)):
            return False
        text = " ".join(told)
        return is_treatment(text, self.words.tag)

    def _is_exclaimed(self) -> bool:
        """ "brb", "anonym", "אנונימי": an abbreviation written small, or how somebody is."""
        word = self.tokens[0]
        if word[:1].isupper():
            return False
        is_abbreviated = len(word) > 1 and word.isascii() and not VOWEL.search(word)
        is_state = is_state_word(word, self.words.tag) or (
            is_adjective(word, self.words.tag) and not self.is_beside_contact and not is_listed(word)
        )
        return is_abbreviated or is_state

    def _is_everyday_with_capital(self) -> bool:
        """ "Kurz": a word that wishes are told with, and no sentence needs. It is asked about."""
        word, tag = self.folded[0], self.words.tag
        return (
            self.is_capitalised
            and word in words_around_changes(tag)
            and word not in closed_words(tag) | closed_words("en") | self.words.own | everyday_words(tag)
        )

    def _is_capitalised_name(self) -> bool:
        """ "Will Young", "Oddvar Bye", "Domingo Mayo", and no "Friday Morning", "Opening Hours" or "Keine
        Ahnung"."""
        if self.words.tag in CAPITALISES_NOUNS and self.folded[0] in LEADS_NOUN:
            return False
        if not self.unknown:
            return self._is_weekday_and_month() or (len(self.tokens) == 2 and self.folded[0] in ALSO_NAMES)
        return not self._is_said_for(" ".join(self.tokens))

    def _is_plain_name(self) -> bool:
        """Written without capitals, or in a script that has none: one word of a sentence, and it is a
        sentence."""
        if self._is_description():
            return False
        if is_state_word(self.folded[0], self.words.tag) and not is_listed(self.tokens[0]):
            return False  # "עייפה מתה".
        text = " ".join(self.tokens)
        if (
            self.titles
            and set(self.unknown) & set(self.folded[self.titles :])
            and not set(self.folded) & closed_words(self.words.tag)
        ):
            return True
        if touches(text, self.words) or answer_to(text, "book", self.words.tag).kind is not AnswerKind.OTHER:
            return False
        if self._is_of_other_language():
            return False
        if self._is_noun_in_sentence():
            return False
        if self.has_case and self.folded[-1] in closed_words(self.words.tag) and self.folded[-1] in PARTICLES:
            return False  # "spinnst du": no name ends with what stands within names.
        of_sentence = [
            one for one in self.folded[self.titles :] if one in self.function and one not in PARTICLES
        ]
        are_names = len(self.unknown) >= len(of_sentence) and set(of_sentence) <= ALSO_NAMES
        if len(self.tokens) == 2 and self.folded[0] in self.unknown:
            # "Connor Short", "אביב ערב": behind a first name a word of everyday, though none that only
            # sentences have.
            are_names = are_names or self.folded[1] not in closed_words("en") | closed_words(self.words.tag)
        is_dated = any(one in weekday_words(self.words.tag) for one in self.folded)
        if is_dated and self.has_case and not self.is_beside_contact:
            return False
        return bool(self.unknown) and (not of_sentence or are_names)

    def _is_noun_in_sentence(self) -> bool:
        """ "Steh grad an der Kasse": a small word of sentences among capitals, where every noun has one."""
        small = {one for one, token in zip(self.folded, self.tokens, strict=True) if token[:1].islower()}
        return (
            self.words.tag in CAPITALISES_NOUNS
            and len(small) < len(self.tokens)
            and bool(small & closed_words(self.words.tag) - PARTICLES)
        )

    def _is_description(self) -> bool:
        """ "Le roi de France", "il papa": an article, and a word written small that nobody is called."""
        articles = PARTS[self.words.tag].articles
        first, second, *rest = self.tokens
        is_of = bool(rest) and (fold(rest[0]) in PARTICLES or rest[0][1:2] in "'’")
        return first in articles and second[:1].islower() and (is_of or not is_listed(second))

    def _is_of_sentence(self, word: str) -> bool:
        if word in DIGIT_WORDS and not self.is_capitalised and not is_listed(word):
            return True
        if word in self.function or word in LABELS or word in self.calendar or word in self.services:
            return True
        # "For my daughter": whom people book for is no name, unless it is written as one ("Thomas Mann").
        is_noun = not self.is_capitalised or self.words.tag in CAPITALISES_NOUNS
        return is_noun and word not in ALSO_NAMES and is_relative(word, self.words.tag)

    def _is_of_other_language(self) -> bool:
        """ "Wenn du meinst" on an English page: two words of a sentence in one other language, and hardly
        more."""
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
            for one in (compiled(pattern).search(lowered) for pattern in patterns)
            if one and one.group().strip()
        ]
        left = [re.sub(re.escape(one.group()), " ", lowered) for one in found]
        return any(all(fold(word) in self.function for word in rest.split()) for rest in left)


@lru_cache(maxsize=64)
def _words_offered(services: tuple[str, ...]) -> frozenset[str]:
    """The words of what a business offers: made once for the names of a catalogue."""
    return frozenset(fold(part) for name in services for part in name.split())


def _is_cased(token: str) -> bool:
    return any(letter.isupper() or letter.islower() for letter in token)
