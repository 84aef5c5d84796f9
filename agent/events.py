"""What happens in a turn, as it happens. The loop yields these; the stream, the transcript and the tests read
the same ones."""

from decimal import Decimal
from typing import Any

from msgspec import Struct

from agent.models.protocol import ToolCall


class TextAdded(Struct, frozen=True):
    """The next piece of the answer's text."""

    text: str


class TextReset(Struct, frozen=True):
    """Everything said so far in this answer is taken back."""


class BlockShown(Struct, frozen=True):
    """A block the customer sees: the truth beside the prose."""

    block: dict[str, Any]


class BlockUpdated(Struct, frozen=True):
    """A block that is already on the screen, as it is from now on."""

    block: dict[str, Any]


class ToolStarted(Struct, frozen=True):
    """A tool is about to run; ``label`` is what the customer may read meanwhile."""

    call: ToolCall
    label: str


class ToolFinished(Struct, frozen=True):
    """A tool has run. ``ok`` is false for a refusal, which is a result like any other."""

    call: ToolCall
    result: dict[str, Any]
    ok: bool
    took_ms: int


class RuleDecision(Struct, frozen=True):
    """A rule has decided."""

    rule: str
    allowed: bool
    details: dict[str, Any] = {}


class TokensSpent(Struct, frozen=True):
    """What one model call used, how long it took, and what it cost where prices are known."""

    model: str
    input_tokens: int
    output_tokens: int
    took_ms: int
    cost: Decimal | None = None


class ModelCallFailed(Struct, frozen=True):
    """A model gave up: why, in a word of ours, and how long after it was first asked."""

    model: str
    reason: str
    took_ms: int


class PageEvent(Struct, frozen=True):
    """A fact of the desk that the customer's page wants to know: ``hold.created``, ``booking.confirmed``,
    …"""

    name: str
    data: dict[str, Any]


Event = (
    TextAdded
    | TextReset
    | BlockShown
    | BlockUpdated
    | ToolStarted
    | ToolFinished
    | RuleDecision
    | TokensSpent
    | ModelCallFailed
    | PageEvent
)
