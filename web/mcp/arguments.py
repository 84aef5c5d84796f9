"""Read a tool's arguments as MCP clients send them: leniently where only one meaning is possible, never by guessing.

Members that a client adds for itself (ids of sessions and calls, its chat input) are left out, and reported. A member whose name says
what is to be booked is never left out: it is refused, with the name that was probably meant.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from rapidfuzz.distance import OSA

from booking_core.errors import InvalidField
from booking_core.leniency import fields_of, normalise

# No client adds more of its own; and their names go back to a model.
MOST_IGNORED, LONGEST_NAME = 20, 60
# A word of so many letters begins a name by more than chance.
LONG_WORD = 5
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", re.ASCII)
# Words in names of arguments that say nothing about what is booked.
UNTELLING = frozenset(
    ["id", "of", "s", "key", "idempotency", "limit", "page", "token", "reason", "if", "not", "ttl"]
)
# Other words for what the arguments say, as in names that models make up.
SAME_AS = {
    **dict.fromkeys(("employee", "stylist", "therapist", "barber", "provider", "practitioner", "person", "resource", "with"), "staff"),
    **dict.fromkeys(("people", "persons", "guests", "guest", "seats", "places", "attendees", "participants", "pax", "quantity"), "party"),
    **dict.fromkeys(("place", "branch", "store", "site", "venue", "city"), "location"),
    **dict.fromkeys(("minutes", "minute", "length"), "duration"),
    **dict.fromkeys(("time", "when", "datetime", "starts", "begin", "day", "end", "until", "earliest", "latest"), "start"),
    **dict.fromkeys(("agree", "confirmed", "confirm", "consent", "approved"), "agreed"),
    **dict.fromkeys(("booking", "reservation"), "appointment"),
    **dict.fromkeys(("treatment", "offering"), "service"),
    **dict.fromkeys(("timezone", "tz"), "zone"),
}  # fmt: skip


class ReadArguments(NamedTuple):
    """``values`` as the tool takes them, and the names that were left out of what was sent."""

    values: Any
    ignored: tuple[str, ...]


def read_arguments(
    sent: Mapping[str, Any] | None, kind: type[Struct], others: Collection[str]
) -> ReadArguments:
    """``others`` are the names of all other tools' arguments.

    Raises ``msgspec.ValidationError`` for what does not fit, ``InvalidField`` (``unknown_field``) for a name near that of an argument.
    """
    sent, known = sent or {}, fields_of(kind)
    extra = tuple(name[:LONGEST_NAME] for name in sent if name not in known)
    if len(extra) > MOST_IGNORED:
        raise _unknown(extra[0], None, known)
    for name in extra:
        if meant := _meant(name, known, others):
            raise _unknown(name, meant, known)
    own = {name: value for name, value in sent.items() if name in known}
    return ReadArguments(msgspec.convert(normalise(own, kind), kind), extra)


def _unknown(name: str, meant: str | None, known: Iterable[str]) -> InvalidField:
    hint = ""
    if meant is not None:
        is_own = meant in known
        hint = (
            f" Perhaps `{meant}` is meant."
            if is_own
            else f" `{meant}` is for another tool: nothing was done."
        )
    choices = ", ".join(f"`{one}`" for one in known) or "none"
    return InvalidField(
        name, f"This tool has no argument of that name.{hint} Known are {choices}.", code="unknown_field"
    )


def _meant(name: str, known: Iterable[str], others: Collection[str]) -> str | None:
    """The argument that a name is a slip of, or the first that it speaks of; the tool's own before those of others."""
    if name.startswith("_"):
        return None
    # What another tool calls so is meant as there: `time_zone` is no time.
    spoken = _telling(name) if name in others else _spoken_of(name)
    for names in (tuple(known), tuple(filter(_telling, others))):
        slips = (one for one in names if _is_slip(name, one))
        meant = next(slips, None) or next((one for one in names if _speaks_of(name, spoken, one)), None)
        if meant is not None:
            return meant
    return None


def _is_slip(name: str, known: str) -> bool:
    written, right = _letters(name), _letters(known)
    allowed = 0 if len(right) < 4 else 1 if len(right) < 8 else 2
    return bool(OSA.distance(written, right, score_cutoff=allowed) <= allowed)


def _speaks_of(name: str, spoken: frozenset[str], known: str) -> bool:
    """By one of its words, or where all are written as one."""
    telling = _telling(known)
    begins = _letters(name).startswith(tuple(word for word in telling if len(word) >= LONG_WORD))
    return begins or not telling.isdisjoint(spoken)


@lru_cache(maxsize=1024)
def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


@lru_cache(maxsize=1024)
def _telling(name: str) -> frozenset[str]:
    """The words of an argument's name that tell what it is about: of ``time_zone`` that is the zone."""
    return frozenset(word.casefold() for word in WORDS.findall(name)) - UNTELLING - SAME_AS.keys()


def _spoken_of(name: str) -> frozenset[str]:
    words = (word.casefold() for word in WORDS.findall(name))
    return frozenset(SAME_AS.get(word, word) for word in words) - UNTELLING
