"""What comes next once the team was told: the wish beside a concern, else whatever was open before it."""

from typing import Any

from msgspec import structs

from agent.guided.plan import respond
from agent.guided.replies.manners import open_question
from agent.guided.responses.clauses import hear_part
from agent.guided.responses.concerns.parts import all_concerns, wish_beside
from agent.guided.steps.appointments import step_beside_concern
from agent.guided.steps.search import has_wanted_hold, offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages.texts.concerns import concern_texts_in
from agent.mentions.concerns import Concern
from agent.turn_context import TurnContext
from agent.ui_blocks.card_actions import LATE

HAND_OVER = "hand_over"


def step_after_hand_over(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    """Whoever had a concern has been told already that the team knows of it; of lateness it does where there
    is an appointment."""
    concerns = all_concerns(context) if context.pressed is None else []
    told = _of_lateness(context, result, concerns)
    if context.pressed is not None and told:
        return GuidedStep(told)
    step = _next_step(context, result, concerns)
    return structs.replace(step, say=f"{told} {step.say}".strip())


def _of_lateness(context: TurnContext, result: dict[str, Any], concerns: list[Concern]) -> str:
    pressed = context.pressed
    is_late = pressed.verb == LATE if pressed is not None else Concern.LATE in concerns
    texts = concern_texts_in(context.locale)
    return (texts.late_for_none if "no_appointment" in result else texts.late) if is_late else ""


def _next_step(context: TurnContext, result: dict[str, Any], concerns: list[Concern]) -> GuidedStep:
    text = context.text
    if (change := step_beside_concern(context)) is not None:
        return change
    context.text = text
    if concerns:
        return _go_on(context, concerns)
    ways = result["ways_to_reach_a_person"]
    return GuidedStep(context.says.HANDED_OVER if ways else context.says.HANDED_OVER_ONLY)


def _go_on(context: TurnContext, concerns: list[Concern]) -> GuidedStep:
    """The wish of the message, or what is still asked; nobody is offered times before they know whether their
    health allows it."""
    context.state.is_going_on = False
    wish = wish_beside(context) if Concern.HEALTH not in concerns else ""
    if wish:
        return _respond_to_wish(context, wish)
    if context.state.summary is not None:
        return GuidedStep(context.state.summary.entry_in(context.says.NOT_YET))
    if has_wanted_hold(context) or offers_on_screen(context):
        return GuidedStep(open_question(context))
    return _ask_whether_to_go_on(context)


def _respond_to_wish(context: TurnContext, wish: str) -> GuidedStep:
    """As if it stood alone: nobody was asked for a contact yet when they wrote it."""
    state, callback = context.state, context.state.callback
    state.callback = False
    with hear_part(context, wish, is_alone=True):
        step = respond(context)
    state.callback = callback
    return step


def _ask_whether_to_go_on(context: TurnContext) -> GuidedStep:
    """Nothing where no service is wanted so far: the ways to reach the business are the next step then."""
    state = context.state
    service = context.catalogue.services.get(state.draft.service_id or "")
    if service is None or state.moving is not None:
        return GuidedStep()
    state.is_going_on = True
    asked = context.says.GO_ON_SERVICE.format(service=service.name)
    return GuidedStep(asked, tool="suggest_answers", arguments={"answers": list(context.says.YES_NO)})
