"""One reply put together from raw Chat Completions chunks, whichever of their many shapes a server sends."""

from collections.abc import Collection, Iterator
from typing import Any, NoReturn

from agent.models.output.calls.native_calls import CallDrafts, with_own_ids
from agent.models.output.echo import Echo
from agent.models.output.manners import ReplyHabits
from agent.models.output.prose import ProseFilter
from agent.models.protocol import (
    CallRequested,
    FailureReason,
    Finished,
    ModelFailed,
    TextDelta,
    TextTakenBack,
    ToolCall,
)


class ReplyAssembler:
    """Feed it chunks; it says what may be shown, and in the end what was asked for."""

    def __init__(self, tool_names: Collection[str], manners: ReplyHabits | None = None) -> None:
        self._drafts = CallDrafts()
        self._prose = ProseFilter(tool_names)
        self._manners = manners or ReplyHabits()
        self._holds_back = self._manners.holds_back
        self._held_back = ""
        self.takes_back = False  # whether what was shown of it is void
        self._finish_reason = ""
        self._ended = False
        self._ends_too_early = False
        self._spoke = False
        self._echo = Echo()
        self.received = 0  # characters of text and arguments, an estimate for servers that count nothing
        self.model = ""
        self.usage: dict[str, Any] | None = None

    def feed(self, chunk: Any) -> str:
        """Take one chunk. Returns the text to show for it; raises `ModelFailed` if it is an error."""
        if not isinstance(chunk, dict):
            return ""
        _fail_if_error(chunk)
        self._count(chunk)
        choice = _first_choice(chunk)
        if choice is None:
            return ""
        delta = _dict(choice.get("delta")) or _dict(choice.get("message"))
        shown = self._take_delta(delta)
        self._note_end(choice.get("finish_reason"))
        return shown

    def mark_done(self) -> None:
        """The server has said that this was all."""
        self._ended, self._ends_too_early = True, False

    def events_for(self, shown: str) -> Iterator[TextTakenBack | TextDelta]:
        """What was shown, as events."""
        if self.takes_back:
            self.takes_back = False
            yield TextTakenBack()
        if shown:
            yield TextDelta(shown)

    def finish(self) -> Iterator[TextTakenBack | TextDelta | CallRequested | Finished]:
        """What remains to be said at the end. Raises `ModelFailed` for a reply that is not whole."""
        rest, calls = self._finish_parts()
        yield from self.events_for(rest)
        for call in calls:
            yield CallRequested(call)
        yield Finished("tool_calls" if calls else self._finish_reason or "stop", self._echo.fields)

    def _finish_parts(self) -> tuple[str, list[ToolCall]]:
        try:
            rest = self._release(self._prose.finish(), at_end=True)
            native = self._drafts.finish()
        except ModelFailed:
            if self._ended:
                raise
            raise ModelFailed("cut", retryable=True) from None
        calls = with_own_ids(native + [call for call in self._prose.calls if not _among(native, call)])
        if not self._ended and not (calls and self._drafts.look_whole):
            # Arguments that close are whole without any mark of the end; a sentence may always go on.
            raise ModelFailed("cut", retryable=True)
        if not calls and not self._spoke and not rest:
            filtered = self._finish_reason == "content_filter"
            raise ModelFailed("refused" if filtered else "malformed", retryable=not filtered)
        return rest, calls

    def _take_delta(self, delta: dict[str, Any]) -> str:
        self._echo.take(delta)
        text, entries = _text_of(delta.get("content")), delta.get("tool_calls")
        if delta.get("refusal"):
            text += _text_of(delta["refusal"])
        if text or entries:
            self._resume()
        if isinstance(entries, list):
            self._draft(entries)
        if not text:
            return ""
        self.received += len(text)
        return self._release(self._prose.feed(text))

    def _release(self, prose: str, *, at_end: bool = False) -> str:
        """What may be shown now; text is held back while it may still turn out to have been thoughts."""
        if self._prose.taken_back:
            self._prose.taken_back = 0
            self._manners.note_unmarked_thoughts()
            self.takes_back, self._spoke = self.takes_back or self._spoke, False
            self._holds_back, self._held_back = False, ""
        self._held_back += prose
        if self._holds_back and not at_end:
            return ""
        shown, self._held_back = self._held_back, ""
        self._spoke = self._spoke or bool(shown)
        if at_end and self._spoke and self._holds_back:
            self._manners.note_plain_reply()
        return shown

    def _draft(self, entries: list[Any]) -> None:
        for entry in entries:
            self._drafts.add(entry)
            self.received += len(str(entry))

    def _resume(self) -> None:
        # A server that says "stop" and goes on says it on every chunk: only its [DONE] will be believed.
        self._ends_too_early = self._ends_too_early or self._ended
        self._ended = False

    def _note_end(self, reason: Any) -> None:
        if reason == "error":
            raise ModelFailed("overloaded", retryable=True)
        if isinstance(reason, str) and reason:
            self._finish_reason = reason
            self._ended = not self._ends_too_early

    def _count(self, chunk: dict[str, Any]) -> None:
        model, usage = chunk.get("model"), chunk.get("usage")
        if isinstance(model, str):
            self.model = model
        if usage:
            self.usage = _dict(usage) or self.usage


def _fail_if_error(chunk: dict[str, Any]) -> None:
    error = chunk.get("error") or (chunk if chunk.get("object") == "error" else None)
    if not error:
        return
    said = " ".join(str(error.get(key, "")) for key in ("code", "type")) if isinstance(error, dict) else ""
    _fail(said.lower())


def _fail(said: str) -> NoReturn:
    reason: FailureReason = "overloaded"
    if any(word in said for word in ("400", "404", "422", "invalid", "not_found")):
        reason = "refused"
    if any(word in said for word in ("401", "403", "auth", "api_key", "permission")):
        reason = "unauthorized"
    raise ModelFailed(reason, retryable=reason == "overloaded")


def _first_choice(chunk: dict[str, Any]) -> dict[str, Any] | None:
    choices = chunk.get("choices")
    if not isinstance(choices, list):
        return None
    for choice in choices:
        if isinstance(choice, dict) and not choice.get("index"):
            return choice
    return None


def _text_of(content: Any) -> str:
    if isinstance(content, list):
        return "".join(_text_of(part.get("text")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _among(calls: list[ToolCall], call: ToolCall) -> bool:
    return any((each.name, each.arguments) == (call.name, call.arguments) for each in calls)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
