"""People by where they stand in a sentence."""

import re
from collections.abc import Iterator

from msgspec import Struct

from agent.privacy.business_words import BusinessWords, sounds_like_one
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.grammar.things import without_things
from agent.privacy.names.words import MAKES
from agent.privacy.people.places import (
    ACT_TOGETHER,
    ACTS,
    AGAIN,
    AND_ME,
    ANY_BEHIND,
    AROUND,
    BEFORE,
    COMPANY,
    DETERMINED,
    FROM,
    GOES_ON,
    KIN_BEHIND,
    OWNED,
    STARTS,
    TELLS,
)
from agent.privacy.people.titles import Title, title_before
from agent.privacy.people.words import (
    QUALITIES,
    is_no_name,
    is_relative,
    may_be_any_name,
    may_be_listed,
    may_bear_title,
)
from agent.privacy.spans import NAME, Span
from agent.privacy.vocabulary.words import is_common_word, languages_told

_WORD = re.compile(r"[^\W\d_]+(?:[\-׳'’](?=[^\W\d_])[^\W\d_]+)*")
_OWNER, _ELIDED = re.compile(r"['’]s$"), re.compile(r"(?:[dl]|qu)['’](?=\w)", re.I)
# "And", "to", "in", "from", "that" are written onto the word.
_WRITTEN_ONTO = re.compile("[ולבמש](?=[א-ת]{2})|[ولبف](?=[ء-ي]{2})")
_AND = re.compile(r" (?:and|und|et|y|e|ed|&|\+) | ו(?=[א-ת]{2})| و ?(?=[ء-ي]{2})")
_KIN_GAP = re.compile(r"[,،]? \(?")
_SCRIPTED = re.compile("[א-תء-ي]")
_MINE = frozenset(["שלי", "שלנו"])
_ARTICLES = frozenset(["the", "der", "die", "das", "la", "el", "le", "il", "lo"])
_LEAD = 44


class Word(Struct, frozen=True):
    """``text[start:end]``, ``said`` in lower case; ``before`` and ``earlier`` are the words before it, in lower
    case and "" where a sentence begins, ``gap`` what stands between it and the first of them."""

    text: str
    said: str
    start: int
    end: int
    before: str
    earlier: str
    gap: str

    def starts_clause(self) -> bool:
        return bool(STARTS.search(self.text, max(0, self.start - _LEAD), self.start))

    def acts(self) -> bool:
        return bool(ACTS.match(self.text, self.end) or TELLS.match(self.text, self.end))


class PeopleFinder:
    """Reads texts of one business's customers."""

    def __init__(self, business: BusinessWords, locale: str) -> None:
        self._business = business
        self._locale = locale

    def people_in(self, text: str) -> Iterator[Span]:
        yield from without_things(text, self._people_in(text))

    def _people_in(self, text: str) -> Iterator[Span]:
        for word in _words_of(text):
            is_titled = _is_titled(word)
            if not is_titled and not self._is_person(word):
                yield from self._pair(word)
            elif not self._is_own(word.said) and word.before not in MAKES:
                start = word.start - len(word.gap) - len(word.before) if is_titled else word.start
                yield Span(NAME, start, word.end)
                yield from self._person_behind(text, word.end)

    def _is_own(self, said: str) -> bool:
        return said in self._business.words or sounds_like_one(said, self._business.people)

    def _is_person(self, word: Word) -> bool:
        said = word.said
        if may_be_listed(said):
            is_told = _is_told_apart(word) or _is_spoken_of(word)
            is_placed = _is_relative(word) or (is_told and not self._is_thing(word))
            return is_placed or (_is_led(word) and not _SCRIPTED.match(said) and self._is_rare(word))
        if is_no_name(said):
            # "April can't make it": nothing but what people say shows it.
            is_told = said in CALENDAR_WORDS and bool(TELLS.match(word.text, word.end))
            return is_told and may_be_any_name(said) and word.starts_clause()
        if _is_bare(word) and word.starts_clause() and TELLS.match(word.text, word.end):
            return True
        acts = word.acts() and (_is_behind_kin(word) or word.starts_clause())
        return (acts or _is_between(word)) and self._is_rare(word)

    def _is_thing(self, word: Word) -> bool:
        """Whether it is a word of every day behind an article, and nobody acts: "la puerta de al lado"."""
        return word.before in _ARTICLES and not word.acts() and not self._is_rare(word)

    def _is_rare(self, word: Word) -> bool:
        languages = languages_told([one.casefold() for one in _WORD.findall(word.text)], self._locale)
        return not is_common_word(word.said, languages)

    def _pair(self, word: Word) -> Iterator[Span]:
        """Two who do something together: "Hansel und Gretel kommen"."""
        other = _AND.match(word.text, word.end)
        second = other and _WORD.match(word.text, other.end())
        if not second or not ACT_TOGETHER.match(word.text, second.end()) or not word.starts_clause():
            return
        told = word.said, second.group().casefold()
        if any(map(may_be_listed, told)) and not any(is_no_name(one) or self._is_own(one) for one in told):
            yield Span(NAME, word.start, word.end)
            yield Span(NAME, second.start(), second.end())

    def _person_behind(self, text: str, end: int) -> Iterator[Span]:
        """Who is named behind somebody: "Ada and Grace"."""
        other = _AND.match(text, end)
        second = other and _WORD.match(text, other.end())
        said = second.group().casefold() if second else ""
        if second and may_be_listed(said) and not self._is_own(said):
            yield Span(NAME, second.start(), second.end())


def _words_of(text: str) -> Iterator[Word]:
    """Every word, and again without what is written onto it."""
    before = earlier = ""
    ended = 0
    for found in _WORD.finditer(text):
        gap = text[ended : found.start()]
        if any(mark in gap for mark in ".!?;\n") and len(before) > 3:
            before = earlier = ""
        start, end = found.span()
        if elided := _ELIDED.match(text, start):
            start = elided.end()
        if owner := _OWNER.search(text, start, end):
            end = owner.start()
        said = text[start:end].casefold()
        yield Word(text, said, start, end, before, earlier, gap)
        if (onto := _WRITTEN_ONTO.match(said)) and not is_no_name(said):
            yield Word(text, said[1:], start + onto.end(), end, "", "", "")
        before, earlier, ended = found.group().casefold(), before, found.end()


def _is_bare(word: Word) -> bool:
    """In a script without capitals: without an article, and with nothing written onto it."""
    is_whole = not word.start or not word.text[word.start - 1].isalpha()
    return is_whole and bool(_SCRIPTED.match(word.said)) and not word.said.startswith(("ה", "ال"))


def _is_titled(word: Word) -> bool:
    title = title_before(word.before, word.earlier, word.gap)
    if title == Title.LIKELY:
        return may_be_listed(word.said)
    return title == Title.SURE and may_bear_title(word.said)


def _is_behind_kin(word: Word) -> bool:
    if not word.before or not _KIN_GAP.fullmatch(word.gap):
        return False
    return is_relative(word.before) or (word.before in _MINE and is_relative(word.earlier))


def _is_relative(word: Word) -> bool:
    """Behind a word for a relative: "my cousin Robin"; in scripts without capitals such a word may be described
    instead."""
    if word.said in QUALITIES or not _is_behind_kin(word):
        return False
    is_latin = not _SCRIPTED.match(word.said)
    return is_latin or word.acts() or bool(GOES_ON.match(word.text, word.end))


def _is_told_apart(word: Word) -> bool:
    """Who does what only somebody does, or is told apart by where they are known from, or who they are."""
    text, end = word.text, word.end
    if DETERMINED.search(text, max(0, word.start - _LEAD), word.start):
        return False
    return (
        word.acts()
        or _has_kin_behind(word)
        or bool(FROM.match(text, end) or AGAIN.match(text, end))
        or (word.starts_clause() and bool(AND_ME.match(text, end)))
        or (text.startswith(("'s", "’s"), end) and bool(OWNED.match(text, end + 2)))
    )


def _has_kin_behind(word: Word) -> bool:
    kin = KIN_BEHIND.match(word.text, word.end)
    if kin is None or not is_relative(kin["kin"].casefold()):
        return False
    return kin.group()[0] != " " or bool(_SCRIPTED.match(word.said)) or word.starts_clause()


def _is_led(word: Word) -> bool:
    return bool(BEFORE.search(word.text, max(0, word.start - _LEAD), word.start))


def _is_spoken_of(word: Word) -> bool:
    if COMPANY.search(word.text, max(0, word.start - _LEAD), word.start):
        return True
    if not _is_led(word):
        return _is_between(word)
    return any(behind.match(word.text, word.end) for behind in (GOES_ON, ACTS, ACT_TOGETHER))


def _is_between(word: Word) -> bool:
    text, begins = word.text, max(0, word.start - _LEAD)
    return bool(ANY_BEHIND.match(text, word.end)) and any(
        behind.match(text, word.end) and before.search(text, begins, word.start) for before, behind in AROUND
    )
