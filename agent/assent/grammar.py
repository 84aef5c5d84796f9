"""A grammar of answers: which rows of phrases make up a whole message."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from agent.assent.phrase import (
    AFTER,
    BESIDE,
    BYE,
    DO,
    DROP,
    NEVER,
    NO,
    SOFT,
    WAIT,
    WEAK,
    YES,
    Phrase,
    Phrases,
    Tokens,
    first_words,
    parse_phrase,
)
from agent.assent.tokens import canonical_words


class PhraseMatch(Struct, frozen=True):
    """A phrase found in a message: the words from start to end."""

    start: int
    end: int
    label: str

    def is_within(self, other: "PhraseMatch") -> bool:
        """Whether it lies in the other one, which is longer."""
        return (
            other.start <= self.start
            and self.end <= other.end
            and (self.start, self.end) != (other.start, other.end)
        )


class Grammar:
    """The phrases of one or several languages, ready to be found."""

    def __init__(self, *languages: Phrases) -> None:
        lines = [one for phrases in languages for one in phrases.lines_with_labels()]
        lines += [(WEAK, "+yes"), (NO, "+no"), (BESIDE, "+friendly")]
        self._by_first: dict[str, list[Phrase]] = defaultdict(list)
        words: set[str] = set()
        for label, line in lines:
            phrase = parse_phrase(label, line)
            words.update(
                word
                for place in phrase.places
                for rows in place.rows.values()
                for row in rows
                for word in row
            )
            for word in first_words(phrase):
                self._by_first[word].append(phrase)
        self.words = frozenset(words)

    def knows_all(self, text: str) -> bool:
        """Whether all words of a text stand in phrases. Where one does not, the text agrees to nothing and is
        no refusal: of both, every word is part of a phrase."""
        return all(word in self.words for word in canonical_words(text, self.words))

    def read(self, text: str) -> "ParsedAnswer":
        """The phrases in a text."""
        told = tuple(canonical_words(text, self.words))
        spans = {
            PhraseMatch(start, end, phrase.label)
            for start, word in enumerate(told)
            for phrase in self._by_first.get(word, ())
            for end in phrase.ends(told, start)
        }
        return ParsedAnswer(told, spans)


class ParsedAnswer:
    """A message as rows of phrases."""

    def __init__(self, told: Tokens, spans: set[PhraseMatch]) -> None:
        self.told = told
        self._spans = {one for one in spans if not _is_part_of_other(one, spans)}

    def has(self, label: str) -> bool:
        """Whether a phrase with this label stands anywhere."""
        return any(span.label == label for span in self._spans)

    def strength(self, operation: str) -> int:
        """How far a message agrees to an operation: 2 for a yes and nothing else, 1 where it may be an
        acknowledgement, 0 for anything else."""
        best = {0: 0}
        for start in range(len(self.told)):
            for span in self._matches_at(start) if start in best else ():
                gained = _strength_after(span.label, operation, best[start])
                if gained is not None:
                    best[span.end] = max(best.get(span.end, 0), gained)
        return best.get(len(self.told), 0)

    def refuses(self, operation: str) -> bool:
        """Whether a message is nothing but a refusal, with the agreement it takes back: "yes. actually
        no"."""
        # Words that were reached, each with what was said last before it: True for a no.
        reached: set[tuple[int, bool]] = {(0, False)}
        for start in range(len(self.told)):
            for said_no in [no for place, no in reached if place == start]:
                for span in self._matches_at(start):
                    if span.label in (NO, DROP.get(operation)):
                        reached.add((span.end, True))
                    elif span.label in (YES, WEAK):
                        reached.add((span.end, False))
                    elif span.label in (BESIDE, SOFT, WAIT):
                        reached.add((span.end, said_no))
        return (len(self.told), True) in reached

    def begins_with(self, *labels: str, behind: Sequence[str] = ()) -> bool:
        """Whether a message begins with one of these, ``behind`` any number of those."""
        reached = {0}
        for start in range(len(self.told)):
            for span in self._matches_at(start) if start in reached else ():
                if span.label in labels:
                    return True
                if span.label in behind:
                    reached.add(span.end)
        return False

    def without(self, *labels: str) -> list[str]:
        """The words that stand in no phrase with one of these labels."""
        said = {
            place for span in self._spans if span.label in labels for place in range(span.start, span.end)
        }
        return [word for place, word in enumerate(self.told) if place not in said]

    def first_label(self, *labels: str) -> str | None:
        """The first of these labels that is said."""
        found = sorted(
            (span for span in self._spans if span.label in labels), key=lambda span: (span.start, -span.end)
        )
        return found[0].label if found else None

    def _matches_at(self, start: int) -> list[PhraseMatch]:
        return [span for span in self._spans if span.start == start]


def _is_part_of_other(span: PhraseMatch, spans: set[PhraseMatch]) -> bool:
    """ "Schön" in "danke schön" agrees to nothing, and "that's all" in "that's all correct" ends nothing."""
    if span.label in (YES, WEAK):
        return any(other.label in (BESIDE, NEVER) and span.is_within(other) for other in spans)
    if span.label in (NEVER, BYE, WAIT):
        return any(other.label in (YES, WEAK, *DO.values()) and span.is_within(other) for other in spans)
    return False


def _strength_after(label: str, operation: str, so_far: int) -> int | None:
    if label in (YES, DO.get(operation)):
        return 2
    if label == WEAK:
        return max(so_far, 1)
    return so_far if label == BESIDE or (label == AFTER and so_far) else None
