"""Consent: the customer's yes to a summary, and the deed that follows it. No model comes near this file.

A deed needs a summary that was shown before the customer's latest message, an agreement with nothing else in
it, and facts that are still the ones agreed to. Each summary is used once.
"""

import hashlib
from collections.abc import AsyncIterator, Iterator, Mapping

from msgspec import structs

from agent.assent import Answer, AnswerKind, answer_to, asks_for_operation, is_courtesy
from agent.consent.authority import require_proof
from agent.consent.contact_proof import booker_of
from agent.conversation.places import service_label
from agent.conversation.state import ConversationState, Summary
from agent.events import BlockShown, BlockUpdated, Event, PageEvent, TextAdded
from agent.languages import language_of
from agent.letters.change_letter import write_change_letter
from agent.mentions.names import services_in, staff_in
from agent.privacy.personal import BOOKING_CODE
from agent.turn_context import TurnContext, TurnResult
from agent.ui_blocks import blocks
from agent.ui_blocks.booking_answers import answers_for_service
from agent.ui_blocks.cards import cards_after_change
from agent.wishes.beyond_one_booking import offer_remainder
from agent.wishes.unclear_days import read_when
from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import Conflict
from booking_core.holds.hold import Hold
from booking_core.storage.statements import Statement

BY_BUTTON = {"agree": Answer(AnswerKind.YES), "decline": Answer(AnswerKind.NO)}
PLAIN_YES, SHOWN_BEFORE, SAME_AS_SHOWN = "a_yes_and_nothing_else", "consent_before_deed", "same_as_shown"

# The answers before the customer's message in which a block stood.
ANSWERS_WITH_BLOCK = Statement(
    "WITH answers AS (SELECT position, blocks FROM messages"
    " WHERE conversation_id = :conversation_id AND role = 'assistant' AND position < :position)"
    " SELECT position = (SELECT max(position) FROM answers) AS is_newest FROM answers"
    " WHERE EXISTS (SELECT FROM jsonb_array_elements(blocks) AS block WHERE block ->> 'id' = :block)"
)


def answer_to_summary(context: TurnContext) -> Answer | None:
    """What kind of answer this message is to the open summary, by its button or in words; None where there is
    none, or another button was pressed."""
    summary = context.state.summary
    if summary is None:
        return None
    if context.pressed is not None:
        return BY_BUTTON.get(context.pressed.verb)
    context.names_something = _names_something(context)
    answer = answer_to(
        context.text, summary.deed, language_of(context.locale), names_something=context.names_something
    )
    context.answer, context.answered_deed = answer, summary.deed
    context.answered_appointment = summary.appointment_id
    context.record_decision(
        PLAIN_YES, allowed=answer.kind in (AnswerKind.YES, AnswerKind.NO), is_a=answer.kind.value
    )
    return answer


def asks_to_reopen_summary(context: TurnContext) -> bool:
    """ "Ok, book it", right after a no to booking: that asks for the summary once more, and is no yes to it
    yet."""
    state = context.state
    if state.refused != "book" or state.hold_id is None or state.summary is not None or context.pressed:
        return False
    return asks_for_operation(context.text, state.refused, language_of(context.locale))


def acknowledges_refusal(context: TurnContext) -> bool:
    """ "Ok", "thanks" and "yes", right after a no, are said of the no: nothing is proposed again for them."""
    if not context.state.refused or context.pressed is not None or context.state.summary is not None:
        return False
    language = language_of(context.locale)
    if asks_for_operation(context.text, context.state.refused, language):
        return False
    return answer_to(context.text, "", language).kind is AnswerKind.YES or is_courtesy(context.text, language)


def _names_something(context: TurnContext) -> bool:
    """Whether a message has a number, a time, a person, a way to reach the customer or another service in
    it."""
    if any(one.isdigit() or one == "@" for one in context.text):
        return True
    held = context.state.held_offer
    named = {service.id for service in services_in(context.catalogue, context.text)}
    return (
        not read_when(context, context.text).is_empty
        or bool(named - {held.service_id if held else ""})
        or bool(staff_in(context.catalogue, context.text))
    )


async def was_shown_before(context: TurnContext, summary: Summary, answer: Answer) -> bool:
    """Whether the summary stood in an answer before the customer's message was written: what was said unseen
    agrees to nothing.

    "Ok" and "great, thank you" are said of the newest answer, so only there they are a yes to the summary,
    and only where it was asked for. No typed yes is one where the summary must be shown again first; its
    button stands beside what it does.
    """
    found = False
    is_meant = context.pressed is not None or answer.kind is AnswerKind.NO or not summary.must_be_shown_again
    if is_meant and summary.shown_after < context.position:
        asked = {"conversation_id": context.conversation_id, "position": context.position}
        rows = await context.core.ask(ANSWERS_WITH_BLOCK, **asked, block=summary.block.get("id", ""))
        found = any(row.is_newest and not summary.is_unasked if answer.is_weak else True for row in rows)
    context.record_decision(SHOWN_BEFORE, allowed=found, deed=summary.deed)
    return found


def flag_stale_summary(context: TurnContext, before: Summary | None) -> None:
    """After an answer: where it left the summary as it was, and the customer may take it for something else,
    a typed yes shows it again."""
    summary = context.state.summary
    if before is None or summary is None or summary.block.get("id") != before.block.get("id"):
        return
    if _model_spoke(context) or _wants_change(context):
        context.state.summary = structs.replace(summary, must_be_shown_again=True)


def _model_spoke(context: TurnContext) -> bool:
    """Whether the answer has words in it that no rule of ours has put together."""
    return context.model_has_spoken


def _wants_change(context: TurnContext) -> bool:
    """Whether the message said yes and something else, or named what the summary does not have."""
    kind = context.answer.kind if context.answer is not None else None
    return kind is AnswerKind.MORE or (
        context.names_something and kind in (AnswerKind.OTHER, AnswerKind.QUESTION)
    )


def digest_of(
    facts: Hold | Appointment, contact: ContactDetails | None, answers: Mapping[str, str | bool] | None = None
) -> str:
    """One fingerprint over everything a customer agrees to."""
    told = (
        facts.id, facts.service_id, facts.location_id, facts.starts_at.isoformat(), facts.ends_at.isoformat(),
        sorted(facts.resource_ids), facts.party_size, facts.price, facts.currency, facts.policy, contact, sorted((answers or {}).items()),
    )  # fmt: skip
    return hashlib.sha256(repr(told).encode()).hexdigest()


async def execute_summary(context: TurnContext, summary: Summary) -> AsyncIterator[Event]:
    """Do what was agreed to, and say so. Raises the desk's refusals and ``Fenced``; nothing has changed
    then."""
    judged: list[Event] = []

    async def operation(desk: Desk) -> TurnResult:
        appointment = await _execute(desk, context, summary)
        judged.extend(context.drain_decisions())
        state, vault = context.state.copy(), context.vault.copy()
        _update_state(state, summary, appointment)
        await vault.learn_in(desk.session, BOOKING_CODE, appointment.code)
        before = await cards_after_change(desk.session, context.conversation_id, appointment, summary.deed)
        told = [*judged, *map(BlockUpdated, before), *_events(context, summary, appointment)]
        if summary.deed == "book":
            told += offer_remainder(context, state, appointment)
        return TurnResult(tuple(told), state, vault)

    for event in await context.transaction_with_answer(operation, proof=f"consent:{summary.digest[:16]}"):
        yield event


def _events(context: TurnContext, summary: Summary, appointment: Appointment) -> Iterator[Event]:
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
    yield BlockShown(blocks.booking_card(context.catalogue, appointment, title, status, context.locale))


def decline_summary(context: TurnContext, summary: Summary) -> Event:
    """Nothing is done; the time stays held for a while, in case."""
    context.state.summary = None
    context.state.refused = summary.deed
    context.state.draft.settled = False
    context.state.close(*BY_BUTTON)
    return BlockUpdated(_final_block(summary, "declined"))


async def _execute(desk: Desk, context: TurnContext, summary: Summary) -> Appointment:
    if summary.deed == "book":
        return await _book(desk, context, summary)
    appointment_id = summary.appointment_id or ""
    proof = await require_proof(desk.session, context, appointment_id)
    change = _cancel if summary.deed == "cancel" else _move
    appointment = await change(desk, context, summary, appointment_id)
    told = _confirmation_text(context, summary, appointment)
    await write_change_letter(desk.session, context, appointment, proof, told)
    return appointment


async def _book(desk: Desk, context: TurnContext, summary: Summary) -> Appointment:
    hold = await _hold_of_summary(desk, context, summary)
    if context.state.contact is None:
        raise Conflict("We do not know yet how to reach you.", code="missing_fields")
    answers = answers_for_service(context, hold.service_id)
    booker = await booker_of(desk, context, context.state.contact)
    return await desk.confirm(hold.id, context.state.contact, answers=answers, booker=booker)


async def _move(desk: Desk, context: TurnContext, summary: Summary, appointment_id: str) -> Appointment:
    # The appointment is locked before the hold, as wherever one is moved.
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
    """The words for what was done, by what the appointment is by now: what was a request at the summary may
    have been approved since."""
    is_request = summary.is_request if summary.deed == "cancel" else appointment.status == PENDING
    done: dict[str, tuple[str, str, str, str]] = context.says.DEED_DONE
    return structs.replace(summary, is_request=is_request).entry_in(done)


def _confirmation_text(context: TurnContext, summary: Summary, appointment: Appointment) -> str:
    """What was done, in a sentence."""
    sentence = _result_words(context, summary, appointment)[-1]
    place = context.catalogue.location(appointment.location_id)
    when = context.local_time_text(appointment.starts_at, place.time_zone)
    service = service_label(context.catalogue, context.catalogue.service(appointment.service_id).name, place)
    return sentence.format(service=service, when=when, code=appointment.code)


def _require_same_facts(context: TurnContext, digest: str, summary: Summary) -> None:
    """The facts are still the ones that were agreed to."""
    context.record_decision(SAME_AS_SHOWN, allowed=digest == summary.digest, deed=summary.deed)
    if digest != summary.digest:
        raise Conflict("Something changed since the summary was shown.", code="summary_changed")


def _update_state(state: ConversationState, summary: Summary, appointment: Appointment) -> None:
    state.clear_hold()
    state.close("service", "time", "more_times", "contact", "say")
    state.moving = None
    state.answers = {}
    # Who has been at one place means it until they say another.
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
