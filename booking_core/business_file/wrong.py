"""What is wrong with a file, each beside its place, all at once."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from msgspec import Struct

from booking_core.errors import Invalid

# Where something stands: names of mappings and places in lists, from the outermost on.
Path = tuple[str | int, ...]
# As many as somebody puts right at a time.
MOST_TOLD = 100


class Wrong(Struct, frozen=True):
    """``suggestion`` is what was probably meant."""

    path: Path
    message: str
    suggestion: str | None = None

    @property
    def place(self) -> str:
        """``services.checkup.durations[0]``."""
        text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return text.removeprefix(".")


class FileRefused(Invalid):
    """A file that cannot be applied. ``wrong`` says where and why; nothing has changed."""

    code = "file_refused"

    def __init__(self, wrong: Sequence[Wrong]) -> None:
        super().__init__(f"{wrong[0].place}: {wrong[0].message}" if wrong[0].path else wrong[0].message)
        self.wrong = tuple(wrong[:MOST_TOLD])
        self.untold = max(0, len(wrong) - MOST_TOLD)


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that somebody who wrote this probably meant."""
    found = get_close_matches(name[:80], list(known), n=1, cutoff=0.6)
    return found[0] if found else None
