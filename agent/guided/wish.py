"""The wish as it grows: each message adds to the draft, and what it says anew replaces what was said before."""

from msgspec import structs

from agent.guided.understanding import Understanding
from agent.notepad import Draft
from agent.when import When


def heard(draft: Draft, said: Understanding) -> bool:
    """Put what a message says into the draft; true where it changes which times would fit."""
    before = (draft.service_id, draft.staff_id, draft.party_size, draft.when)
    if len(said.services) == 1:
        draft.service_id = said.services[0].id
    if said.staff is not None:
        draft.staff_id, draft.any_staff = said.staff.id, False
    if said.anyone:
        draft.staff_id, draft.any_staff = None, True
    if said.party_size is not None:
        draft.party_size = said.party_size
    if said.chosen is None:
        draft.when = merged(draft.when, said.when)
    draft.name = said.name or draft.name
    draft.email = said.email or draft.email
    draft.phone = said.phone or draft.phone
    changed = before != (draft.service_id, draft.staff_id, draft.party_size, draft.when)
    if changed:
        draft.last_day = None
    return changed


def merged(old: When, new: When) -> When:
    """A new day keeps the time of day said before, a new time keeps the day; "not on Monday" adds to what is known."""
    days = {
        "not_dates": old.not_dates + new.not_dates,
        "not_weekdays": old.not_weekdays | new.not_weekdays,
    }
    if new.dates or new.weekdays or new.soonest:
        days = {
            name: getattr(new, name) for name in ("dates", "weekdays", "soonest", "not_dates", "not_weekdays")
        }
    times = {}
    if new.times or new.not_times:
        times = {"times": new.times, "not_times": new.not_times}
    return structs.replace(old, **days, **times, spans=(), zone=new.zone)
