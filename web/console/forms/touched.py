"""Appointments that a change touches: one list for every form, in which each is kept, moved or cancelled, or
its customer asked for another time, and which goes back with what was sent before. Where they are many, one
decision is for all but a few."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from litestar import Response
from msgspec import Struct, structs

from booking_core.availability.rules import AWAY, CLOSED, UNQUALIFIED
from booking_core.back_office.decisions import Ask, Cancel, Decision, Decisions, Keep, Move
from booking_core.back_office.touched import AppointmentsTouched, bookings_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.desk import Desk
from booking_core.errors import InvalidField, Refusal, complaints_of
from booking_core.input.dates import typed_moment
from booking_core.input.kinds import Text, WrongValue
from booking_core.time.wall_clock import zone
from web.console.forms.field import Option
from web.console.forms.sent import Sent
from web.console.rendering.visit import Visit
from web.console.words.refusals import refusal_text
from web.console.words.translate import gettext

SEEN, DECISION = "touched.seen", "touched.decision"
OTHERS, CHOSEN, CHOOSE = "touched.others", "touched.chosen", "touched.choose"
MESSAGE = Text(500, lines=True, may_be_empty=True)
KEEP, ASK, MOVE, CANCEL = "keep", "ask", "move", "cancel"
ALIKE: Mapping[str, Keep | Ask | Cancel] = {KEEP: Keep(), ASK: Ask(), CANCEL: Cancel()}
# As many as somebody decides about one by one, each with six fields; a body of several hundred would be
# refused.
MOST_EACH = 20


class TouchedRow(Struct, frozen=True):
    """One of the list. ``start`` is as a browser writes it, on the clock of the place; ``ways`` are a phone
    number and an e-mail address of the customer, where there are any, ``letter_to`` where a letter
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
    ways: Sequence[str | None]
    letter_to: str


class Deciding(Struct, frozen=True):
    """What is wrong with decisions so far: a sentence by appointment, or by nothing for all of them."""

    problems: Mapping[str, str] = {}

    @classmethod
    def refused(cls, refusal: Refusal) -> "Deciding":
        about = refusal.details.get("appointment_id")
        if about is not None:
            return cls({about: refusal_text(refusal.detail)})
        return cls({name.split(".")[-1]: refusal_text(text) for name, text in complaints_of(refusal)})

    @property
    def sentences(self) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(self.problems.values()))


def is_about_touched(refusal: Refusal) -> bool:
    """Whether a decision was refused, and not the form itself."""
    named = (name.startswith("touched.") for name, _ in complaints_of(refusal))
    return "appointment_id" in refusal.details or any(named)


def decisions_of(sent: Sent) -> Decisions | None:
    """What was decided on the list; None before anybody has seen it, and while some are still chosen to be
    decided about one by one. Raises ``InvalidField``."""
    seen = sent.text(SEEN)
    if not seen or sent.text(CHOOSE):
        return None
    of = {id_: _decision(id_, what, sent) for id_, what in sent.below(DECISION).items()}
    return Decisions(seen, of, _others(sent.text(OTHERS)) if OTHERS in sent.texts else None)


def _decision(appointment_id: str, what: str, sent: Sent) -> Decision:
    if what == MOVE:
        return _move(appointment_id, sent)
    decided = _alike(f"touched.{appointment_id}", what)
    if isinstance(decided, Keep):
        return decided
    return structs.replace(decided, reason=_message(appointment_id, sent))


def _others(what: str) -> Keep | Ask | Cancel:
    return _alike(OTHERS, what)


def _alike(field: str, what: str) -> Keep | Ask | Cancel:
    """What can be decided about many at once."""
    if what not in ALIKE:
        raise InvalidField(field, "Please decide: keep, move or cancel.")
    return ALIKE[what]


def _move(appointment_id: str, sent: Sent) -> Move:
    local, clock = sent.text(f"touched.start.{appointment_id}"), sent.text(f"touched.zone.{appointment_id}")
    field = f"touched.{appointment_id}"
    try:
        start = typed_moment(field, datetime.fromisoformat(local), clock)
    except (ValueError, KeyError) as error:
        raise InvalidField(field, "Please say when to move it to.") from error
    staff = sent.text(f"touched.staff.{appointment_id}") or "any"
    return Move(start, staff, reason=_message(appointment_id, sent))


def _message(appointment_id: str, sent: Sent) -> str | None:
    """What the business says of it in the letter to the customer."""
    try:
        return MESSAGE.read(sent.text(f"touched.message.{appointment_id}")) or None
    except WrongValue as wrong:
        raise InvalidField(f"touched.{appointment_id}", str(wrong)) from wrong


async def touched_page(
    visit: Visit, here: str, sent: Sent, touched: AppointmentsTouched, deciding: Deciding
) -> Response[str]:
    """The list, around everything that was sent."""

    async def look(desk: Desk) -> list[TouchedRow]:
        return await _rows(visit, desk, touched, _are_open(touched, sent))

    rows = await visit.read(look)
    kept = {name: texts for name, texts in sent.texts.items() if not name.startswith("touched.")}
    return visit.page(
        "settings/touched.html",
        here,
        status_code=422,
        rows=[one for one in rows if one.is_open],
        folded=[one for one in rows if not one.is_open],
        number=len(rows),
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


async def _rows(
    visit: Visit, desk: Desk, touched: AppointmentsTouched, are_open: set[str]
) -> list[TouchedRow]:
    bookings = await bookings_of(desk, [one.appointment_id for one in touched.touched])
    rows = []
    for one in touched.touched:
        booking = bookings[one.appointment_id]
        place = desk.catalogue.location(booking.location_id)
        rows.append(
            TouchedRow(
                id=one.appointment_id,
                when=visit.local(desk, place.time_zone).day_and_time(one.starts_at),
                is_open=one.appointment_id in are_open,
                service=desk.catalogue.service(one.service_id).name,
                customer=booking.customer_name,
                place=place.name,
                time_zone=place.time_zone,
                why="; ".join(_why(desk.catalogue, rule) for rule in one.broken_rules),
                start=one.starts_at.astimezone(zone(place.time_zone)).strftime("%Y-%m-%dT%H:%M"),
                staff=_staff(touched.after, one.service_id, place.id),
                ways=(booking.phone, booking.email),
                letter_to=await visit.letter_to(desk, booking.email, booking.phone),
            )
        )
    return rows


def _why(catalogue: Catalogue, broken: str) -> str:
    rule, _, resource_id = broken.partition(" ")
    who = next((one.name for one in catalogue.resources_among({resource_id})), "")
    match rule:
        case _ if rule == CLOSED:
            return gettext("%(who)s does not work then", who=who)
        case _ if rule == AWAY:
            return gettext("%(who)s is away then", who=who)
        case _ if rule == UNQUALIFIED:
            return gettext("%(who)s does not do this any more", who=who)
    return who


def _staff(catalogue: Catalogue, service_id: str, location_id: str) -> list[Option]:
    """Who serves it after the change; a place or service that goes with it has nobody."""
    if service_id not in catalogue.services or location_id not in catalogue.locations:
        return [Option("any", gettext("Anybody who can"))]
    serving = [one for one in catalogue.serving(service_id, location_id) if one.kind == "staff"]
    return [
        Option("any", gettext("Anybody who can")),
        *(Option(one.id, one.name) for one in serving),
    ]
