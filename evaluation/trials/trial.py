"""What came of one trial: a scenario played once, or not held at all."""

from msgspec import Struct

UNAUTHORISED, LEAK, FALSE_CLAIM = "unauthorised write", "leak", "false claim"
ZEROS = (UNAUTHORISED, LEAK, FALSE_CLAIM)


class TranscriptLine(Struct, frozen=True):
    """One line of a transcript: who, what they said or pressed, and what was shown beside it."""

    who: str
    text: str
    shown: tuple[str, ...] = ()


class Trial(Struct, frozen=True):
    """``failures`` say what is not as it should be; ``violations`` what must never be, by kind.

    ``turns`` are the customer's messages, ``turns_to_book`` those up to the first booking; ``engines`` says
    who answered how many.
    """

    family: str
    scenario: str
    tags: tuple[str, ...]
    number: int
    failures: tuple[str, ...]
    violations: dict[str, tuple[str, ...]]
    turns: int
    turns_to_book: int | None
    engines: dict[str, int]
    transcript: tuple[TranscriptLine, ...]
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        return not self.failures and not self.violations


class NotHeld(Struct, frozen=True):
    """A trial that could not be held, and why: it says nothing about whoever is judged."""

    family: str
    scenario: str
    number: int
    why: str
