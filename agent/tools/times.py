"""find_times: free times for a service, in the customer's own words."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct, structs

from agent import blocks
from agent.naming import places_meant, services_meant, staff_meant
from agent.notepad import Draft, Offer
from agent.talk import Talk
from agent.tools.spreading import DAYS_SHOWN, nearest, spread
from agent.tools.tool import Outcome, Tool
from agent.when import When, read
from agent.wording import day, day_and_time
from booking_core.availability import Question, Slot
from booking_core.desk import Times
from booking_core.errors import Invalid
from booking_core.locations import Location
from booking_core.resources import Resource
from booking_core.rules import AWAY, CLOSED
from booking_core.services import Service
from booking_core.wall_clock import midnight, zone

# How far a vague wish looks ahead.
LOOKS_AHEAD = timedelta(days=21)
MOST_STARTS = 2000
PAST, TOO_FAR = "past", "beyond_window"


class FindTimes(Struct, frozen=True):
    """Find free times and show them to the customer as buttons.

    Give `when` in the customer's own words ("friday after five", "tomorrow morning", "asap"); leave it empty for the soonest. Never
    work out dates yourself. Each offer has a handle; only these can be held. Where nothing fits, the answer says why and what is next.
    """

    service: str
    when: str = ""
    staff: str | None = None
    without: tuple[str, ...] = ()
    location: str | None = None
    duration_min: int | None = None
    party_size: int = 1
    after_day: date | None = None
    before: datetime | None = None
    after: datetime | None = None
    reading: When | None = None


class Wish(Struct, frozen=True):
    """A wish understood: which service, by whom or without whom, where, how long, for how many, and when."""

    service: Service
    staff: Resource | None
    without: tuple[Resource, ...]
    location: Location | None
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
        """Whether one time of certain days was asked for: what is free then is kept, not chosen from a list."""
        return bool(self.when.dates and self.when.times) and self.before is None and self.after is None


async def find_times(talk: Talk, ask: FindTimes) -> Outcome:
    """Whoever looks for other times has not agreed to the one in the summary: a yes from now on is none to that."""
    wish = _understood(talk, ask)
    talk.notepad.draft.settled, talk.notepad.summary = False, None
    talk.notepad.close("agree", "decline")
    times = await _look(talk, wish, *_range(talk, wish))
    fitting = [slot for slot in times.slots if wish.fits(slot)]
    fits = bool(fitting)
    if not fitting and (wish.before or wish.after):
        wish, fits = structs.replace(wish, when=wish.when.on_any_day()), True
        times = await _look(talk, wish, *_range(talk, wish))
        fitting = [slot for slot in times.slots if wish.fits(slot)]
    elif not fitting:
        fitting = await _closest(talk, wish, times)
    shown = spread(fitting)
    offers = [_offer(talk, wish, slot) for slot in shown]
    if not offers:
        return Outcome(_told(talk, wish, offers, times, fits=False))
    more = len(fitting) > len(shown) or not wish.when.dates
    if ask.reading is not None and fits and len(offers) == 1 and wish.is_exact:
        # It is held at once; a list of one would only stand above the form.
        return Outcome(_told(talk, wish, offers, times, fits=True))
    return Outcome(
        _told(talk, wish, offers, times, fits=fits),
        (blocks.slot_picker(talk.notepad, talk.catalogue, offers, more=more),),
    )


def offers_of(talk: Talk, slots: Sequence[Slot], held: Offer) -> list[Offer]:
    """Other times for what an offer was for: the alternatives to one that has gone."""
    service = talk.catalogue.service(held.service_id)
    return [
        talk.notepad.offer(
            service_id=service.id,
            location_id=slot.location_id,
            start=slot.start,
            duration_min=held.duration_min,
            staff_id=held.staff_id,
            party_size=held.party_size,
            label=day_and_time(slot.start, slot.time_zone, talk.locale),
        )
        for slot in slots
    ]


def _understood(talk: Talk, ask: FindTimes) -> Wish:
    services = services_meant(talk.catalogue, ask.service)
    if len(services) != 1:
        known = ", ".join(service.name for service in talk.catalogue.services.values())
        raise Invalid(f"There is no single service of that name. We offer: {known}.", code="unknown_service")
    staff = staff_meant(talk.catalogue, ask.staff) if ask.staff else []
    if ask.staff and not staff:
        raise Invalid(f"Nobody called {ask.staff[:40]} works here.", code="unknown_staff")
    if ask.party_size > services[0].capacity:
        raise Invalid(
            f"{services[0].name} has room for at most {services[0].capacity}.", code="party_too_large"
        )
    places = places_meant(talk.catalogue, ask.location) if ask.location else []
    if ask.location and len(places) != 1:
        known = ", ".join(place.name for place in talk.catalogue.locations.values())
        raise Invalid(f"There is no single place of that name. We are at: {known}.", code="unknown_location")
    if ask.duration_min is not None:
        services[0].must_offer(ask.duration_min, 1)
    wish = Wish(
        service=services[0],
        staff=staff[0] if staff else None,
        without=tuple(one for name in ask.without for one in staff_meant(talk.catalogue, name)),
        location=places[0] if places else None,
        duration_min=ask.duration_min,
        party_size=max(1, ask.party_size),
        when=ask.reading or read(ask.when, talk.now, talk.zone, talk.locale),
        after_day=ask.after_day,
        before=ask.before,
        after=ask.after,
    )
    _note(talk.notepad.draft, wish)
    return wish


def _note(draft: Draft, wish: Wish) -> None:
    """Whoever looked for times, the built-in receptionist can go on from here."""
    draft.service_id, draft.staff_id = wish.service.id, wish.staff.id if wish.staff else None
    draft.without = [one.id for one in wish.without]
    draft.location_id, draft.length_min = wish.location.id if wish.location else None, wish.duration_min
    draft.party_size = wish.party_size
    if wish.before is None and wish.after is None:
        draft.when = structs.replace(wish.when, spans=())


def _range(talk: Talk, wish: Wish) -> tuple[datetime, datetime]:
    """The stretch to look at: the dates that were said, or the weeks ahead."""
    time_zone = talk.catalogue.location(None).time_zone
    today = talk.now.astimezone(talk.zone).date()
    furthest = today + timedelta(days=wish.service.booking_window_days)
    begin = wish.after_day + timedelta(days=1) if wish.after_day else today
    if wish.after is not None:
        begin = max(begin, wish.after.astimezone(talk.zone).date())
    firsts = [max(dates.first or begin, begin) for dates in wish.when.dates] or [begin]
    lasts = [dates.last or furthest for dates in wish.when.dates] or [min(firsts) + LOOKS_AHEAD]
    first, last = min(firsts), min(max(lasts), furthest)
    if wish.when.zone != time_zone:
        # The days of another clock begin and end within ours.
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    return midnight(first, time_zone), midnight(max(last, first) + timedelta(days=1), time_zone)


async def _look(talk: Talk, wish: Wish, start: datetime, end: datetime) -> Times:
    """Whoever must not do it leaves those who may: their times together."""
    question = Question(
        wish.service.id,
        start,
        end,
        location_id=wish.location.id if wish.location else None,
        duration_min=wish.duration_min,
        staff_id=wish.staff.id if wish.staff else None,
        party_size=wish.party_size,
    )
    moving, held = talk.notepad.moving, talk.notepad.hold_id
    # The time in hand would be let go for another, so it stands in nobody's way.
    times = await talk.visit(
        lambda desk: desk.availability(
            question, limit=MOST_STARTS, reschedule_of=moving, own=(held,) if held else ()
        )
    )
    unwanted = {one.id for one in wish.without}
    if not unwanted:
        return times
    return structs.replace(times, slots=[slot for slot in times.slots if set(slot.staff_ids) - unwanted])


async def _closest(talk: Talk, wish: Wish, times: Times) -> list[Slot]:
    """Nothing fits: other times of the days that were asked for, else the days from the next free time on."""
    any_time = wish.when.at_any_time()
    slots = [slot for slot in times.slots if any_time.allows(slot.start)] or list(times.slots)
    if not slots and times.next_available is not None:
        start = times.next_available.start
        slots = (await _look(talk, wish, start, start + timedelta(days=DAYS_SHOWN + 1))).slots
    if not slots and _out_of_reach(talk, wish):
        slots = (await _look(talk, wish, talk.now, talk.now + LOOKS_AHEAD)).slots
    any_day = wish.when.on_any_day()
    return [slot for slot in slots if any_day.allows(slot.start)] or nearest(wish.when, slots)


def _offer(talk: Talk, wish: Wish, slot: Slot) -> Offer:
    return talk.notepad.offer(
        service_id=slot.service_id,
        location_id=slot.location_id,
        start=slot.start,
        duration_min=(slot.end - slot.start) // timedelta(minutes=1),
        staff_id=_who(wish, slot),
        party_size=wish.party_size,
        label=day_and_time(slot.start, slot.time_zone, talk.locale),
        seats_left=slot.seats_left if wish.service.is_group else None,
    )


def _who(wish: Wish, slot: Slot) -> str | None:
    """Whoever was named; somebody else than the unwanted where there are any; else anyone."""
    if wish.staff is not None or not wish.without:
        return wish.staff.id if wish.staff else None
    return next(one for one in slot.staff_ids if one not in {other.id for other in wish.without})


def _told(talk: Talk, wish: Wish, offers: list[Offer], times: Times, *, fits: bool) -> dict[str, object]:
    time_zone = talk.catalogue.location(None).time_zone
    told: dict[str, object] = {
        "service": wish.service.name,
        "staff": wish.staff.name if wish.staff else "anyone",
        "time_zone": time_zone,
        "now": day_and_time(talk.now, time_zone, talk.locale),
        "fits": fits,
        "earlier": wish.before is not None,
        "later": wish.after is not None,
        "offers": [{"handle": offer.handle, "starts": offer.label} for offer in offers],
    }
    if why := _out_of_reach(talk, wish) or times.empty_reason:
        told["why_none"] = why
        told["nobody_in"] = times.empty_reason in (CLOSED, AWAY) and _is_open(talk, wish)
    if offers:
        told["days"] = list(dict.fromkeys(day(offer.start, time_zone, talk.locale) for offer in offers))
        told["last_day"] = offers[-1].start.astimezone(zone(time_zone)).date().isoformat()
    return told


def _out_of_reach(talk: Talk, wish: Wish) -> str | None:
    """Whether all days that were asked for lie behind us, or further ahead than is booked."""
    today = talk.now.astimezone(talk.zone).date()
    furthest = today + timedelta(days=wish.service.booking_window_days)
    dates = wish.when.dates
    if dates and all(days.last is not None and days.last < today for days in dates):
        return PAST
    return (
        TOO_FAR if dates and all(days.first is not None and days.first > furthest for days in dates) else None
    )


def _is_open(talk: Talk, wish: Wish) -> bool:
    """Whether the house itself is open on a day that was asked for: then only nobody is in."""
    location = talk.catalogue.location(None)
    days = [dates.first for dates in wish.when.dates if dates.first is not None]
    return any(talk.catalogue.windows(location.id, one) for one in days)


# `reading` is for code that has read the words already; models give the words.
TOOL = Tool("find_times", FindTimes, find_times, "Looking for free times", hidden=("reading",))
