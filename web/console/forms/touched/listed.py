"""The list of what a change touches: one for every form, in which each is kept, moved or cancelled, or its
customer asked for another time, and which goes back with what was sent before."""

from collections.abc import Sequence

from litestar import Response
from msgspec import Struct

from booking_core.back_office.touched import AppointmentsTouched, Touched, bookings_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.time.timeline import minutes_between
from booking_core.time.wall_clock import zone
from web.console.forms.field import Option
from web.console.forms.sent import Sent
from web.console.forms.touched.decisions import CHOSEN, DECISION, KEEP, MOVE, TO_ALL, Deciding
from web.console.forms.touched.free_times import FreeTimes
from web.console.forms.touched.reasons import reasons_of
from web.console.rendering.visit import Visit
from web.console.words.translate import gettext

# As many as somebody decides about one by one, each with six fields; a body of several hundred would be
# refused.
MOST_EACH = 20


class TouchedRow(Struct, frozen=True):
    """One of the list. ``start`` is as a browser writes it, on the clock of the place; ``times`` are free
    ones with the same person, as they are decided for, and ``decided`` is what was chosen; ``ways`` are a
    phone number and an e-mail address of the customer, where there are any, ``letter_to`` where a letter
    or a text message would go."""

    id: str
    when: str
    is_open: bool
    service: str
    customer: str
    place: str
    time_zone: str
    why: str
    start: str
    staff: Sequence[Option]
    times: Sequence[Option]
    decided: str
    ways: Sequence[str | None]
    letter_to: str


async def touched_page(
    visit: Visit, here: str, sent: Sent, touched: AppointmentsTouched, deciding: Deciding
) -> Response[str]:
    """The list, around everything that was sent."""

    async def look(desk: Desk) -> list[TouchedRow]:
        return await _rows(visit, desk, touched, sent)

    rows = await visit.read(look)
    kept = {name: texts for name, texts in sent.texts.items() if not name.startswith("touched.")}
    return visit.page(
        "settings/touched.html",
        here,
        status_code=422,
        rows=[one for one in rows if one.is_open],
        folded=[one for one in rows if not one.is_open],
        number=len(rows),
        writes=any("@" in one.letter_to for one in rows),
        to_all=TO_ALL,
        seen=touched.details["seen"],
        kept={name: texts for name, texts in kept.items() if name != "csrf_token"},
        sent=sent,
        deciding=deciding,
        action=visit.request.url.path,
    )


def _are_open(touched: AppointmentsTouched, sent: Sent) -> set[str]:
    """Those that are decided about one by one: all of a few, of many the chosen."""
    ids = [one.appointment_id for one in touched.touched]
    if len(ids) <= MOST_EACH:
        return set(ids)
    chosen = sent.each(CHOSEN) + list(sent.below(DECISION))
    return set(chosen) & set(ids)


async def _rows(visit: Visit, desk: Desk, touched: AppointmentsTouched, sent: Sent) -> list[TouchedRow]:
    are_open = _are_open(touched, sent)
    bookings = await bookings_of(desk, [one.appointment_id for one in touched.touched])
    free = FreeTimes(visit, desk, touched.after)
    rows = []
    for one in touched.touched:
        booking, is_open = bookings[one.appointment_id], one.appointment_id in are_open
        place, local = desk.catalogue.location(booking.location_id), visit.local(desk, booking.time_zone)
        times = await free.instead_of(one, booking) if is_open else ()
        rows.append(
            TouchedRow(
                id=one.appointment_id,
                when=local.day_and_time(one.starts_at),
                is_open=is_open,
                service=desk.catalogue.service(one.service_id).name_for(
                    minutes_between(one.starts_at, booking.ends_at)
                ),
                customer=booking.customer_name,
                # The only place is named in the reason, if at all.
                place=place.name if len(desk.catalogue.locations) > 1 else "",
                time_zone=place.time_zone,
                why="; ".join(reasons_of(touched.after, local, one, booking)),
                start=one.starts_at.astimezone(zone(place.time_zone)).strftime("%Y-%m-%dT%H:%M"),
                staff=_staff(touched.after, one.service_id, place.id),
                times=times,
                decided=_decision(one, times, sent),
                ways=(booking.phone, booking.email),
                letter_to=await visit.letter_to(desk, booking.email, booking.phone),
            )
        )
    return rows


def _decision(one: Touched, times: Sequence[Option], sent: Sent) -> str:
    """What stays chosen; a time that is not free any more is typed anew."""
    said = sent.text(f"{DECISION}.{one.appointment_id}") or KEEP
    is_offered = not said.startswith(MOVE) or said in {time.value for time in times}
    return said if is_offered else MOVE


def _staff(catalogue: Catalogue, service_id: str, location_id: str) -> list[Option]:
    """Who serves it after the change; a place or service that goes with it has nobody."""
    if service_id not in catalogue.services or location_id not in catalogue.locations:
        return [Option("any", gettext("Anybody who can"))]
    serving = [one for one in catalogue.who_serves(service_id, location_id) if one.kind == STAFF]
    return [
        Option("any", gettext("Anybody who can")),
        *(Option(one.id, one.name) for one in serving),
    ]
