"""An appointment that is to come again: every other week, the same time each month."""

import re
from collections.abc import Iterator, Sequence

from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.clauses import WORD, clauses_of, is_wish
from agent.mentions.beyond_one.remainder import RECURRING, Remainder
from agent.mentions.beyond_one.rhythm import (
    belongs_to_habit,
    find_rhythm,
    find_turns,
    is_rhythm_in_pieces,
    names_fixed_slot,
    without_days,
)
from agent.mentions.beyond_one.treatments import treatment_pattern
from agent.mentions.beyond_one.words import RemainderWords
from booking_core.catalogue.catalogue import Catalogue

# A clause about how often, with no wish of its own, has no more words than this beside it: "same time each
# week if poss".
FEW_WORDS = 1
_SCHEDULING = """same time if poss possible please always at on around about starting from until till the a \
of and just for
ab bis immer um am gleiche gleichen zeit wenn möglich bitte même heure si toujours à partir de le la les
misma hora siempre las el los stessa ora sempre alle du des del di month monats monat mois mes mese se \
possibile dalle dal תמיד באותה שעה אם אפשר ב نفس الوقت الساعة دائما إذا ممكن"""
SCHEDULING = frozenset(_SCHEDULING.split())
# "Every day except Monday" says when, and not how often.
EXCEPT = re.compile(
    r"\b(?:except|but|besides|apart from|außer|ausser|sauf|hormis|excepto|salvo|menos|tranne|"
    r"eccetto)\b|חוץ|למעט|ما ?عدا|إلا|الا "
)


def find_recurring(
    lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue
) -> Iterator[Remainder]:
    """A wish for appointments that return ("every other Friday"); what somebody does by habit, or did before,
    is none."""
    clauses = clauses_of(lowered, plural)
    for clause in clauses:
        often = compiled(plural.often).search(clause) or find_rhythm(clause, language)
        found = often or compiled(plural.series).search(clause)
        if found is None or compiled(plural.past).search(clause) or compiled(plural.habit).search(clause):
            continue
        others = [one for one in clauses if one is not clause and is_wish(one, plural, catalogue)]
        if (
            often
            and others
            and belongs_to_habit(clause, often, plural.wish, treatment_pattern(plural), language)
        ):
            continue
        is_wished = is_wish(clause, plural, catalogue) or names_fixed_slot(clause, language)
        if is_wished or (
            often
            and not EXCEPT.search(clause)
            and _is_only_a_schedule(clause.replace(found.group(), " "), language)
        ):
            yield Remainder(RECURRING, found.group().strip())
            return
    turns = find_turns(lowered, language)
    is_in_pieces = (turns and "," in turns.group()) or is_rhythm_in_pieces(clauses, language)
    if is_in_pieces and any(is_wish(one, plural, catalogue) for one in clauses):
        yield Remainder(RECURRING, turns.group().strip() if turns else "")


def _is_only_a_schedule(beside: str, language: str) -> bool:
    words: Sequence[str] = [
        word
        for word in WORD.findall(without_days(beside, language))
        if word not in SCHEDULING and not word[0].isdigit()
    ]
    return len(words) <= FEW_WORDS
