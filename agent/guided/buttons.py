"""What the press of a button makes the built-in receptionist do."""

from agent.conversation.choices import Draft
from agent.guided.responses.concerns.concern import concern_answer
from agent.guided.responses.contact import step_after_contact
from agent.guided.steps.search import search_step
from agent.guided.steps.step import GuidedStep
from agent.mentions.concerns import Concern
from agent.turn_context import TurnContext
from agent.ui_blocks.card_actions import CANCEL, LATE, MOVE
from agent.wishes.wish import choose_offer


def button_step(context: TurnContext, verb: str, value: str) -> GuidedStep:
    """The step for a button: ``verb`` is what it does, ``value`` which service, time or booking."""
    draft = context.state.draft
    if verb == "service":
        if draft.service_id != value:
            draft.service_id, draft.length_min = value, None
        return search_step(context)
    if verb == "time":
        if value in context.state.offers:
            choose_offer(context, context.state.offers[value])
        return GuidedStep(tool="hold_time", arguments={"handle": value})
    if verb == "more_times" and draft.service_id is not None:
        return search_step(context, after_day=draft.last_day)
    if verb == CANCEL:
        return GuidedStep(tool="propose_cancel", arguments={"booking": value})
    if verb == LATE:
        return concern_answer(context, Concern.LATE)
    if verb == MOVE:
        context.state.wish = ""
        context.state.draft = Draft(name=draft.name, email=draft.email, phone=draft.phone)
        return GuidedStep(tool="start_move", arguments={"booking": value})
    if verb == "contact":
        contact = context.state.contact
        if contact is not None:
            draft.name, draft.email, draft.phone = contact.name, contact.email, contact.phone
        return step_after_contact(context)
    return GuidedStep(context.says.WHICH_SERVICE)
