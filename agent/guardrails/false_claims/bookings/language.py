"""How one language says that an operation is done, and how it says that it is not."""

import re
from functools import cached_property

from msgspec import Struct

from agent.languages.patterns.prefiltered import AnyPattern, prefilter


class ClaimLanguage(Struct, frozen=True, dict=True):
    """Patterns over folded text (``agent.guardrails.false_claims.folding``).

    ``stems`` are beginnings of words from which on a sentence is held back until its end. ``done`` says an
    operation is done; it does not where the same clause says before it ``not_done`` (a denial, a wish,
    something to come), or where the whole is ``harmless``. ``asks`` is how a question begins; ``joins`` are
    words that begin a new clause.
    """

    stems: tuple[str, ...]
    done: str
    not_done: str
    joins: str
    asks: str
    # A clause that makes the next one depend on the customer's yes: "once you say yes, …".
    conditions: str
    harmless: str = "(?!)"
    # Where a statement about somebody begins anew: what was said before that does not soften it.
    subjects: str = "(?!)"
    # What may stand right before such a beginning and softens it nevertheless: "once you are booked".
    softens: str = "(?!)"
    # Letters that may be written onto the front of a word.
    prefixes: str = ""

    @cached_property
    def _done(self) -> AnyPattern:
        return prefilter(
            rf"(?<!\w)[{self.prefixes}]{{0,3}}(?:{self.done})"
            if self.prefixes
            else rf"(?<!\w)(?:{self.done})"
        )

    @cached_property
    def _not_done(self) -> AnyPattern:
        return prefilter(self.not_done)

    @cached_property
    def _joins(self) -> re.Pattern[str]:
        return re.compile(rf"[,;:()\n•–—]|\s-\s|(?<!\w)(?:{self.joins})(?!\w)")

    @cached_property
    def _asks(self) -> re.Pattern[str]:
        return re.compile(rf"\W*(?:{self.asks})(?!\w)")

    @cached_property
    def _conditions(self) -> re.Pattern[str]:
        return re.compile(rf"\W*{self.conditions}(?!\w)")

    @cached_property
    def _harmless(self) -> AnyPattern:
        return prefilter(self.harmless)

    @cached_property
    def _subjects(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self.subjects})(?!\w)")

    @cached_property
    def _softens(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self.softens})\s+(?:\w+\s+)?$")

    def claims(self, sentence: str) -> bool:
        """Whether a sentence, folded, says that something is booked, moved or cancelled."""
        clauses = self._joins.split(self._harmless.sub(" ", sentence))
        asked = sentence.rstrip(" \"'”»)*").endswith(("?", "؟"))
        return any(
            self._claims(clause)
            and not (asked and clause is clauses[-1] and self._asks.match(clause))
            and not self._conditions.match(before)
            for before, clause in zip(["", *clauses], clauses, strict=False)
        )

    def _claims(self, clause: str) -> bool:
        return any(
            not self._is_softened(clause[: found.start()], found[0]) for found in self._done.finditer(clause)
        )

    def _is_softened(self, before: str, said: str) -> bool:
        begins = 0
        for subject in self._subjects.finditer(before):
            begins = subject.start()
        return bool(
            self._not_done.search(before[begins:] + said)
            or (begins and self._softens.search(before[:begins]))
        )
