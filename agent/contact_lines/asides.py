"""What stands beside a name and a contact without being either: words that lead to one, courtesies,
birthdays, postal addresses. Pure."""

import re

from agent.assent import is_only_polite
from agent.contact_lines.names.lists import fold
from agent.contact_lines.words.closed_classes import FIRST_PERSON, function_words
from agent.contact_lines.words.labels import HERE, LABELS, is_label, may_be_surname
from agent.contact_lines.words.name_parts import PARTICLES
from agent.languages.language import Words
from agent.languages.vocabulary.calendar_names import calendar_words

# Years that are over for anybody who books: with one a date is a birthday.
BIRTH = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d)(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:[3-9]\d)(?!\d)")
POSTCODE = re.compile(r"(?<!\d)\d{4,6}(?!\d)")
HOUSE = re.compile(r"(?:^\d{1,4}[a-z]?\s+\D+$)|(?:\D+\s\d{1,4}\s?[a-z]?$)", re.I)
MANY_DIGITS = re.compile(r"(?:\d[\s()/.-]*){6,}")
# "Fern and its" leads to what stands behind it.
CONJUNCTIONS = frozenset(["and", "und", "et", "y", "e", "ו", "و"])
ELISION = re.compile(r"^([jlcdmtsn]|qu)['’](?=[^\W\d_]{2})", re.I)
MOST_POLITE_WORDS = 4
# "Lan." ends a sentence; "J." and "St." do not.
SHORTEST_AT_END = 3


def trim(tokens: list[str], words: Words) -> list[str]:
    """Without what leads on to a contact, and without courtesies: "Ada Byron and my number is", "name Ada
    Byron", "Ada please"."""
    told = list(tokens)
    if leads(" ".join(told), words):
        return told
    first = fold(told[0]) if told else ""
    is_of_name = first in PARTICLES or first in LABELS
    is_function = first in FIRST_PERSON or (first in function_words(words.tag) and not is_of_name)
    if is_function and not told[0][:1].isupper():
        return told
    for start in range(1, len(told)):
        ending = told[start:]
        if may_be_surname(ending[0]):
            continue
        is_small = not any(token[:1].isupper() and not is_label(fold(token)) for token in ending)
        if is_small and (
            leads(" ".join(ending), words)
            or (len(ending) <= MOST_POLITE_WORDS and is_only_polite(" ".join(ending), words.tag))
            or HERE.issuperset(map(fold, ending))
            or (fold(ending[0]) in CONJUNCTIONS and is_of_function(" ".join(ending), words))
        ):
            told = told[:start]
            break
    if len(told) < len(tokens) and len(told) == 1 and told[0][-2:] in ("'s", "’s"):
        told = [told[0][:-2]]
    while len(told) > 1 and is_label(fold(told[0])):
        told.pop(0)
    return told


def take_name(tokens: list[str]) -> list[str]:
    """The words a name begins with: from a capital to the first small word that joins no further ones; all
    where the first has none."""
    if not tokens or not tokens[0][:1].isupper():
        return tokens
    end = 1
    for place, token in enumerate(tokens[1:], 2):
        if token[:1].isupper():
            end = place
        elif fold(token) not in PARTICLES:
            break
        if token.endswith(".") and len(fold(token)) >= SHORTEST_AT_END:
            break
    last = tokens[end - 1]
    return [*tokens[: end - 1], last.rstrip(".") if len(fold(last)) >= SHORTEST_AT_END else last]


def leads(piece: str, words: Words) -> bool:
    """Whether a piece only leads to a contact or is courteous: "my number is", "you can reach me at"."""
    function, calendar = function_words(words.tag), calendar_words(words.tag)
    told = _fold_parts(piece)
    return any(is_label(word) for word in told) and all(
        is_label(word) or (word in function and word not in calendar) for word in told
    )


def is_of_function(part: str, words: Words) -> bool:
    """Whether words are of closed classes alone, and name no day."""
    told = _fold_parts(part)
    return all(word in function_words(words.tag) and word not in calendar_words(words.tag) for word in told)


def _fold_parts(text: str) -> list[str]:
    """The words of a text, each as the lists have it; "j'ai" and "c'est" are two."""
    return [fold(part) for token in text.split() for part in ELISION.sub(r"\1 ", token).split()]


def is_dated(told: list[str], words: Words) -> bool:
    return all(fold(token) in calendar_words(words.tag) for token in told)


def stands_beside(piece: str, words: Words, services: tuple[str, ...]) -> bool:
    """A birthday, a postal address or another number beside a contact: no wish."""
    if BIRTH.search(piece):
        return True
    told = [fold(token) for token in piece.split() if not any(one.isdigit() for one in token)]
    offered = {fold(part) for name in services for part in name.split()}
    if any(word in calendar_words(words.tag) or word in offered for word in told):
        return False
    if MANY_DIGITS.search(piece) or POSTCODE.search(piece):
        return True
    strange = [word for word in told if word not in function_words(words.tag)]
    return bool(HOUSE.search(piece)) and bool(strange) and len(strange) == len(told)
