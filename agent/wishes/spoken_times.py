"""The times that a message tells, each with what the conversation knows already."""

import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec import structs

from agent.contact_lines import contact_in, without
from agent.languages import language_of, words_in
from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.languages.vocabulary.calendar_names import weekday_words
from agent.mentions.moves import number_moved_to
from agent.mentions.names_of_days import without_named_days
from agent.mentions.offsets import Offset, offset_in, without_offset
from agent.mentions.relative_times import (
    day_after_told,
    exact_when,
    follows_it,
    neighbouring_day,
    same_time,
)
from agent.mentions.spoken_forms import in_written_form
from agent.mentions.zones import foreign_zone
from agent.turn_context import TurnContext
from agent.when import DateRange, ReadSpan, TimeRange, When, WhenProblem
from agent.when.corrections import without_taken_back
from agent.when.values import DAYS_DIFFER, NO_SUCH_TIME, business_minute
from agent.wishes.choices import hour_alone
from agent.wishes.known_week import in_known_week
from agent.wishes.refused_days import day_instead
from agent.wishes.unclear_days import read_when
from booking_core.time.wall_clock import zone

NUMBER, WORD = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
# Before a number that is a day of the month, or anything else but an hour; behind one that may be an hour.
SIGNS_OF_ANOTHER = re.compile(
    r"(?:[\w:.,/€$£-]|(?<!\w)(?:the|den|am|der|le|du|el|del|il|ה|ال|يوم)\s*)$", re.I
)
ENDS_NUMBER = re.compile(
    r"(?:\s+(?:pls|plz|please|bitte|svp|porfa|thanks)(?!\w)|\s*(?:$|[,;!?،؟]|\.(?!\d)))", re.I
)
OR = re.compile(r"(?<!\w)(?:or|oder|ou|o|u|oppure|או|[أا]و|and|und|et|y|e)(?!\w)", re.I)
# "11.30" is a clock; "3.12" may be a day, and "45.00" or "9.50 €" a price.
DOTTED = re.compile(
    r"(?<![\d.,:€$£])([01]?\d|2[0-3])\.(00|15|[2-5][05])(?![\d.:]|,\d|\s*(?:€|\$|£|%|eur|usd|gbp|dollars?|hours?|hrs?)(?!\w))",
    re.I,
)


def with_clocks(text: str, language: str) -> str:
    """The text with a colon in its dotted clocks; "shade 6.35" is none."""
    left = without_named_days(text, language)
    return DOTTED.sub(
        lambda found: (
            found.group() if left[found.start() : found.end()].isspace() else f"{found[1]}:{found[2]}"
        ),
        text,
    )


def times_in(context: TurnContext, text: str, clock: ZoneInfo | None = None) -> When:
    """The times of a text of the customer's, where nothing else of it is of interest; on ``clock``, or that
    of the conversation."""
    words, country = words_in(context.locale), context.catalogue.organization.country
    contact = contact_in(text, (country,), words, is_asked=False)
    plain = without(text, *(one for one in contact.written if one != text))
    return read_times(context, with_clocks(plain, words.tag), words, None, clock or context.zone)[0]


def _with_own_hour(context: TurnContext, plain: str) -> str:
    """ "Friday, also 10", "back to Thursday 10": the hour of the appointment there is, where a weekday stands
    beside a number that could be a day as well."""
    latest, numbers = context.situation.latest, NUMBER.findall(plain)
    found = NUMBER.search(plain)
    if latest is None or found is None or len(numbers) > 1 or SIGNS_OF_ANOTHER.search(plain[: found.start()]):
        return plain
    start = latest.start.astimezone(context.zone)
    words = {word.casefold() for word in WORD.findall(plain)}
    is_beside_day = bool(words & (weekday_words(language_of(context.locale)) | weekday_words("en")))
    is_own = start.minute == 0 and int(found.group()) in (start.hour, start.hour % 12)
    if not is_own or not is_beside_day or not ENDS_NUMBER.match(plain[found.end() :]):
        return plain
    return f"{plain[: found.start()]}{start.hour}:00{plain[found.end() :]}"


def read_times(
    context: TurnContext, plain: str, words: Words, party: int | None, clock: ZoneInfo
) -> tuple[When, str | None]:
    """The times of a text, on the clock it tells them by, and that clock where it is another than that of the
    place (``clock``)."""
    plain = in_written_form(without_named_days(plain, words.tag), words.tag)
    plain = _with_own_hour(context, plain)
    plain = without_taken_back(plain, words.tag, lambda part: read_when(context, part, clock=clock))
    text, known = without_offset(plain, words.tag), context.state.draft.zone
    foreign = foreign_zone(plain.casefold())
    if foreign is not None:
        text, known = re.sub(re.escape(foreign[0]), " ", text, flags=re.I), str(foreign[1])
    if party is None:
        # "Book me in for 3" is an hour where nobody is counted.
        text = re.sub(r"\bfor (?=\d{1,2}(?:[:.]\d\d)?\b(?!\s*[^\W\d_]))", "at ", text)
    else:
        # Arabic "for two" has the word for Monday in it.
        text = compiled(words.pairs, re.I).sub(" ", text)
    when = read_when(context, text, clock=known or clock)
    minute = hour_alone(plain.casefold()) if when.is_empty and party is None and _has_day(context) else None
    if minute is None and party is None and not when.times and (_has_day(context) or _is_booked(context)):
        moved = number_moved_to(plain, words.tag)
        minute = None if moved is None else business_minute(moved % 24 * 60)
    if minute is not None:
        when = structs.replace(when, times=(TimeRange(minute, minute),))
    when = _without_earlier_days(context, text, words, _with_contradiction(text, _narrow(when)))
    if party is None:
        when = day_instead(context, text, when)
    return _in_context(context, plain, words, in_known_week(context, text, when, clock), clock), (
        str(foreign[1]) if foreign else None
    )


def _narrow(when: When) -> When:
    """ "Before noon, about eleven": the hour, and not all hours that it is one of."""
    exact = [times for times in when.times if times.first is not None and times.first == times.last]
    others = [times for times in when.times if times not in exact]
    if len(exact) != 1 or when.moments or not all(times.holds(exact[0].first or 0) for times in others):
        return when
    return structs.replace(when, times=tuple(exact))


def _with_contradiction(text: str, when: When) -> When:
    """ "In the morning at 17:00": one of them is meant, and it is asked which."""
    if len(when.times) != 2 or when.problems or OR.search(text):
        return when
    exact, part = sorted(when.times, key=lambda one: one.first != one.last)
    is_part = part.first is not None and part.last is not None and part.first != part.last
    if exact.first is None or exact.first != exact.last or not is_part or part.holds(exact.first):
        return when
    told = text[min(span.start for span in when.spans) : max(span.end for span in when.spans)]
    return structs.replace(when, problems=(WhenProblem(NO_SUCH_TIME, told, ()),))


def _without_earlier_days(context: TurnContext, text: str, words: Words, when: When) -> When:
    """ "I changed my mind about Tuesday, let me see Friday": of several days, those asked for before are
    mentioned and no longer wanted, unless they are told in one row, as in "Tuesday or Friday"."""
    latest = context.state.draft.base or _start_of_latest(context)
    own = latest.astimezone(zone(when.zone)).date() if latest else None
    known = context.state.draft.when.dates or ((DateRange(own, own),) if own else ())
    others = tuple(days for days in when.dates if days not in known)
    if not known or not others or len(others) == len(when.dates):
        return when
    gaps = [
        text[one.end : other.start]
        for one, other in pairwise(sorted(when.spans, key=lambda span: span.start))
    ]
    if any(compiled(rf"[\s,]*(?:{words.joined}|&|/)[\s\w]{{0,8}}").fullmatch(gap.casefold()) for gap in gaps):
        return when
    return structs.replace(when, dates=others, moments=())


def _in_context(context: TurnContext, text: str, words: Words, when: When, clock: ZoneInfo) -> When:
    """What is told from a time that is known: "an hour later", "same time next week", "the next day at
    nine"."""
    base, day, lowered = _base(context), _base_day(context, clock), text.casefold().replace("’", "'")
    offset = offset_in(text, words.tag)
    if offset is not None and base is not None and not (offset.is_of_days and when.times):
        return exact_when(offset.from_moment(base.astimezone(clock).replace(tzinfo=None)), clock)
    if offset is not None and (day is None or not offset.is_of_days):
        return structs.replace(when, relative="later" if offset.minutes > 0 else "earlier")
    when = _weekday_after(lowered, when, day)
    next_to = _day_beside(lowered, day, offset) if day is not None else _day_after_told(lowered, when)
    if next_to is not None:
        when = structs.replace(when, dates=(DateRange(next_to, next_to),), relative=None)
    return same_time(lowered, words, when, base, clock) if base is not None else when


def _weekday_after(lowered: str, when: When, known: date | None) -> When:
    """ "The 28th, and the Monday after", "Montag drauf": the next such weekday after the day that was told
    with it, else after the one that is known."""
    told = [one for one in when.problems if one.kind == DAYS_DIFFER and len(one.days) > 1]
    if len(told) == 1 and any(follows_it(lowered, word) for word in _words_of(told[0].words)):
        later = max(told[0].days)
        left = tuple(one for one in when.problems if one is not told[0])
        return structs.replace(when, dates=(DateRange(later, later),), problems=left, moments=())
    days = [days.first for days in when.dates if days.first == days.last]
    if known is None or len(days) != 1 or days[0] is None:
        return when
    if not any(
        follows_it(_without_other_times(lowered, when, span), word)
        for span in when.spans
        for word in _words_of(lowered[span.start : span.end])
    ):
        return when
    after = known + timedelta(days=(days[0].weekday() - known.weekday() - 1) % 7 + 1)
    return structs.replace(when, dates=(DateRange(after, after),), moments=())


def _without_other_times(text: str, when: When, own: ReadSpan) -> str:
    """The text with nothing told in the other times: "Friday after work" is no Friday after another day."""
    for span in when.spans:
        if span != own:
            text = f"{text[: span.start]}{'#' * (span.end - span.start)}{text[span.end :]}"
    return text


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text)


def _day_beside(lowered: str, day: date, offset: Offset | None) -> date | None:
    return neighbouring_day(lowered, day) if offset is None else day + timedelta(minutes=offset.minutes)


def _day_after_told(lowered: str, when: When) -> date | None:
    days = [days.first for days in when.dates if days.first == days.last]
    return day_after_told(lowered, days[0]) if len(days) == 1 and days[0] is not None else None


def _has_day(context: TurnContext) -> bool:
    """Whether it is known which day is being talked about, so that a number may be its hour."""
    return bool(
        context.state.draft.when.dates or context.state.draft.when.weekdays or context.state.held_offer
    )


def _is_booked(context: TurnContext) -> bool:
    return context.situation.is_made or context.state.draft.base is not None


def _base_day(context: TurnContext, clock: ZoneInfo) -> date | None:
    """The day that "the next day" is next to: that of the time held, else the one day asked for last."""
    base, dates = _base(context), context.state.draft.when.dates
    if base is not None:
        return base.astimezone(clock).date()
    return dates[0].first if len(dates) == 1 and dates[0].first == dates[0].last else None


def _base(context: TurnContext) -> datetime | None:
    """The time that "an hour later" is told from: the one held, else that of the appointment being moved,
    else that of the one that stands."""
    held = context.state.held_offer
    return held.start if held else context.state.draft.base or _start_of_latest(context)


def _start_of_latest(context: TurnContext) -> datetime | None:
    """The start of the appointment that was made last, while nothing else is being arranged."""
    latest = context.situation.latest
    is_alone = latest is not None and context.state.draft.service_id is None
    return latest.start if latest is not None and is_alone else None
