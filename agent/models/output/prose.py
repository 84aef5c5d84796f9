"""Prose: of the text of a reply only what is plainly meant for the customer is shown; machinery is held back,
and calls in it are read.

What may still turn out to be machinery waits until it is clear, so that nothing has to be taken back. One
thing cannot be known in time: thoughts whose beginning was never marked, because the server's template had
written it already. ``taken_back`` counts how often their end has come; ``agent.models.output.manners`` says
when text is held back for that.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from agent.models.output import machinery
from agent.models.output.arguments import first_json_value
from agent.models.output.call_texts import call_of_tool, calls_in, python_calls
from agent.models.protocol import ModelFailed, ToolCall

_CALL_KEYS = (
    "name",
    "function",
    "tool",
    "tool_name",
    "tool_calls",
    "type",
    "arguments",
    "parameters",
    "action",
)
_CALL_HEADS = tuple(f'{bracket}{{"{key}":' for bracket in ("", "[") for key in _CALL_KEYS)
# Harmony's channels where a server has swallowed the tokens around their names, and the lines of a ReAct
# prompt.
_BARE_CHANNEL = re.compile(r"(?:assistant)?(?:analysis|commentary)(?=[A-Z\s])")
_BARE_FINAL = re.compile(r"assistantfinal|Final Answer:")
_REACT = re.compile(r"(?:Thought|Action|Action Input|Observation):")
_MAY_BE_BARE = (
    "assistantanalysis",
    "assistantcommentary",
    "analysis",
    "commentary",
    "Thought:",
    "Action:",
    "Action Input:",
    "Observation:",
)
_RECIPIENT = re.compile(r"to=(?:functions\.)?([\w.-]+)")
_CHANNEL_SPEAKS = re.compile(r"(?:assistant|model)?\s*(?:final)?\s*")


# What a piece of text has that is not only words, see ``Tools.opening``.
_MACHINERY_SIGN, _LAST_WORD = re.compile(rf"[<\[{{`(={machinery.FOREIGN_OPENS}]"), re.compile(r"\w+\Z")


class ToolPatterns(NamedTuple):
    """How a call of a known tool looks in Python, what anything for machines begins with, and what the name
    of a tool begins with."""

    call: re.Pattern[str]
    opening: re.Pattern[str]
    beginnings: frozenset[str]


class ProseSpan(NamedTuple):
    """What a text begins with: how much of it, what of that may be seen, and the calls in it."""

    length: int
    shown: str = ""
    calls: tuple[ToolCall, ...] = ()
    takes_back: bool = False


class ProseFilter:
    """Listens to the text of one reply."""

    def __init__(self, tool_names: Collection[str]) -> None:
        self._tools = _tools(frozenset(tool_names))
        self._tool_names = tool_names
        self._held = ""
        # Space before the first word, or after something that was taken out, is nobody's to see.
        self._trims = True
        self._is_new = True
        self._is_within_a_word = False
        self.calls: list[ToolCall] = []
        self.taken_back = 0

    def feed(self, text: str) -> str:
        """Listen on. Returns what may be shown by now; where ``taken_back`` has grown, all that was shown
        before is void."""
        if not (self._held or self._trims or self._is_new) and self._is_only_words(text):
            self._is_within_a_word = _is_of_a_word(text[-1])
            return text
        self._held += text
        return self._release(at_end=False)

    def _is_only_words(self, text: str) -> bool:
        """Whether a piece of text neither has nor begins anything but words: nearly every piece of a
        reply."""
        if not text or _MACHINERY_SIGN.search(text) or text[-1] == ".":
            return False
        if not _is_of_a_word(text[-1]):
            return True
        word = _LAST_WORD.findall(text)[0]
        return (len(word) == len(text) and self._is_within_a_word) or word not in self._tools.beginnings

    def finish(self) -> str:
        """Returns what was held back for nothing. Raises ``ModelFailed("malformed")`` if a call was cut
        off."""
        return self._release(at_end=True)

    def _release(self, *, at_end: bool) -> str:
        shown = ""
        if self._is_new:
            span = self._bare_machinery(at_end=at_end)
            if span is None:
                return ""
            self._is_new = False
            self._take(span)
        while opening := self._tools.opening.search(self._held):
            shown += self._show(opening.start())
            goes_on = self._is_within_a_word and self._held[0].isalpha()
            span = ProseSpan(1, self._held[0]) if goes_on else self._span_at_start(at_end=at_end)
            if span is None:
                return shown
            if span.takes_back:
                shown, self.taken_back = "", self.taken_back + 1
            shown += self._take(span)
        waiting = 0 if at_end else self._partial_call_length(self._held)
        return shown + self._show(len(self._held) - waiting)

    def _take(self, span: ProseSpan) -> str:
        self.calls.extend(span.calls)
        if span.shown:
            return self._show(len(span.shown))
        self._held = self._held[span.length :]
        if span.length:
            self._trims, self._is_within_a_word = True, False
        return ""

    def _show(self, length: int) -> str:
        shown, self._held = self._held[:length], self._held[length:]
        if shown:
            self._is_within_a_word = _is_of_a_word(shown[-1]) or shown[-1] == "."
        if self._trims:
            shown = shown.lstrip()
            self._trims = not shown
        return shown

    def _partial_call_length(self, text: str) -> int:
        """How many characters at the end of a text may be the beginning of a call of a tool by its name."""
        last = re.search(r"(?<![\w.])(?:print\()?(?:\w+\.)?\w*$|\bto=$", text)
        begun = last[0] if last else ""
        if len(begun) == len(self._held) and self._is_within_a_word:
            return 0
        name = begun.removeprefix("print(").rpartition(".")[2]
        return len(begun) if name in self._tools.beginnings or begun == "to=" else 0

    def _bare_machinery(self, *, at_end: bool) -> ProseSpan | None:
        """What a reply may begin with although no mark says so."""
        held = self._held.lstrip()
        if not at_end and any(bare.startswith(held) for bare in _MAY_BE_BARE):
            return None
        if not (_BARE_CHANNEL.match(held) or _REACT.match(held)):
            return ProseSpan(0)
        if final := _BARE_FINAL.search(self._held):
            return ProseSpan(final.end())
        to = _RECIPIENT.search(self._held)
        if to and to[1] in self._tool_names and (at_end or to.end() < len(self._held)):
            return ProseSpan(to.start())
        if not at_end:
            return None
        calls = self._react_call(held)
        return (
            ProseSpan(len(self._held), calls=calls) if calls or held.startswith("Thought:") else ProseSpan(0)
        )

    def _react_call(self, text: str) -> tuple[ToolCall, ...]:
        found = re.search(r"^Action:\s*([\w.]+)\s*^Action Input:\s*(.*)", text, re.M | re.S)
        if not found or found[1] not in self._tool_names:
            return ()
        return (call_of_tool(found[1], found[2].partition("\nObservation:")[0]),)

    def _span_at_start(self, *, at_end: bool) -> ProseSpan | None:
        """The span that what is held begins with; None while more text is needed to tell."""
        held = self._held
        if not at_end and held[0] in machinery.OPENS and machinery.DOUBLED_AT_END.search(held):
            return None
        if held[0] in machinery.FOREIGN_OPENS or held.startswith("<<"):
            return self._foreign(at_end=at_end)
        if held[0] == "<":
            # What ends between other signs than it began is ended all the same.
            self._held = held = machinery.straight(held)
        if held[0] == "[" and not at_end and self._partial_call_length(held[1:]) == len(held) - 1:
            return None
        if held[0] == "{" or (held[0] == "[" and not machinery.BRACKET.match(held) and _may_be_call(held)):
            return self._json(at_end=at_end)
        if held.startswith("to="):
            return self._call_by_address(at_end=at_end)
        if self._tools.call.match(held):
            return self._python(at_end=at_end)
        for pattern, read in (
            (machinery.TOKEN, self._token),
            (machinery.TAG, self._tag),
            (machinery.BRACKET, self._bracket),
            (machinery.FENCE, self._fence),
        ):
            if found := pattern.match(held):
                return None if found.end() == len(held) and not at_end else read(found, at_end=at_end)
        if not at_end and machinery.BEGUN.fullmatch(held):
            return None
        return ProseSpan(len(held)) if machinery.CUT_OFF.fullmatch(held) else ProseSpan(1, held[:1])

    def _foreign(self, *, at_end: bool) -> ProseSpan | None:
        """A tag or token between other signs than angle brackets, or a reference; words between them stay as
        they are."""
        if reference := machinery.REFERENCE.match(self._held):
            return ProseSpan(reference.end())
        found = machinery.FOREIGN.match(self._held)
        may_begin = machinery.FOREIGN_BEGUN.fullmatch(self._held) or machinery.REFERENCE_BEGUN.fullmatch(
            self._held
        )
        if found is None or (found.end() == len(self._held) and not at_end):
            return None if (may_begin or found) and not at_end else ProseSpan(1, self._held[0])
        straight = machinery.straight(self._held)
        tag = machinery.TAG.match(straight) or machinery.TOKEN.match(straight)
        if tag is None:
            return ProseSpan(1, self._held[0])
        name = found[1].strip(" /|｜")
        is_known = machinery.is_thinking(name) or machinery.is_calling(name) or machinery.is_speaking(name)
        is_pair = "/" in found[1] or f"</{name}" in straight or f"<|/{name}" in straight
        if is_known or is_pair or machinery.TOKEN.match(straight):
            self._held = straight
            return self._span_at_start(at_end=at_end)
        return ProseSpan(1, self._held[0]) if at_end else None

    def _token(self, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
        token = machinery.token_of(found[1])
        name, begun = machinery.plain(found[1]), found.end()
        if name in machinery.HEADER:
            return self._message(begun, at_end=at_end)
        if name in machinery.CALL_FOLLOWS:
            return self._until(begun, re.compile(r"<[|｜][^<>]*[|｜]>"), found[1], at_end=at_end)
        if token.begins and not machinery.is_speaking(token.stem):
            return self._until(begun, _closing_token(token.stem), token.stem, at_end=at_end)
        closes = token.ends and not machinery.is_speaking(token.stem) and not machinery.is_calling(token.stem)
        if not token.begins and not token.ends and machinery.is_thinking(token.stem):
            return self._until(begun, _closing_token(token.stem), token.stem, at_end=at_end)
        return ProseSpan(begun, takes_back=closes and machinery.is_thinking(token.stem))

    def _message(self, begun: int, *, at_end: bool) -> ProseSpan | None:
        """A message with a header (Harmony, ChatML, Llama): its text is for the customer where neither role
        nor channel says otherwise."""
        if chat_ml := re.compile(r"[^\n<]*(\n)?").match(self._held, begun):
            # ChatML has no token behind its header but the end of the line.
            if chat_ml[1]:
                return ProseSpan(chat_ml.end())
            if chat_ml.end() == len(self._held) and not at_end:
                return None
        header, length = "", begun
        for token in machinery.TOKEN.finditer(self._held, begun):
            header += self._held[length : token.start()] + " "
            length = token.end()
            if machinery.plain(token[1]) in machinery.HEADER_ENDS:
                break
            if machinery.plain(token[1]) not in machinery.HEADER:
                return ProseSpan(length)
        else:
            return ProseSpan(len(self._held)) if at_end else None
        channel = re.sub(r"\s+", " ", header).strip()
        if _CHANNEL_SPEAKS.fullmatch(channel):
            return ProseSpan(length, takes_back="final" in channel)
        to = _RECIPIENT.search(header)
        end = re.compile(
            r"<[|｜](?:end|return|call|im_end|eot_id|eom_id)[|｜]>|(?=<[|｜](?:start|channel|im_start)[|｜]>)"
        )
        span = self._until(length, end, "channel", at_end=at_end)
        if span is None or not to or to[1] not in self._tool_names:
            return span
        inside = self._held[length : span.length]
        return span._replace(calls=(call_of_tool(to[1], re.sub(r"<[|｜].*?[|｜]>\s*\Z", "", inside)),))

    def _tag(self, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
        closes, name, _, is_alone = found.groups()
        if name.lower() in machinery.HTML:
            return ProseSpan(1, "<")
        if machinery.is_speaking(name) or is_alone:
            return ProseSpan(found.end())
        if closes:
            # Thoughts, whose beginning nobody saw; the end of a call says nothing of what stood before it.
            return ProseSpan(found.end(), takes_back=not machinery.is_calling(name))
        other = re.compile(rf"<(/?)(?:[^<>\s]*[:|｜])?{re.escape(name)}\b[^<>]*>", re.I)
        if name.lower().startswith("unused"):
            other = re.compile(r"<(unused\d+)>")
        depth = 1
        for tag in other.finditer(self._held, found.end()):
            depth += -1 if tag[1] else 1
            if not depth:
                return self._block(0, tag.end(), name)
        if not at_end:
            return None
        if machinery.is_thinking(name) or machinery.is_calling(name) or name.lower().startswith("unused"):
            return self._block(0, len(self._held), name)
        return ProseSpan(1, "<")

    def _bracket(self, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
        closes, name = found.groups()
        known = machinery.is_thinking(name) or machinery.is_calling(name)
        if closes:
            return (
                ProseSpan(found.end(), takes_back=machinery.is_thinking(name)) if known else ProseSpan(1, "[")
            )
        end = self._held.find(f"[/{name}]", found.end())
        if end >= 0:
            return self._block(found.end(), end, name)._replace(length=end + len(name) + 3)
        if not at_end and (known or machinery.BEGUN.fullmatch(self._held)):
            return None
        return self._block(found.end(), len(self._held), name) if known else ProseSpan(1, "[")

    def _fence(self, found: re.Match[str], *, at_end: bool) -> ProseSpan | None:
        end = self._held.find("```", found.end())
        if end < 0 and not at_end:
            return None
        inside = self._held[found.end() : end if end >= 0 else len(self._held)]
        length = len(self._held) if end < 0 else end + 3
        calls = self._calls(inside)
        if calls or machinery.is_calling(found[1]):
            return ProseSpan(length, calls=calls)
        if end < 0 and self._names_a_tool(inside):
            raise ModelFailed("malformed", retryable=True)
        return ProseSpan(length, self._held[:length])

    def _json(self, *, at_end: bool) -> ProseSpan | None:
        if not _may_be_call(self._held):
            return ProseSpan(1, self._held[0])
        found = first_json_value(self._held)
        if found is None and not at_end:
            return None
        length = len(self._held) if found is None else found[1]
        calls = self._calls(self._held[:length])
        if not calls and found is None and self._names_a_tool(self._held):
            raise ModelFailed("malformed", retryable=True)
        return ProseSpan(length, calls=calls) if calls else ProseSpan(length, self._held[:length])

    def _call_by_address(self, *, at_end: bool) -> ProseSpan | None:
        """``to=functions.find_times … {"service": "Haircut"}``: what a channel leaves without its tokens."""
        found = re.match(r"to=(?:functions\.)?([\w.-]*)([^{}\n]{0,40})(\{)?", self._held)
        name = found[1] if found else ""
        if found is None or (found.end() == len(self._held) and not at_end):
            return None
        if name not in self._tool_names:
            return ProseSpan(1, self._held[:1])
        value = first_json_value(self._held[found.start(3) :]) if found[3] else None
        if value is None and found[3] and not at_end:
            return None
        length = found.start(3) + value[1] if value else found.end()
        return ProseSpan(
            length, calls=(call_of_tool(name, self._held[found.start(3) : length]),) if value else ()
        )

    def _python(self, *, at_end: bool) -> ProseSpan | None:
        """``find_times(service="Haircut")``, also in ``print(…)`` or a list."""
        for end in re.finditer(r"\)\]?", self._held):
            calls = python_calls(self._held[: end.end()], self._tool_names)
            if calls:
                return ProseSpan(end.end(), calls=tuple(calls))
        return ProseSpan(len(self._held)) if at_end else None

    def _until(self, begun: int, closing: re.Pattern[str], name: str, *, at_end: bool) -> ProseSpan | None:
        end = closing.search(self._held, begun)
        if end is None and not at_end:
            return None
        return self._block(begun, end.start() if end else len(self._held), name)._replace(
            length=end.end() if end else len(self._held)
        )

    def _block(self, start: int, end: int, name: str) -> ProseSpan:
        """A stretch nobody sees. Only thoughts are not looked through for calls: there they are thought
        of."""
        inside = self._held[start:end]
        if machinery.is_thinking(name):
            return ProseSpan(end)
        calls = self._calls(inside)
        if not calls and machinery.is_calling(name):
            # Marked as a call and not to be read as one: another try may succeed.
            calls = tuple(calls_in(inside))
        return ProseSpan(end, calls=calls)

    def _calls(self, inside: str) -> tuple[ToolCall, ...]:
        """The calls of known tools that a text spells out; none where it is anything else."""
        try:
            calls = tuple(calls_in(inside)) or tuple(python_calls(inside, self._tool_names))
        except ModelFailed:
            calls = tuple(python_calls(inside, self._tool_names))
        return calls if all(call.name in self._tool_names for call in calls) else ()

    def _names_a_tool(self, text: str) -> bool:
        return any(f'"{name}"' in text for name in self._tool_names)


@lru_cache(maxsize=8)
def _tools(names: frozenset[str]) -> ToolPatterns:
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)"
    call = rf"(?:print\()?(?:\w+\.)?(?:{any_name})\("
    return ToolPatterns(
        call=re.compile(rf"\[?{call}"),
        opening=re.compile(rf"[<\[{{`{machinery.FOREIGN_OPENS}]|\bto=(?=\S)|(?<![\w.]){call}"),
        beginnings=frozenset(
            known[:end] for known in (*names, "print", "to") for end in range(len(known) + 1)
        ),
    )


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _closing_token(stem: str) -> re.Pattern[str]:
    words = r"[▁_\s-]*".join(map(re.escape, stem.split("_")))
    return re.compile(
        rf"<[|｜]\s*(?:end[▁_\s-]*(?:of[▁_\s-]*)?{words}|{words}[▁_\s-]*end|/{words})\s*[|｜]>", re.I
    )


def _may_be_call(text: str) -> bool:
    squeezed = "".join(text[:80].split())
    return any(head.startswith(squeezed) or squeezed.startswith(head) for head in _CALL_HEADS)
