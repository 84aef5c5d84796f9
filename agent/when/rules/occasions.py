"""Parts of the day that name an occasion or a service and tell no time: "evening gown", "a big night out",
"coiffure de soirée".

Beside a day or behind a preposition ("Friday evening", "in the evening") they are times; what they are not is
a word like any other.
"""

from __future__ import annotations

from agent.when.grammar.engine.items import Item, MatchContext, RuleResult, readings
from agent.when.rules.stages import PARTS
from agent.when.vocabulary.catalogue import plain

_LATE = frozenset({"evening", "night"})
_BESIDE = frozenset(
    {"DAY", "WEEKDAY", "WEAKDAY", "WEEKDAYS", "DATE", "this", "every", "early", "late", "mid"}
)


@PARTS.rule("the|a|for? PART dash? word|filler|suggest|move|some")
def part_of_a_name(place: MatchContext) -> RuleResult:
    """ "Evening gown", "evening make-up", "Abend-Styling"; a Friday evening stays one."""
    following = place.matched[-1]
    is_visit = plain(following.text) in place.catalogue.counted
    part, dash = place.matched[-3:-1] if len(place.matched) > 2 else (None, place.matched[-2])
    is_joined = (
        part is not None and dash.kind == "dash" and (dash.start, dash.end) == (part.end, following.start)
    )
    is_occasion = plain(following.text) in place.catalogue.occasions
    if (
        place.before in _BESIDE
        or place.before in {"in", "at", "on"}
        or not (is_occasion or (is_joined and not is_visit))
    ):
        return None
    return _nothing()


@PARTS.rule(
    "for|a word part=PART",
    "for|a word word part=PART",
    "for a part=PART",
    "for a|the word part=PART",
    "for a|the word word part=PART",
)
def such_a_part(place: MatchContext, part: str) -> RuleResult:
    """ "For a big night out", "a special evening", "pour une soirée", but not "a quick evening
    appointment"."""
    following = plain(place.right[0].text) if place.right else ""
    is_visit = place.after == "some" and following in place.catalogue.counted
    is_of_day = place.after == "of" and [item.kind for item in place.right[1:2]] in (
        ["the"],
        ["ORDINT"],
        ["INT"],
    )
    is_occasion = part in _LATE and not is_visit and not is_of_day and _is_bare(place.matched[-1], place)
    return _nothing() if is_occasion else None


@PARTS.rule("word|some part=PART", "word of part=PART")
def part_of_a_thing(place: MatchContext, part: str) -> RuleResult:
    """ "Wedding night"; where attributes follow, "chignon soirée", "crème de nuit", "תסרוקת ערב"."""
    named = place.matched[-1]
    if not place.habits.attributes_follow:
        is_named = part in _LATE and len(place.matched) == 2
        is_occasion = plain(place.matched[0].text) in place.catalogue.occasions
        return _nothing() if is_named and is_occasion else None
    if place.matched[0].kind == "some":
        return None
    is_genitive = place.matched[1].kind == "of"
    is_bare = part in _LATE and place.matched[1] is named and _is_bare(named, place)
    return _nothing() if is_genitive or is_bare else None


@PARTS.rule("of part=PART", "part=PART of word")
def kind_of_evening(place: MatchContext, part: str) -> RuleResult:
    """ "De soirée", "soirée de gala", where attributes follow."""
    if not place.habits.attributes_follow or part not in _LATE:
        return None
    is_led = place.before in {"begin", "end", "middle", "TIME", "INT", "NUMWORD", "HHMM", "oclock"} | _BESIDE
    named = next(item for item in place.matched if item.kind == "PART")
    return None if is_led or not _is_bare(named, place) else _nothing()


def _is_bare(named: Item, place: MatchContext) -> bool:
    """Whether the part is one word and a noun, without a preposition, before it or written onto it
    ("בערב")."""
    is_one_word = named.end - named.start == len(named.text)
    rest = plain(named.text)[1:]
    known = place.catalogue.longest([rest]) if named.text[0] in place.catalogue.prefixes and rest else None
    # "Eine Massage abends": the adverb of German tells a time.
    is_adverb = place.habits.capital_nouns and named.text.endswith("s")
    return is_one_word and not is_adverb and not (known and known[1][0][0] == "PART")


def _nothing() -> RuleResult:
    return readings("word", None)
