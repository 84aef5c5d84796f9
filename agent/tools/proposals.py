"""propose_booking, start_move and propose_cancel: put a summary before the customer. Only their yes to it
does the deed (``agent.consent.consent``)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, structs

from agent.assent import AnswerKind
from agent.consent.authority import appointment_for_handle, recent_cancellation, upcoming_bookings
from agent.consent.contact_proof import needs_proof, send_contact_code
from agent.consent.operation import digest_of
from agent.consent.policy import must_hold_a_time, must_not_ask_again, must_still_want_time
from agent.consent.which_appointment import appointments_in_text, new_time_text
from agent.conversation.places import name_and_address, service_label
from agent.conversation.state import Summary
from agent.privacy.personal import BOOKING_CODE
from agent.tools.arguments.place import place_entry
from agent.tools.booking_lookup import booking_options
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks, forms
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
    """Show the summary of the time being kept, for a new booking or for a move. The customer agrees or
    declines; you cannot.

    Some services ask something before they are booked: the answer then tells which questions are open. Ask
    them, and give what the customer said in `answers`, by key.
    """

    answers: dict[str, str | bool] = {}


class ProposeCancel(Struct, frozen=True):
    """Show what would be cancelled: a `booking` that a tool returned, or without one the appointment the
    customer's message names.

    Where that leaves it open, the answer has `ask_which` and buttons for the customer: ask them which one.
    The customer agrees or declines; you cannot.
    """

    booking: str = ""


class StartMove(Struct, frozen=True):
    """Begin to move a `booking` that a tool returned, or without one the appointment the customer's message
    names.

    Where that leaves it open, the answer has `ask_which` and buttons for the customer: ask them which one.
    Then find times, hold one and propose it.
    """

    booking: str = ""


async def start_move(context: TurnContext, ask: StartMove) -> ToolOutcome:
    """The move keeps the person, the place, the length and how many come, unless the customer has said
    otherwise."""
    meant = await _find_appointment(context, ask.booking, "move")
    if isinstance(meant, ToolOutcome):
        return meant
    appointment = meant
    context.state.drop_summary()
    service, draft = context.catalogue.service(appointment.service_id), context.state.draft
    # It stays at its place, unless the customer said another with the wish to move it.
    said = (
        context.place_in_message.id
        if context.place_in_message
        else draft.location_id
        if context.state.wanting
        else None
    )
    draft.location_id = said or appointment.location_id
    context.state.wanting = ""
    context.state.moving, draft.service_id, draft.party_size = (
        appointment.id,
        service.id,
        appointment.party_size,
    )
    draft.base = appointment.starts_at
    draft.length_min = appointment.duration_min
    if draft.staff_id is None and not draft.any_staff and not draft.without:
        draft.staff_id = _staff_of_appointment(context.catalogue, appointment)
    location = context.catalogue.location(appointment.location_id)
    now_at = context.local_time_text(appointment.starts_at, location.time_zone)
    return ToolOutcome({"moving": service.name, "now_at": now_at, **place_entry(context, location)})


async def _find_appointment(context: TurnContext, handle: str, deed: str) -> Appointment | ToolOutcome:
    """The appointment that the customer's own words name; a question with a button for each that may be meant
    where they leave it open."""
    if handle:
        if deed == "move":
            context.state.wish = new_time_text(context, context.state.wish)
        return await appointment_for_handle(context, handle)
    own = await context.read_only(lambda desk: upcoming_bookings(desk, context))
    if not own:
        gone = await context.read_only(lambda desk: recent_cancellation(desk, context))
        return _earlier_cancellation(context, gone) if gone else await appointment_for_handle(context, "")
    claimed = context.state.claim.get("booking_code", "")
    text = context.text if context.code is None else f"{context.state.wish} {claimed}"
    named = appointments_in_text(context, text, own, moves=deed == "move")
    if deed == "move" and named.wish:
        context.state.wish = named.wish
    if named.code:
        return ToolOutcome({"not_known_here": named.code})
    spoken_of = next((one for one in own if one.id == context.answered_appointment), None)
    only = named.only if named.is_named or spoken_of is None else spoken_of
    if only is not None:
        return await appointment_for_handle(context, context.state.handle_of(only.id))
    context.state.drop_summary()
    context.state.wanting = deed
    await context.vault.learn(context.core, BOOKING_CODE, *(one.code for one in own))
    told, choices = booking_options(context, named.fits or own)
    why = "none_fits" if not named.fits else "one_at_a_time" if named.wants_all else "several"
    return ToolOutcome({"ask_which": why, "bookings": told}, (choices,))


def _earlier_cancellation(context: TurnContext, appointment: Appointment) -> ToolOutcome:
    """Nothing is left to change: whoever asks whether it is cancelled is told so."""
    location = context.catalogue.location(appointment.location_id)
    service = service_label(
        context.catalogue, context.catalogue.service(appointment.service_id).name, location
    )
    when = context.local_time_text(appointment.starts_at, location.time_zone)
    return ToolOutcome({"already_cancelled": {"service": service, "when": when, "code": appointment.code}})


def _staff_of_appointment(catalogue: Catalogue, appointment: Appointment) -> str | None:
    """The person of an appointment, where it has one who still does that service."""
    able = catalogue.resources_of[appointment.service_id]
    own = [one.id for one in able if one.kind == STAFF and one.id in appointment.resource_ids]
    return own[0] if len(own) == 1 else None


async def propose_booking(context: TurnContext, ask: ProposeBooking) -> ToolOutcome:
    hold_id = must_hold_a_time(context)
    must_still_want_time(context)
    hold = await context.read_only(lambda desk: desk.hold_in_hand(hold_id))
    contact = context.state.contact
    moving = context.state.moving
    if contact is None and moving is None:
        return ToolOutcome({"needs_contact": True, "next": "ask_contact_details"})
    questions = [] if moving else context.catalogue.questions_of.get(hold.service_id, [])
    note_answers(context, questions, ask.answers)
    unanswered = open_questions(context, questions)
    if unanswered:
        return ToolOutcome({"needs_answers": [question_view(question) for question in unanswered]})
    if contact is not None and moving is None and await needs_proof(context, contact):
        return ToolOutcome(
            {"needs_code": CODE_NEEDED}, (await send_contact_code(context, contact.email or ""),)
        )
    rows, deed, is_request = (
        _rows(context, hold),
        "move" if moving else "book",
        bool(hold.policy.get("requires_approval")),
    )
    if moving:
        moved = await context.read_only(lambda desk: desk.find(moving))
        rows, is_request = await _move_rows(context, moved, rows), moved.status == PENDING
    if contact is not None and moving is None:
        names = context.says.ROWS
        rows += [(names["name"], contact.name), (names["contact"], contact.email or contact.phone or "")]
        rows += answer_rows(context, questions)
    summary = Summary(
        deed=deed,
        digest=digest_of(hold, contact, context.state.answers),
        shown_after=context.position,
        hold_id=hold.id,
        appointment_id=moving,
        is_unasked=not context.is_asking_for_other,
        is_request=is_request,
    )
    block = _show_summary(context, summary, rows, price=hold.money, expires_at=hold.expires_at)
    shown = _summary_result(summary, rows)
    if left := still_to_book(context):
        shown["not_in_this_booking"] = left
    return ToolOutcome(shown, (block,) if moving else (*_optional_form(context), block))


async def _move_rows(
    context: TurnContext, appointment: Appointment, rows: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The rows of a move: from when to when, and the code of what is moved."""
    await context.vault.learn(context.core, BOOKING_CODE, appointment.code)
    location, names = context.catalogue.location(appointment.location_id), context.says.ROWS
    before = context.local_time_text(appointment.starts_at, location.time_zone)
    at = next(place for place, row in enumerate(rows) if row[0] == names["when"])
    return [*rows[:at], (names["before"], before), *rows[at:], (names["code"], appointment.code)]


def _optional_form(context: TurnContext) -> Iterator[dict[str, Any]]:
    """Once, what the service would like to know: a form that may be left as it is."""
    state = context.state
    questions = [
        one
        for one in optional_questions(state, context.catalogue)
        if one.key not in state.answers and one.key not in state.draft.invited
    ]
    if questions:
        state.draft.invited += [question.key for question in questions]
        state.close("contact")
        yield forms.optional_questions_form(state, questions)


async def propose_cancel(context: TurnContext, ask: ProposeCancel) -> ToolOutcome:
    must_not_ask_again(context)
    meant = await _find_appointment(context, ask.booking, "cancel")
    if isinstance(meant, ToolOutcome):
        return meant
    appointment = meant
    await context.vault.learn(context.core, BOOKING_CODE, appointment.code)
    context.state.wanting = ""
    location = context.catalogue.location(appointment.location_id)
    when = context.local_time_text(appointment.starts_at, location.time_zone)
    names = context.says.ROWS
    rows = [
        (names["service"], context.catalogue.service(appointment.service_id).name),
        (names["when"], when),
        *(
            [(names["where"], name_and_address(context.catalogue, location))]
            if len(context.catalogue.locations) > 1
            else []
        ),
        (names["code"], appointment.code),
    ]
    summary = Summary(
        deed="cancel",
        digest=digest_of(appointment, None),
        shown_after=context.position,
        appointment_id=appointment.id,
        is_unasked=context.answer is not None and context.answer.kind is not AnswerKind.YES,
        is_request=appointment.status == PENDING,
    )
    block = _show_summary(context, summary, rows)
    return ToolOutcome(_summary_result(summary, rows), (block,))


def _show_summary(
    context: TurnContext,
    summary: Summary,
    rows: Sequence[tuple[str, str]],
    *,
    price: Money | None = None,
    expires_at: datetime | None = None,
) -> dict[str, Any]:
    """The summary's block, with its buttons; a yes is to this one from now on."""
    context.state.close("agree", "decline")
    block = blocks.summary(
        context.state,
        summary.entry_in(context.says.SUMMARY_TITLES),
        rows,
        price=price,
        expires_at=expires_at,
        agree=summary.entry_in(context.says.AGREE),
        decline=summary.entry_in(context.says.DECLINE),
    )
    context.state.summary = structs.replace(summary, block=block)
    return block


def _summary_result(summary: Summary, rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The summary as it is told to whoever proposed it."""
    told: dict[str, Any] = {"summary_shown": dict(rows), "deed": summary.deed}
    return told | ({"is_request": REQUEST} if summary.is_request else {})


def _rows(context: TurnContext, hold: Hold) -> list[tuple[str, str]]:
    location = context.catalogue.location(hold.location_id)
    names, service = context.says.ROWS, context.catalogue.service(hold.service_id)
    rows = [
        (names["service"], service.name),
        (names["when"], context.local_time_text(hold.starts_at, location.time_zone)),
    ]
    if len(service.durations) > 1:
        minutes = hold.duration_min
        rows.append((names["length"], context.says.MINUTES.format(minutes=minutes)))
    # A service that nobody in particular does, or a place without an address, has no such row.
    whereabouts = [
        (names["with"], _staff_names(context.catalogue, hold)),
        (names["where"], name_and_address(context.catalogue, location)),
    ]
    rows += [(name, value) for name, value in whereabouts if value]
    return rows + ([(names["people"], str(hold.party_size))] if hold.party_size > 1 else [])


def _staff_names(catalogue: Catalogue, hold: Hold) -> str:
    return ", ".join(blocks.staff_names(catalogue, hold.resource_ids))


BOOKING = Tool("propose_booking", ProposeBooking, propose_booking, "Putting it together", writes=True)
MOVE = Tool("start_move", StartMove, start_move, "One moment", writes=True)
CANCEL = Tool("propose_cancel", ProposeCancel, propose_cancel, "Putting it together", writes=True)
