"""Which numbers may pass: hours, days, prices, counts, durations and sizes. Every other one may lead to
somebody."""

import re

# What a number counts or measures, directly behind it.
_COUNTED = re.compile(
    r"[ \-]?(?:[%€$£₪°]|(?:uhr|h|am|pm|a\.m|p\.m|euros?|eur|usd|gbp|ils|nis|dollars?|pounds?|quid|bucks?|shekels?|francs?|chf|kr|cm|mm|km|kg|g|ml|l|m|min(?:s|ute\w*|uti|uto\w*)?|"
    r"hours?|hrs?|stunden?|heures?|horas?|or[ae]|weeks?|wochen?|semain\w+|seman\w+|settiman\w+|days?|tage?n?|jours?|d[íi]as?|giorn\w|months?|monate?n?|mois|mes(?:es|i)?|"
    r"years?|yrs?|jahre?n?|ans|années?|años?|ann[io]|personen?|people|persons?|personnes?|personas?|persone|kinder\w*|kids?|children|adults?|erwachsene\w*|adultes?|adult[oi]s?|"
    r"mal|times|fois|veces|volte|x|st|nd|rd|th|er|ème|º|ª|metres?|meters?|plätze|people|שקל\w*|ש״ח|ש\"ח|דקות|דקה|שעות|שעה|ימים|אנשים|שבועות|ריאל|دقيق\w+|دقائق|ساع\w+|يوم|أيام|شخص|أشخاص|ريال|درهم|شيكل|أسابيع|شهور)(?!\w))",
    re.I,
)
_PRICED = re.compile(r"[€$£₪] ?$")
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-4])(?:[:.h]?[0-5][05])?(?:[ap]m|h|s|ish)?|(?:[01]?\d|2[0-3])[:.h][0-5]\d"
)
_DAY = re.compile(
    r"[0-3]?\d[./\-][01]?\d[./\-]?(?:20[2-4]\d|2\d|3\d)?|20[2-4]\d[./\-][01]?\d[./\-][0-3]?\d|20[2-4]\d"
)
_ROUND = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?(?:e|x)?|\d00|\d{1,2}x\d{1,3}(?:min)?")
# Sizes and hours in a row: "2mm-4mm", "9AM5PM", "205R16".
_MEASURES = re.compile(
    r"(?:\d{1,4}(?:[.,]\d)?(?:mm|cm|m|ml|min|kg|am|pm|h|eur|usd|gbp|st|nd|rd|th|er|ère|ème|e|x|w)[\-–x/]?){1,3}|\d{3}(?:/\d\d)?r\d\d"
)
_RANGE = re.compile(r"[\-–/]")


def end_of_count(text: str, end: int) -> int:
    """Where what a number counts ends, behind the number that ends at ``end``."""
    found = _COUNTED.match(text, end)
    return found.end() if found else end


def may_pass(number: str, text: str, start: int, end: int) -> bool:
    """``number`` is ``text[start:end]``: digits with what is written onto them."""
    if _COUNTED.match(text, end) or _PRICED.search(text, max(0, start - 2), start):
        return True
    told = number.casefold().rstrip(".,:-/")
    if (
        _CLOCK.fullmatch(told)
        or _DAY.fullmatch(told)
        or _ROUND.fullmatch(told)
        or _COUNTED.fullmatch(told.lstrip("0123456789.,"))
    ):
        return True
    if _MEASURES.fullmatch(told):
        return True
    parts = _RANGE.split(told)
    return len(parts) == 2 and all(_CLOCK.fullmatch(part) or _ROUND.fullmatch(part) for part in parts)
