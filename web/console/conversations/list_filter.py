"""What the list of conversations is narrowed to, a place in it, and one page of it."""

import re
from datetime import UTC, datetime, timedelta
from typing import Self

from msgspec import Struct

NOTHING = "none"
ON_A_PAGE = 25
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CURSOR = re.compile(r"([01])\.([0-9]{1,16})\.([A-Za-z0-9_]{1,64})", re.ASCII)


class ConversationCursor(Struct, frozen=True):
    """A place in the list: behind one conversation, or before it. As text it is part of an address."""

    is_waiting: bool
    at: datetime
    id: str

    @classmethod
    def read(cls, written: str) -> Self | None:
        """None for whatever is no cursor."""
        found = CURSOR.fullmatch(written)
        if found is None:
            return None
        return cls(found[1] == "1", EPOCH + timedelta(microseconds=int(found[2])), found[3])

    def __str__(self) -> str:
        return f"{int(self.is_waiting)}.{(self.at - EPOCH) // timedelta(microseconds=1)}.{self.id}"


class ConversationFilter(Struct, frozen=True):
    """What the list is narrowed to. A page begins after a cursor or ends before one; without any it is
    counted from the first."""

    status: str = ""
    outcome: str = ""
    search: str = ""
    page: int = 1
    after: ConversationCursor | None = None
    before: ConversationCursor | None = None

    @property
    def cursor(self) -> ConversationCursor | None:
        return self.after or self.before

    @property
    def skipped(self) -> int:
        return 0 if self.cursor else (self.page - 1) * ON_A_PAGE

    @property
    def way(self) -> str:
        """Newest first; what comes before a cursor is read in the other direction."""
        return "ASC" if self.before else "DESC"


class Row(Struct, frozen=True):
    id: str
    is_waiting: bool
    at: datetime
    version: str

    @property
    def cursor(self) -> ConversationCursor:
        return ConversationCursor(self.is_waiting, self.at, self.id)


class ConversationPage(Struct, frozen=True):
    """A page. ``counts`` has how many there are of each status; None where a search finds too many to count.
    ``is_partial`` where only the newest conversations were looked through, and hold fewer than a page."""

    rows: list[Row]
    has_newer: bool
    has_older: bool
    counts: dict[str, int] | None
    is_partial: bool = False

    @property
    def version(self) -> str:
        shown = [(row.id, row.version) for row in self.rows]
        return f"{shown} {self.counts} {self.has_newer} {self.has_older} {self.is_partial}"
