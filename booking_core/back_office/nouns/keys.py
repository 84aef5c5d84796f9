"""Keys: what files and programs call a row, whatever its name becomes."""

import re
from typing import Any
from unicodedata import normalize

from msgspec import Struct

from booking_core.input.fields import Field
from booking_core.input.kinds import OrNothing, WrongValue

LONGEST = 60
SHAPE = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
BETWEEN_WORDS = re.compile(r"[\W_]+")


class RowKey(Struct, frozen=True):
    """A name for files and programs: letters of any script, digits, and ``-`` or ``_`` within."""

    takes = f"a key of at most {LONGEST} small letters, digits, - and _, such as hair-cut"

    def read(self, value: Any) -> str:
        key = normalize("NFC", value) if isinstance(value, str) else ""
        if not SHAPE.fullmatch(key) or key != key.lower() or len(key) > LONGEST:
            raise WrongValue(f"Please use {self.takes}.")
        return key


def key_of(name: str, otherwise: str) -> str:
    """A key made of a name: ``Cut & colour`` gives ``cut-colour``."""
    words = BETWEEN_WORDS.sub("-", normalize("NFC", name).lower()).strip("-")[: LONGEST - 5].strip("-")
    return words or otherwise


KEY = Field("key", OrNothing(RowKey()), None, tells="What files call it, whatever its name becomes.")
