"""What one message of a customer says: services, people, times, contact details, choices and questions.
Pure."""

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from agent.assent import plain_answer
from agent.contact_lines import Contact, contact_in, contact_in_message, without
from agent.conversation.place_mentions import places_in
from agent.conversation.places import clock_of, zones_of
from agent.conversation.state import Offer
from agent.languages import words_in
from agent.languages.language import Words
from agent.mentions.beyond_one.finding import only_mentions_others
from agent.mentions.names import services_in
from agent.mentions.relative_times import neighbouring_day, relative_moment, same_time
from agent.mentions.sizes import length_in, party_in
from agent.mentions.staffing import Staffing, asks_for_presence, staffing_in
from agent.mentions.zones import foreign_zone, without_zone
from agent.privacy.personal import BOOKING_CODES
from agent.turn_context import TurnContext
from agent.when import DateRange, TimeRange, When
from agent.wishes.choices import hour_alone, matching_offer, position_in_list
from agent.wishes.refused_days import day_instead
from agent.wishes.unclear_days import read_when, resolve_day
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services import Service
from booking_core.time.wall_clock import zone

# Days that mean the same whatever week is being talked about.
FIXED = re.compile(
    r"\b(?:today|tonight|tomorrow|this|next|coming|following|heute|morgen|demain|mañana|hoy|domani|oggi)\b"
)
# "11.30" is a clock; "3.12" may be a day, and "45.00" or "9.50 €" a price.
DOTTED = re.compile(
    r"(?<![\d.,:€$£])([01]?\d|2[0-3])\.(00|15|[2-5][05])(?![\d.:]|,\d|\s*(?:€|\$|£|%|eur|usd|gbp|dollars?|hours?|hrs?)(?!\w))",
    re.I,
)


class ParsedMessage(Struct, frozen=True):
    """What was found; empty where nothing was said. ``chosen`` is one of the times on offer, ``zone`` a clock
    of elsewhere.

    ``when`` is read on the clock of the place that is meant; ``elsewhere`` has, by zone, what the same words
    mean on the clocks of the other places, where that is more than the same hands of the clock: "tomorrow",
    "in two hours".
    """

    intent: str = ""
    topic: str = ""
    services: tuple[Service, ...] = ()
    staffing: Staffing = Staffing()
    asks_presence: bool = False
    places: tuple[Location, ...] = ()
    party_size: int | None = None
    length_min: int | None = None
    when: When = When()
    elsewhere: dict[str, When] = {}
    zone: str | None = None
    chosen: Offer | None = None
    instead: bool = False
    place_in_list: int | None = None
    too_far_down: bool = False
    more: bool = False
    contact: Contact = Contact()
    answer: str | None = None

    @property
    def staff(self) -> Resource | None:
        return self.staffing.wanted

    @property
    def place(self) -> Location | None:
        """The one place that was named."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def has_day(self) -> bool:
        return bool(self.when.dates or self.when.weekdays or self.when.problems)

    @property
    def has_time(self) -> bool:
        """Whether a day or an hour is wanted."""
        return self.has_day or bool(self.when.times)

    @property
    def is_about_booking(self) -> bool:
        """Whether anything here belongs to a booking."""
        staffing = self.staffing
        wanted = (
            self.services,
            staffing.wanted,
            staffing.unwanted,
            staffing.anyone,
            self.party_size,
            self.length_min,
        )
        told = (self.chosen, self.more, self.contact.email, self.contact.phone, self.places)
        return any(wanted) or any(told) or not self.when.is_empty


def parse_message(
    context: TurnContext, shown: list[Offer], *, is_asked_for_contact: bool = False
) -> ParsedMessage:
    """Read a message. ``shown`` are the times now on the screen, which "the second one" or "10:30" may pick
    from; ``is_asked_for_contact`` where it may be the answer to "your name, and how can we reach you?"."""
    words, catalogue = words_in(context.locale), context.catalogue
    contact = read_contact(context, is_asked=is_asked_for_contact)
    if contact.day_or_name and (context.pressed is not None or context.is_day_meant):
        contact = Contact()  # They were asked, and it is the day.
    if is_asked_for_contact and (contact.is_whole or contact.day_or_name):
        # The answer to the question, and nothing else: its words are names, whatever else they mean
        # elsewhere.
        return ParsedMessage(contact=contact)
    lowered = context.text.casefold().replace("’", "'")
    topic, intent = topic_in(words, lowered), intent_in(words, without_booking_codes(context.text))
    plain = DOTTED.sub(r"\1:\2", without(context.text, *contact.written))
    two = context.two_services
    services = (two.first,) if two is not None and two.first else tuple(services_in(catalogue, plain))
    service = (
        services[0] if len(services) == 1 else catalogue.services.get(context.state.draft.service_id or "")
    )
    party = party_in(lowered, words, is_group=service is not None and service.is_group)
    if party is not None and only_mentions_others(context.text, context.locale, catalogue):
        party = None
    staffing, places = staffing_in(catalogue, plain, words), _places(context, plain)
    clock = _clock(context, services, staffing, places)
    when, spoken_zone = _when(context, plain, words, party, clock)
    if two is not None and two.first_words:
        # The time of the second is no time of the first.
        own = _when(context, two.first_words, words, party, clock)[0]
        when = when if own.is_empty else own
    place = position_in_list(lowered, words)
    when = resolve_day(context, plain, when, None if shown else place)
    return ParsedMessage(
        intent=intent,
        topic=topic,
        services=services,
        staffing=staffing,
        asks_presence=asks_for_presence(lowered),
        places=places,
        party_size=party,
        length_min=length_in(lowered, service, words),
        when=when,
        elsewhere={} if spoken_zone else _elsewhere(context, plain, words, party, when),
        zone=spoken_zone,
        chosen=matching_offer(without(plain, " ").casefold(), words, when, shown, zone(when.zone))
        if not contact.written
        else None,
        instead=bool(re.search(words.instead, lowered)),
        place_in_list=place,
        too_far_down=bool(shown) and place is not None and place >= len(shown),
        more=bool(re.search(words.more, lowered)),
        contact=contact,
        answer=plain_answer(context.text, words.tag),
    )


def read_contact(context: TurnContext, *, is_asked: bool) -> Contact:
    """The name, e-mail address and phone number in a message; ``is_asked`` when they were asked for."""
    return contact_in_message(context.catalogue, context.text, context.locale, is_asked=is_asked)


def topic_in(words: Words, text: str) -> str:
    """What a lower-case text asks about; "" for nothing."""
    return _first_match("topics", words, text)


def intent_in(words: Words, text: str) -> str:
    """What a lower-case text is out for; "" for nothing. "Are you a real person?" asks for none."""
    about_others = re.sub(words.topics["self"], " ", re.sub(words_in("en").topics["self"], " ", text))
    return _first_match("intents", words, about_others)


def without_booking_codes(text: str) -> str:
    """In lower case, with "my appointment" for each booking code: "move KGHGJV to Friday" is a wish to move
    one."""
    return BOOKING_CODES.sub("my appointment", text).casefold().replace("’", "'")


def times_in(context: TurnContext, text: str, clock: ZoneInfo | None = None) -> When:
    """The times of a text of the customer's, where nothing else of it is of interest; on ``clock``, or that
    of the conversation."""
    words, country = words_in(context.locale), context.catalogue.organization.country
    contact = contact_in(text, country, words, is_asked=False)
    plain = without(text, *(one for one in contact.written if one != text))
    return _when(context, DOTTED.sub(r"\1:\2", plain), words, None, clock or context.zone)[0]


def _when(
    context: TurnContext, plain: str, words: Words, party: int | None, clock: ZoneInfo
) -> tuple[When, str | None]:
    """The times of a text, on the clock it tells them by, and that clock where it is another than that of the
    place (``clock``)."""
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


def _places(context: TurnContext, text: str) -> tuple[Location, ...]:
    is_clear = len(context.catalogue.locations) == 1
    return () if is_clear else tuple(places_in(context.catalogue, without_zone(text)))


def _clock(
    context: TurnContext, services: tuple[Service, ...], staffing: Staffing, places: tuple[Location, ...]
) -> ZoneInfo:
    """The clock of the place that is meant once this message is heard: its times are read on it, wherever in
    it they stand."""
    if len(places) == 1:
        return zone(places[0].time_zone)
    draft = context.state.draft
    heard = structs.replace(
        draft,
        staff_id=staffing.wanted.id if staffing.wanted else draft.staff_id,
        service_id=services[0].id if len(services) == 1 else draft.service_id,
    )
    return zone(clock_of(context.catalogue, structs.replace(context.state, draft=heard)))


def _elsewhere(
    context: TurnContext, plain: str, words: Words, party: int | None, when: When
) -> dict[str, When]:
    """By zone, what the same words mean on the clock of another place, where that is not the same day and
    hour."""
    others = [one for one in zones_of(context.catalogue) if one != when.zone]
    if not others or when.is_empty or context.state.draft.zone is not None:
        return {}
    told = {
        one: structs.replace(_when(context, plain, words, party, zone(one))[0], spans=()) for one in others
    }
    is_same = all(read == structs.replace(when, zone=one, spans=()) for one, read in told.items())
    return {} if is_same else told


def _first_match(kind: str, words: Words, text: str) -> str:
    """The first intent or topic whose words are said; whoever mixes in English is understood too."""
    for patterns in (getattr(words, kind), getattr(words_in("en"), kind)):
        found = next((key for key, pattern in patterns.items() if re.search(pattern, text)), "")
        if found:
            return found
    return ""
