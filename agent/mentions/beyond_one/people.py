"""More people than the one who writes: "for me and my wife"."""

import re
from collections.abc import Iterator
from functools import cache

from agent.languages import words_in
from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.clauses import WORD, clauses_of, is_wish
from agent.mentions.beyond_one.party import (
    find_party,
    find_seats,
    find_whole_family,
    find_wishing_pair,
    is_only_a_party,
)
from agent.mentions.beyond_one.remainder import PEOPLE, Remainder
from agent.mentions.beyond_one.rhythm import find_rate
from agent.mentions.beyond_one.words import REMAINDER_WORDS, RemainderWords
from booking_core.catalogue.catalogue import Catalogue

FOR = r"(?:for|für|pour|para|per|a|ל|ل)"
MY = r"(?:my|our|the|mein\w*|unser\w*|mes|mon|ma|nos|les|mis?|nuestr[oa]s|l[oa]s|i|le|gli|mi[eo]i|mie|ה)"


def find_people(
    lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue
) -> Iterator[Remainder]:
    """A wish for more people than the one who writes, with how many more."""
    if compiled(plural.only).search(lowered):
        return
    told = _party(lowered, language, plural, catalogue)
    if told is not None:
        yield Remainder(PEOPLE, told.strip(), count=_number(told, 2) - 1)


def _party(lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue) -> str | None:
    """What tells of several who come: so many treatments, a group, or people in a wish."""
    clauses = clauses_of(lowered, plural)
    if not compiled(plural.past).search(lowered):
        several = compiled(plural.several).search(lowered)
        if several and not find_rate(lowered, language):
            return several.group()
        for pattern in _of_groups(plural):
            if group := pattern.search(lowered):
                return group.group()
        family = find_whole_family(lowered, language)
        group = find_party(lowered, language) or (
            family if any(is_wish(clause, plural, catalogue) for clause in clauses) else None
        )
        if group:
            return group.group()
    for clause in clauses:
        if compiled(plural.past).search(clause):
            continue
        wishes = is_wish(clause, plural, catalogue)
        pair = find_wishing_pair(clause, language) or (find_seats(clause, language) if wishes else None)
        if pair:
            return pair.group()
        told = find_persons(clause, plural)
        if told is None:
            continue
        before = clause[: told.start()].strip()
        is_for = compiled(rf"(?<!\w){FOR}$").search(before) or compiled(rf"{FOR}\s").match(told.group())
        others = [one for one in clauses if one is not clause and is_wish(one, plural, catalogue)]
        if is_for or wishes or (others and is_only_a_party(clause, told)):
            return told.group()
    return None


def find_persons(clause: str, plural: RemainderWords) -> re.Match[str] | None:
    """Where a clause speaks of more than one who comes."""
    return next((found for pattern in _of_persons(plural) if (found := pattern.search(clause))), None)


@cache
def _of_persons(plural: RemainderWords) -> tuple[re.Pattern[str], ...]:
    # Hebrew and Arabic write "for" onto the word.
    gap = r"\s*" if plural in (REMAINDER_WORDS["he"], REMAINDER_WORDS["ar"]) else r"\s+"
    person = rf"(?:[\w']+\s+){{0,2}}?(?:{plural.kins}|{plural.kin})(?!\w)"
    patterns = (
        rf"(?<!\w){plural.me}\s*{plural.with_me}\s*(?:(?:one|eine[nr]?|une?|un[oa]?|"
        rf"otr[oa])\s+(?={FOR}\s))?(?:{FOR}\s+)?{person}",
        rf"(?<!\w){plural.kin}\s*{plural.with_me}\s*(?:{FOR}\s+)?{plural.me}(?!\w)",
        rf"(?<!\w){plural.number}\s+{MY}\s+{plural.kins}(?!\w)",
        rf"(?<!\w){FOR}{gap}(?:{MY}{gap}(?:{plural.number}\s+)?|"
        rf"{plural.number}\s+)(?:\w+\s+)?{plural.kins}(?!\w)",
        rf"(?<!\w){FOR}\s+(?!\d){plural.number}\s*$",
        *([rf"(?<!\w){FOR}{plural.kins}(?!\w)"] if gap == r"\s*" else []),
        rf"(?<!\w)(?:(?:{MY}\s+)?{plural.number}\s+|"
        rf"{MY}\s+)(?:\w+\s+)?{plural.kins}(?:\s+\w+){{0,2}}?\s+(?:{plural.wish})",
        rf"(?<!\w){plural.kins}(?:\s+\w+){{0,2}}?\s+(?:{plural.wish})",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


@cache
def _of_groups(plural: RemainderWords) -> tuple[re.Pattern[str], ...]:
    """What counts a party, wherever in the message its wish stands: "we're five"."""
    group = plural.group.replace("{number}", plural.number).replace("{kins}", plural.kins)
    return re.compile(group), re.compile(plural.all)


def _number(told: str, otherwise: int) -> int:
    for word in WORD.findall(told):
        if word.isdecimal() and int(word) > 1:
            return int(word)
        for language in REMAINDER_WORDS:
            count = words_in(language).numbers.get(word, 0)
            if count > 1:
                return count
    return otherwise
