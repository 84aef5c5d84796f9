"""The operation that a customer has agreed to: booking, moving or cancelling an appointment.

The facts must still be those that were agreed to. Each summary is used once.
"""

import hashlib
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

from msgspec import structs

from agent.consent.authority import require_proof
from agent.consent.consent import BY_BUTTON
from agent.consent.contact_proof import booker_of
from agent.conversation.choices import REQUESTS, DoneOperation, Summary
from agent.conversation.places import service_label
from agent.conversation.state import ConversationState
from agent.events import BlockShown, BlockUpdated, Event, PageEvent, TextAdded
from agent.mentions.beyond_one.remainder import SERVICE
from agent.privacy.personal import BOOKING_CODE
from agent.turn_context import TurnContext, TurnResult
from agent.ui_blocks import booking_blocks
from agent.ui_blocks.booking_answers import answers_for_service
from agent.ui_blocks.card_actions import drop_actions, with_actions
from agent.ui_blocks.cards import cards_after_change
from agent.wishes.beyond_one_booking import offer_remainder
from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.phone_countries import ways_in_words
from booking_core.desk import Desk
from booking_core.errors import Conflict
from booking_core.holds.hold import Hold

SAME_AS_SHOWN = "same_as_shown"


def digest_of(
    facts: Hold | Appointment, contact: ContactDetails | None, answers: Mapping[str, str | bool] | None = None
) -> str:
    """SHA-256 over everything that a customer agrees to."""
    terms = (
        facts.id, facts.service_id, facts.location_id, facts.starts_at.isoformat(), facts.ends_at.isoformat(),
        sorted(facts.resource_ids), facts.party_size, facts.price, facts.price_is_from, facts.currency,
        facts.policy, contact, sorted((answers or {}).items()),
    )  # fmt: skip
    return hashlib.sha256(repr(terms).encode()).hexdigest()


async def execute_summary(context: TurnContext, summary: Summary, beside: str = "") -> AsyncIterator[Event]:
    """Carry out the operation and yield its events; ``beside`` is said with them. Raises the desk's refusals
    and ``Fenced``, with nothing changed."""
    decisions: list[Event] = []

    async def operation(desk: Desk) -> TurnResult:
        appointment = await _execute(desk, context, summary)
        decisions.extend(context.drain_decisions())
        state, vault = context.state.copy(), context.vault.copy()
        _update_state(state, summary, appointment)
        state.done = _done_operation(context, summary, appointment)
        await vault.learn_in(desk.session, BOOKING_CODE, appointment.code)
        before = await cards_after_change(desk.session, context.conversation_id, appointment, summary.deed)
        events = [*decisions, *map(BlockUpdated, before), *_events(context, summary, appointment, state)]
        if beside:
            events.append(TextAdded(f"\n\n{beside}"))
        if summary.deed == "book" or (summary.deed == "cancel" and _has_another_service(state)):
            events += offer_remainder(context, state, appointment)
        return TurnResult(tuple(events), state, vault)

    for event in await context.transaction_with_answer(operation, proof=f"consent:{summary.digest[:16]}"):
        yield event


def _has_another_service(state: ConversationState) -> bool:
    """Whether all that is left over is another service: "cancel Thursday, and a massage on Saturday"."""
    return bool(state.remainders) and all(one.kind == SERVICE for one in state.remainders)


def _events(
    context: TurnContext, summary: Summary, appointment: Appointment, state: ConversationState
) -> Iterator[Event]:
    yield BlockUpdated(_final_block(summary, "agreed"))
    title, status, event, _ = _result_words(context, summary, appointment)
    facts = {
        "code": appointment.code,
        "time_zone": context.catalogue.location(appointment.location_id).time_zone,
        "service": context.catalogue.service(appointment.service_id).name,
    }
    moments = {"start": appointment.starts_at.isoformat(), "end": appointment.ends_at.isoformat()}
    yield PageEvent(event, facts | moments)
    yield TextAdded(_confirmation_text(context, summary, appointment))
    drop_actions(state, appointment)
    card = _card(context, summary, appointment, title, status)
    yield BlockShown(with_actions(card, state, appointment, context.locale))


def _card(
    context: TurnContext, summary: Summary, appointment: Appointment, title: str, status: str
) -> dict[str, Any]:
    """The card, with whom the booking is for where it has just been made for them."""
    links = context.core.calendar_links
    card = booking_blocks.booking_card(context.catalogue, appointment, title, status, context.locale, links)
    contact = context.state.contact if summary.deed == "book" else None
    if contact is None:
        return card
    return card | {"customer": {"name": contact.name, "contact": ways_in_words(contact)}}


def decline_summary(context: TurnContext, summary: Summary) -> Event:
    """Close the summary after a no. The time stays held until it expires."""
    context.state.summary = None
    context.state.refused = summary.deed
    context.state.draft.settled = False
    context.state.close(*BY_BUTTON)
    return BlockUpdated(_final_block(summary, "declined"))


async def _execute(desk: Desk, context: TurnContext, summary: Summary) -> Appointment:
    if summary.deed == "book":
        return await _book(desk, context, summary)
    appointment_id = summary.appointment_id or ""
    await require_proof(desk.session, context, appointment_id)
    change = _cancel if summary.deed == "cancel" else _move
    return await change(desk, context, summary, appointment_id)


async def _book(desk: Desk, context: TurnContext, summary: Summary) -> Appointment:
    hold = await _hold_of_summary(desk, context, summary)
    contact = context.state.contact
    if contact is None:
        raise Conflict("We do not know yet how to reach you.", code="missing_fields")
    # Letters and calendar files speak the language of the chat.
    contact = structs.replace(contact, locale=contact.locale or context.locale)
    answers = answers_for_service(context, hold.service_id)
    booker = await booker_of(desk, context, contact)
    return await desk.confirm(hold.id, contact, answers=answers, booker=booker)


async def _move(desk: Desk, context: TurnContext, summary: Summary, appointment_id: str) -> Appointment:
    # Lock order of every move: the appointment before the hold.
    await desk.find(appointment_id, for_update=True)
    hold = await _hold_of_summary(desk, context, summary)
    return (await desk.reschedule(appointment_id, hold.id)).appointment


async def _cancel(desk: Desk, context: TurnContext, summary: Summary, appointment_id: str) -> Appointment:
    appointment = await desk.find(appointment_id, for_update=True)
    if appointment.status != CANCELLED:
        _require_same_facts(context, digest_of(appointment, None), summary)
    return (await desk.cancel(appointment_id, reason="cancelled in the chat")).appointment


async def _hold_of_summary(desk: Desk, context: TurnContext, summary: Summary) -> Hold:
    hold = await desk.find_hold(summary.hold_id or "", for_update=True)
    _require_same_facts(context, digest_of(hold, context.state.contact, context.state.answers), summary)
    return hold


def _result_words(
    context: TurnContext, summary: Summary, appointment: Appointment
) -> tuple[str, str, str, str]:
    """Title, status, event and sentence for the result. They follow the appointment's status, as a request
    may have been approved since the summary."""
    is_request = summary.is_request if summary.deed == "cancel" else appointment.status == PENDING
    done: dict[str, tuple[str, str, str, str]] = context.says.DEED_DONE
    return structs.replace(summary, is_request=is_request).entry_in(done)


def _confirmation_text(context: TurnContext, summary: Summary, appointment: Appointment) -> str:
    """A sentence that says what was done."""
    sentence = _result_words(context, summary, appointment)[-1]
    place = context.catalogue.location(appointment.location_id)
    when = context.local_time_text(appointment.starts_at, place.time_zone)
    service = service_label(context.catalogue, context.catalogue.booked_name(appointment), place)
    return sentence.format(service=service, when=when, code=appointment.code)


def _done_operation(context: TurnContext, summary: Summary, appointment: Appointment) -> DoneOperation:
    is_request = summary.is_request if summary.deed == "cancel" else appointment.status == PENDING
    place = context.catalogue.location(appointment.location_id)
    when = context.local_time_text(appointment.starts_at, place.time_zone)
    service = service_label(context.catalogue, context.catalogue.booked_name(appointment), place)
    return DoneOperation(REQUESTS[summary.deed] if is_request else summary.deed, f"{service}, {when}")


def _require_same_facts(context: TurnContext, digest: str, summary: Summary) -> None:
    """Raise ``Conflict`` where the facts are not those that were agreed to."""
    context.record_decision(SAME_AS_SHOWN, allowed=digest == summary.digest, deed=summary.deed)
    if digest != summary.digest:
        raise Conflict("Something changed since the summary was shown.", code="summary_changed")


def _update_state(state: ConversationState, summary: Summary, appointment: Appointment) -> None:
    state.latest = None if summary.deed == "cancel" else state.held_offer
    state.clear_hold()
    state.close("service", "time", "more_times", "contact", "say")
    state.moving = None
    state.answers = {}
    # The location stays that of the conversation until another is named.
    state.draft = type(state.draft)(
        location_id=appointment.location_id,
        name=state.draft.name,
        email=state.draft.email,
        phone=state.draft.phone,
    )
    if summary.deed == "book" and appointment.id not in state.appointments:
        state.appointments.append(appointment.id)
    if summary.deed == "cancel":
        state.appointments = [known for known in state.appointments if known != appointment.id]


def _final_block(summary: Summary, outcome: str) -> dict[str, object]:
    return summary.block | {"state": "closed", "outcome": outcome}
