"""Tables of examples as one test: every row is checked, and those that fail are told together. A test of its
own for each of thousands of rows took longer than what the rows say."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest


def each_row(
    names: str | tuple[str, ...], rows: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """For checks that need no fixture, in place of ``pytest.mark.parametrize``. A single name takes the row
    as it is."""
    table = [(row,) if isinstance(names, str) else tuple(row) for row in rows]

    def decorate(check: Callable[..., None]) -> Callable[[], None]:
        @wraps(check)
        def test() -> None:
            assert table, "a table without rows shows nothing"
            wrong = [told for row in table if (told := failure(check, row))]
            if wrong:
                pytest.fail("\n\n".join([f"{len(wrong)} of {len(table)} rows:", *wrong]), pytrace=False)

        # Or pytest would take the names of the columns for fixtures.
        del test.__wrapped__  # type: ignore[attr-defined]
        return test

    return decorate


def failure(check: Callable[..., None], row: tuple[Any, ...]) -> str:
    """Of this row, or nothing."""
    try:
        check(*row)
    # What `pytest.raises` misses is no Exception.
    except (Exception, pytest.fail.Exception) as error:
        return f"{', '.join(map(repr, row))}\n{type(error).__name__}: {error}"
    return ""
