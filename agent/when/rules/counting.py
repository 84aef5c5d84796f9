"""Numbers that count something: four people, two dollars, 12 Main Street are no hours and no days."""

from __future__ import annotations

from agent.when.catalogue import plain
from agent.when.grammar import Item, Place

# After these a number is an hour ("around four") unless it counts something.
HOUR_COMES_AFTER = frozenset(
    {
        "at",
        "around",
        "until",
        "after",
        "before",
        "by",
        "since",
        "between",
        "from",
        "past",
        "than",
        "except",
        "instead_of",
    }
)


def counts_things(place: Place) -> bool:
    """Whether the word after the match makes the number in it a count, a price or an address."""
    right = place.right
    if (
        len(right) == 3
        and right[0].kind in {"or", "and", "to", "dash"}
        and right[1].kind in {"INT", "NUMWORD"}
    ):
        # Of "between 5 and 10 dollars" both are dollars.
        return _is_counted(right[2], place)
    return bool(right) and _is_counted(right[0], place)


def _is_counted(following: Item, place: Place) -> bool:
    if following.kind in {"other", "UNIT", "DURATION"}:
        return True
    word = plain(following.text)
    if word in place.catalogue.counted:
        return True
    if following.kind != "word" or word in place.catalogue.not_counted:
        return False
    # A plural ("at 3 places") or a name ("at 12 Main Street").
    return place.catalogue.plural_ending != "" and (
        following.is_capital or (len(word) > 3 and word.endswith(place.catalogue.plural_ending))
    )
