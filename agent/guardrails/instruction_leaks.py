"""Discretion: what a model was told to do is not for repeating. Its instructions are taken out of what it
says.

What it was told of the business is for telling: of the data only the names of their members are kept in.
"""

import re
from collections import defaultdict
from functools import lru_cache

from agent.guardrails.false_claims.folding import fold_for_claims

RULE = "instructions_stay_inside"
# So many words in a row are no accident; so few may be heard before it is clear where they come from. What
# lies between is how people speak of appointments ("I can book, move and cancel appointments with you"), once
# or twice in an answer.
QUOTE_WORDS, NEAR_QUOTE_WORDS, HARMLESS_WORDS = 8, 6, 3
# A word with digits of this length is a key or a mark, and secret by itself.
LONGEST_ORDINARY = 8
# What is left of such an answer is no answer: so many words were taken out, or so many were as in the
# instructions.
MOST_QUOTED_WORDS, MOST_SIMILAR_WORDS = 12, 24
# Names of tools and of data, which nobody says to a customer.
_MARK = re.compile(r"[a-z]+(?:_[a-z]+)+")
_KEY = re.compile(r'"([a-z_]+)":')
DATA_BEGINS = "\n\n# Data\n"
_WORD = re.compile(r"\s*\S+\s*|\s+")
_EDGES = re.compile(r"^\W+|\W+$")


class InstructionLeakFilter:
    """Listens to one answer, word by word. ``withheld`` counts quotations, ``lost`` their words, ``alike``
    those of likenesses."""

    def __init__(self, instructions: str) -> None:
        self._prompt = instructions
        rules, _, data = instructions.partition(DATA_BEGINS)
        self._keys = frozenset(_KEY.findall(data))
        self._instructions = [_plain(word) for word in rules.split()]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._instructions):
            self._places[word].append(place)
        self._marks = frozenset(_MARK.findall(rules)) | {key for key in self._keys if "_" in key}
        self._partial = ""
        self._next: set[int] = set()
        self._run: list[str] = []
        self.withheld = self.lost = self.alike = 0

    @property
    def is_mostly_leaked(self) -> bool:
        """Whether so much was taken out that the rest is not worth hearing."""
        return self.lost >= MOST_QUOTED_WORDS or self.lost + self.alike >= MOST_SIMILAR_WORDS

    def fresh_copy(self) -> "InstructionLeakFilter":
        """Another listener with the same instructions."""
        return InstructionLeakFilter(self._prompt)

    def feed(self, text: str) -> str:
        """Listen on; returns what may be heard by now. A word counts once something follows it."""
        words = _WORD.findall(self._partial + text)
        self._partial = words.pop() if words and not words[-1][-1].isspace() else ""
        heard = "".join([self._filter_word(word) for word in words])
        if self._partial and not self._may_be_quotation(self._partial):
            heard, self._partial = heard + self._filter_word(self._partial), ""
        return heard

    def finish(self) -> str:
        """What was held back for nothing."""
        last = self._filter_word(self._partial) if self._partial else ""
        self._partial = ""
        return last + self._end_run()

    def _filter_word(self, word: str) -> str:
        if "_" in word and not self._marks.isdisjoint(_MARK.findall(word)):
            return self._withhold(word)
        if '":' in word and not self._keys.isdisjoint(_KEY.findall(word)):
            return self._withhold(word)
        plain = _plain(word)
        if not self._next and plain not in self._places:
            return word
        if plain in self._places and _is_secret(plain):
            return self._withhold(word)
        following = {place + 1 for place in self._next if self._at(place) == plain}
        ended = "" if following or not plain else self._end_run()
        if plain:
            self._next = following or {place + 1 for place in self._places.get(plain, ())}
        if not self._next:
            return ended + word
        self._run.append(word)
        return ended + (word if len(self._run) < HARMLESS_WORDS else "")

    def _withhold(self, word: str) -> str:
        self.withheld += 1
        self.lost += len(re.findall(r"\w+", word))
        return self._end_run()

    def _end_run(self) -> str:
        held, words = self._run[HARMLESS_WORDS - 1 :], len(self._run)
        quoted = words >= QUOTE_WORDS
        self.lost += words if quoted else 0
        self.alike += words if NEAR_QUOTE_WORDS <= words < QUOTE_WORDS else 0
        self._run, self._next = [], set()
        self.withheld += quoted
        return "" if quoted else "".join(held)

    def _may_be_quotation(self, word: str) -> bool:
        return bool(self._next) or any(letter.isdigit() or letter in '_"' for letter in word)

    def _at(self, place: int) -> str:
        return self._instructions[place] if place < len(self._instructions) else ""


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return _EDGES.sub("", fold_for_claims(word))


def _is_secret(word: str) -> bool:
    """A key or mark, or a piece of data as machines write it."""
    has_both = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
    return '":' in word or (len(word) >= LONGEST_ORDINARY and has_both)
