"""The words and numbers of one text, and what each is held back as."""

import re
from collections.abc import Iterator, Sequence

from agent.privacy.spans import ADDRESS, WORD, Span
from agent.privacy.vocabulary.tokens import Token

BESIDE = re.compile(r"[ \-–]|\. |['’]")
SAME_HOUSE = re.compile(r"[ \-–/#]{1,3}|[,،] ?|\.[,،]? ")
# Words of one house or name that may stand in a row.
FARTHEST = 8


class Reading:
    """The tokens of one text, each with the kind it is held back as, if it is."""

    def __init__(self, text: str, tokens: list[Token], found: Sequence[Span]) -> None:
        self.text = text
        self.tokens = tokens
        self.kinds: list[str | None] = [None if token.may_pass else WORD for token in tokens]
        self.is_new = [not token.may_pass for token in tokens]
        self._cover(found)

    def _cover(self, found: Sequence[Span]) -> None:
        spans = iter(found)
        span = next(spans, None)
        for at, token in enumerate(self.tokens):
            while span and span.end <= token.start:
                span = next(spans, None)
            if span and span.start < token.end:
                self.kinds[at] = span.kind
                self.is_new[at] = "-" in self.text[span.end : token.end]

    def gap(self, left: int) -> str:
        return self.text[self.tokens[left].end : self.tokens[left + 1].start]

    def hold(self, at: int, kind: str) -> None:
        self.kinds[at] = kind
        self.is_new[at] = True

    def spans(self) -> Iterator[Span]:
        """What is newly held, with what is held beside it."""
        at = 0
        while at < len(self.tokens):
            end = at
            while end + 1 < len(self.tokens) and self._goes_on(end):
                end += 1
            if any(self.is_new[at : end + 1]):
                kind = next((one for one in self.kinds[at : end + 1] if one not in (WORD, None)), WORD)
                yield Span(kind or WORD, self.tokens[at].start, self.tokens[end].end)
            at = end + 1

    def _goes_on(self, at: int) -> bool:
        kinds = self.kinds[at], self.kinds[at + 1]
        if None in kinds or not (kinds[0] == kinds[1] or WORD in kinds):
            return False
        return bool((SAME_HOUSE if ADDRESS in kinds else BESIDE).fullmatch(self.gap(at)))
