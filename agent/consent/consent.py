"""Consent: the customer's yes to a summary, and the deed that follows it. No model comes near this file.

A deed needs a summary that was shown before the customer's latest message, an agreement with nothing else in
it, and facts that are still the ones agreed to. Each summary is used once.
"""

from msgspec import structs

from agent.assent import Answer, AnswerKind, answer_to, asks_for_operation, is_courtesy
from agent.conversation.state import Summary
from agent.languages import language_of
from agent.mentions.names import services_in, staff_in
from agent.turn_context import TurnContext
from agent.wishes.unclear_days import read_when
from booking_core.storage.statements import Statement

BY_BUTTON = {"agree": Answer(AnswerKind.YES), "decline": Answer(AnswerKind.NO)}
PLAIN_YES, SHOWN_BEFORE = "a_yes_and_nothing_else", "consent_before_deed"

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
