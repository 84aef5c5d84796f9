"""Samples of sentences: all of them at full size, some otherwise."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from tests.attack.understanding.summaries import Row, rows

REDUCED = 9
# What a customer may say next, whatever they were answered: none of it agrees to something they have not
# agreed to.
NEXT = ("ok", "thanks")


def sample(table: str, most: int) -> Sequence[tuple[Row, str]]:
    """So many rows of a table, of every kind in turn, each with a deed."""
    by_kind: dict[str, list[tuple[Row, str]]] = {}
    for row in rows(table):
        by_kind.setdefault(row.kind, []).extend((row, deed) for deed in row.deeds)
    in_turn = chain.from_iterable(zip_longest(*by_kind.values()))
    return [one for one in in_turn if one is not None][:most]
