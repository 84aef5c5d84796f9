"""Birth dates: a date behind a word for birth, and any whole date that is years ago. Days to come, and of this year, are appointments."""

import re
from collections.abc import Iterator
from datetime import date

from agent.privacy.calendar_words import MONTHS
from agent.privacy.spans import BIRTH_DATE, Span

# Whatever lies further back than this many years is no appointment that anybody still asks about.
YEARS_AGO = 2
_MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\.?(?!\w)"
_OF = r"(?:of |de |del |di |d'|d’|من )?"
_YEAR = r"(?:\d{4}|['’]\d{2})"
_TH = r"(?:st|nd|rd|th|er|\.|º|°|ª|ème)?"
# A whole date, or day and month alone.
_NUMERIC = r"\d{4}[./\-–]\d{1,2}[./\-–]\d{1,2}|\d{1,2} ?[./\-–] ?\d{1,2} ?[./\-–] ?(?:\d{4}|\d{2})|\d{1,2}[./]\d{1,2}\.?"
_NAMED = (
    rf"\d{{1,2}}{_TH} ?{_OF}(?:ب|ב-?)?{_MONTH}(?:,? ?{_OF}{_YEAR}| \d{{2}}(?!\d|[:.]\d))?"
    rf"|{_MONTH} (?:the )?\d{{1,2}}{_TH}(?:,? {_YEAR})?|{_MONTH},? {_OF}\d{{4}}"
)
DATE = re.compile(rf"(?<![\w.:])(?:{_NAMED}|{_NUMERIC})(?![\d])", re.I)
_DATE_OR_YEAR = re.compile(rf"(?:{_NAMED}|{_NUMERIC}|(?:19|20)\d\d|['’]?\d{{2}}(?![\w:.€%]))(?!\d)", re.I)
_LAST_NUMBER = re.compile(r"(\d{4})|(\d{2})$")
_NUMBERS = re.compile(r"\d+")
# Words for being born, and for the date of it.
BORN = re.compile(
    r"(?<!\w)(?:born|(?:date|year|day) of birth|birth ?(?:date|year)|d\.?o\.?b\.?|geboren\w*|geb\.?|geburts(?:datum|jahr|tag)|jahrgang|"
    r"né|née|ne le|nee le|naissance|nac[íi]|nacid[oa]|nacimiento|nat[oa]|nascita|classe|"
    r"נולד(?:ה|תי|נו)?|תאריך ה?לידה|יליד(?:ת)?|שנת ה?לידה|(?:و)?ولدت|مولود(?:ة)?|(?:من )?مواليد|(?:ال)?ميلاد(?:ي|ها|ه)?|تولد)(?!\w)",
    re.I,
)
# A birthday may be what an appointment is for: only what is said to be the birthday is one.
BIRTHDAY = re.compile(
    r"(?<!\w)(?:birthday|b-?day|geburtstag|anniversaire|cumpleaños|compleanno|יום ה?הולדת(?: שלי)?|עיד ?מילאד|عيد ميلاد\w*)"
    r"(?: is| ist| est| es| è| e| cade| fällt| falls| הוא| חל| هو| في|:)(?!\w)",
    re.I,
)
# What may stand between the word and its date.
_BETWEEN = re.compile(
    r"[ \t:=(\-–]{0,3}(?:(?:is|was|on|in|the|am|im|den|der|ist|war|auf|le|en|el|il|es|fue|est|è|nel|the year|année|año|anno|jahr|בשנת|ב|הוא|في|عام|سنة|هو|بتاريخ|day|[\w]{1,12}'s)"
    r"[ :\-]{1,2}|ב-?){0,3}[ \t(]?",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"(?<![\w.])(?:19|20)\d\d(?= (?:geboren|zur welt gekommen|born|baby|né|née|nacid[oa]|nat[oa])(?!\w))",
    re.I,
)
# Years told in words, behind a word for birth.
_SPOKEN = re.compile(
    r"nineteen|two thousand|neunzehnhundert|zweitausend|mille neuf|mil neuf|deux mille|mil novecientos|dos mil|millenovecento|duemila|"
    rf"אלף תשע|אלפיים|תשעים|ألف و?تسع|ألفين|{_MONTH}",
    re.I,
)
_CLAUSE = re.compile(r"[^,.;!?\n\[]{3,70}")
# The words of a question for it.
ASKS = re.compile(rf"{BORN.pattern}|birthday|anniversaire|cumpleaños|compleanno", re.I)


def birth_dates(text: str, today: date, *, is_asked: bool) -> Iterator[Span]:
    """``is_asked``: the text answers a question for the birth date."""
    for found in DATE.finditer(text):
        if is_asked or _is_long_ago(found.group(), today):
            yield Span(BIRTH_DATE, found.start(), found.end())
    for year in _YEAR_BEFORE.finditer(text):
        yield Span(BIRTH_DATE, year.start(), year.end())
    for frame in BORN.finditer(text):
        yield from _behind(text, frame.end())
    for frame in BIRTHDAY.finditer(text):
        yield from _behind(text, frame.end())


def _behind(text: str, at: int) -> Iterator[Span]:
    """The date that is told behind a word for birth."""
    between = _BETWEEN.match(text, at)
    begins = between.end() if between else at
    told = _DATE_OR_YEAR.match(text, begins)
    if told:
        yield Span(BIRTH_DATE, begins, told.end())
        return
    clause = _CLAUSE.match(text, at)
    if clause and _SPOKEN.search(clause.group()):
        start = at + len(clause.group()) - len(clause.group().lstrip())
        yield Span(BIRTH_DATE, start, at + len(clause.group().rstrip()))


def _is_long_ago(told: str, today: date) -> bool:
    numbers = _NUMBERS.findall(told)
    years = [int(one) for one in numbers if len(one) == 4]
    if years:
        return 1900 <= years[0] <= today.year - YEARS_AGO
    # "12.03.90": a year of two digits that cannot be one to come.
    if len(numbers) == 3 and len(numbers[2]) == 2:
        return int(numbers[2]) > today.year % 100 + 3
    return False
