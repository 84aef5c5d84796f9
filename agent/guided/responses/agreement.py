"""A yes, a no or contact details: an answer to what was asked last."""

from agent.guided.responses.contact import step_after_contact
from agent.guided.steps.search import contact_step, has_wanted_hold, offers_on_screen, search_step
from agent.guided.steps.step import GuidedStep
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.wish import choose_offer


def answer_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Nothing new about the booking: an answer to what was asked last."""
    draft, contact = context.state.draft, said.contact
    if contact.name or contact.email or contact.phone:
        return step_after_contact(context)
    if said.answer == "agree" and said.intent in ("thanks", "goodbye") and not draft.service_id:
        return None
    if said.answer == "agree" or (said.intent == "book" and said.answer != "decline"):
        return _agreement_step(context, is_plain=said.intent != "book")
    if said.answer == "decline" and context.state.moving is not None:
        context.state.end_move()
        return GuidedStep(context.says.KEPT_ANYWAY)
    if said.answer == "decline" and draft.service_id:
        return GuidedStep(context.says.WHAT_INSTEAD)
    if said.too_far_down:
        return GuidedStep(context.says.FEWER_TIMES.format(count=len(offers_on_screen(context))))
    if said.answer == "decline":
        return GuidedStep(context.says.ALL_RIGHT)
    return None


def _agreement_step(context: TurnContext, *, is_plain: bool) -> GuidedStep | None:
    """A yes with no summary open (``is_plain``), or a wish to book: to the only time on offer, or to going
    on."""
    shown = offers_on_screen(context)
    meant = context.state.draft.meant
    if meant in context.state.listed:
        choose_offer(context, context.state.offers[meant])
        return GuidedStep(tool="hold_time", arguments={"handle": meant})
    if has_wanted_hold(context):
        return contact_step(context)
    if len(shown) == 1:
        return GuidedStep(tool="hold_time", arguments={"handle": shown[0].handle})
    if shown:
        return GuidedStep(context.says.WHICH_TIME)
    if is_plain and context.situation.is_made and context.state.draft.service_id is None:
        # It is booked, and all is well.
        return GuidedStep(context.says.ALL_RIGHT)
    return search_step(context) if context.state.draft.service_id else GuidedStep(tool="list_services")
