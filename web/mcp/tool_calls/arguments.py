"""Read a tool's arguments as MCP clients send them: leniently where only one meaning is possible, never by
guessing.

A member that is no argument of the tool is left out only where its name is a client's own bookkeeping: ids of
its calls and sessions, its chat input. Every other one may say what is wished for, whatever it is called, and
is refused.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from rapidfuzz.distance import OSA

from booking_core.errors import InvalidField
from booking_core.input.leniency import fields_of, normalise

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
# A word of so many letters begins a name by more than chance.
LONG_WORD = 5
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", re.ASCII)
# Words in names of arguments that say nothing about what is booked.
UNTELLING = frozenset(
    [
        "id",
        "of",
        "s",
        "key",
        "idempotency",
        "limit",
        "page",
        "token",
        "reason",
        "if",
        "not",
        "before",
        "after",
        "ttl",
        "min",
        "max",
        "size",
        "expected",
        "new",
    ]
)
# Other words for what the arguments say, as in names that models make up. They only make hints: what is
# refused does not depend on them.
SAME_AS = {
    word: meant
    for meant, words in {
        "staff": (
            "employee stylist therapist barber hairdresser worker provider practitioner person resource "
            "with who"
        ),
        "party": "people persons guests guest seats places attendees participants pax quantity head heads "
        "headcount count number adults"
        " kids children tickets companions",
        "location": "place branch store site venue city",
        "duration": "minutes minute length",
        "agreed": "agree confirmed confirm consent approved",
        "appointment": "booking reservation",
        "service": "treatment offering",
        "zone": "timezone tz",
        "answers": "note notes comment special",
        "start": "time when datetime starts begin day end",
    }.items()
    for word in words.split()
}
# Words that bound a time from one side, and the arguments that do: the other side would be the opposite of
# what is asked for.
BOUNDS = {
    **dict.fromkeys(("after", "earliest", "since"), ("not_before", "from")),
    **dict.fromkeys(("before", "latest", "until", "by"), ("not_after", "to")),
}


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
            raise _unknown(name[:LONGEST_NAME], known, others)
    own = {name: value for name, value in sent.items() if name in known}
    return ReadArguments(
        msgspec.convert(normalise(own, kind), kind), tuple(name[:LONGEST_NAME] for name in extra)
    )


def _is_bookkeeping(name: str, value: Any, arguments: Collection[str]) -> bool:
    """Whether a client adds this for itself, rather than somebody who wishes for something."""
    if len(name) > LONGEST_NAME:
        return False
    letters = _letters(name)
    if name.startswith("_"):
        # Reserved for programs (`_meta`), but no way around the name of an argument.
        spoken = _words(name)
        return not any(_is_slip(name, one) or _speaks_of(name, spoken, one) for one in arguments)
    if letters in ADDED_BY_CLIENTS:
        return True
    is_one_word = (
        value is None or isinstance(value, int) or (isinstance(value, str) and ONE_WORD.fullmatch(value))
    )
    return bool(is_one_word and BOOKKEEPING.fullmatch(letters))


def _unknown(name: str, known: Collection[str], others: Collection[str]) -> InvalidField:
    # What another tool calls so is meant as there: `time_zone` is no time.
    meant = _slips(name, known) or _candidates(
        name, _distinctive_words(name) if name in others else _words(name), known
    )
    elsewhere = _slips(name, others)
    hint = ""
    if meant:
        hint = f" Perhaps {' or '.join(f'`{one}`' for one in meant)} is meant."
    elif elsewhere:
        hint = f" `{elsewhere[0]}` is for another tool: nothing was done."
    choices = ", ".join(f"`{one}`" for one in known) or "none"
    return InvalidField(
        name, f"This tool has no argument of that name.{hint} Known are {choices}.", code="unknown_field"
    )


def _slips(name: str, arguments: Iterable[str]) -> list[str]:
    return [one for one in arguments if _is_slip(name, one)][:1]


def _candidates(name: str, spoken: frozenset[str], known: Collection[str]) -> list[str]:
    """The arguments of the tool that a name may be other words for."""
    words = {word.casefold() for word in WORDS.findall(name)}
    for word, bounds in BOUNDS.items():
        if word in words and "not" not in words:
            return [one for one in bounds if one in known]
    return [one for one in known if _speaks_of(name, spoken, one)][:1]


def _is_slip(name: str, known: str) -> bool:
    written, right = _letters(name), _letters(known)
    allowed = 0 if len(right) < 4 else 1 if len(right) < 8 else 2
    return bool(OSA.distance(written, right, score_cutoff=allowed) <= allowed)


def _speaks_of(name: str, spoken: frozenset[str], known: str) -> bool:
    """By one of its words, or where all are written as one."""
    telling = _distinctive_words(known)
    begins = _letters(name).startswith(tuple(word for word in telling if len(word) >= LONG_WORD))
    return begins or not telling.isdisjoint(spoken)


@lru_cache(maxsize=1024)
def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


@lru_cache(maxsize=1024)
def _distinctive_words(name: str) -> frozenset[str]:
    """The words of an argument's name that tell what it is about: of ``time_zone`` that is the zone."""
    return frozenset(word.casefold() for word in WORDS.findall(name)) - UNTELLING - SAME_AS.keys()


def _words(name: str) -> frozenset[str]:
    words = (word.casefold() for word in WORDS.findall(name))
    return frozenset(SAME_AS.get(word, word) for word in words) - UNTELLING
