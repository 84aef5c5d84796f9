"""Read a tool's arguments as MCP clients send them: leniently where only one meaning is possible, never by
guessing.

A member that is no argument of the tool is left out only where its name is a client's own bookkeeping: ids of
its calls and sessions, its chat input. Every other one may say what is wished for, whatever it is called, and
is refused.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from booking_core.input.leniency import fields_of, normalise
from web.mcp.tool_calls.argument_names import is_slip, letters_of, speaks_of, unknown, words_of

# No client adds more of its own; and their names go back to a model.
MOST_IGNORED, LONGEST_NAME = 20, 60
# What programs keep books of: a name made of nothing else, ending in what they count by, says nothing of a
# booking.
KEPT_BY_PROGRAMS = [
    "mcp",
    "tool",
    "call",
    "session",
    "request",
    "thread",
    "run",
    "trace",
    "span",
    "message",
    "chat",
    "conversation",
    "correlation",
    "execution",
    "workflow",
    "invocation",
    "progress",
    "job",
    "parent",
    "root",
    "turn",
    "step",
    "node",
    "auth",
    "access",
    "api",
    "csrf",
    "refresh",
    "bearer",
    "idempotency",
    "user",
]
COUNTED_BY = ["id", "ids", "uuid", "token", "key", "session", "trace", "span", "nonce"]
BOOKKEEPING = re.compile(
    rf"(?:{'|'.join(KEPT_BY_PROGRAMS)})+(?:{'|'.join(COUNTED_BY)})+|session|trace|span|nonce|token"
)
# What n8n, Cursor and others add by these very names; none asks a person for it.
ADDED_BY_CLIENTS = frozenset(["action", "chatinput", "dummy", "metadata", "randomstring", "thought", "tool"])
# An id is one word: whoever writes sentences wishes for something.
ONE_WORD = re.compile(r"\S{0,500}")


class ReadArguments(NamedTuple):
    """``values`` as the tool takes them, and the names that were left out of what was sent."""

    values: Any
    ignored: tuple[str, ...]


def read_arguments(
    sent: Mapping[str, Any] | None, kind: type[Struct], others: Collection[str]
) -> ReadArguments:
    """``others`` are the names of all other tools' arguments.

    Raises ``msgspec.ValidationError`` for what does not fit, ``InvalidField`` (``unknown_field``) for a name
    that is none of the tool's.
    """
    sent, known = sent or {}, fields_of(kind)
    extra = {name: value for name, value in sent.items() if name not in known}
    for place, (name, value) in enumerate(extra.items()):
        if place >= MOST_IGNORED or not _is_bookkeeping(name, value, (*known, *others)):
            raise unknown(name[:LONGEST_NAME], known, others)
    own = {name: value for name, value in sent.items() if name in known}
    return ReadArguments(
        msgspec.convert(normalise(own, kind), kind), tuple(name[:LONGEST_NAME] for name in extra)
    )


def _is_bookkeeping(name: str, value: Any, arguments: Collection[str]) -> bool:
    """Whether a client adds this for itself, rather than somebody who wishes for something."""
    if len(name) > LONGEST_NAME:
        return False
    letters = letters_of(name)
    if name.startswith("_"):
        # Reserved for programs (`_meta`), but no way around the name of an argument.
        spoken = words_of(name)
        return not any(is_slip(name, one) or speaks_of(name, spoken, one) for one in arguments)
    if letters in ADDED_BY_CLIENTS:
        return True
    is_one_word = (
        value is None or isinstance(value, int) or (isinstance(value, str) and ONE_WORD.fullmatch(value))
    )
    return bool(is_one_word and BOOKKEEPING.fullmatch(letters))
