"""Finding what a message wants beyond one booking. Pure."""

import re

from msgspec import structs

from agent.languages import language_of, words_in
from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.clauses import WORD, clauses_of, is_wish
from agent.mentions.beyond_one.people import find_people, find_persons
from agent.mentions.beyond_one.recurring import find_recurring
from agent.mentions.beyond_one.remainder import FoundRemainders
from agent.mentions.beyond_one.rhythm import find_rhythm
from agent.mentions.beyond_one.second_service import find_second_service
from agent.mentions.beyond_one.treatments import treatments_in
from agent.mentions.beyond_one.words import REMAINDER_WORDS
from booking_core.catalogue.catalogue import Catalogue

SCRIPTS = {"he": re.compile("[\u05d0-\u05ea]"), "ar": re.compile("[\u0621-\u064a]")}
LATIN = ("en", "de", "fr", "es", "it")


def remainders_in(text: str, locale: str, catalogue: Catalogue) -> FoundRemainders:
    """What a message wants beyond one booking; nothing for what only looks like it."""
    lowered = _normal_text(text)
    language = _language(lowered, locale)
    plural = REMAINDER_WORDS[language]
    two = find_second_service(lowered, language, plural, catalogue)
    found = (
        *find_recurring(lowered, language, plural, catalogue),
        *find_people(lowered, language, plural, catalogue),
        *two.remainders,
    )
    return structs.replace(two, remainders=found)


def _normal_text(text: str) -> str:
    return re.sub(r"\s+", " ", text.casefold().replace("’", "'").replace("׳", "'"))


def only_mentions_others(text: str, locale: str, catalogue: Catalogue) -> bool:
    """Whether others are spoken of beside a wish that is for one: "my wife and I had such a nice time, now I
    need a haircut"."""
    lowered = _normal_text(text)
    language = _language(lowered, locale)
    plural = REMAINDER_WORDS[language]
    clauses = clauses_of(lowered, plural)
    of_others = [clause for clause in clauses if find_persons(clause, plural)]
    wishes = [one for one in clauses if one not in of_others and is_wish(one, plural, catalogue)]
    return bool(of_others and wishes) and not any(find_people(lowered, language, plural, catalogue))


def _language(lowered: str, locale: str) -> str:
    """That of the conversation, unless the message is clearly in another: people change theirs without a
    word."""
    for language, script in SCRIPTS.items():
        if script.search(lowered):
            return language
    own = language_of(locale)
    told = set(WORD.findall(lowered))
    scores = {language: _score(lowered, told, language) for language in LATIN}
    best = max(scores, key=lambda language: scores[language])
    return own if scores.get(own, 0) >= scores[best] else best


def _score(lowered: str, told: set[str], language: str) -> int:
    plural, own = REMAINDER_WORDS[language], told & words_in(language).own
    found = [
        pattern for pattern in (plural.often, plural.wish, plural.all) if compiled(pattern).search(lowered)
    ]
    rhythm = [one for one in (find_rhythm(lowered, language),) if one]
    return len(own) + len(found) + len(rhythm) + len(treatments_in(lowered, plural))
