"""The id of a notice of an appointment: which appointment, which version of it, and to whom."""

import re

from msgspec import Struct

# As `record.sql` and `team_letters.sql` make them.
ID = re.compile(r"mail_([a-z0-9]+)_(\d+)(?:_(\w+))?")


class LetterId(Struct, frozen=True):
    """``thread`` is an appointment and a reader: its letters have an order."""

    id: str
    thread: tuple[str, str]
    version: int

    @classmethod
    def of(cls, letter_id: str) -> "LetterId":
        """Of whatever else a letter is known by, the version is 0."""
        found = ID.fullmatch(letter_id)
        if found is None:
            return cls(letter_id, (letter_id, ""), 0)
        return cls(letter_id, (found[1], found[3] or "customer"), int(found[2]))
