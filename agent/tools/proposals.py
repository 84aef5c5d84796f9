"""propose_booking, start_move and propose_cancel: put a summary before the customer. Only their yes to it does the deed (``agent.consent.consent``)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, structs

from agent.assent import Kind
from agent.consent.authority import bookings_coming, last_cancelled, the_one_meant
from agent.consent.consent import digest_of
from agent.consent.contact_proof import ask_for_code, needs_proof
from agent.consent.policy import must_hold_a_time, must_not_ask_again, must_still_be_wanted
from agent.consent.which_appointment import appointments_named, moved_to
from agent.conversation.places import name_and_address, named_service
from agent.conversation.state import Summary
from agent.privacy.personal import BOOKING_CODE
from agent.tools.arguments.place import place_told
from agent.tools.booking_lookup import bookings_to_choose
from agent.tools.tool import Outcome, Tool
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from agent.ui_blocks.booking_answers import (
    answer_rows,
    note_answers,
    open_questions,
    optional_questions,
    question_view,
)
from agent.wishes.beyond_one_booking import still_to_book
from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.money import Money
from booking_core.catalogue.resources import STAFF
from booking_core.holds.hold import Hold

REQUEST = "The business has to approve this first. Ask whether to send or change the request; never say that it is booked."
CODE_NEEDED = (
    "The newest e-mail to the customer has a six-digit code. They enter it here, then propose again."
)


class ProposeBooking(Struct, frozen=True):
    """Show the summary of the time being kept, for a new booking or for a move. The customer agrees or declines; you cannot.

    Some services ask something before they are booked: the answer then tells which questions are open. Ask them, and give what the
    customer said in `answers`, by key.
    """

    answers: dict[str, str | bool] = {}


class ProposeCancel(Struct, frozen=True):
    """Show what would be cancelled: a `booking` that a tool returned, or without one the appointment the customer's message names.

    Where that leaves it open, the answer has `ask_which` and buttons for the customer: ask them which one. The customer agrees or declines; you cannot.
    """

    booking: str = ""


class StartMove(Struct, frozen=True):
    """Begin to move a `booking` that a tool returned, or without one the appointment the customer's message names.

    Where that leaves it open, the answer has `ask_which` and buttons for the customer: ask them which one. Then find times, hold one and propose it.
    """

    booking: str = ""


async def start_move(talk: Talk, ask: StartMove) -> Outcome:
    """The move keeps the person, the place, the length and how many come, unless the customer has said otherwise."""
    meant = await _meant(talk, ask.booking, "move")
    if isinstance(meant, Outcome):
        return meant
    appointment = meant
    talk.notepad.drop_summary()
    service, draft = talk.catalogue.service(appointment.service_id), talk.notepad.draft
    # It stays at its place, unless the customer said another with the wish to move it.
    said = talk.place_named.id if talk.place_named else draft.location_id if talk.notepad.wanting else None
    draft.location_id = said or appointment.location_id
    talk.notepad.wanting = ""
    talk.notepad.moving, draft.service_id, draft.party_size = (
        appointment.id,
        service.id,
        appointment.party_size,
    )
    draft.base = appointment.starts_at
    draft.length_min = appointment.duration_min
    if draft.staff_id is None and not draft.any_staff and not draft.without:
        draft.staff_id = _who_does_it(talk.catalogue, appointment)
    location = talk.catalogue.location(appointment.location_id)
    now_at = talk.when_told(appointment.starts_at, location.time_zone)
    return Outcome({"moving": service.name, "now_at": now_at, **place_told(talk, location)})


async def _meant(talk: Talk, handle: str, deed: str) -> Appointment | Outcome:
    """The appointment that the customer's own words name; a question with a button for each that may be meant where they leave it open."""
    if handle:
        if deed == "move":
            talk.notepad.wish = moved_to(talk, talk.notepad.wish)
        return await the_one_meant(talk, handle)
    own = await talk.look(lambda desk: bookings_coming(desk, talk))
    if not own:
        gone = await talk.look(lambda desk: last_cancelled(desk, talk))
        return _cancelled_already(talk, gone) if gone else await the_one_meant(talk, "")
    claimed = talk.notepad.claim.get("booking_code", "")
    text = talk.text if talk.code is None else f"{talk.notepad.wish} {claimed}"
    named = appointments_named(talk, text, own, moves=deed == "move")
    if deed == "move" and named.wish:
        talk.notepad.wish = named.wish
    if named.code:
        return Outcome({"not_known_here": named.code})
    spoken_of = next((one for one in own if one.id == talk.answered_appointment), None)
    only = named.only if named.is_named or spoken_of is None else spoken_of
    if only is not None:
        return await the_one_meant(talk, talk.notepad.handle_of(only.id))
    talk.notepad.drop_summary()
    talk.notepad.wanting = deed
    await talk.vault.learn(talk.core, BOOKING_CODE, *(one.code for one in own))
    told, choices = bookings_to_choose(talk, named.fits or own)
    why = "none_fits" if not named.fits else "one_at_a_time" if named.wants_all else "several"
    return Outcome({"ask_which": why, "bookings": told}, (choices,))


def _cancelled_already(talk: Talk, appointment: Appointment) -> Outcome:
    """Nothing is left to change: whoever asks whether it is cancelled is told so."""
    location = talk.catalogue.location(appointment.location_id)
    service = named_service(talk.catalogue, talk.catalogue.service(appointment.service_id).name, location)
    when = talk.when_told(appointment.starts_at, location.time_zone)
    return Outcome({"already_cancelled": {"service": service, "when": when, "code": appointment.code}})


def _who_does_it(catalogue: Catalogue, appointment: Appointment) -> str | None:
    """The person of an appointment, where it has one who still does that service."""
    able = catalogue.resources_of[appointment.service_id]
    own = [one.id for one in able if one.kind == STAFF and one.id in appointment.resource_ids]
    return own[0] if len(own) == 1 else None


async def propose_booking(talk: Talk, ask: ProposeBooking) -> Outcome:
    hold_id = must_hold_a_time(talk)
    must_still_be_wanted(talk)
    hold = await talk.look(lambda desk: desk.hold_in_hand(hold_id))
    contact = talk.notepad.contact
    moving = talk.notepad.moving
    if contact is None and moving is None:
        return Outcome({"needs_contact": True, "next": "ask_contact_details"})
    questions = [] if moving else talk.catalogue.questions_of.get(hold.service_id, [])
    note_answers(talk, questions, ask.answers)
    unanswered = open_questions(talk, questions)
    if unanswered:
        return Outcome({"needs_answers": [question_view(question) for question in unanswered]})
    if contact is not None and moving is None and await needs_proof(talk, contact):
        return Outcome({"needs_code": CODE_NEEDED}, (await ask_for_code(talk, contact.email or ""),))
    rows, deed, is_request = (
        _rows(talk, hold),
        "move" if moving else "book",
        bool(hold.policy.get("requires_approval")),
    )
    if moving:
        moved = await talk.look(lambda desk: desk.find(moving))
        rows, is_request = await _from_to(talk, moved, rows), moved.status == PENDING
    if contact is not None and moving is None:
        names = talk.says.ROWS
        rows += [(names["name"], contact.name), (names["contact"], contact.email or contact.phone or "")]
        rows += answer_rows(talk, questions)
    summary = Summary(
        deed=deed,
        digest=digest_of(hold, contact, talk.notepad.answers),
        shown_after=talk.position,
        hold_id=hold.id,
        appointment_id=moving,
        is_unasked=not talk.is_asking_for_other,
        is_request=is_request,
    )
    block = _put_before_customer(talk, summary, rows, price=hold.money, expires_at=hold.expires_at)
    shown = _shown(summary, rows)
    if left := still_to_book(talk):
        shown["not_in_this_booking"] = left
    return Outcome(shown, (block,) if moving else (*_invitation(talk), block))


async def _from_to(
    talk: Talk, appointment: Appointment, rows: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The rows of a move: from when to when, and the code of what is moved."""
    await talk.vault.learn(talk.core, BOOKING_CODE, appointment.code)
    location, names = talk.catalogue.location(appointment.location_id), talk.says.ROWS
    before = talk.when_told(appointment.starts_at, location.time_zone)
    at = next(place for place, row in enumerate(rows) if row[0] == names["when"])
    return [*rows[:at], (names["before"], before), *rows[at:], (names["code"], appointment.code)]


def _invitation(talk: Talk) -> Iterator[dict[str, Any]]:
    """Once, what the service would like to know: a form that may be left as it is."""
    notepad = talk.notepad
    questions = [
        one
        for one in optional_questions(notepad, talk.catalogue)
        if one.key not in notepad.answers and one.key not in notepad.draft.invited
    ]
    if questions:
        notepad.draft.invited += [question.key for question in questions]
        notepad.close("contact")
        yield blocks.more_form(notepad, questions)


async def propose_cancel(talk: Talk, ask: ProposeCancel) -> Outcome:
    must_not_ask_again(talk)
    meant = await _meant(talk, ask.booking, "cancel")
    if isinstance(meant, Outcome):
        return meant
    appointment = meant
    await talk.vault.learn(talk.core, BOOKING_CODE, appointment.code)
    talk.notepad.wanting = ""
    location = talk.catalogue.location(appointment.location_id)
    when = talk.when_told(appointment.starts_at, location.time_zone)
    names = talk.says.ROWS
    rows = [
        (names["service"], talk.catalogue.service(appointment.service_id).name),
        (names["when"], when),
        *(
            [(names["where"], name_and_address(talk.catalogue, location))]
            if len(talk.catalogue.locations) > 1
            else []
        ),
        (names["code"], appointment.code),
    ]
    summary = Summary(
        deed="cancel",
        digest=digest_of(appointment, None),
        shown_after=talk.position,
        appointment_id=appointment.id,
        is_unasked=talk.answer is not None and talk.answer.kind is not Kind.YES,
        is_request=appointment.status == PENDING,
    )
    block = _put_before_customer(talk, summary, rows)
    return Outcome(_shown(summary, rows), (block,))


def _put_before_customer(
    talk: Talk,
    summary: Summary,
    rows: Sequence[tuple[str, str]],
    *,
    price: Money | None = None,
    expires_at: datetime | None = None,
) -> dict[str, Any]:
    """The summary's block, with its buttons; a yes is to this one from now on."""
    talk.notepad.close("agree", "decline")
    block = blocks.summary(
        talk.notepad,
        summary.words_in(talk.says.SUMMARY_TITLES),
        rows,
        price=price,
        expires_at=expires_at,
        agree=summary.words_in(talk.says.AGREE),
        decline=summary.words_in(talk.says.DECLINE),
    )
    talk.notepad.summary = structs.replace(summary, block=block)
    return block


def _shown(summary: Summary, rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The summary as it is told to whoever proposed it."""
    told: dict[str, Any] = {"summary_shown": dict(rows), "deed": summary.deed}
    return told | ({"is_request": REQUEST} if summary.is_request else {})


def _rows(talk: Talk, hold: Hold) -> list[tuple[str, str]]:
    location = talk.catalogue.location(hold.location_id)
    names, service = talk.says.ROWS, talk.catalogue.service(hold.service_id)
    rows = [
        (names["service"], service.name),
        (names["when"], talk.when_told(hold.starts_at, location.time_zone)),
    ]
    if len(service.durations) > 1:
        minutes = hold.duration_min
        rows.append((names["length"], talk.says.MINUTES.format(minutes=minutes)))
    # A service that nobody in particular does, or a place without an address, has no such row.
    whereabouts = [
        (names["with"], _who(talk.catalogue, hold)),
        (names["where"], name_and_address(talk.catalogue, location)),
    ]
    rows += [(name, value) for name, value in whereabouts if value]
    return rows + ([(names["people"], str(hold.party_size))] if hold.party_size > 1 else [])


def _who(catalogue: Catalogue, hold: Hold) -> str:
    return ", ".join(blocks.staff_names(catalogue, hold.resource_ids))


BOOKING = Tool("propose_booking", ProposeBooking, propose_booking, "Putting it together", writes=True)
MOVE = Tool("start_move", StartMove, start_move, "One moment", writes=True)
CANCEL = Tool("propose_cancel", ProposeCancel, propose_cancel, "Putting it together", writes=True)
