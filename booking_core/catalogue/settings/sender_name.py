"""Names that emails are said to come from."""

import unicodedata
from typing import Any

from booking_core.input.kinds import Text, WrongValue


class SenderName(Text, frozen=True):
    """What emails are said to come from: no address, which only its owner may write by."""

    def read(self, value: Any) -> str:
        text = super().read(value)
        if "@" in unicodedata.normalize("NFKC", text):
            raise WrongValue("Please write a name: this looks like an email address of somebody else.")
        return text
