"""Reading a sentence: words to items, items through the stages of the grammar, items to constraints."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from agent.when.constraints import When
from agent.when.grammar.anchoring.anchoring import anchor_days
from agent.when.grammar.assembly import assemble_when
from agent.when.grammar.engine.items import Item, SentenceContext
from agent.when.grammar.lexer import items_of
from agent.when.grammar.negation import apply_negation
from agent.when.languages import vocabulary_of
from agent.when.rules.stages import COMPOSING, LAST, READING
from agent.when.vocabulary.date_order import day_comes_first


def read(
    text: str, now: datetime, zone: ZoneInfo | str, language: str = "en", country: str | None = None
) -> When:
    """What the text says about time, as of now (aware) on the wall clock of the IANA zone.

    language: a BCP 47 tag; of a language without a catalogue the English words are read. country: where the
    business is (ISO 3166); with the language it says which number of 5/12 is the month. Raises ValueError for
    a naive now and ZoneInfoNotFoundError for an unknown zone; any text at all is fine, and what cannot be is
    told in the problems of the answer.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    place = ZoneInfo(zone) if isinstance(zone, str) else zone
    local = now.astimezone(place)
    catalogue = vocabulary_of(language)
    spoken = SentenceContext(local, catalogue, day_comes_first(language, country))
    items = items_of(text, catalogue)
    return assemble_when(_read(items, spoken) if items else [], local, str(place), text)


def _read(items: list[Item], spoken: SentenceContext) -> list[Item]:
    """What the items say together, by the stages of the grammar."""
    for stage in READING:
        items = stage.rewrite(items, spoken)
    items = anchor_days(items, spoken.now.date())
    for stage in COMPOSING:
        items = stage.rewrite(items, spoken)
    items = apply_negation(items)
    for stage in LAST:
        items = stage.rewrite(items, spoken)
    return items
