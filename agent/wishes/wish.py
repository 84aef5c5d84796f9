"""The wish as it grows: each message adds to the draft, and what it says anew replaces what was said
before."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from msgspec import structs

from agent.conversation.choices import Draft, Offer
from agent.mentions.relative_times import exact_when
from agent.turn_context import TurnContext
from agent.when import When, WhenProblem
from agent.when.values import NO_SUCH_TIME
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.place import note_wanted_place, use_place_clock
from booking_core.time.wall_clock import zone


def update_draft(context: TurnContext, said: ParsedMessage) -> bool:
    """Put what a message says into the draft; true where it changes which times would fit."""
    draft = context.state.draft
    before = _preferences_and_time(draft)
    if len(said.services) == 1 and said.services[0].id != draft.service_id:
        draft.service_id, draft.length_min = said.services[0].id, None
        if draft.staff_id not in {one.id for one in context.catalogue.resources_of[draft.service_id]}:
            # Whoever was asked about for another service is no wish for this one.
            draft.staff_id = None
    _update_staffing(context, draft, said)
    draft.party_size = said.party_size or draft.party_size
    draft.length_min = said.length_min or draft.length_min
    draft.zone = said.zone or draft.zone
    note_wanted_place(context, said)
    use_place_clock(context)
    if said.chosen is None or said.when.times:
        _update_times(draft, said)
    update_contact(draft, said)
    changed = before != _preferences_and_time(draft)
    if changed:
        draft.last_day = None
        if said.chosen is None:
            # What was offered before was offered for another wish.
            context.state.begin_list()
    return changed


def update_contact(draft: Draft, said: ParsedMessage) -> None:
    """Put what a message says of its customer into the draft."""
    draft.name = said.contact.name or draft.name
    draft.email = said.contact.email or draft.email
    draft.phone = said.contact.phone or draft.phone


def choose_offer(context: TurnContext, offer: Offer) -> None:
    """One time of a list has been chosen: whatever changes from now on, it is that time which is wanted."""
    draft = context.state.draft
    clock = zone(context.catalogue.location(offer.location_id).time_zone)
    chosen = exact_when(offer.start.astimezone(clock), clock)
    draft.elsewhere = {}
    names = ("dates", "times", "weekdays", "moments", "soonest", "zone", "problems")
    draft.when = structs.replace(draft.when, **{name: getattr(chosen, name) for name in names})


def unavailable_moment(when: When, shown: Sequence[Offer]) -> datetime | None:
    """The one moment that was wanted, where none of the times shown is that: nothing was free then."""
    if len(when.dates) != 1 or len(when.times) != 1:
        return None
    days, times = when.dates[0], when.times[0]
    if days.first is None or days.first != days.last or times.first is None or times.first != times.last:
        return None
    if not shown or any(when.allows(one.start) for one in shown):
        return None
    return datetime.combine(days.first, time(times.first // 60 % 24, times.first % 60), zone(when.zone))


def merge_when(old: When, new: When) -> When:
    """A new day keeps the time of day said before, a new time keeps the day; "not on Monday" adds to what is
    known."""
    new = _of_days_spoken_of(old, new)
    days: dict[str, Any] = {
        "not_dates": old.not_dates + new.not_dates,
        "not_weekdays": old.not_weekdays | new.not_weekdays,
        "not_moments": old.not_moments + new.not_moments,
    }
    if new.dates or new.weekdays or new.soonest or any(map(_is_of_day, new.problems)):
        names = ("dates", "weekdays", "soonest", "not_dates", "not_weekdays", "not_moments")
        days = {name: getattr(new, name) for name in names}
    elif kept := _kept_days(old, new):
        days |= kept
    times: dict[str, Any] = {}
    if new.times or new.not_times or any(one.kind == NO_SUCH_TIME for one in new.problems):
        times = {"times": new.times, "not_times": new.not_times}
    if days.get("dates") or times:
        # Days that had hours of their own share the new ones.
        times["moments"] = new.moments
    open_still = [one for one in old.problems if not (times if one.kind == NO_SUCH_TIME else "dates" in days)]
    return structs.replace(
        old,
        **{**days, **times},
        relative=None,
        spans=(),
        zone=old.zone if new.is_empty else new.zone,
        problems=(*open_still, *new.problems),
    )


def _of_days_spoken_of(old: When, new: When) -> When:
    """ "At four or Thursday morning", of a Wednesday that is spoken of: at four on that, or on Thursday."""
    is_known = bool(old.dates or old.weekdays)
    if not is_known or not any(one.is_of_any_day for one in new.moments):
        return new
    moments = tuple(
        structs.replace(one, dates=old.dates, weekdays=old.weekdays) if one.is_of_any_day else one
        for one in new.moments
    )
    dates = tuple(dict.fromkeys(days for one in moments for days in one.dates))
    weekdays = frozenset().union(*(one.weekdays for one in moments))
    if dates and weekdays:
        dates, weekdays = (), frozenset()  # Either would do; the moments say when.
    return structs.replace(new, dates=dates, weekdays=weekdays, moments=moments)


def _kept_days(old: When, new: When) -> dict[str, Any]:
    """The days that are still wanted where one of them is refused; empty where none is. A day that is refused
    leaves its own hours too."""
    kept = tuple(
        days
        for days in old.dates
        if days.first is None or days.first != days.last or new.allows_day(days.first)
    )
    return {} if kept == old.dates else {"dates": kept, "moments": ()}


def _is_of_day(problem: WhenProblem) -> bool:
    return problem.kind != NO_SUCH_TIME


def _update_times(draft: Draft, said: ParsedMessage) -> None:
    """The same words once more for each clock on which they mean something else."""
    zones = {*draft.elsewhere, *said.elsewhere} - {said.when.zone}
    draft.elsewhere = {
        one: merge_when(
            draft.elsewhere.get(one, structs.replace(draft.when, zone=one)),
            said.elsewhere.get(one, structs.replace(said.when, zone=one)),
        )
        for one in zones
    }
    draft.when = merge_when(draft.when, said.when)


def _update_staffing(context: TurnContext, draft: Draft, said: ParsedMessage) -> None:
    staffing, workplaces = said.staffing, context.catalogue.workplaces
    if staffing.wanted is not None:
        is_there = workplaces.is_at(staffing.wanted.id, draft.location_id or "")
        if draft.base is not None and not is_there:
            # An appointment keeps its place when it moves, unless somebody is wanted who works elsewhere.
            draft.location_id = None
        draft.staff_id, draft.any_staff, draft.without = staffing.wanted.id, False, []
    elif staffing.anyone:
        draft.staff_id, draft.any_staff = None, True
        draft.without = [one.id for one in staffing.unwanted]
    elif staffing.unwanted:
        draft.without = [one.id for one in staffing.unwanted]
        draft.staff_id = None if draft.staff_id in draft.without else draft.staff_id


def preferences(draft: Draft) -> tuple[Any, ...]:
    """All that is wanted of an appointment but its time."""
    return (
        draft.service_id,
        draft.staff_id,
        draft.any_staff,
        tuple(draft.without),
        draft.location_id,
        draft.length_min,
        draft.party_size,
    )


def _preferences_and_time(draft: Draft) -> tuple[Any, ...]:
    return (*preferences(draft), draft.when)
