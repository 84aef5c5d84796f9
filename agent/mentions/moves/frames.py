"""Whether a text moves something to a time. Pure; where its times stand is told by who asks."""

import re
from collections.abc import Iterable
from functools import cache

from agent.languages.patterns.compiled import compiled
from agent.mentions.moves.words import TIME, WORDS
from agent.when import ReadSpan

STRAIGHT = str.maketrans("’´`", "'''")
NUMBER = re.compile(r"\d{1,2}(?:[:.h]\d\d)?(?![\d€$£])")
MARKS = re.compile(r"[\s,.;:!?؟،]+")
VOWEL_POINTS = re.compile("[\u064b-\u0652]")
# The preposition of direction that a reader of times takes as part of the time.
LEADS = re.compile(
    r"(?:(?:l[ea] )?(?:a las?|al?|alle|all'|alla|à|au|auf|to|für|for|para|per|pour|vers|على)(?=\W)|"
    r"ל|لل|ل(?!ل))"
)
# So many words before a frame may take it back: "please don't move me to Friday".
REACH = 4


def is_moved(text: str, spans: Iterable[ReadSpan], language: str) -> bool:
    """Whether something is moved to one of the times that stand at ``spans``, or to a number; English is
    understood beside every language."""
    plain = _with_signs(text, spans)
    return any(_moves(plain, one) for one in dict.fromkeys((language, "en")))


def number_moved_to(text: str, language: str) -> int | None:
    """The number something is moved to where it can only be an hour: "shove me to 5"."""
    lead = WORDS[language].to_hour or "(?!)"
    found = compiled(rf"(?<!\w)(?:{lead}) ?-?(\d{{1,2}})(?![\w:./€$£]|\s*[^\W\d])").search(
        text.translate(STRAIGHT).casefold()
    )
    if found is None or not 1 <= int(found.group(1)) <= 24 or not is_moved(text, (), language):
        return None
    return int(found.group(1))


def _moves(plain: str, language: str) -> bool:
    words = WORDS[language]
    for found in _frames(language).finditer(plain):
        around = " ".join([*plain[: found.start()].split()[-REACH:], found.group()])
        if not _has(words.denies, around) and not _has(words.others, around):
            return True
    return False


def _has(pattern: str, text: str) -> bool:
    return bool(compiled(rf"(?<!\w)(?:{pattern})(?!\w)").search(text))


@cache
def _frames(language: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{frame})" for frame in WORDS[language].frames))


def _with_signs(text: str, spans: Iterable[ReadSpan]) -> str:
    """In lower case and without marks, a sign for each time."""
    plain = text.translate(STRAIGHT)
    for span in sorted(spans, key=lambda one: -one.start):
        lead = LEADS.match(plain[span.start : span.end].casefold())
        told = lead.group().replace("لل", "ل") if lead else ""
        before = plain[: span.start].removesuffix("-") + ("-" if told.startswith("l") else " ")
        plain = f"{before}{told} {TIME} {plain[span.end :]}"
    plain = VOWEL_POINTS.sub("", NUMBER.sub(f" {TIME} ", plain))
    return MARKS.sub(" ", plain.casefold()).strip()
