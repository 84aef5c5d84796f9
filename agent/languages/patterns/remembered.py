"""What pure readers of a text have found, for as long as its message is in hand: several rooms ask the same
of the same words.

Nothing of it may last: whoever has read a message to its end forgets it (``forget_texts``).
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

Reader = TypeVar("Reader", bound=Callable[..., Any])
# The message, its sentences and its clauses, as they are written and in small letters.
MOST = 128
_FORGET: list[Callable[[], None]] = []


def remember(read: Reader) -> Reader:
    """A reader that knows nothing but its arguments, and whose answers nobody changes."""
    known = lru_cache(maxsize=MOST)(read)
    _FORGET.append(known.cache_clear)
    return cast("Reader", known)


def forget_texts() -> None:
    """Forget what has been read of all messages."""
    for forget in _FORGET:
        forget()
