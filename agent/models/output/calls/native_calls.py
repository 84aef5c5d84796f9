"""Putting together tool calls that arrive in pieces, however a server numbers, names and cuts them."""

import re
import secrets
from typing import Any

from agent.models.output.calls.arguments import distinct, objects_in
from agent.models.protocol import ModelFailed, ToolCall

_OWN_FIELDS = frozenset({"index", "id", "type", "function", "name", "arguments"})
# What some servers leave of their prompt template in a name: "functions.find_times", "find_times<|channel|>".
_TEMPLATE_REMAINS = re.compile(r"^functions\.|<\|.*$", re.DOTALL)


class CallDraft:
    """A call of which pieces are still arriving."""

    def __init__(self, index: int | None) -> None:
        self.index = index
        self.id = ""
        self.name = ""
        self.written = ""
        self.objects: list[dict[str, Any]] = []
        self.extra: dict[str, Any] = {}

    @property
    def has_whole_arguments(self) -> bool:
        """Whether arguments have come, and come to an end."""
        try:
            return bool(self.objects or (self.written.strip() and objects_in(self.written)))
        except ModelFailed:
            return False

    def take(self, piece: "CallPiece") -> None:
        """Add a piece: the first id and the first name stand, arguments go on."""
        self.id = self.id or piece.id
        self.name = self.name or piece.name
        self.extra.update(piece.extra)
        if isinstance(piece.arguments, dict):
            self.objects.append(piece.arguments)
        elif isinstance(piece.arguments, str):
            self.written += piece.arguments

    def calls(self) -> list[ToolCall]:
        """One call, or several where one call's arguments are several objects. Raises ``ModelFailed`` without
        a name, or with arguments that are cut off."""
        name = _TEMPLATE_REMAINS.sub("", self.name.strip())
        if not name:
            raise ModelFailed("malformed", retryable=True)
        many = distinct(self.objects + objects_in(self.written))
        return [ToolCall(self.id if n == 0 else "", name, each, self.extra) for n, each in enumerate(many)]


class CallPiece:
    """One entry of `delta.tool_calls`, read with patience."""

    def __init__(self, entry: dict[str, Any]) -> None:
        nested = entry.get("function")
        function = nested if isinstance(nested, dict) else entry
        index = entry.get("index")
        self.index = index if isinstance(index, int) else None
        self.id = _text(entry.get("id"))
        self.name = _text(function.get("name"))
        self.arguments = function.get("arguments")
        self.extra = {key: value for key, value in entry.items() if key not in _OWN_FIELDS and value}


class CallDrafts:
    """All the calls of one reply."""

    def __init__(self) -> None:
        self._drafts: list[CallDraft] = []

    @property
    def look_whole(self) -> bool:
        """Whether no call seems to wait for more, going by its arguments alone."""
        return all(draft.has_whole_arguments for draft in self._drafts)

    def add(self, entry: Any) -> None:
        """Take one entry of ``delta.tool_calls`` to the call it belongs to; pass over what is no object."""
        if not isinstance(entry, dict):
            return
        piece = CallPiece(entry)
        draft = self._draft_for(piece)
        if draft is None:
            draft = CallDraft(piece.index)
            self._drafts.append(draft)
        draft.take(piece)

    def finish(self) -> list[ToolCall]:
        """The complete calls. Raises `ModelFailed("malformed")` where one is not."""
        return [call for draft in self._drafts for call in draft.calls()]

    def _draft_for(self, piece: CallPiece) -> CallDraft | None:
        """The call this piece goes on with; None if it begins one."""
        if not self._drafts:
            return None
        last = self._last_with(piece)
        if last is None:
            # A new number begins a call, unless nothing else does: some servers count pieces, not calls.
            newest = self._drafts[-1]
            return None if piece.name or piece.id not in {"", newest.id} else newest
        return None if _begins_another(piece, last) else last

    def _last_with(self, piece: CallPiece) -> CallDraft | None:
        if piece.index is None:
            same_id = [draft for draft in self._drafts if piece.id and draft.id == piece.id]
            return (same_id or self._drafts)[-1]
        return next((d for d in reversed(self._drafts) if d.index == piece.index), None)


def _begins_another(piece: CallPiece, last: CallDraft) -> bool:
    """Whether a piece with the number of `last`, or with none, is nevertheless of another call."""
    if not piece.name:
        return False
    other_id = bool(piece.id and last.id and piece.id != last.id)
    if not last.name or piece.name == last.name:
        # The name may be repeated, even under a fresh id, in every piece: look whether the call is whole.
        return other_id and last.has_whole_arguments
    return True


def with_own_ids(calls: list[ToolCall]) -> list[ToolCall]:
    """The same calls, each with an id that no other has."""
    taken: set[str] = set()
    numbered = []
    for call in calls:
        call_id = call.id if call.id and call.id not in taken else new_call_id()
        taken.add(call_id)
        numbered.append(ToolCall(call_id, call.name, call.arguments, call.extra))
    return numbered


def new_call_id() -> str:
    """Nine letters and digits: the strictest servers take no other form back."""
    return secrets.token_hex(5)[:9]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
