"""propose_booking: the summary of the time that is kept, for a new booking or for a move."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from agent.consent.contact_proof import needs_proof, send_contact_code
from agent.consent.operation import digest_of
from agent.consent.policy import must_hold_a_time, must_still_want_time
from agent.conversation.choices import Summary
from agent.tools.proposals.summary import show_summary, summary_result
from agent.tools.proposals.summary_rows import hold_rows, move_rows
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import forms
from agent.ui_blocks.block import quote_view
from agent.ui_blocks.booking_answers import (
    answer_rows,
    note_answers,
    open_questions,
    question_view,
    unanswered_questions,
)
from agent.ui_blocks.booking_blocks import staff_names
from agent.wishes.beyond_one_booking import still_to_book
from booking_core.appointments.appointment import PENDING
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.customers.phone_countries import ways_in_words
from booking_core.holds.hold import Hold

CODE_NEEDED = "The newest email to the customer has a six-digit code. They enter it here, then propose again."


class ProposeBooking(Struct, frozen=True):
    """Show the summary of the time being kept, for a new booking or for a move. The customer agrees or
    declines; you cannot.

    Some services ask something before they are booked: the answer then tells which questions are open. Ask
    them, and give what the customer said in `answers`, by key.
    """

    answers: dict[str, str | bool] = {}


async def propose_booking(context: TurnContext, ask: ProposeBooking) -> ToolOutcome:
    hold_id = must_hold_a_time(context)
    must_still_want_time(context)
    hold = await context.read_only(lambda desk: desk.hold_in_hand(hold_id))
    moving, contact = context.state.moving, context.state.contact
    questions = [] if moving else context.catalogue.questions_of.get(hold.service_id, [])
    missing = await _what_is_missing(context, ask, questions)
    if missing is not None:
        return missing
    rows, is_request = await _rows(context, hold, questions)
    summary = Summary(
        deed="move" if moving else "book",
        digest=digest_of(hold, contact, context.state.answers),
        shown_after=context.position,
        hold_id=hold.id,
        appointment_id=moving,
        is_unasked=not context.is_asking_for_other,
        is_request=is_request,
    )
    block = show_summary(context, summary, rows, price=_price(context, hold), expires_at=hold.expires_at)
    shown = summary_result(summary, rows)
    if changes := _changed_people(context, hold):
        shown["other_person"] = changes
    if left := still_to_book(context):
        shown["not_in_this_booking"] = left
    return ToolOutcome(shown, (block,) if moving else (*_optional_form(context), block))


async def _what_is_missing(
    context: TurnContext, ask: ProposeBooking, questions: Sequence[BookingQuestion]
) -> ToolOutcome | None:
    """What a booking needs before its summary: a contact, answers, a code. A move has all of it."""
    contact, moving = context.state.contact, context.state.moving
    if contact is None and moving is None:
        return ToolOutcome({"needs_contact": True, "next": "ask_contact_details"})
    note_answers(context, questions, ask.answers)
    unanswered = open_questions(context, questions)
    if unanswered:
        return ToolOutcome({"needs_answers": [question_view(question) for question in unanswered]})
    if contact is not None and moving is None and await needs_proof(context, contact):
        return ToolOutcome(
            {"needs_code": CODE_NEEDED}, (await send_contact_code(context, contact.email or ""),)
        )
    return None


def _changed_people(context: TurnContext, hold: Hold) -> dict[str, str]:
    """Who did what is moved and who would do it then, where that is somebody else; empty otherwise."""
    before = context.catalogue.resources.get(context.state.draft.before_staff_id or "")
    if context.state.moving is None or before is None or before.id in hold.resource_ids:
        return {}
    return {"before": before.name, "then": ", ".join(staff_names(context.catalogue, hold.resource_ids))}


def _price(context: TurnContext, hold: Hold) -> dict[str, Any] | None:
    is_each = context.catalogue.service(hold.service_id).is_group
    return quote_view(hold.quote, is_each=is_each, people=hold.party_size)


async def _rows(
    context: TurnContext, hold: Hold, questions: Sequence[BookingQuestion]
) -> tuple[list[tuple[str, str]], bool]:
    """The rows of the summary, and whether the business has to approve what they say."""
    rows, contact, moving = hold_rows(context, hold), context.state.contact, context.state.moving
    if moving:
        moved = await context.read_only(lambda desk: desk.find(moving))
        return await move_rows(context, moved, rows), moved.status == PENDING
    if contact is not None:
        names = context.says.ROWS
        rows += [(names["name"], contact.name), (names["contact"], ways_in_words(contact))]
        rows += answer_rows(context, questions)
    return rows, bool(hold.policy.get("requires_approval"))


def _optional_form(context: TurnContext) -> Iterator[dict[str, Any]]:
    """Once, what the service would like to know: a form that may be left as it is."""
    state = context.state
    questions = [
        one
        for one in unanswered_questions(state, context.catalogue)
        if not one.required and one.key not in state.draft.invited
    ]
    if questions:
        state.draft.invited += [question.key for question in questions]
        state.close("contact")
        yield forms.optional_questions_form(state, questions)


TOOL = Tool("propose_booking", ProposeBooking, propose_booking, "Putting it together", writes=True)
