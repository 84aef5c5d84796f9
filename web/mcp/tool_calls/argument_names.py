"""Which argument a name may be meant for: by its spelling, by its words, and by other words for them."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from booking_core.errors import InvalidField

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


def unknown(name: str, known: Collection[str], others: Collection[str]) -> InvalidField:
    # What another tool calls so is meant as there: `time_zone` is no time.
    meant = _slips(name, known) or _candidates(
        name, _distinctive_words(name) if name in others else words_of(name), known
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
    return [one for one in arguments if is_slip(name, one)][:1]


def _candidates(name: str, spoken: frozenset[str], known: Collection[str]) -> list[str]:
    """The arguments of the tool that a name may be other words for."""
    words = {word.casefold() for word in WORDS.findall(name)}
    for word, bounds in BOUNDS.items():
        if word in words and "not" not in words:
            return [one for one in bounds if one in known]
    return [one for one in known if speaks_of(name, spoken, one)][:1]


def is_slip(name: str, known: str) -> bool:
    written, right = letters_of(name), letters_of(known)
    allowed = 0 if len(right) < 4 else 1 if len(right) < 8 else 2
    return bool(OSA.distance(written, right, score_cutoff=allowed) <= allowed)


def speaks_of(name: str, spoken: frozenset[str], known: str) -> bool:
    """By one of its words, or where all are written as one."""
    telling = _distinctive_words(known)
    begins = letters_of(name).startswith(tuple(word for word in telling if len(word) >= LONG_WORD))
    return begins or not telling.isdisjoint(spoken)


@lru_cache(maxsize=1024)
def letters_of(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


@lru_cache(maxsize=1024)
def _distinctive_words(name: str) -> frozenset[str]:
    """The words of an argument's name that tell what it is about: of ``time_zone`` that is the zone."""
    return frozenset(word.casefold() for word in WORDS.findall(name)) - UNTELLING - SAME_AS.keys()


def words_of(name: str) -> frozenset[str]:
    words = (word.casefold() for word in WORDS.findall(name))
    return frozenset(SAME_AS.get(word, word) for word in words) - UNTELLING
