"""A draft of an answer: text, blocks, steps and everything else that the rows of a turn will have."""

from copy import copy
from typing import Any

from agent.conversation.stream_redactor import StreamRedactor
from agent.conversation.vault import Vault
from agent.events import (
    BlockShown,
    BlockUpdated,
    Event,
    ModelCallFailed,
    PageEvent,
    RuleDecision,
    TextAdded,
    TextReset,
    TokensSpent,
    ToolFinished,
)

OUTCOMES = {"booking.confirmed": "booked", "booking.rescheduled": "moved", "booking.cancelled": "cancelled"}


class DraftAnswer:
    """Collects the events of a turn, with placeholders in place of personal values.

    ``engine`` is the model that spoke last; ``updated`` are changed blocks of earlier answers, by id.
    """

    def __init__(self, vault: Vault, engine: str, input_tokens: int, output_tokens: int) -> None:
        self.vault = vault
        self.engine = engine
        self.input_tokens = input_tokens
        self.output_tokens = output_tokens
        self.text = ""
        self.blocks: list[dict[str, Any]] = []
        self.steps: list[dict[str, Any]] = []
        self.updated: dict[str, dict[str, Any]] = {}
        self.outcome: str | None = None
        self.handed_over = False
        self._redactor = StreamRedactor(vault)

    def add(self, event: Event) -> str:
        """Add an event. Returns the text that can be shown now; the redactor may hold some back."""
        match event:
            case TextAdded(text):
                return self._append(self._redactor.feed(text))
            case TextReset():
                self.text, self._redactor = "", StreamRedactor(self.vault)
            case BlockShown(block):
                self.blocks.append(self.vault.conceal_all(block))
            case BlockUpdated(block):
                self.updated[block["id"]] = self.vault.conceal_all(block)
            case ToolFinished(call, result, ok, took_ms):
                self._step("tool", call.name, ok, call.arguments, result, took_ms)
            case RuleDecision(rule, allowed, details):
                self._step("rule", rule, allowed, {}, details, 0)
            case TokensSpent():
                self._add_usage(event)
            case ModelCallFailed(model, reason, took_ms):
                self._step("model", model, False, {}, {"reason": reason}, took_ms)
            case PageEvent(name, _):
                self.outcome = OUTCOMES.get(name, self.outcome)
                self.handed_over = self.handed_over or name == "handoff.requested"
        return ""

    def end(self) -> str:
        """End the text. Returns the rest that was held back."""
        return self._append(self._redactor.finish())

    def replace(self, text: str, block: dict[str, Any]) -> None:
        """Replace all text and blocks."""
        self.text, self.blocks, self._redactor = text, [block], StreamRedactor(self.vault)

    def with_vault(self, vault: Vault) -> "DraftAnswer":
        """An independent copy that redacts with another vault."""
        other = copy(self)
        other.blocks, other.steps, other.updated = [*self.blocks], [*self.steps], {**self.updated}
        other.vault, other._redactor = vault, self._redactor.with_vault(vault)
        return other

    def _append(self, text: str) -> str:
        self.text += text
        return text

    def _add_usage(self, spent: TokensSpent) -> None:
        """Count tokens. The built-in receptionist uses none and gets no step."""
        self.engine = spent.model
        self.input_tokens += spent.input_tokens
        self.output_tokens += spent.output_tokens
        if spent.input_tokens or spent.output_tokens:
            used: dict[str, Any] = {"input_tokens": spent.input_tokens, "output_tokens": spent.output_tokens}
            used |= {"cost": str(spent.cost)} if spent.cost is not None else {}
            self._step("model", spent.model, True, {}, used, spent.took_ms)

    def _step(
        self, kind: str, name: str, ok: bool, arguments: dict[str, Any], result: dict[str, Any], took_ms: int
    ) -> None:
        self.steps.append(
            {
                "kind": kind,
                "name": name,
                "ok": ok,
                "arguments": self.vault.conceal_all(arguments),
                "result": self.vault.conceal_all(result),
                "took_ms": took_ms,
            }
        )
