"""An appointment as its page shows it: what was agreed, who comes, and what happened to it, in words."""

from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct

from booking_core.appointments.appointment import COMPLETED, CONFIRMED, NO_SHOW, PENDING, Appointment
from booking_core.appointments.by_link.link import NO_LINK, RENEWED
from booking_core.appointments.by_link.outcome import ended_requests
from booking_core.appointments.find import customers_by_id
from booking_core.appointments.served import Answer, answers_of, find_served
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.settings.settings import setting_of
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.notices.outbox import Mail, letters_of_appointment
from booking_core.storage.audit import AuditEntry
from booking_core.storage.audit_log import AuditFilter, audit_entries
from web.console.agenda.entries import late_text
from web.console.audit.actions import in_words
from web.console.audit.entries import entry_views
from web.console.conversations.outcomes import conversations_behind, status_label
from web.console.outbox.labels import kind_of, letter_label, letter_state
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.names import SubjectNames, people_of
from web.console.rendering.texts import price_text
from web.console.rendering.visit import Visit
from web.jobs.mail import leave_the_house
from web.secrets.manage_links import ManageLinks

# What takes back which outcome.
CORRECTED_BY = {COMPLETED: "no-show", NO_SHOW: "came"}
# More than this happened to none.
MOST_ENTRIES = 100


class Happened(Struct, frozen=True):
    """One line of its history. ``reason`` is what was said about it, empty for nothing."""

    what: str
    who: str
    at: str
    when: str
    reason: str


class LetterLine(Struct, frozen=True):
    """A letter to the customer, and what became of it."""

    what: str
    state: str
    state_label: str
    at: str
    when: str


class Details(Struct, frozen=True):
    """``day`` and all times are on the clock of its location; ``deeds`` are what may become of it now,
    ``letter_to`` is where its customer is told of that; nowhere, where it is empty. ``writes_no_show`` is
    whether whoever did not come gets a letter. ``link`` is the customer's own, empty for whoever may not
    replace it, ``coming`` when they said that they come, ``late`` that they come late, ``displaced`` since
    when they are to choose another time."""

    appointment: Appointment
    customer: Customer
    service: str
    status_label: str
    is_request: bool
    day: date
    date_text: str
    time: str
    until: str
    time_zone: str
    place: str
    people: str
    rooms: str
    price: str
    answers: Sequence[Answer]
    history: Sequence[Happened]
    conversation_id: str
    deeds: Sequence[str]
    letters: Sequence[LetterLine]
    letter_to: str
    writes_no_show: bool
    link: str
    coming: str
    late: str
    displaced: str


async def details_of(desk: Desk, appointment_id: str, visit: Visit) -> Details:
    """Raises ``NotFound`` where the actor may not read it."""
    served = await find_served(desk, appointment_id)
    appointment, catalogue = served.appointment, desk.catalogue
    place = catalogue.location(appointment.location_id)
    local = LocalFormat.of(catalogue.organization, place.time_zone)
    used = catalogue.resources_among(appointment.resource_ids)
    customer = (await customers_by_id(desk, [appointment.customer_id]))[appointment.customer_id]
    chats = await conversations_behind(desk, [appointment.id])
    ended = await ended_requests(desk.session, desk.organization_id, [appointment.id])
    return Details(
        appointment=appointment,
        customer=customer,
        service=catalogue.booked_name(appointment),
        status_label=status_label(appointment, ended),
        is_request=appointment.status == PENDING or appointment.id in ended,
        day=local.day_of(appointment.starts_at),
        date_text=local.long_date(local.day_of(appointment.starts_at)),
        time=local.time(appointment.starts_at),
        until=local.time(appointment.ends_at),
        time_zone=place.time_zone,
        place=place.name,
        people=", ".join(one.name for one in used if one.kind == STAFF),
        rooms=", ".join(one.name for one in used if one.kind != STAFF),
        price=price_text(appointment.quote),
        answers=await answers_of(desk, served),
        history=await _history(desk, appointment.id, local),
        conversation_id=chats.get(appointment.id, ""),
        deeds=_deeds(desk, appointment),
        letters=await _letters(desk, visit, appointment.id, local),
        letter_to=await visit.letter_to(desk, customer.email, customer.phone),
        writes_no_show=bool(setting_of(catalogue.organization, "letters.no_show") and customer.email),
        link=_link(desk, visit, appointment),
        **_note(appointment, local, desk.clock.now()),
    )


def _note(appointment: Appointment, local: LocalFormat, now: datetime) -> dict[str, str]:
    """Since when its customer comes to its present time, comes late, or is to choose another."""
    coming, displaced, late = appointment.coming_at, appointment.displaced_at, appointment.late_at
    return {
        "late": f"{late_text(appointment)} ({local.when(late, now)})" if late else "",
        "coming": local.when(coming, now) if coming else "",
        "displaced": local.when(displaced, now) if displaced else "",
    }


def _link(desk: Desk, visit: Visit, appointment: Appointment) -> str:
    if appointment.link_number == NO_LINK or not desk.may(RENEWED):
        return ""
    return ManageLinks.of(visit.settings).address(appointment)


def _deeds(desk: Desk, appointment: Appointment) -> Sequence[str]:
    has_begun = appointment.starts_at <= desk.clock.now()
    if appointment.status == PENDING:
        return ("approve", "decline") if has_begun else ("approve", "move", "decline")
    if appointment.status in CORRECTED_BY:
        return (CORRECTED_BY[appointment.status],)
    if appointment.status != CONFIRMED:
        return ()
    if has_begun:
        return ("came", "no-show")
    return ("move", "cancel") if appointment.displaced_at is not None else ("move", "displace", "cancel")


async def _letters(desk: Desk, visit: Visit, appointment_id: str, local: LocalFormat) -> Sequence[LetterLine]:
    """Oldest first."""
    now = desk.clock.now()

    def leaves(mail: Mail) -> bool:
        return leave_the_house(visit.settings, desk.catalogue, mail.channel)

    return [
        LetterLine(
            what=kind_of(mail),
            state=letter_state(mail, leaves(mail)),
            state_label=letter_label(mail, leaves(mail)),
            at=mail.created_at.isoformat(),
            when=local.when(mail.created_at, now),
        )
        for mail in await letters_of_appointment(desk.session, desk.organization_id, appointment_id)
    ]


async def _history(desk: Desk, appointment_id: str, local: LocalFormat) -> Sequence[Happened]:
    """Oldest first."""
    wanted = AuditFilter(subject=appointment_id)
    entries = await audit_entries(desk.session, desk.organization_id, wanted, MOST_ENTRIES)
    names = SubjectNames(await people_of(desk.session, desk.organization_id), {})
    views = entry_views(entries, names, local)
    return [
        Happened(_what(entry), view.who, view.at, view.when, str(entry.details.get("reason") or ""))
        for entry, view in zip(reversed(entries), reversed(views), strict=True)
    ]


def _what(entry: AuditEntry) -> str:
    return in_words("appointment.declined" if entry.details.get("declined") else entry.action)
