"""What the doctor found."""

from msgspec import Struct

PATIENCE = 5


class Finding(Struct, frozen=True):
    """One thing looked at. ``advice`` says what to do; a finding that is not ``good`` makes the doctor
    fail."""

    about: str
    good: bool
    found: str
    advice: str = ""
