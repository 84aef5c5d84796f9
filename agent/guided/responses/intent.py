"""A message that is out for something other than a time: a person, a change, an end."""

from agent.assent import asks_for_operation, takes_back
from agent.conversation.choices import Draft
from agent.guided.replies.manners import courtesy_step
from agent.guided.steps.appointments import (
    cancel_step,
    has_bookings,
    move_instead,
    move_step,
    names_code,
    only_rejects_times,
)
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage


def intent_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The step for what a message plainly asks for beside a booking: a person, a fresh start, to cancel, move
    or forget, courtesies; None for anything else."""
    state = context.state
    match _operation_asked_for(context) or said.intent:
        case "person":
            return GuidedStep(tool="hand_over", arguments={"reason": "the customer asked for a person"})
        case "restart":
            state.draft = Draft(name=state.draft.name, email=state.draft.email, phone=state.draft.phone)
            state.moving, state.remainders = None, []
            return GuidedStep(context.says.STARTED_OVER, tool="list_services")
        case "cancel" if said.topic != "policy" and not only_rejects_times(context, said):
            return (
                cancel_step(context) if not (said.instead and said.has_time) else move_instead(context, said)
            )
        case "move" if names_code(context) or state.appointments or state.draft.service_id is None:
            is_other = names_code(context) or state.hold_id is None or state.moving is None
            return move_step(context, said) if is_other else None
        case "thanks" | "goodbye" if state.appointments and not (said.services or state.draft.service_id):
            # "See you on Thursday", once it is booked, is no wish for another time.
            return courtesy_step(context, said) if "?" not in context.text else None
        case "goodbye" if (
            said.answer is None
            and not said.services
            and said.when.is_empty
            and not said.contact.written
            and "?" not in context.text
        ):
            return courtesy_step(context, said)
        case "forget":
            return _forget(context)
    return None


def _operation_asked_for(context: TurnContext) -> str:
    """ "Get rid of it", "anúlala", "change it": nothing but an imperative, whose pronoun means the
    appointment where there is one. It leads to the summary or to the question when, as every such wish."""
    language = language_of(context.locale)
    if not has_bookings(context) or context.pressed is not None:
        return ""
    if asks_for_operation(context.text, "cancel", language):
        return "cancel"
    if _is_arranging(context):
        return ""
    if takes_back(context.text, language):
        return "cancel"
    # "Book it" agrees to a move as well.
    is_move = asks_for_operation(context.text, "move", language)
    return "move" if is_move and not asks_for_operation(context.text, "book", language) else ""


def _is_arranging(context: TurnContext) -> bool:
    """Whether "it" may be something else than what is booked."""
    state = context.state
    return state.hold_id is not None or state.draft.service_id is not None or state.moving is not None


def _forget(context: TurnContext) -> GuidedStep:
    """Let go what was begun: a move leaves its appointment, a held time is released."""
    state = context.state
    if state.moving is not None and state.hold_id is None:
        state.end_move()
        return GuidedStep(context.says.KEPT_ANYWAY)
    if state.moving is not None:
        state.end_move()
    return GuidedStep(tool="release_time") if state.hold_id else GuidedStep(context.says.ALL_RIGHT)
