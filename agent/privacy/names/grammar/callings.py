"""Names behind what somebody is called: "die Kleine heißt Mai-Linh", "le dicen Conchi"."""

import re
from collections.abc import Iterator

from agent.languages.patterns.screen import Screen
from agent.mentions.beyond_one.relatives import ONE
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.grammar.slot import name_in_slot
from agent.privacy.names.grammar.things import leads_to_thing
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS
from agent.privacy.names.reading import WORD, NameReader
from agent.privacy.spans import NAME, Span

_IS_CALLED = (
    r"(?:is|['’]s) (?:called|named)|goes by|hei(?:ß|ss)t|nennt sich|s['’]appelle|se nomme|se llama|si chiama"
)
_ONE = "|".join(
    (
        *ONE.values(),
        "(?:little|big|other|young) one|petite|petit|grande?|pequeñ[oa]|nen[ea]|niñ[oa]|piccol[oa]",
    )
)
# Somebody is called so, and nothing else can be: whatever word it is.
_OF_SOMEBODY = re.compile(rf"(?<!\w)(?:{_ONE})(?: (?:von mir|de mí))? ?(?:{_IS_CALLED}) ", re.I)
_CALL_THEM = re.compile(
    r"(?<!\w)(?:(?:everyone|everybody|we|people|friends|they|i|all|you can) (?:just )?calls? (?:her|him|me|them)|(?:alle|wir|man|freunde) nenn(?:en|t) (?:ihn|sie|mich)|(?:on|tout le monde|ils) (?:l['’]|m['’])appelle(?:nt)?|"
    r"(?:le|me|la|lo) (?:dicen|decimos|llaman|llamamos|apodan)|(?:l[oa]|mi|tutti l[oa]) chiama(?:no)?|l[oa] chiamiamo|(?:קוראים|קראו|קוראות) ל(?:ה|ו|י|נו)|שמ[הו]|ה?שם של(?:ה|ו)|(?:ו?[اأ]سم|يسم|نسم|بسم|سم)(?:ه|ها|وها|وه|يها|يه)|(?:بي|ب)?(?:ناد|يناد|دلع|قولولها|قولوله)\w*(?:ه|ها)) ",
    re.I,
)
_ANYTHING = re.compile(rf"(?<!\w)(?<!das )(?<!was )(?<!wie )(?:{_IS_CALLED}) ", re.I)
# Each with whether only somebody can be called so.
_FRAMES: Screen[bool] = Screen([(_OF_SOMEBODY, True), (_CALL_THEM, True), (_ANYTHING, False)])
_LONGEST_THING = 24


def called_names(reader: NameReader, text: str) -> Iterator[Span]:
    for pattern, is_somebody in _FRAMES.possible(text):
        for frame in pattern.finditer(text):
            if not is_somebody and leads_to_thing(
                text[max(0, frame.start() - _LONGEST_THING) : frame.start()]
            ):
                continue
            span = name_in_slot(reader, text, frame.end(), is_sure=is_somebody)
            if span is None and is_somebody:
                span = _word(reader, text, frame.end())
            if span and (is_somebody or text[span.start].isupper()):
                yield span


def _word(reader: NameReader, text: str, at: int) -> Span | None:
    """A word of sentences: somebody may be called by it all the same."""
    word = WORD.match(text, at)
    if word is None or reader.is_no_name(word.group()) or word.group().casefold() in CALENDAR_WORDS:
        return None
    is_article = bool(SCRIPT_WITHOUT_CAPITALS.match(word.group())) and word.group().startswith("ال")
    return None if is_article else Span(NAME, word.start(), word.end())
