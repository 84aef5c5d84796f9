"""Which words may be somebody's name where only somebody stands."""

import re
from functools import lru_cache

from agent.mentions.beyond_one.relatives import ONE
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.given_names import both_names_and_words, listed_names, ordinary_names, plain_letters
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_known_name
from agent.privacy.names.words import BRANDS, COMMON_NOUNS, PARTICLES, STOPS
from agent.privacy.people.places import ACTS, TELLS
from agent.privacy.people.titles import is_title
from agent.privacy.vocabulary.clauses import LINKS
from agent.privacy.vocabulary.clauses import STOPS as CLAUSE_STOPS


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Words of sentences: pronouns, articles, verbs that help, answers.
FUNCTION_WORDS = STOPS | CLAUSE_STOPS | LINKS | PARTICLES
# How a relative is told from another, or greeted; no name behind a word for one.
QUALITIES = _words(
    "mayor menor grande pequeño pequeña mediano mediana minore maggiore piccolo piccola aîné aînée cadet cadette petit petite grand grande jeune younger elder older young old",
    "klein kleine kleiner groß große großer jung junge älter ältere lieb liebe dear darling love chérie querida querido cara caro טובה טוב יפה קטנה גדולה קרובה",
)
_RELATIVE = re.compile("|".join(f"(?:{one})" for one in ONE.values()), re.I)
SHORTEST = 2


@lru_cache(maxsize=20_000)
def is_relative(folded: str) -> bool:
    return bool(_RELATIVE.fullmatch(folded))


@lru_cache(maxsize=20_000)
def may_be_listed(folded: str) -> bool:
    """Whether many bear it as a name."""
    return is_known_name(folded) and not is_no_name(folded)


@lru_cache(maxsize=20_000)
def may_be_any_name(folded: str) -> bool:
    """Whether many bear it as a name, be it a month or a verb that helps."""
    if SCRIPT_WITHOUT_CAPITALS.match(folded):
        return plain_letters(folded) in both_names_and_words()
    return folded in ordinary_names() or folded in listed_names()


@lru_cache(maxsize=20_000)
def is_no_name(folded: str) -> bool:
    """A word of sentences, a verb of people, a day, a relation or a brand: nobody is called so."""
    return (
        len(folded) < SHORTEST
        or folded in FUNCTION_WORDS
        or not CALENDAR_WORDS.isdisjoint((folded, folded[1:]))
        or folded in COMMON_NOUNS
        or folded in BRANDS
        or is_title(folded)
        or is_relative(folded)
        or bool(ACTS.match(f" {folded}") or TELLS.match(f" {folded}"))
    )


@lru_cache(maxsize=20_000)
def may_bear_title(folded: str) -> bool:
    """Whether it may be the name behind a title: even a month, or a word that is no name else."""
    is_other = folded in FUNCTION_WORDS or is_title(folded) or bool(TELLS.match(f" {folded}"))
    return not is_other and (may_be_any_name(folded) or not is_no_name(folded))
