"""The first step of a turn: what the customer's message makes the built-in receptionist do."""

from collections.abc import Callable

from msgspec import structs

from agent.assent import AnswerKind, SummaryAnswer, only_waits
from agent.assent.own_questions import asks_about_own_obligations
from agent.guided.buttons import button_step
from agent.guided.hypothetical import hypothetical_step
from agent.guided.replies.condolence import condolence_at_summary, condolence_step, with_condolence
from agent.guided.replies.manners import courtesy_step, not_understood_step
from agent.guided.replies.summaries import (
    is_question_beside_hold,
    repeat_summary,
    summary_step,
    with_open_summary,
)
from agent.guided.responses.agreement import answer_step
from agent.guided.responses.concerns.concern import (
    concern_step,
    late_at_summary,
    repeat_step,
    wait_step,
    with_complaint,
)
from agent.guided.responses.contact import contact_answer_step, name_or_day_step, step_after_contact
from agent.guided.responses.courtesy import question_beside_courtesy_step
from agent.guided.responses.intent import intent_step
from agent.guided.responses.own_appointment import (
    another_step,
    asked_step,
    keep_step,
    leave_step,
    mention_step,
    mistaken_step,
    other_time_step,
)
from agent.guided.responses.question import person_question_step, question_step
from agent.guided.responses.service_question import (
    animal_step,
    service_question_step,
    unknown_beside_step,
    unknown_question_step,
)
from agent.guided.responses.several import change_beside_questions_step, questions_step, several_step
from agent.guided.responses.wish import wish_step
from agent.guided.steps.address_meant import hear_address_meant
from agent.guided.steps.booking_questions import is_asking, note_answer
from agent.guided.steps.notes import after_note, note_for_business, with_note
from agent.guided.steps.proof import proof_step
from agent.guided.steps.search import contact_step, offers_on_screen, search_step
from agent.guided.steps.standing import standing
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.turn_context import TurnContext
from agent.when import When
from agent.wishes.beyond_one_booking import answer_to_continuing
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.unclear_days import candidate_days, question_about
from agent.wishes.understanding import parse_message
from agent.wishes.wish import update_draft

# What is asked for in the middle of a booking question before its answer is heard.
INTERRUPTS = frozenset({"person", "cancel", "restart", "forget"})
# What is wanted instead of an answer to a summary.
AT_SUMMARY = frozenset({"person", "cancel", "restart", "move"})


def first_step(context: TurnContext) -> GuidedStep:
    """The first step of a turn."""
    told = note_for_business(context)
    summary = context.state.summary
    if told and summary is not None and summary.deed == "book" and context.state.answers:
        # The summary that stood there has none of it.
        return with_note(contact_step(context), told)
    return with_note(with_condolence(context, with_complaint(context, _first_step(context))), told)


def _first_step(context: TurnContext) -> GuidedStep:
    proof = proof_step(context)
    if proof is not None:
        return proof
    if context.pressed is not None and context.pressed.verb != "say":
        return button_step(context, context.pressed.verb, context.pressed.value)
    named = step_after_contact(context) if hear_address_meant(context) else name_or_day_step(context)
    if named is not None:
        return named
    said = parse_message(
        context, offers_on_screen(context), is_asked_for_contact=context.state.awaits_contact
    )
    if context.asks_again:
        context.state.draft.settled = True
        return contact_step(context)
    if context.answer is not None:
        if context.answer.kind is AnswerKind.YES and context.state.summary is not None:
            return repeat_summary(context)
        return change_beside_questions_step(context, _change_at_summary) or _at_summary(context, said)
    return hypothetical_step(context) or several_step(context, respond) or _first_response(context, said)


def respond(context: TurnContext) -> GuidedStep:
    """The step for what a part of a message says."""
    is_asked = context.state.awaits_contact
    said = parse_message(context, offers_on_screen(context), is_asked_for_contact=is_asked)
    return _first_response(context, said)


def _change_at_summary(context: TurnContext) -> GuidedStep:
    """The step for the part of a message at a summary that asks for something to be different."""
    context.answer = SummaryAnswer(AnswerKind.OTHER)
    return _at_summary(context, parse_message(context, offers_on_screen(context)))


def _first_response(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """What the first kind of message that this is makes the receptionist do."""
    draft = context.state.draft
    meant = draft.meant
    for way in RESPONSES:
        step = way(context, said)
        if step is not None:
            draft = context.state.draft
            draft.lost, draft.doubted = 0, draft.doubted and not (way is wish_step and said.has_day)
            # "Are you open on Saturday?": the times on the screen may not be those of the day that is wanted
            # now.
            draft.doubted = draft.doubted or (said.has_time and way is question_step)
            draft.meant = draft.meant if draft.meant != meant else None
            return step
    if (noted := after_note(context)) is not None:
        return noted
    if only_waits(context.text, language_of(context.locale)):
        return GuidedStep(context.says.TAKE_YOUR_TIME)
    draft.doubted = True
    return not_understood_step(context)


def _at_summary(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """What was said to a summary, and is no plain yes or no."""
    if (condoled := condolence_at_summary(context, said)) is not None:
        return condoled
    if (late := late_at_summary(context, said)) is not None:
        return late
    if said.intent == "cancel" and asks_about_own_obligations(context.text, language_of(context.locale)):
        # "Do I have to cancel if I am sick?": the terms are asked for.
        said = structs.replace(said, intent="", topic="policy")
    if (supposed := hypothetical_step(context)) is not None:
        return with_open_summary(context, supposed)
    is_kept = context.answered_deed == "cancel" and context.state.summary is None
    wants_other = said.intent in AT_SUMMARY and not (said.intent == "cancel" and is_kept)
    if wants_other and said.intent == "move" and context.answered_deed == "cancel":
        context.state.drop_summary()
    intended = intent_step(context, said) if wants_other else None
    step = intended or summary_step(
        context,
        said,
        question=questions_step,
        wish=wish_step,
        answer=answer_step,
        unknown=unknown_beside_step,
    )
    if step.tool != "hand_over":
        context.state.draft.lost = (
            context.state.draft.lost if step.say.startswith(context.says.NOT_UNDERSTOOD) else 0
        )
    return step


def _question_answer(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A booking question is open: what comes is its answer, unless something else is clearly wanted."""
    if not is_asking(context) or said.intent in INTERRUPTS or (said.topic and "?" in context.text):
        return None
    return note_answer(context) or contact_step(context)


def _continuation_answer(context: TurnContext, _: ParsedMessage) -> GuidedStep | None:
    """It was asked whether to go on with what one booking left over."""
    answer, context.state.is_going_on = answer_to_continuing(context), False
    if answer == "agree" and context.state.draft.service_id is not None:
        return search_step(context)
    if answer == "decline":
        context.state.draft.service_id, context.state.remainders = None, []
        context.state.draft.when = When()
        return GuidedStep(context.says.ALL_RIGHT)
    return None


def _ask_unclear_time(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A day or an hour that cannot be as it was said is asked about before anything else."""
    if not said.when.unclear or is_question_beside_hold(context, said):
        return None
    update_draft(context, said)
    if context.state.draft.service_id:
        return search_step(context)
    problem = said.when.unclear[0]
    meant, question = candidate_days(context, problem), question_about(context, problem)
    if not meant:
        return GuidedStep(question)
    return GuidedStep(question, tool="suggest_answers", arguments={"answers": list(meant), "meanings": meant})


def _standing(context: TurnContext, _: ParsedMessage) -> GuidedStep | None:
    return standing(context)


# In this order: corrections before choices, choices before questions.
RESPONSES: tuple[Callable[[TurnContext, ParsedMessage], GuidedStep | None], ...] = (
    contact_answer_step,
    condolence_step,
    animal_step,
    concern_step,
    wait_step,
    repeat_step,
    keep_step,
    mistaken_step,
    another_step,
    _standing,
    other_time_step,
    asked_step,
    leave_step,
    _question_answer,
    _continuation_answer,
    intent_step,
    mention_step,
    _ask_unclear_time,
    question_step,
    service_question_step,
    person_question_step,
    wish_step,
    answer_step,
    question_beside_courtesy_step,
    courtesy_step,
    unknown_question_step,
)
