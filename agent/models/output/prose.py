"""Filters the text of a reply: only what is meant for the customer is shown, tool calls in it are parsed.

Text that may turn out to be machinery is held back until that is clear, so that nothing needs to be taken
back. One case cannot be known in time: thoughts whose beginning is not marked, as the server's template had
written it. ``taken_back`` counts how often such thoughts have ended; ``agent.models.output.manners`` says
when text is held back for that.

How the network cuts a reply changes nothing, because no decision sees the cuts: the text is read letter by
letter, and whether a letter is a moment to decide is said by the text before it alone (``_decides``).
"""

import re
from collections.abc import Collection

from agent.models.output import machinery
from agent.models.output.held_text import HeldText, ProseSpan
from agent.models.output.spans import span_at_start
from agent.models.output.unmarked_calls import machinery_at_start
from agent.models.protocol import ToolCall

# A run of letters and digits, or one other character.
_PIECE = re.compile(r"[^\W_]+|.", re.S)
# What can belong to machinery beside letters; see ``ToolPatterns.opening`` and ``partial_call_length``.
_SIGNS = frozenset(f"<[{{`(=|｜_▁.>/{machinery.FOREIGN_OPENS}")
# A longer text that is held back is a block, and only what can close a block ends it. To read all of a
# block after each of its letters takes quadratic time.
_BLOCK = 200


class ProseFilter:
    """Filters the text of one reply. ``calls`` are the tool calls found so far."""

    def __init__(self, tool_names: Collection[str]) -> None:
        self._reply = HeldText(tool_names)
        # Space is dropped before the first word, and after something that was taken out.
        self._trims = True
        self._is_new = True
        self.calls: list[ToolCall] = []
        self.taken_back = 0

    def feed(self, text: str) -> str:
        """Add a piece. Returns what may be shown now; where ``taken_back`` has grown, all text shown before
        is void."""
        shown = ""
        for piece in _PIECE.findall(text):
            if self._is_plain(piece):
                self._reply.is_within_word = piece.isalnum()
                shown += piece
                continue
            for letter in piece:
                held_before = self.taken_back
                self._reply.text += letter
                more = self._release(at_end=False) if self._decides(letter) else ""
                shown = more if self.taken_back > held_before else shown + more
        return shown

    def _is_plain(self, piece: str) -> bool:
        """Whether a piece is shown at once, as nearly every word of a reply: it begins nothing, whatever
        follows it."""
        if self._reply.text or self._trims or self._is_new or piece in _SIGNS:
            return False
        return not piece.isalnum() or self._reply.is_within_word or piece not in self._reply.tools.beginnings

    def _decides(self, letter: str) -> bool:
        """Whether what is held back is read again after this letter, which is its last."""
        if len(self._reply.text) <= _BLOCK:
            return True
        if self._is_new:
            return not letter.isalnum()
        return letter in machinery.CLOSES or self._reply.text[-2] in machinery.CLOSES

    def finish(self) -> str:
        """End the reply. Returns the rest that may be shown. Raises ``ModelFailed("malformed")`` where a call
        was cut off."""
        return self._release(at_end=True)

    def _release(self, *, at_end: bool) -> str:
        shown = ""
        if self._is_new:
            span = machinery_at_start(self._reply, at_end=at_end)
            if span is None:
                return ""
            self._is_new = False
            self._take(span)
        while opening := self._reply.tools.opening.search(self._reply.text):
            shown += self._show(opening.start())
            goes_on = self._reply.is_within_word and self._reply.text[0].isalpha()
            span = ProseSpan(1, self._reply.text[0]) if goes_on else span_at_start(self._reply, at_end=at_end)
            if span is None:
                return shown
            if span.takes_back:
                shown, self.taken_back = "", self.taken_back + 1
            shown += self._take(span)
        waiting = 0 if at_end else self._reply.partial_call_length(self._reply.text)
        return shown + self._show(len(self._reply.text) - waiting)

    def _take(self, span: ProseSpan) -> str:
        self.calls.extend(span.calls)
        if span.shown:
            return self._show(len(span.shown))
        self._reply.text = self._reply.text[span.length :]
        if span.length:
            self._trims, self._reply.is_within_word = True, False
        return ""

    def _show(self, length: int) -> str:
        shown, self._reply.text = self._reply.text[:length], self._reply.text[length:]
        if shown:
            self._reply.is_within_word = _is_of_a_word(shown[-1]) or shown[-1] == "."
        if self._trims:
            shown = shown.lstrip()
            self._trims = not shown
        return shown


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
