"""The times that a message tells, each with what the conversation knows already."""

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec import structs

from agent.contact_lines import contact_in, without
from agent.languages import words_in
from agent.languages.language import Words
from agent.mentions.relative_times import neighbouring_day, relative_moment, same_time
from agent.mentions.zones import foreign_zone
from agent.turn_context import TurnContext
from agent.when import DateRange, TimeRange, When
from agent.when.corrections import without_taken_back
from agent.wishes.choices import hour_alone
from agent.wishes.refused_days import day_instead
from agent.wishes.unclear_days import read_when

# Days that mean the same whatever week is being talked about.
FIXED = re.compile(
    r"\b(?:today|tonight|tomorrow|this|next|coming|following|heute|morgen|demain|mañana|hoy|domani|oggi)\b"
)
# "11.30" is a clock; "3.12" may be a day, and "45.00" or "9.50 €" a price.
DOTTED = re.compile(
    r"(?<![\d.,:€$£])([01]?\d|2[0-3])\.(00|15|[2-5][05])(?![\d.:]|,\d|\s*(?:€|\$|£|%|eur|usd|gbp|dollars?|hours?|hrs?)(?!\w))",
    re.I,
)


def times_in(context: TurnContext, text: str, clock: ZoneInfo | None = None) -> When:
    """The times of a text of the customer's, where nothing else of it is of interest; on ``clock``, or that
    of the conversation."""
    words, country = words_in(context.locale), context.catalogue.organization.country
    contact = contact_in(text, (country,), words, is_asked=False)
    plain = without(text, *(one for one in contact.written if one != text))
    return read_times(context, DOTTED.sub(r"\1:\2", plain), words, None, clock or context.zone)[0]


def read_times(
    context: TurnContext, plain: str, words: Words, party: int | None, clock: ZoneInfo
) -> tuple[When, str | None]:
    """The times of a text, on the clock it tells them by, and that clock where it is another than that of the
    place (``clock``)."""
    plain = without_taken_back(plain, words.tag, lambda part: read_when(context, part, clock=clock))
    text, known = plain, context.state.draft.zone
    foreign = foreign_zone(plain.casefold())
    if foreign is not None:
        text, known = re.sub(re.escape(foreign[0]), " ", plain, flags=re.I), str(foreign[1])
    if party is None:
        # "Book me in for 3" is an hour where nobody is counted.
        text = re.sub(r"\bfor (?=\d{1,2}(?:[:.]\d\d)?\b(?!\s*[^\W\d_]))", "at ", text)
    when = read_when(context, text, clock=known or clock)
    minute = hour_alone(plain.casefold()) if when.is_empty and party is None and _has_day(context) else None
    if minute is not None:
        when = structs.replace(when, times=(TimeRange(minute, minute),))
    when = _without_earlier_days(context, text, words, when)
    if party is None:
        when = day_instead(context, text, when)
    return _in_context(context, plain.casefold(), words, _within_period(context, text, when, clock), clock), (
        str(foreign[1]) if foreign else None
    )


def _without_earlier_days(context: TurnContext, text: str, words: Words, when: When) -> When:
    """ "I changed my mind about Tuesday, let me see Friday": of several days, those asked for before are
    mentioned and no longer wanted, unless they are told in one row, as in "Tuesday or Friday"."""
    known = context.state.draft.when.dates
    others = tuple(days for days in when.dates if days not in known)
    if not known or not others or len(others) == len(when.dates):
        return when
    gaps = [
        text[one.end : other.start]
        for one, other in pairwise(sorted(when.spans, key=lambda span: span.start))
    ]
    if any(re.fullmatch(rf"[\s,]*(?:{words.joined}|&|/)[\s\w]{{0,8}}", gap.casefold()) for gap in gaps):
        return when
    return structs.replace(when, dates=others, moments=())


def _in_context(context: TurnContext, text: str, words: Words, when: When, clock: ZoneInfo) -> When:
    """What is told from a time that is known: "an hour later", "same time next week", "the next day at
    nine"."""
    base, day = _base(context), _base_day(context, clock)
    if base is not None:
        moved = relative_moment(text, base, clock)
        if moved is not None:
            return moved
    next_to = neighbouring_day(text, day) if day is not None else None
    if next_to is not None:
        when = structs.replace(when, dates=(DateRange(next_to, next_to),), relative=None)
    return same_time(text, words, when, base, clock) if base is not None else when


def _within_period(context: TurnContext, text: str, when: When, clock: ZoneInfo) -> When:
    """A bare "Thursday" after "sometime next week" is that week's: the reading moves on by whole weeks into
    the period."""
    known = context.state.draft.when.dates
    if len(known) != 1 or len(when.dates) != 1 or FIXED.search(text.casefold()):
        return when
    period, day = known[0], when.dates[0].first
    if period.first is None or period.first == period.last or day is None or day != when.dates[0].last:
        return when
    if period.holds(day):
        return when
    eve = datetime.combine(period.first - timedelta(days=1), time(), clock)
    moved = read_when(context, text, now=eve, clock=clock)
    then = moved.dates[0].first if len(moved.dates) == 1 else None
    return moved if then and period.holds(then) and (then - day).days % 7 == 0 else when


def _has_day(context: TurnContext) -> bool:
    """Whether it is known which day is being talked about, so that a number may be its hour."""
    return bool(
        context.state.draft.when.dates or context.state.draft.when.weekdays or context.state.held_offer
    )


def _base_day(context: TurnContext, clock: ZoneInfo) -> date | None:
    """The day that "the next day" is next to: that of the time held, else the one day asked for last."""
    base, dates = _base(context), context.state.draft.when.dates
    if base is not None:
        return base.astimezone(clock).date()
    return dates[0].first if len(dates) == 1 and dates[0].first == dates[0].last else None


def _base(context: TurnContext) -> datetime | None:
    """The time that "an hour later" is told from: the one held, else that of the appointment being moved."""
    held = context.state.held_offer
    return held.start if held else context.state.draft.base
