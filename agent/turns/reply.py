"""A reply: what happens in a turn, in order. Distress first, then consent, both by code; then buttons and
forms, which need no model; then whoever speaks."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, suppress

from agent.assent import AnswerKind, first_polarity
from agent.consent.consent import (
    acknowledges_refusal,
    answer_to_summary,
    asks_to_reopen_summary,
    flag_stale_summary,
    was_shown_before,
)
from agent.consent.contact_proof import send_contact_code
from agent.consent.operation import decline_summary, execute_summary
from agent.consent.proof_requests import answers_proof_request
from agent.consent.second_thoughts import hear_second_thoughts
from agent.consent.sheet import agree_on_sheet
from agent.conversation.choices import Input, Summary
from agent.distress.answering import comfort, distress_in
from agent.distress.frames import DistressKind
from agent.events import BlockShown, BlockUpdated, Event, PageEvent, TextAdded, TokensSpent
from agent.guided.replies.condolence import kind_word, what_instead
from agent.guided.responses.beside import Beside, take_apart
from agent.languages import language_of
from agent.languages.texts.refusals import sentence_for_refusal
from agent.llm.budget import Budget
from agent.llm.usage import record_usage
from agent.models.protocol import Model
from agent.privacy.personal import booking_codes_in
from agent.tools.arguments.place import note_place
from agent.turn_context import TurnContext
from agent.turns.failover import answer
from agent.ui_blocks import blocks
from agent.wishes.beyond_one_booking import answer_to_continuing, note_remainders, take_remainder_text
from booking_core.booking.booking_caps import ENDED_BY_PROOF, BookingLimitReached
from booking_core.errors import HoldExpired, Refusal, TooMany

WITHIN_CAPS = "within_booking_caps"


async def reply_to_message(
    context: TurnContext, models: Sequence[Model], guided: Model, budget: Budget
) -> AsyncGenerator[Event, None]:
    """The turn's events, from the customer's message to the end of the answer. What models cost is written
    down as it is spent."""
    if (distress := distress_in(context)) is not None:
        for comforting in comfort(context, distress):
            yield comforting
        if distress.kind is not DistressKind.UNSURE:
            return
    is_agreed = await agree_on_sheet(context)
    for judged in context.drain_decisions():
        yield judged
    replying = _agree(context, guided, None) if is_agreed else _reply(context, models, guided, budget)
    async with aclosing(replying) as events:
        async for event in events:
            yield event


async def _reply(
    context: TurnContext, models: Sequence[Model], guided: Model, budget: Budget
) -> AsyncGenerator[Event, None]:
    if told := list(hear_second_thoughts(context)):
        for event in told:
            yield event
        return
    beside = take_apart(context)
    answer_given, summary = answer_to_summary(context), context.state.summary
    kind = answer_given.kind if answer_given is not None else None
    is_decision = kind in (AnswerKind.YES, AnswerKind.NO) and not _is_reason(context, summary, kind)
    if answer_given is not None and summary is not None and is_decision:
        is_decision = await was_shown_before(context, summary, answer_given)
    for judged in context.drain_decisions():
        yield judged
    context.asks_again = asks_to_reopen_summary(context)
    if acknowledges_refusal(context):
        yield TextAdded(context.says.ALL_RIGHT)
        return
    context.state.refused = ""
    if is_decision and kind is AnswerKind.YES:
        async for event in _agree(context, guided, beside):
            yield event
        return
    if summary is not None and (is_decision or _keeps_appointment(context, summary, kind)):
        yield decline_summary(context, summary)
    if is_decision and summary is not None and not context.names_something:
        async for event in _decline(context, guided, summary, beside):
            yield event
    else:
        async with aclosing(_speak(context, models, guided, budget, kind)) as events:
            async for event in events:
                yield event


async def _speak(
    context: TurnContext, models: Sequence[Model], guided: Model, budget: Budget, kind: AnswerKind | None
) -> AsyncGenerator[Event, None]:
    """What is neither a decision nor an acknowledgement goes to whoever speaks."""
    summary = context.state.summary
    # A yes that was said of something else than the summary is answered with the summary, by code.
    shows_again = context.asks_again or (summary is not None and kind is AnswerKind.YES)
    by_code = (
        shows_again
        or context.pressed is not None
        or answers_proof_request(context)
        or answer_to_continuing(context) is not None
    )
    note_remainders(context)
    asked = (guided,) if by_code else (*models, guided)
    if len(asked) > 1:
        note_place(context)
    async for event in answer(context, asked, budget):
        if isinstance(event, TokensSpent):
            await record_usage(context.core, context, event)
        yield event
    flag_stale_summary(context, summary)
    if left := take_remainder_text(context):
        yield TextAdded(f"\n\n{left}")


async def _decline(
    context: TurnContext, guided: Model, summary: Summary, beside: Beside | None
) -> AsyncIterator[Event]:
    """What is said to a plain no, and to what was asked beside it."""
    yield TextAdded(_refuse(context, summary))
    if beside is None:
        return
    yield TextAdded("\n\n")
    if beside.step is not None:
        yield TextAdded(beside.step.say)
        return
    context.text, context.answer = beside.rest, None
    async for event in answer(context, (guided,), Budget()):
        yield event


def _refuse(context: TurnContext, summary: Summary) -> str:
    """What is said to a plain no. A refused move is over: what is wished for next is another appointment."""
    if summary.deed == "move":
        context.state.end_move()
    told: str = what_instead(context) if summary.deed == "book" else context.says.KEPT_ANYWAY
    return f"{kind_word(context)} {told}".strip()


def _keeps_appointment(context: TurnContext, summary: Summary, kind: AnswerKind | None) -> bool:
    """Whoever is asked whether to cancel and begins with a no keeps the appointment, whatever else they say.
    A question or a code is not an answer yet, nor is why they cancel."""
    if context.code is not None or booking_codes_in(context.text):
        return False
    is_no_answer = kind in (None, AnswerKind.YES, AnswerKind.QUESTION, AnswerKind.WAIT)
    if summary.deed != "cancel" or is_no_answer or _is_reason(context, summary, kind):
        return False
    return first_polarity(context.text, language_of(context.locale)) is False


def _is_reason(context: TurnContext, summary: Summary | None, kind: AnswerKind | None) -> bool:
    """Whether a message at a summary to cancel is sad news, the reason for it: "she died, I cannot come" is
    no wish to keep the appointment."""
    is_yes = kind is AnswerKind.YES
    return summary is not None and summary.deed == "cancel" and not is_yes and bool(kind_word(context))


async def _agree(context: TurnContext, guided: Model, beside: Beside | None) -> AsyncGenerator[Event, None]:
    """Do what was agreed to; ``beside`` answers what was asked with it."""
    summary = context.state.summary
    if summary is None:
        return
    try:
        async for event in execute_summary(
            context, summary, beside.step.say if beside and beside.step else ""
        ):
            yield event
    except HoldExpired:
        async for event in _hold_again(context, guided):
            yield event
    except BookingLimitReached as refusal:
        context.record_decision(WITHIN_CAPS, allowed=False, limits=sorted(refusal.limits))
        for judged in context.drain_decisions():
            yield judged
        async for event in _report_booking_limit(context, summary, refusal):
            yield event
    except Refusal as refusal:
        for judged in context.drain_decisions():
            yield judged
        yield BlockUpdated(summary.block | {"state": "closed", "outcome": "expired"})
        context.state.clear_hold()
        yield TextAdded(context.says.COULD_NOT.format(detail=sentence_for_refusal(context.locale, refusal)))


async def _hold_again(context: TurnContext, guided: Model) -> AsyncIterator[Event]:
    """The hold ran out while the customer made up their mind: try for the same time, and ask again."""
    summary, offer = context.state.summary, context.state.held_offer
    if summary is not None:
        yield BlockUpdated(summary.block | {"state": "closed", "outcome": "expired"})
    context.state.clear_hold()
    yield PageEvent("hold.expired", {})
    yield TextAdded(context.says.EXPIRED + "\n\n")
    context.pressed = Input(context.text, "time", "", offer.handle if offer else "")
    async for event in answer(context, (guided,), Budget()):
        yield event


async def _report_booking_limit(
    context: TurnContext, summary: Summary, refusal: BookingLimitReached
) -> AsyncIterator[Event]:
    """Nothing is lost: the summary and its hold stay, for whoever cancels another appointment and says yes
    once more.

    Whoever has only named a mailbox in which others have booked may prove that it is theirs, and goes on from
    there.
    """
    email = context.state.contact.email if context.state.contact else None
    if email is not None and refusal.limits <= ENDED_BY_PROOF:
        with suppress(TooMany):
            form = await send_contact_code(context, email)
            yield BlockUpdated(summary.block | {"state": "closed", "outcome": "expired"})
            yield TextAdded(context.says.CONTACT_CODE_SENT.format(email=email))
            yield BlockShown(form)
            yield BlockShown(blocks.contact_fallback(context.catalogue, context.says.REACH_US))
            return
    yield TextAdded(context.says.COULD_NOT.format(detail=sentence_for_refusal(context.locale, refusal)))
    yield BlockShown(blocks.contact_fallback(context.catalogue, context.says.REACH_US))
