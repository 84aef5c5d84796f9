"""Birth dates: a date behind a word for birth, and any whole date that is years ago. Days to come, and of
this year, are appointments."""

from collections.abc import Iterator
from datetime import date

from agent.languages.patterns.screen import Screen
from agent.privacy.birth_words import (
    AGE,
    AHEAD,
    BETWEEN,
    BIRTHDAY,
    BORN,
    CLAUSE,
    DATE,
    DATE_OR_YEAR,
    DAY_BEFORE,
    DAY_BEHIND,
    ENDS_WITH_AGE,
    FEAST_BEFORE,
    HIJRI,
    IN_TENS,
    LAST_CENTURY,
    MONTH_AND_YEAR,
    NUMBERS,
    OCCASION,
    OF_SHORT_YEAR,
    OF_YEAR,
    SAID_BEHIND,
    SPOKEN,
    TENS_IN_WORDS,
    TOLD,
    TURNS,
    WILL_BE,
    WITH_YEAR_IN_WORDS,
    YEAR_ALONE,
    YEAR_BEFORE,
)
from agent.privacy.spans import BIRTH_DATE, Span

# Whatever lies further back than this many years is no appointment that anybody still asks about.
YEARS_AGO = 2
# "Twenty-second of".
_LONGEST_DAY = 32
_THE = "the "
# Whatever is found is found by one of these: most messages have none.
_SCREEN = Screen(
    [
        (pattern, None)
        for pattern in (
            DATE,
            WITH_YEAR_IN_WORDS,
            HIJRI,
            IN_TENS,
            YEAR_BEFORE,
            BORN,
            BIRTHDAY,
            TURNS,
            TOLD,
            YEAR_ALONE,
            OF_YEAR,
        )
    ]
)


def birth_dates(text: str, today: date, *, is_asked: bool) -> Iterator[Span]:
    """``is_asked``: the text answers a question for the birth date."""
    if _SCREEN.possible(text):
        yield from (_whole(text, span) for span in _find_dates(text, today, is_asked=is_asked))


def _whole(text: str, span: Span) -> Span:
    """With the day that is told before or behind a month and a year."""
    start, end = span.start, span.end
    if MONTH_AND_YEAR.fullmatch(text, start, end):
        before = DAY_BEFORE.search(text, max(0, start - _LONGEST_DAY), start)
        behind = None if before else DAY_BEHIND.match(text, end)
        start, end = before.start() if before else start, behind.end() if behind else end
    elif feast := FEAST_BEFORE.search(text, max(0, start - _LONGEST_DAY), start):
        start = feast.start()
    if text[max(0, start - len(_THE)) : start].casefold() == _THE:
        start -= len(_THE)
    return Span(span.kind, start, end)


def _find_dates(text: str, today: date, *, is_asked: bool) -> Iterator[Span]:
    for found in DATE.finditer(text):
        if is_asked or _is_long_ago(found.group(), today):
            yield Span(BIRTH_DATE, found.start(), found.end())
    for pattern in (WITH_YEAR_IN_WORDS, HIJRI, IN_TENS):
        for found in pattern.finditer(text):
            yield Span(BIRTH_DATE, found.start(), found.end())
    for year in YEAR_BEFORE.finditer(text):
        yield Span(BIRTH_DATE, year.start(), year.end())
    for frame in BORN.finditer(text):
        is_occasion = frame.group().casefold().startswith("geburtstag") and _is_occasion(text, frame.start())
        if not is_occasion:
            yield from _behind(text, frame.end())
    for frame in BIRTHDAY.finditer(text):
        yield from _behind(text, frame.end())
    yield from _dates_beside_births(text)
    yield from _years(text)


def _years(text: str) -> Iterator[Span]:
    """Years that stand alone, of who says of themselves that they are of one: the one that was put down by
    mistake too."""
    of_year = [Span(BIRTH_DATE, *found.span("year")) for found in OF_YEAR.finditer(text)]
    yield from of_year
    if of_year or BORN.search(text):
        for year in LAST_CENTURY.finditer(text):
            yield Span(BIRTH_DATE, year.start(), year.end())


def _dates_beside_births(text: str) -> Iterator[Span]:
    """The date of a clause that speaks of a birth or a birthday, in whichever order."""
    for frame in (*TURNS.finditer(text), *BORN.finditer(text)):
        ahead = AHEAD.match(text, frame.end())
        told = ahead and TOLD.search(text, frame.end(), ahead.end())
        if told:
            if WILL_BE.match(frame.group()) and not (
                AGE.match(text, told.end()) or ENDS_WITH_AGE.search(told.group())
            ):
                continue
            if _is_occasion(text, frame.start()):
                continue
            counted = NUMBERS.search(frame.group())
            begins = frame.start() + counted.start() if counted else told.start()
            age = AGE.match(text, told.end()) if WILL_BE.match(frame.group()) else None
            yield Span(BIRTH_DATE, begins, age.end() if age else told.end())
    for told in (*TOLD.finditer(text), *YEAR_ALONE.finditer(text)):
        if SAID_BEHIND.match(text, told.end()):
            yield Span(BIRTH_DATE, told.start(), told.end())
    for frame in BORN.finditer(text):
        ahead = AHEAD.match(text, frame.end())
        year = ahead and YEAR_ALONE.search(text, frame.end(), min(ahead.end(), frame.end() + 20))
        if year:
            yield Span(BIRTH_DATE, year.start(), year.end())


def _is_occasion(text: str, at: int) -> bool:
    return bool(OCCASION.search(text[max(0, at - 20) : at]))


def _behind(text: str, at: int) -> Iterator[Span]:
    """The date that is told behind a word for birth."""
    between = BETWEEN.match(text, at)
    begins = between.end() if between else at
    told = DATE_OR_YEAR.match(text, begins)
    if told:
        yield Span(BIRTH_DATE, begins, told.end())
        return
    if tens := TENS_IN_WORDS.match(text, begins):
        yield Span(BIRTH_DATE, begins, tens.end())
        return
    clause = CLAUSE.match(text, at)
    if clause and SPOKEN.search(clause.group()):
        start = at + len(clause.group()) - len(clause.group().lstrip())
        yield Span(BIRTH_DATE, start, at + len(clause.group().rstrip()))


def _is_long_ago(told: str, today: date) -> bool:
    numbers = NUMBERS.findall(told)
    years = [int(one) for one in numbers if len(one) == 4]
    if years:
        return 1900 <= years[0] <= today.year - YEARS_AGO
    # "12.03.90": a year of two digits that cannot be one to come.
    if len(numbers) == 3 and len(numbers[2]) == 2:
        return int(numbers[2]) > today.year % 100 + 3
    # "6 de mayo del 78".
    if len(numbers) == 2 and OF_SHORT_YEAR.search(told):
        return int(numbers[1]) > today.year % 100 + 3
    return False
