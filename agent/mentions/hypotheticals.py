"""A question of what would be if: "if I came at five, would there be a queue?". Its condition is no wish, and
what is asked stands in its other half. Pure."""

import re
from functools import cache

from msgspec import Struct

STRAIGHT = str.maketrans("’´`", "'''")
PAUSE = re.compile(
    r"\s*[,;،؛:–—]\s*|\s+(?=(?:would|wouldn't|could|will|do|does|is|are|then|dann|est-ce|alors)\s)"
)


class HypotheticalWords(Struct, frozen=True):
    """Regular expressions of one language. if_: what opens the condition; would: what makes one of it behind
    what is asked, where "check if I was down" has none; unreal: the mood it is in; possible: that it is asked
    whether it can be so, which is a wish."""

    if_: str
    would: str
    unreal: str
    possible: str


WORDS = {
    "en": HypotheticalWords(
        would=r"would|wouldn't|could|might",
        if_=r"(?:what (?:would happen )?|and |so |but )?if|suppos(?:e|ing)(?: that)?|say|assuming",
        unreal=r"(?:i|we|she|he|they) (?:\w+ )?(?:were|was|had|could|\w+ed|came|took|brought|went|did|got|"
        r"made|put|stayed|ran|left|chose|let|gave|turned)|(?:it|that) (?:were|was)",
        possible=r"possible|ok(?:ay)?|fine|all ?right|work|suit|free|available|doable|room|space|"
        r"(?:have|be|got|any) (?:\w+ )?(?:time|slots?|openings?)|(?:fit|squeeze|take|see) me",
    ),
    "de": HypotheticalWords(
        would=r"wär\w*|würd\w*|hätt\w*|könnt\w*|müsst\w*",
        if_=r"(?:was (?:ist|wäre|passiert),? )?(?:wenn|falls)|angenommen|gesetzt den fall",
        unreal=r"käme\w*|würd\w*|wär\w*|ginge\w*|hätt\w*|nähme\w*|könnt\w*|brächt\w*|wollt\w*|möcht\w*",
        possible=r"möglich|ok(?:ay)?|in ordnung|recht|gehen|ginge|geht|pass\w*|frei|platz|zeit|dran\w*",
    ),
    "fr": HypotheticalWords(
        would=r"\w+r(?:ais|ait|iez|aient)",
        if_=r"(?:et |mais )?si|s'(?=ils?\b)|supposons que|admettons que",
        unreal=r"\w+(?:ais|ait|ions|iez|aient)",
        possible=r"possible|ok|bon|bien|irait|va|libre|place(?! de)|dispo\w*|arrange\w*|prendre|marcherait",
    ),
    "es": HypotheticalWords(
        would=r"\w+ría\w*",
        if_=r"(?:y |pero )?si|supongamos que|suponiendo que",
        unreal=r"(?!para|clara|compara|ahora)\w{2,}(?:ara|iera|ase|iese|áramos|iéramos|ásemos)|fuese|fuera",
        possible=r"posible|bien|vale|libre|hueco|disponible|tiempo|atender\w*|sitio(?! para)|podría ser",
    ),
    "it": HypotheticalWords(
        would=r"\w+r(?:ebbe\w*|esti|ei)",
        if_=r"(?:e |ma )?se|mettiamo che|supponiamo che",
        unreal=r"\w+(?:ssi|sse|ssimo|ssero)|fossi|fosse",
        possible=r"possibile|bene|ok|libero|posto|spazio|disponibil\w*|andrebbe|riuscireste",
    ),
    "he": HypotheticalWords(
        would=r"היה|הייתי|היית\w*",
        if_=r"ו?אם|לו|אילו|נגיד ש?",
        unreal=r"היי\w+|היה|הייתה|באתי|הגעתי|ביטלתי|הזזתי",
        possible=r"אפשר|אפשרי|בסדר|פנוי\w*|מקום|מתאים|זמן|הולך",
    ),
    "ar": HypotheticalWords(
        would=r"ب?يكون|رح|راح|س\w+",
        if_=r"و?لو|و?اذا|و?إذا",
        unreal=r"جيت|اجيت|أتيت|كنت|كان|ألغيت|الغيت|غيرت|نقلت|وصلت|تأخرت|جبت",
        possible=r"ممكن|مناسب|فاضي\w*|مكان|متاح\w*|ينفع|بينفع|تمام|وقت|بزبط|بيمشي",
    ),
}


class Hypothetical(Struct, frozen=True):
    """The condition, as it is written, and what is asked of it."""

    condition: str
    question: str


def hypothetical_in(text: str, language: str) -> Hypothetical | None:
    """The two halves of a question of what would be if; None for a wish: "would that be possible?"."""
    for name in dict.fromkeys((language, "en")):
        found = _opening(name).search(text.translate(STRAIGHT).casefold())
        told = _halves(text, found.start(), _pattern(WORDS[name].would)) if found else None
        if told is None:
            continue
        lowered = told.condition.translate(STRAIGHT).casefold()
        is_wish = _pattern(WORDS[name].possible).search(told.question.casefold())
        if _pattern(WORDS[name].unreal).search(lowered) and not is_wish:
            return told
    return None


def _halves(text: str, start: int, would: re.Pattern[str]) -> Hypothetical | None:
    """What stands from ``start`` up to the next pause, and the rest behind it, or all before it."""
    before, behind = text[:start].strip(" ,;"), text[start:]
    pause = PAUSE.search(behind)
    if pause is not None and behind[pause.end() :].strip(" .?!؟"):
        return Hypothetical(behind[: pause.start()], behind[pause.end() :])
    return Hypothetical(behind, f"{before}?") if would.search(before.casefold()) else None


@cache
def _opening(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=[\s,;.!?¿])|\A)(?:{WORDS[language].if_})(?:(?<=')|(?!\w))")


@cache
def _pattern(told: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)")
