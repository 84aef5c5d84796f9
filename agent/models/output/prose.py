"""Filters the text of a reply: only what is meant for the customer is shown, tool calls in it are parsed.

Text that may turn out to be machinery is held back until that is clear, so that nothing needs to be taken
back. One case cannot be known in time: thoughts whose beginning is not marked, as the server's template had
written it. ``taken_back`` counts how often such thoughts have ended; ``agent.models.output.manners`` says
when text is held back for that.
"""

import re
from collections.abc import Collection

from agent.models.output import machinery
from agent.models.output.held_text import HeldText, ProseSpan
from agent.models.output.spans import span_at_start
from agent.models.output.unmarked_calls import machinery_at_start
from agent.models.protocol import ToolCall

# Signs of machinery in a piece of text; see ``ToolPatterns.opening``.
_MACHINERY_SIGN, _LAST_WORD = re.compile(rf"[<\[{{`(=|｜_▁{machinery.FOREIGN_OPENS}]"), re.compile(r"\w+\Z")


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
        if not (self._reply.text or self._trims or self._is_new) and self._is_only_words(text):
            self._reply.is_within_word = _is_of_a_word(text[-1])
            return text
        self._reply.text += text
        return self._release(at_end=False)

    def _is_only_words(self, text: str) -> bool:
        """Whether a piece has only words and cannot begin anything else, as nearly every piece of a reply."""
        if not text or _MACHINERY_SIGN.search(text) or text[-1] == ".":
            return False
        if not _is_of_a_word(text[-1]):
            return True
        word = _LAST_WORD.findall(text)[0]
        return (
            len(word) == len(text) and self._reply.is_within_word
        ) or word not in self._reply.tools.beginnings

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
