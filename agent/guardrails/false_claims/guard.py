"""The guard: a sentence that claims an operation is checked before it is streamed; all others pass word by
word."""

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from agent.guardrails.false_claims.folding import folded
from agent.guardrails.false_claims.kinds import ClaimKind
from agent.guardrails.false_claims.languages import ARABIC, HEBREW, LANGUAGES
from agent.guardrails.false_claims.lexicon import (
    is_a_deed,
    may_become_a_deed,
    may_begin_a_deed,
    tokens_of,
)
from agent.guardrails.false_claims.notes import STEMS as NOTE_STEMS
from agent.guardrails.false_claims.notes import is_note
from agent.guardrails.false_claims.statements import stated_kinds

RULE = "no_deed_told_undone"
# A sentence without an end is judged at this length.
LONGEST_SENTENCE = 700
# So much of a sentence stands in one of the owner's, and it tells what the owner wants told.
NEAR = 0.75
# What a house may do for everybody; a booking and a kept time are always somebody's.
_OF_THE_HOUSE = (ClaimKind.SENDING, ClaimKind.MONEY, ClaimKind.TEAM, ClaimKind.CALLING, ClaimKind.LISTING)
_END = re.compile(r"\n|[.!?…؟]+[\"'”»)*_]*(?=\s)")
# A sentence's end may be among these, and tells only by what follows.
_AT_AN_END = ".!?…؟\"'”»)*_"
_WORDS = re.compile(r"\S+")
# Letters within which the longest phrase for a deed ends.
LONGEST_PHRASE = 80
_AMOUNT = re.compile(r"[\d€$£₪¥₹%]")
_STEMS = tuple({folded(stem) for language in LANGUAGES for stem in (*language.stems, *NOTE_STEMS)})
_PREFIXES = HEBREW.prefixes + ARABIC.prefixes
_STEM = re.compile(
    rf"(?:^|(?<=\W))[{_PREFIXES}]{{0,3}}(?:{'|'.join(map(re.escape, sorted(_STEMS, key=len, reverse=True)))})"
)


def nothing_is_done(_: ClaimKind) -> bool:
    """The records of a conversation in which nothing was done."""
    return False


class Withheld(Exception):
    """A sentence claims what was not done. ``kept`` is what the answer may still say; ``claim`` is what it
    may not, of ``kind``."""

    def __init__(self, kept: str, claim: str, kind: ClaimKind = ClaimKind.BOOKING) -> None:
        super().__init__()
        self.kept = kept
        self.claim = claim
        self.kind = kind


class ClaimGuard:
    """Listens to one answer. ``known`` are sentences of the owner's, which may be repeated; ``is_done`` says
    of a kind of claim whether the records have it, and ``may_say`` of a sentence whether somebody has told
    its amounts. ``staff`` are the names of people of the house. ``only_bookings`` is for sentences of ours,
    which say of everything else what tools have done."""

    def __init__(
        self,
        known: Collection[str] = (),
        is_done: Callable[[ClaimKind], bool] = nothing_is_done,
        may_say: Callable[[str], bool] = lambda _: True,
        *,
        staff: Collection[str] = (),
        only_bookings: bool = False,
    ) -> None:
        self._known = {folded(sentence).strip() for sentence in known}
        self._owners = [frozenset(tokens_of(sentence)) for sentence in self._known]
        self._staff = frozenset(token for name in staff for token in tokens_of(folded(name)))
        self._is_done, self._may_say, self._only_bookings = is_done, may_say, only_bookings
        self.text = ""  # of whole sentences that were let pass
        self._sentence = ""
        self._shown = self._searched = 0

    def let_pass(self, text: str) -> None:
        """These sentences are made of the records, and true."""
        self._known |= {folded(sentence).strip() for sentence in sentences(text)}

    def begin_again(self, text: str) -> None:
        """Go on from an earlier moment, when this was all that had been said."""
        self.text, self._sentence = text, ""
        self._shown = self._searched = 0

    def feed(self, text: str) -> str:
        """Listen on; returns what may be heard by now. Raises ``Withheld``, after which the guard goes on
        with what follows."""
        self._sentence += text
        return self._released(at_end=False)

    def finish_with(self, text: str) -> str:
        """The last of what is said for now, and so the end of a sentence. Raises ``Withheld``."""
        self._sentence += text
        return self._released(at_end=True)

    def _released(self, *, at_end: bool) -> str:
        heard = ""
        while (end := self._end(at_end=at_end)) is not None:
            sentence, rest = self._sentence[:end], self._sentence[end:]
            shown, self._sentence = self._shown, rest
            self._shown = self._searched = 0
            untrue = self._untrue(sentence)
            if untrue is not None:
                raise Withheld(self.text, sentence, untrue)
            self.text += sentence
            heard += sentence[shown:]
        unsuspected = self._shown + _unsuspected(self._sentence[self._shown :])
        heard, self._shown = heard + self._sentence[self._shown : unsuspected], unsuspected
        return heard

    def _untrue(self, sentence: str) -> ClaimKind | None:
        """What a sentence tells that is not so."""
        if folded(sentence).strip() in self._known:
            return None
        if self._only_bookings:
            return ClaimKind.BOOKING if claims_a_booking(sentence) else None
        undone = [kind for kind in claimed_kinds(sentence, self._staff) if not self._is_done(kind)]
        if undone and not (undone[0] in _OF_THE_HOUSE and self._is_near_owners(sentence)):
            return undone[0]
        return None if self._may_say(sentence) else ClaimKind.AMOUNT

    def _is_near_owners(self, sentence: str) -> bool:
        """Whether a sentence is one of the owner's in nearly the same words: what the house does for everybody."""
        words = set(tokens_of(folded(sentence)))
        return any(len(words & owners) >= NEAR * len(words) for owners in self._owners)

    def _end(self, *, at_end: bool) -> int | None:
        found = _END.search(self._sentence, self._searched)
        if found:
            return found.end()
        self._searched = len(self._sentence.rstrip(_AT_AN_END))
        if len(self._sentence) > LONGEST_SENTENCE or (at_end and self._sentence):
            return len(self._sentence)
        return None


def claims_a_booking(sentence: str) -> bool:
    """Whether a sentence says that something is booked, moved or cancelled; ``False`` for questions, denials
    and wishes."""
    plain = folded(sentence)
    return any(language.claims(plain) for language in LANGUAGES) if _STEM.search(plain) else False


def claimed_kinds(sentence: str, staff: Collection[str] = ()) -> list[ClaimKind]:
    """All that a sentence says is done, a booking first; a note to itself last. ``staff`` are names, folded."""
    stated = stated_kinds(folded(sentence), staff)
    if ClaimKind.BOOKING not in stated and claims_a_booking(sentence):
        stated.insert(0, ClaimKind.BOOKING)
    return [*stated, ClaimKind.NOTE] if is_note(sentence) else stated


def sentences(text: str) -> list[str]:
    """The sentences of a text, as the guard reads them."""
    ends = [found.end() for found in _END.finditer(text)]
    return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if text[a:b].strip()]


def _unsuspected(text: str) -> int:
    """How much of what is not heard yet has no word, nor the beginning of one, with which an operation or an
    amount may be claimed."""
    for word in _WORDS.finditer(text):
        is_last = word.end() == len(text)
        if _is_suspect(word[0]) or (is_last and _may_become_suspect(word[0])):
            return word.start()
        if _may_begin_phrase(word[0]) and _begins_a_deed(text[word.start() :]):
            return word.start()
    return len(text)


@lru_cache(maxsize=20_000)
def _is_suspect(word: str) -> bool:
    plain = folded(word)
    return bool(
        _AMOUNT.search(word) or _STEM.search(plain) or any(is_a_deed(token) for token in tokens_of(plain))
    )


@lru_cache(maxsize=20_000)
def _may_begin_phrase(word: str) -> bool:
    return any(may_begin_a_deed([token]) for token in tokens_of(folded(word)))


def _begins_a_deed(text: str) -> bool:
    """Whether a phrase for a deed, or the beginning of one that what follows may end, begins in the first word."""
    words = _WORDS.findall(text[:LONGEST_PHRASE])
    tokens = tokens_of(folded(" ".join(words)))
    return any(may_begin_a_deed(tokens[at:]) for at in range(len(tokens_of(folded(words[0])))))


@lru_cache(maxsize=20_000)
def _may_become_suspect(word: str) -> bool:
    letters = re.sub(r"^\W+", "", folded(word))
    return may_become_a_deed(letters) or any(stem.startswith(letters) for stem in _STEMS)
