"""The guard: a sentence that claims an operation is checked before it is streamed; all others pass word by
word."""

import re
from collections.abc import Callable, Collection

from agent.guardrails.false_claims.bookings.languages import LANGUAGES
from agent.guardrails.false_claims.bookings.stems import NOTES, owners_of_sentence
from agent.guardrails.false_claims.folding import fold_for_claims
from agent.guardrails.false_claims.grammar.lexicon import tokens_of
from agent.guardrails.false_claims.grammar.statements import stated_kinds
from agent.guardrails.false_claims.kinds import ClaimKind
from agent.guardrails.false_claims.letters import is_of_letters_to_come
from agent.guardrails.false_claims.notes import is_note
from agent.guardrails.false_claims.suspects import safe_length

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
    which say of everything else what tools have done. ``writes`` says whether emails of a booking reach
    its customer."""

    def __init__(
        self,
        known: Collection[str] = (),
        is_done: Callable[[ClaimKind], bool] = nothing_is_done,
        may_say: Callable[[str], bool] = lambda _: True,
        *,
        staff: Collection[str] = (),
        only_bookings: bool = False,
        writes: Callable[[], bool] = lambda: False,
    ) -> None:
        self._known = {fold_for_claims(sentence).strip() for sentence in known}
        self._owners = [frozenset(tokens_of(sentence)) for sentence in self._known]
        self._staff = frozenset(token for name in staff for token in tokens_of(fold_for_claims(name)))
        self._is_done, self._may_say, self._only_bookings = is_done, may_say, only_bookings
        self._writes = writes
        self.text = ""  # of whole sentences that were let pass
        self._sentence = ""
        self._shown = self._searched = 0

    def let_pass(self, text: str) -> None:
        """These sentences are made of the records, and true."""
        self._known |= {fold_for_claims(sentence).strip() for sentence in sentences(text)}

    def begin_again(self, text: str) -> None:
        """Go on from an earlier moment, when this was all that had been said."""
        self.text, self._sentence = text, ""
        self._shown = self._searched = 0

    def feed(self, text: str) -> str:
        """Listen on; returns what may be heard by now. Raises ``Withheld``, after which the guard goes on
        with what follows."""
        self._sentence += text
        return self._release(at_end=False)

    def finish_with(self, text: str) -> str:
        """The last of what is said for now, and so the end of a sentence. Raises ``Withheld``."""
        self._sentence += text
        return self._release(at_end=True)

    def _release(self, *, at_end: bool) -> str:
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
        shown, self._shown = self._shown, safe_length(self._sentence, self._shown)
        return heard + self._sentence[shown : self._shown]

    def _untrue(self, sentence: str) -> ClaimKind | None:
        """What a sentence tells that is not so."""
        plain = fold_for_claims(sentence)
        if plain.strip() in self._known:
            return None
        if self._only_bookings:
            return ClaimKind.BOOKING if _claims_a_booking(plain, owners_of_sentence(plain)) else None
        undone = [
            kind
            for kind in _claimed_kinds(plain, self._staff)
            if not self._is_done(kind) and not (self._writes() and is_of_letters_to_come(plain, kind))
        ]
        if undone and not (undone[0] in _OF_THE_HOUSE and self._is_near_owners(plain)):
            return undone[0]
        return None if self._may_say(sentence) else ClaimKind.AMOUNT

    def _is_near_owners(self, plain: str) -> bool:
        """Whether a folded sentence is nearly one of the owner's, of what the house does for everybody."""
        words = set(tokens_of(plain))
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
    plain = fold_for_claims(sentence)
    return _claims_a_booking(plain, owners_of_sentence(plain))


def claimed_kinds(sentence: str, staff: Collection[str] = ()) -> list[ClaimKind]:
    """All that a sentence says is done, a booking first; a note to itself last. ``staff`` are names,
    folded."""
    return _claimed_kinds(fold_for_claims(sentence), staff)


def _claims_a_booking(plain: str, owners: int) -> bool:
    return any(language.claims(plain) for at, language in enumerate(LANGUAGES) if owners >> at & 1)


def _claimed_kinds(plain: str, staff: Collection[str]) -> list[ClaimKind]:
    stated, owners = stated_kinds(plain, staff), owners_of_sentence(plain)
    if ClaimKind.BOOKING not in stated and _claims_a_booking(plain, owners):
        stated.insert(0, ClaimKind.BOOKING)
    return [*stated, ClaimKind.NOTE] if owners & NOTES and is_note(plain) else stated


def sentences(text: str) -> list[str]:
    """The sentences of a text, as the guard reads them."""
    ends = [found.end() for found in _END.finditer(text)]
    return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if text[a:b].strip()]
