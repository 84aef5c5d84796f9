"""What is asked of find_times, understood: which service, by whom, where, for how many and when, and the days
to look at."""

from datetime import date, datetime, timedelta
from typing import Annotated

from msgspec import Meta, Struct, structs

from agent.conversation.choices import Draft
from agent.languages import language_of, words_in
from agent.languages.patterns.compiled import compiled
from agent.mentions.names.people import staff_in
from agent.mentions.names.services import services_in
from agent.mentions.staffing import Staffing, staffing_in
from agent.tools.arguments.place import choose_place, place_by_name
from agent.turn_context import TurnContext
from agent.when import When
from agent.wishes.refused_days import day_instead
from agent.wishes.spoken_times import times_in
from agent.wishes.strangers import stranger_in
from agent.wishes.unclear_days import read_when, resolve_day
from agent.wishes.wish import merge_when
from booking_core.availability.slots import Slot
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service
from booking_core.errors import Invalid
from booking_core.time.wall_clock import midnight, zone

# How far a vague wish looks ahead.
LOOKS_AHEAD = timedelta(days=21)
ANYONE = frozenset(["any", "all", "everyone"])
PAST, TOO_FAR = "past", "beyond_window"


class FindTimes(Struct, frozen=True):
    """Find free times and show them to the customer as buttons.

    Give `when` in the customer's own words ("friday after five", "tomorrow morning", "asap"); leave it empty
    for the soonest. Never work out dates yourself. `staff` may be "anyone"; `location` is the place the
    customer named, where there are several. While an appointment is being moved, what is left out stays as it
    was. Each offer has a handle; only these can be held. Where nothing fits, the answer says why and what is
    next. Where a day cannot be as it was said, nothing is looked for: `problems` say why, and you put
    `ask_the_customer` to the customer.
    """

    service: Annotated[str, Meta(description="The name of one service.")]
    when: Annotated[
        str, Meta(description="The customer's own words about day and hour; empty for the soonest.")
    ] = ""
    staff: Annotated[str, Meta(description='The person the customer asked for, or "anyone".')] | None = None
    without: Annotated[tuple[str, ...], Meta(description="The people it must not be.")] = ()
    location: (
        Annotated[str, Meta(description="The place the customer named, where there are several.")] | None
    ) = None
    duration_min: (
        Annotated[int, Meta(description="Minutes, only where the service has several lengths.")] | None
    ) = None
    party_size: Annotated[int, Meta(description="How many come, only where more than one does.")] | None = (
        None
    )
    after_day: date | None = None
    before: datetime | None = None
    after: datetime | None = None
    reading: When | None = None


class TimeQuery(Struct, frozen=True):
    """A wish understood: which service, by whom or without whom, where, how long, for how many, and when.

    ``location`` is the place that was asked for in so many words, ``place`` the one it came to.
    """

    service: Service
    staff: Resource | None
    without: tuple[Resource, ...]
    location: Location | None
    place: Location
    duration_min: int | None
    party_size: int
    when: When
    after_day: date | None
    before: datetime | None
    after: datetime | None

    def fits(self, slot: Slot) -> bool:
        is_late_enough = self.after is None or slot.start > self.after
        is_early_enough = self.before is None or slot.start < self.before
        return is_late_enough and is_early_enough and self.when.allows(slot.start)

    @property
    def is_exact(self) -> bool:
        """Whether one time of certain days was asked for: what is free then is kept, not chosen from a
        list."""
        return bool(self.when.dates and self.when.times) and self.before is None and self.after is None


def parse_time_query(context: TurnContext, ask: FindTimes) -> TimeQuery:
    """What a model's arguments ask for, with the customer's wish where they leave something out; noted in the
    draft. Raises ``Invalid`` where no single service is meant, or it has no room for so many."""
    services = services_in(context.catalogue, ask.service)
    if len(services) != 1:
        known = ", ".join(service.name for service in context.catalogue.services.values())
        raise Invalid(f"There is no single service of that name. We offer: {known}.", code="unknown_service")
    ask = _with_defaults(context, ask, services[0])
    staffing = _staffing(context, ask)
    party_size = max(1, ask.party_size or 1)
    if party_size > services[0].capacity:
        raise Invalid(
            f"{services[0].name} has room for at most {services[0].capacity}.", code="party_too_large"
        )
    named = place_by_name(context, ask.location)
    place = choose_place(context, services[0], staffing.wanted, named)
    length = _length(ask, services[0])
    wish = TimeQuery(
        service=services[0],
        staff=staffing.wanted,
        without=staffing.unwanted,
        location=named,
        place=place,
        duration_min=length,
        party_size=party_size,
        when=ask.reading or _read(context, ask.when, place.time_zone),
        after_day=ask.after_day,
        before=_on_clock(ask.before, place),
        after=_on_clock(ask.after, place),
    )
    _note_in_draft(context, context.state.draft, wish)
    return wish


def _length(ask: FindTimes, service: Service) -> int | None:
    """The length asked for, in minutes. Raises ``Invalid`` (``duration_not_allowed``).

    A model guesses lengths: of a service that has only one, it is told that one.
    """
    is_guess = ask.reading is None and len(service.durations) == 1
    if ask.duration_min is None or is_guess:
        return None
    service.must_offer(ask.duration_min, 1)
    return ask.duration_min


def _staffing(context: TurnContext, ask: FindTimes) -> Staffing:
    """Who shall do it, and who shall not. Raises ``Invalid`` (``unknown_staff``) for a name of nobody."""
    unwanted = tuple(one for name in ask.without for one in staff_in(context.catalogue, name))
    stranger = None if ask.reading or ask.staff else _stranger(context)
    if stranger is not None:
        raise Invalid(
            f"Nobody called {stranger[:40]} works here. Ask who they would like.", code="unknown_staff"
        )
    if not ask.staff or ask.staff.strip().casefold() in ANYONE:
        return Staffing(unwanted=unwanted)
    said = staffing_in(context.catalogue, ask.staff, words_in(context.locale))
    is_named = said.wanted or said.unwanted
    if not is_named and not said.anyone and not compiled(words_in("en").anyone).search(ask.staff.casefold()):
        raise Invalid(f"Nobody called {ask.staff[:40]} works here.", code="unknown_staff")
    return Staffing(said.wanted, tuple(dict.fromkeys((*unwanted, *said.unwanted))), said.anyone)


def _stranger(context: TurnContext) -> str | None:
    """Whom the customer asks for in this message, where a model has left it out and nobody of that name works
    here."""
    return stranger_in(context.catalogue, context.text, language_of(context.locale))


def _on_clock(moment: datetime | None, place: Location) -> datetime | None:
    """A moment without an offset is meant on the clock of the place."""
    return moment.replace(tzinfo=zone(place.time_zone)) if moment and moment.tzinfo is None else moment


def _with_defaults(context: TurnContext, ask: FindTimes, service: Service) -> FindTimes:
    """What is asked, with what it leaves out of what was wanted before for the same service: who, and for how
    many."""
    state, draft = context.state, context.state.draft
    # Code says all of what is wanted each time, but for an appointment that is being moved.
    is_whole = ask.reading is not None and state.moving is None
    if is_whole or service.id != draft.service_id:
        return ask
    who = context.catalogue.resources.get(draft.staff_id or "")
    is_same_person = ask.staff is None and not ask.without
    return structs.replace(
        ask,
        staff=who.name if who and is_same_person else ask.staff,
        party_size=ask.party_size or draft.party_size,
    )


def _read(context: TurnContext, words: str, clock: str) -> When:
    """What a model says the customer wants, in the light of what was wanted before: "after five" is of the
    Friday that was asked for, and "an hour later" of the time being kept. A day that cannot be stays one,
    however the model has put it right for itself."""
    when = resolve_day(context, words, times_in(context, words, zone(clock)))
    said = read_when(context, context.text, clock=clock)
    if said.unclear and not when.unclear:
        return structs.replace(when, problems=said.problems)
    when = day_instead(context, context.text, when)
    before = context.state.draft.when
    is_more = not (when.is_empty or when.unclear or before.is_empty or before.unclear)
    return merge_when(before, when) if is_more and before.zone == when.zone else when


def _note_in_draft(context: TurnContext, draft: Draft, wish: TimeQuery) -> None:
    """Whoever looked for times, the built-in receptionist can go on from here."""
    draft.service_id, draft.staff_id = wish.service.id, wish.staff.id if wish.staff else None
    draft.without = [one.id for one in wish.without]
    was_said = wish.place in (wish.location, context.place_in_message) or wish.place.id == draft.location_id
    draft.location_id, draft.length_min = wish.place.id if was_said else None, wish.duration_min
    draft.party_size = wish.party_size
    if wish.before is None and wish.after is None:
        draft.when = structs.replace(wish.when, spans=())


def search_range(context: TurnContext, wish: TimeQuery) -> tuple[datetime, datetime]:
    """The stretch to look at: the dates that were said, or the weeks ahead."""
    time_zone = wish.place.time_zone
    today = context.now.astimezone(zone(time_zone)).date()
    furthest = today + timedelta(days=wish.service.booking_window_days)
    begin = wish.after_day + timedelta(days=1) if wish.after_day else today
    if wish.after is not None:
        begin = max(begin, wish.after.astimezone(zone(time_zone)).date())
    firsts = [max(dates.first or begin, begin) for dates in wish.when.dates] or [begin]
    lasts = [dates.last or furthest for dates in wish.when.dates] or [min(firsts) + LOOKS_AHEAD]
    first, last = min(firsts), min(max(lasts), furthest)
    if wish.when.zone != time_zone:
        # The days of another clock begin and end within ours.
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    return midnight(first, time_zone), midnight(max(last, first) + timedelta(days=1), time_zone)


def unreachable_reason(context: TurnContext, wish: TimeQuery) -> str | None:
    """Whether all days that were asked for lie behind us, or further ahead than is booked."""
    today = context.now.astimezone(zone(wish.place.time_zone)).date()
    furthest = today + timedelta(days=wish.service.booking_window_days)
    dates = wish.when.dates
    if dates and all(days.last is not None and days.last < today for days in dates):
        return PAST
    return (
        TOO_FAR if dates and all(days.first is not None and days.first > furthest for days in dates) else None
    )
