"""Numbers that count something: four people, two dollars, 12 Main Street are no hours and no days."""

from __future__ import annotations

from agent.when.grammar.engine.items import Item, MatchContext
from agent.when.vocabulary.catalogue import plain

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


# Behind "the 11 of the same" a number is that of a house.
_STREETS = frozenset(
    {
        "rue",
        "ruelle",
        "avenue",
        "boulevard",
        "place",
        "immeuble",
        "calle",
        "avenida",
        "plaza",
        "edificio",
        "via",
        "viale",
        "corso",
        "piazza",
        "palazzo",
        "street",
        "road",
        "lane",
        "building",
        "strasse",
        "gasse",
        "allee",
        "platz",
        "meme",
        "misma",
        "stessa",
    }
)
_LEADS_TO_STREET = frozenset({"of", "from", "in", "the", "on"})
_WORDS_BEFORE_STREET = 4

_DAYS = {"DAY", "WEEKDAY", "WEAKDAY", "DATE", "PART"}


def stands_alone(place: MatchContext) -> bool:
    """Whether the match is the whole of an answer, or stands beside a day: "17.30", "Wednesday 11.30", "0930
    on Friday"."""
    kinds = [item.kind for item in place.right]
    before = place.before
    if before == "comma" and len(place.left) > 1:
        before = place.left[-2].kind
    follows = kinds[1:2] if kinds[:1] in (["on"], ["comma"]) else kinds[:1]
    is_whole = before == "" and kinds[:1] in ([], ["stop"])
    return is_whole or before in _DAYS or bool(_DAYS.intersection(follows))


def counts_things(place: MatchContext) -> bool:
    """Whether the word after the match makes the number in it a count, a price or an address."""
    right = place.right
    if (
        len(right) == 3
        and right[0].kind in {"or", "and", "to", "dash"}
        and right[1].kind in {"INT", "NUMWORD"}
    ):
        # Of "between 5 and 10 dollars" both are dollars.
        return _is_counted(right[2], place)
    return bool(right) and (_is_counted(right[0], place) or _is_house(place))


def _is_house(place: MatchContext) -> bool:
    """ "Au 11 de la même rue", "al 12 di via Roma"."""
    if place.after not in _LEADS_TO_STREET:
        return False
    return any(plain(item.text) in _STREETS for item in place.right[1:_WORDS_BEFORE_STREET])


def is_counted(place: MatchContext) -> bool:
    """Whether a word known to follow counts comes after the match: euros, people, a street."""
    if not place.right:
        return False
    following, *rest = place.right
    words = {plain(following.text), " ".join(plain(item.text) for item in (following, *rest[:1]))}
    is_unit = following.kind in {"other", "UNIT", "DURATION"} or bool(words & place.catalogue.counted)
    return is_unit or _is_house(place)


def is_measured(place: MatchContext) -> bool:
    """Whether a word before the match makes the number in it a size: "size 7/8", "I rate you 9/10"."""
    return any(plain(item.text) in place.catalogue.measures for item in place.left[-2:])


def _is_counted(following: Item, place: MatchContext) -> bool:
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
