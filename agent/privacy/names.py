"""Names of customers and of those they book for, found by where they stand: behind "my name is", a title, a relative or a greeting, as
the answer to a question for a name, and beside a contact. Names of people who work at the business are theirs, unless a customer
introduces themselves by one.
"""

import re
from collections.abc import Collection, Iterator

from agent.languages import LANGUAGES, words_in
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.given_names import GIVEN_NAMES
from agent.privacy.name_words import (
    ANNOUNCED,
    CLOSED,
    COMMON_NOUNS,
    FOR,
    ONESELF,
    ONLY_CAPITAL,
    OPENING,
    PARTICLES,
    SIGNED,
    STOPS,
    STRONG,
    THEIR_VERBS,
    TITLE,
    WEAK,
)
from agent.privacy.spans import NAME, Span
from agent.remainder.relatives import ONE

MOST_WORDS, MOST_TITLES = 4, 3
_SCRIPT_WITHOUT_CAPITALS = re.compile("[\u0590-\u07ff]")
_WORD = re.compile(r"[^\W\d_](?:[\w'’׳\"״\-]{0,30}[^\W_]['’׳]?)?")
_GAP = re.compile(r"\.?[ \t]{1,2}(?:(?:[A-Z]\.|Dr\.|Dr|med\.|Prof\.)[ \t])*")
_KNOWN = re.compile(r"\[name \d{1,4}\]")
_CONTACT = re.compile(r"\[(?:email|phone) \d{1,4}\]")
_BEFORE_CONTACT = re.compile(
    r"((?:[^\W\d_][\w'’\-]{0,30}\.? ){0,3}[^\W\d_][\w'’\-]{1,30})[ \t]*[,;:/|(–\-\n]{0,2}\s*\[(?:email|phone) \d"
)
_END = re.compile(r"\s*(?:[.,;:!?()\n،؛]|$|\[)")
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?:my|our|meine?[nmr]?|unsere?[nmr]?|mon|ma|notre|mi|nuestr[oa]|mia?|mio|la mia|il mio) (?:"
    + "|".join(ONE[language] for language in ("en", "de", "fr", "es", "it"))
    + r")|(?P<for_he>(?:(?:בשביל|עבור) ה?|ול|ל)?)"
    + ONE["he"]
    + r"(?<=[יו])|(?P<for_ar>(?:و?ل|من أجل )?)"
    + ONE["ar"]
    + r"(?<=ي)),?[ \t]+",
    re.I,
)
_ALL_RELATIVES = re.compile("|".join(ONE.values()), re.I)
_CAPITALS = re.compile(
    r"(?<![\w-])[A-ZÀ-ÖØ-ÞŒŠŽ][a-zß-ÿœšž]{1,24}(?:['’-][A-ZÀ-Þ]?[a-zß-ÿ]{1,20})?(?: [A-ZÀ-ÖØ-ÞŒŠŽ][a-zß-ÿœšž]{1,24}(?:['’-][A-ZÀ-Þ]?[a-zß-ÿ]{1,20})?){1,2}(?![\w-])"
)
# Behind these stands a place.
_PLACED = re.compile(
    r"(?:^|\s)(?:in|near|at|the|to|from|aus|nach|bei|zur?|zum|am|im|der|das|die|à|au|de|du|da|di|la|le|les|en|el|a|an|une?|una|uno|ein\w{0,2}|lo|il|vicino)\s$",
    re.I,
)
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?\n:]\s{0,3})$")
_OWN_WORDS = frozenset().union(*(words_in(language).own for language in LANGUAGES))
_NEVER = STOPS | _OWN_WORDS | CALENDAR_WORDS
# "And" and the article are written onto Hebrew and Arabic words.
_JOINED = re.compile("^(?:ו[א-ת]{2}|و[ء-ي]{3}|ה(?:טלפון|מייל|מספר))")
_ATTACHED = re.compile("^(?:[ובלה]|ال|[وبل])")
_NAMES_WITH_AND = frozenset(
    [
        "ורד",
        "ויקטור",
        "ולדימיר",
        "ויקטוריה",
        "וקנין",
        "וייס",
        "וליד",
        "وائل",
        "وليد",
        "وردة",
        "وسام",
        "وفاء",
        "وسيم",
        "وجدان",
    ]
)


class Names:
    """Reads texts for one business: ``own`` are the words of its name, people, services and places, in lower case."""

    def __init__(self, own: Collection[str]) -> None:
        self._own = own

    def names_in(self, text: str, *, is_asked: bool) -> Iterator[Span]:
        """``is_asked``: the text answers a question for the customer's name."""
        if text.isupper():
            # Where all of it is written large, capitals show nothing.
            text = text.lower() if len(text.lower()) == len(text) else text
        if is_asked:
            yield from self._answer(text)
        for frame in STRONG.finditer(text):
            yield from self._at(text, frame.end(), is_sure=True, may_be_own=True)
        for frame in WEAK.finditer(text):
            may_be_own = bool(ONESELF.search(frame.group()))
            spans = self._at(text, frame.end(), is_sure=False, may_be_own=may_be_own)
            is_doubtful = bool(FOR.match(frame.group()))
            yield from (span for span in spans if not is_doubtful or _is_plainly_one(text, span))
        for frame in OPENING.finditer(text):
            yield from self._at(text, frame.end(), is_sure=True, may_be_own=False)
        for title in TITLE.finditer(text):
            word = title.group().strip()
            if word.casefold() not in ONLY_CAPITAL or word[0].isupper():
                yield from self._at(text, title.end(), is_sure=False, may_be_own=False)
        for relative in _RELATIVE.finditer(text):
            is_for = bool(relative["for_he"] or relative["for_ar"])
            yield from self._relative(text, relative.end(), is_for=is_for)
        yield from self._announced(text)
        yield from self._signed(text)
        yield from self._beside_contact(text)
        yield from self._given(text)
        yield from self._in_capitals(text)

    def _at(self, text: str, at: int, *, is_sure: bool, may_be_own: bool) -> Iterator[Span]:
        """The name that begins here, if one does."""
        at = _behind_titles(text, at)
        words = self._words(text, at, is_sure=is_sure, may_be_own=may_be_own)
        if not words:
            return
        first = words[0].group()
        if not is_sure and not self._looks_like_one(text, words, first):
            return
        yield Span(NAME, words[0].start(), words[-1].end())

    def _looks_like_one(self, text: str, words: list[re.Match[str]], first: str) -> bool:
        """Behind words that other things follow too: a capital, or a name that many bear."""
        if first.casefold() in GIVEN_NAMES:
            return True
        if _SCRIPT_WITHOUT_CAPITALS.match(first):
            return bool(TITLE.search(text[max(0, words[0].start() - 12) : words[0].start()]))
        return first[0].isupper() and first.casefold() not in COMMON_NOUNS and not first.isupper()

    def _words(self, text: str, at: int, *, is_sure: bool, may_be_own: bool) -> list[re.Match[str]]:
        """The words of a name from here on: as many as can be one."""
        words: list[re.Match[str]] = []
        pending: list[re.Match[str]] = []
        while len(words) + len(pending) < MOST_WORDS + 1:
            word = _WORD.match(text, at)
            if word is None:
                break
            folded = word.group().casefold()
            if folded in PARTICLES and not (not words and folded in _NEVER):
                pending.append(word)
            elif self._ends(word.group(), is_first=not words, may_be_own=may_be_own or bool(words)) or (
                words and not _goes_on(words[0].group(), word.group(), len(words))
            ):
                break
            else:
                words += [*pending, word]
                pending = []
            gap = _GAP.match(text, word.end())
            if gap is None:
                break
            at = gap.end()
        return words if words and (is_sure or len(words[0].group()) > 1) else []

    def _ends(self, word: str, *, is_first: bool, may_be_own: bool) -> bool:
        folded = word.casefold()
        if (
            folded in _NEVER
            or folded.removesuffix("s") in CALENDAR_WORDS
            or (len(folded) < 2 and not word.isupper())
        ):
            return True
        if is_first and _ALL_RELATIVES.fullmatch(folded):
            return True
        if not is_first and _JOINED.match(folded) and folded not in _NAMES_WITH_AND:
            return True
        return folded in self._own and not (may_be_own and (is_first or word[0].isupper()))

    def _relative(self, text: str, at: int, *, is_for: bool) -> Iterator[Span]:
        words = self._words(text, at, is_sure=True, may_be_own=False)
        if not words:
            return
        first = words[0].group()
        has_no_capitals = bool(_SCRIPT_WITHOUT_CAPITALS.match(first))
        if has_no_capitals:
            follows = (is_for and _END.match(text, words[0].end())) or THEIR_VERBS.match(text, words[0].end())
            is_one = bool(follows) and not _ATTACHED.match(first)
        else:
            is_one = first[0].isupper()
        if first.casefold() in GIVEN_NAMES or is_one:
            last = words[0] if has_no_capitals else words[-1]
            if first.casefold() not in COMMON_NOUNS:
                yield Span(NAME, words[0].start(), last.end())

    def _announced(self, text: str) -> Iterator[Span]:
        for found in ANNOUNCED.finditer(text):
            words = self._words(text, found.start("name"), is_sure=False, may_be_own=True)
            name = found.group("name").strip()
            if words and words[-1].end() >= found.start("name") + len(name):
                first = words[0].group()
                if first.casefold() in GIVEN_NAMES or (
                    first[0].isupper() and first.casefold() not in COMMON_NOUNS
                ):
                    yield Span(NAME, words[0].start(), words[-1].end())

    def _signed(self, text: str) -> Iterator[Span]:
        """The last words, behind a greeting or a thank-you."""
        body = text.rstrip(" \t\n.!")
        last = list(_WORD.finditer(body, max(0, len(body) - 80)))[-MOST_WORDS:]
        for word in last:
            if not SIGNED.search(body[max(0, word.start() - 40) : word.start()]):
                continue
            words = self._words(body, word.start(), is_sure=True, may_be_own=False)
            is_all = bool(words) and words[-1].end() == len(body)
            before = body[max(0, word.start() - 40) : word.start()]
            is_apart = bool(re.search(r"[,،\n.!\-–:]\s*$", before) or CLOSED.search(before)) or (
                words and (words[0].group().casefold() in GIVEN_NAMES or len(words) > 1)
            )
            if is_all and is_apart and all(self._is_written_as_name(one.group()) for one in words):
                yield Span(NAME, words[0].start(), words[-1].end())
                return

    def _is_written_as_name(self, word: str) -> bool:
        folded = word.casefold()
        if folded in PARTICLES or folded in GIVEN_NAMES or _SCRIPT_WITHOUT_CAPITALS.match(word):
            return True
        return word[0].isupper() and folded not in COMMON_NOUNS

    def _beside_contact(self, text: str) -> Iterator[Span]:
        """ "Ada Lovelace, [email 1]": whoever writes hardly more than a contact writes the name beside it."""
        if not _CONTACT.search(text):
            return
        rest = _KNOWN.sub(" ", _CONTACT.sub(" ", text))
        left = list(_WORD.finditer(rest))
        if 1 <= len(left) <= MOST_WORDS and not any(self._is_no_name(word.group()) for word in left):
            for clause in re.finditer(
                r"[^,;:/|\n\[\]()]+", _CONTACT.sub(lambda one: "," * len(one.group()), text)
            ):
                words = self._words(
                    text,
                    clause.start() + len(clause.group()) - len(clause.group().lstrip()),
                    is_sure=True,
                    may_be_own=True,
                )
                if words:
                    yield Span(NAME, words[0].start(), words[-1].end())
            return
        for found in _BEFORE_CONTACT.finditer(text):
            said = list(_WORD.finditer(found.group(1)))
            names: list[re.Match[str]] = []
            for word in reversed(said):
                if self._is_no_name(word.group()) or not word.group()[0].isupper():
                    break
                names.insert(0, word)
            starts = found.start(1)
            if names and (
                len(names) > 1
                or names[0].group().casefold() in GIVEN_NAMES
                or _STARTS_SENTENCE.search(text[: starts + names[0].start()])
            ):
                yield Span(NAME, starts + names[0].start(), starts + names[-1].end())

    def _is_no_name(self, word: str) -> bool:
        folded = word.casefold()
        return folded in _NEVER or folded in COMMON_NOUNS or folded in self._own

    def _answer(self, text: str) -> Iterator[Span]:
        """An answer that is a name and little else, however it is written."""
        at = 0
        while (word := _WORD.search(text, at)) and word.group().casefold() in _NEVER and at < 60:
            at = word.end()
        if word is None:
            return
        words = self._words(text, word.start(), is_sure=True, may_be_own=True)
        if (
            words
            and (_END.match(text, words[-1].end()) or len(words) > 1)
            and words[0].group().casefold() not in COMMON_NOUNS
        ):
            yield Span(NAME, words[0].start(), words[-1].end())

    def _given(self, text: str) -> Iterator[Span]:
        """A name that many bear, wherever it stands with a capital, with the capitals behind it."""
        for word in _WORD.finditer(text):
            folded = word.group().casefold()
            if (
                folded in GIVEN_NAMES
                and word.group()[0].isupper()
                and folded not in self._own
                and folded not in _NEVER
            ):
                words = self._words(text, word.start(), is_sure=True, may_be_own=False)
                kept = [one for one in words if one.group().casefold() not in COMMON_NOUNS]
                if kept:
                    yield Span(NAME, kept[0].start(), kept[-1].end())

    def _in_capitals(self, text: str) -> Iterator[Span]:
        """Two words or more with capitals within a sentence, of which none is another thing: "book Barnaby Croft in"."""
        for found in _CAPITALS.finditer(text):
            words = found.group().split()
            if _STARTS_SENTENCE.search(text, max(0, found.start() - 4), found.start()) or _PLACED.search(
                text[max(0, found.start() - 12) : found.start()]
            ):
                continue
            if not any(self._is_no_name(word) or self._is_no_name(word.rstrip("s")) for word in words):
                yield Span(NAME, found.start(), found.end())


def _is_plainly_one(text: str, span: Span) -> bool:
    """Whether what follows "for" is a name and no thing: one that many bear, or several words with capitals."""
    words = text[span.start : span.end].split()
    return words[0].casefold() in GIVEN_NAMES or len(words) > 1


def _goes_on(first: str, word: str, count: int) -> bool:
    """Whether a word may be the next of a name that began like this."""
    if _SCRIPT_WITHOUT_CAPITALS.match(first):
        return bool(_SCRIPT_WITHOUT_CAPITALS.match(word)) and count < 3
    return word[0].isupper() if first[0].isupper() else count < 3


def _behind_titles(text: str, at: int) -> int:
    for _ in range(MOST_TITLES):
        title = TITLE.match(text, at)
        if title is None:
            break
        at = title.end()
    return at
