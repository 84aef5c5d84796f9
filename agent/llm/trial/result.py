"""What a trial showed, and what it means for whoever wants to use the model."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from agent.models.protocol import FailureReason

# Customers leave a chat that says nothing for longer.
SLOW_MS = 4_000


class TrialVerdict(StrEnum):
    """One sentence a verdict, which is in the words of whoever shows it."""

    GOOD = "good"
    SLOW = "slow"
    NO_TOOLS = "no_tools"
    WRONG_ARGUMENTS = "wrong_arguments"
    WRONG_KEY = "wrong_key"
    NOT_FOUND = "not_found"
    HANGS = "hangs"
    UNREACHABLE = "unreachable"
    OVERLOADED = "overloaded"
    REFUSED = "refused"
    NO_MODEL = "no_model"
    NOT_ALLOWED = "not_allowed"

    @property
    def may_be_used(self) -> bool:
        return self in {TrialVerdict.GOOD, TrialVerdict.SLOW}


FAILURES: dict[FailureReason, TrialVerdict] = {
    "timeout": TrialVerdict.HANGS,
    "unauthorized": TrialVerdict.WRONG_KEY,
    "cut": TrialVerdict.UNREACHABLE,
    "overloaded": TrialVerdict.OVERLOADED,
    "circuit_open": TrialVerdict.OVERLOADED,
    "refused": TrialVerdict.REFUSED,
    "malformed": TrialVerdict.NO_MODEL,
}


class TrialResult(Struct):
    """``None`` is what the trial did not get to. Times are milliseconds; ``cost`` is that of this
    conversation, in whatever currency the provider bills."""

    verdict: TrialVerdict = TrialVerdict.UNREACHABLE
    is_reached: bool = False
    streams: bool | None = None
    calls_tools: bool | None = None
    arguments_right: bool | None = None
    first_word_ms: int | None = None
    took_ms: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: Decimal | None = None

    def conclude(self) -> None:
        """The verdict of a conversation that came to its end."""
        if not self.calls_tools:
            self.verdict = TrialVerdict.NO_TOOLS
        elif not self.arguments_right:
            self.verdict = TrialVerdict.WRONG_ARGUMENTS
        elif self.first_word_ms is not None and self.first_word_ms > SLOW_MS:
            self.verdict = TrialVerdict.SLOW
        else:
            self.verdict = TrialVerdict.GOOD
