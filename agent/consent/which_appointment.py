"""Which of a customer's appointments a message means.

An appointment is named by its booking code, day or hour, service, staff or location. In a move the text after
"to" is the new time and names no appointment: "on Friday the 8th to Thursday the 21st".
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from agent.conversation.place_mentions import places_in
from agent.mentions.names.people import staff_in
from agent.mentions.names.services import services_in
from agent.mentions.zones import without_zone
from agent.privacy.personal import booking_codes_in
from agent.turn_context import TurnContext
from agent.when import DateRange, When
from agent.wishes.unclear_days import read_when
from booking_core.appointments.appointment import Appointment

# Words before the new time of a move.
TOWARDS = re.compile(
    r"(?<!\w)(?:to|until|till|onto|for|auf|nach|zum|au|à|vers|pour|a|al|alle|para|per)\s+|"
    r"(?<!\w)all['’]|(?<!\w)ל(?=\w)|(?<!\w)(?:إلى|الى)\s+",
    re.I,
)
# Arabic writes "to the" and its day in one word; what is left of it without "to" would be no day.
TO_THE = re.compile(r"(?<!\w)لل(?=\w)")
# Characters that may stand between such a word and the day.
FAR_FROM_IT = 8
ALL_OF_THEM = re.compile(
    r"(?<!\w)(?<!at )(?:both|all|everything|beide|alle|sämtliche|les deux|"
    r"tous|toutes|ambas|ambos|(?<!a )las dos|los dos|todas|todos|"
    r"entrambi|entrambe|tutti|tutte|שני|שתי|שניהם|כל|כולם|את הכול|كل|جميع|كلا|كلاهما|كلها)(?!\w)",
    re.I,
)


class AppointmentMatch(Struct, frozen=True):
    """The appointments that fit what a text names. ``is_named``: it names anything; ``wants_all``: it names
    all of them; ``code``: a booking code that none of them has; ``wish``: the text of the new time of a
    move."""

    fits: tuple[Appointment, ...]
    is_named: bool = False
    wants_all: bool = False
    code: str = ""
    wish: str = ""

    @property
    def only(self) -> Appointment | None:
        return self.fits[0] if len(self.fits) == 1 and not self.code else None


def appointments_in_text(
    context: TurnContext, text: str, own: Sequence[Appointment], *, moves: bool
) -> AppointmentMatch:
    """Those of ``own`` that a text names; all of them where it names none. ``moves``: the text asks for a
    move and may have a new time."""
    about, wish = _split_move(context, text) if moves else (text, "")
    codes = {code.upper() for code in booking_codes_in(text)}
    wants_all = ALL_OF_THEM.search(about) is not None
    if codes:
        fits = tuple(one for one in own if one.code in codes)
        return AppointmentMatch(fits, True, wants_all, "" if fits else min(codes), wish)
    fits, is_named = tuple(own), False
    for telling in (_by_time, _by_service, _by_person, _by_place):
        if moves and wish == text and telling is not _by_service:
            continue  # The text gives the new time only.
        kept = telling(context, about, fits)
        if kept is not None:
            fits, is_named = kept, True
    if moves and wish == text and not read_when(context, text).is_empty:
        refused = tuple(one for one in fits if _is_refused(context, text, one))
        if refused:
            return AppointmentMatch(refused, True, wants_all, "", wish)
        # No word separates the old day from the new: a day with exactly one appointment names it.
        kept = _by_time(context, text, fits) or ()
        if len(kept) == 1 and len(own) > 1:
            return AppointmentMatch(kept, True, wants_all, "", _without_times(context, text))
    return AppointmentMatch(fits, is_named, wants_all, "", wish)


def new_time_text(context: TurnContext, text: str) -> str:
    """The part of a request to move that gives the new time."""
    return _split_move(context, text)[1]


def _split_move(context: TurnContext, text: str) -> tuple[str, str]:
    """The part that names the appointment and the part with the new time; the whole text twice where no word
    separates them."""
    if _swaps(read_when(context, text)):
        return text, text
    apart = TO_THE.sub("إلى ال", text)
    towards = [found for found in TOWARDS.finditer(apart) if _begins_with_time(context, apart[found.end() :])]
    if not towards:
        return text, text
    with_day = [found for found in towards if _has_day(context, apart[found.end() :])]
    found = with_day[0] if with_day else towards[-1]
    about, wish = apart[: found.start()], apart[found.end() :]
    named = read_when(context, about)
    if not with_day and (named.dates or named.weekdays):
        # "Friday's to 3 pm" stays on the same day.
        days = [
            about[span.start : span.end]
            for span in named.spans
            if _has_day(context, about[span.start : span.end])
        ]
        wish = " ".join([*days, wish])
    return about, wish


def _swaps(when: When) -> bool:
    """ "At five instead of eleven": the new time and the old one, in whatever order."""
    return bool((when.times and when.not_times) or (when.dates and when.not_dates))


def _is_refused(context: TurnContext, text: str, one: Appointment) -> bool:
    """Whether an appointment is at the time instead of which another is wanted."""
    when = read_when(context, text)
    old = replace(when, dates=(), weekdays=frozenset(), times=(), moments=(), soonest=False)
    return _swaps(when) and not old.allows(one.starts_at)


def _begins_with_time(context: TurnContext, text: str) -> bool:
    spans = read_when(context, text).spans
    return bool(spans) and min(span.start for span in spans) <= FAR_FROM_IT


def _has_day(context: TurnContext, text: str) -> bool:
    when = read_when(context, text)
    return bool(when.dates or when.weekdays)


def _without_times(context: TurnContext, text: str) -> str:
    for span in sorted(read_when(context, text).spans, key=lambda one: -one.start):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def _by_time(context: TurnContext, text: str, own: tuple[Appointment, ...]) -> tuple[Appointment, ...] | None:
    when = read_when(context, text)
    if not (when.dates or when.weekdays or when.times):
        # Excluded days decide nothing: "I can't make it on Tuesday" means that one, "not the one on Tuesday"
        # the others.
        return None
    # "Den Termin vom 25." names one day, although "from the 25th" otherwise begins a range.
    when = replace(when, dates=tuple(_as_one_day(days) for days in when.dates), moments=())
    return tuple(one for one in own if when.allows(one.starts_at))


def _as_one_day(days: DateRange) -> DateRange:
    return DateRange(days.first, days.first) if days.first is not None and days.last is None else days


def _by_service(
    context: TurnContext, text: str, own: tuple[Appointment, ...]
) -> tuple[Appointment, ...] | None:
    named = {service.id for service in services_in(context.catalogue, text)}
    return tuple(one for one in own if one.service_id in named) if named else None


def _by_person(
    context: TurnContext, text: str, own: tuple[Appointment, ...]
) -> tuple[Appointment, ...] | None:
    named = {one.id for one in staff_in(context.catalogue, text)}
    return tuple(one for one in own if named & set(one.resource_ids)) if named else None


def _by_place(
    context: TurnContext, text: str, own: tuple[Appointment, ...]
) -> tuple[Appointment, ...] | None:
    if len(context.catalogue.locations) == 1:
        return None
    named = {one.id for one in places_in(context.catalogue, without_zone(text))}
    return tuple(one for one in own if one.location_id in named) if named else None
