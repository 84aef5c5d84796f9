"""A stretch of text that is private, and of which kind."""

from collections.abc import Iterable

from msgspec import Struct

NAME, BIRTH_DATE, ADDRESS, HEALTH, EMERGENCY, ACCOUNT, REFERENCE, WORD = (
    "person",
    "birth date",
    "address",
    "health",
    "health emergency",
    "bank account",
    "reference",
    "word",
)
KINDS = (NAME, BIRTH_DATE, ADDRESS, EMERGENCY, HEALTH, ACCOUNT, REFERENCE, WORD)


class Span(Struct, frozen=True):
    """``text[start:end]`` is of this ``kind``."""

    kind: str
    start: int
    end: int


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """In the order of the text. Of two that overlap the one that begins first stays (a name last), and
    reaches to the end of both; what cannot wait is told of both."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.kind == NAME, -one.end)):
        if kept and span.start < kept[-1].end:
            before = kept[-1]
            kind = EMERGENCY if span.kind == EMERGENCY else before.kind
            kept[-1] = Span(kind, before.start, max(before.end, span.end))
            continue
        kept.append(span)
    return kept
