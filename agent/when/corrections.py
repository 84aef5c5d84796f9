"""What somebody takes back in the same breath: "Tuesday, no wait, Wednesday". Pure.

What stands behind the words that take something back replaces what was said before it of the same kind: a day a
day, an hour an hour. "Tuesday at ten, no, Wednesday" is Wednesday at ten.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from agent.when.constraints import When

# These take back whatever was said before them.
CLEAR = {
    "en": r"no,? wait|wait,? no|scratch that|strike that|forget that|i mean|i meant|make (?:that|it)|correction|or rather|oops|whoops|my mistake|sorry,? no|no,? sorry|no,? actually|actually,? no",
    "de": r"nein,? (?:warte|halt|moment|doch|sorry)|(?:warte|halt|moment),? nein|quatsch|ich meine|ich meinte|vielmehr|besser gesagt|korrektur|ups|falsch|vertippt|oder nein|ach nein|nee,? (?:doch|warte)",
    "fr": r"non,? (?:attend(?:s|ez)|pardon|plutôt)|attend(?:s|ez),? non|je veux dire|je voulais dire|erreur|oups|ou plutôt|enfin non|rectification",
    "es": r"no,? (?:espera|espere|perdón|mejor)|(?:espera|espere),? no|digo|quiero decir|quería decir|mejor dicho|corrección|me equivoqué|uy no|ups",
    "it": r"no,? (?:aspett[ai]|scus[ai]|anzi|meglio)|aspett[ai],? no|anzi|volevo dire|cioè|correggo|ops|mi sbaglio",
    "he": r"לא,? (?:רגע|סליחה|בעצם)|רגע,? לא|התכוונתי|כלומר|טעות|תיקון|אופס|בעצם",
    "ar": r"لا،? (?:انتظر\w*|لحظة|عفوا|آسف)|(?:انتظر\w*|لحظة)،? لا|قصدي|أقصد|اقصد|كنت أقصد|تصحيح|خطأ",
}
# These do so only where nothing else is said between the two.
MAY_BE = {
    "en": r"no|sorry|actually|wait|rather|hang on|hold on|er+m?|u[hm]+|better",
    "de": r"nein|nee|ne|sorry|entschuldigung|verzeihung|äh+m?|halt|moment|warte|stopp|doch|lieber|besser",
    "fr": r"non|pardon|désolée?|euh+|plutôt|enfin|attend(?:s|ez)",
    "es": r"no|perdón|perdona|perdone|espera|espere|mejor|eh+|bueno no",
    "it": r"no|scus[ai]|pardon|aspett[ai]|meglio|ehm?|piuttosto",
    "he": r"לא|סליחה|רגע|אה+|עדיף",
    "ar": r"لا|عفوا|عفواً|آسفة?|اسف|لحظة|بل|انتظر\w*",
}
# "Tuesday or Wednesday" takes nothing back.
JOINS = re.compile(
    r"(?<!\w)(?:or|and|oder|und|ou|et|o|y|e|או|ו|أو|و|also|auch|aussi|también|anche|גם|أيضا|till|until|to|bis|à|hasta|fino)(?!\w)"
)
WORD = re.compile(r"[^\W\d_]+")
# Beside the words that take something back: "on", "at the", "let's do".
MOST_BESIDE = 2


def without_taken_back(text: str, language: str, read: Callable[[str], When]) -> str:
    """The text with the days and hours blanked that it takes back itself; ``read`` is the reading of
    times."""
    if not _marks(language).search(text.casefold()):
        return text
    spans = sorted((one.start, one.end) for one in read(text).spans)
    for one, other in pairwise(spans):
        if _takes_back(text[one[1] : other[0]].casefold(), language):
            instead = read(text[other[0] :])
            for start, end in (span for span in spans if span[1] <= one[1]):
                if _is_replaced(read(text[start:end]), instead):
                    text = text[:start] + " " * (end - start) + text[end:]
    return text


def parts_after_corrections(text: str, language: str) -> list[str]:
    """The parts of a text, the one that counts first: each was taken back by the one before it in this
    list."""
    parts = [part for part in _break_pattern(language).split(text) if part.strip()]
    if not parts or any(JOINS.match(part.casefold()) for part in parts[1:]):
        return [text]
    return parts[::-1]


def _takes_back(between: str, language: str) -> bool:
    if JOINS.search(between):
        return False
    rest, found = _marks(language).subn(" ", between)
    return found > 0 and len(WORD.findall(rest)) <= MOST_BESIDE


def _is_replaced(old: When, new: When) -> bool:
    is_day, is_hour = bool(old.dates or old.weekdays or old.soonest), bool(old.times)
    has_day, has_hour = bool(new.dates or new.weekdays or new.soonest), bool(new.times)
    return (is_day or is_hour) and (not is_day or has_day) and (not is_hour or has_hour)


def _words(language: str, *tables: dict[str, str]) -> str:
    return "|".join(table[tag] for table in tables for tag in dict.fromkeys((language, "en")) if tag in table)


@cache
def _marks(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words(language, CLEAR, MAY_BE)})(?!\w)")


@cache
def _break_pattern(language: str) -> re.Pattern[str]:
    clear, may_be = _words(language, CLEAR), _words(language, MAY_BE)
    return re.compile(
        rf"[\s,،;.–—-]*(?<!\w)(?:{clear})(?!\w)[\s,،;:.–—-]*|[,،;.–—-]+\s*(?:(?:{may_be})[,،;:.–—-]+\s*)+",
        re.I,
    )
