"""A question about the business."""

from msgspec import structs

from agent.guided.replies.facts import answer_question, owners_fact
from agent.guided.replies.manners import REFUSED, courtesy_step
from agent.guided.replies.unknown import unknown_answer
from agent.guided.steps.search import offers_on_screen, search_step
from agent.guided.steps.standing import standing
from agent.guided.steps.step import GuidedStep
from agent.mentions.service_questions import asks_about_children, laughs
from agent.mentions.staffing import Staffing, asks_for_their_presence
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import person_in_mind
from agent.wishes.wish import update_draft


def question_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Something about the business is asked; the booking goes on with the next message."""
    if context.answer is not None and (told := standing(context)) is not None:
        return told
    said = _of_person_in_mind(context, said)
    goes_on_choosing = said.has_time and "?" not in context.text and bool(offers_on_screen(context))
    fact = owners_fact(context) if not (said.services or goes_on_choosing) else None
    if fact is not None:
        return GuidedStep(fact)
    if (
        said.asks_presence
        and said.staff is not None
        and not said.when.is_empty
        and said.topic in ("", "hours")
    ):
        return _presence_step(context, said)
    if fact is None and not said.has_time and asks_about_children(context.text):
        return GuidedStep(unknown_answer(context))
    if said.intent in REFUSED and not said.is_about_booking:
        return courtesy_step(context, said)
    in_mind = context.state.draft.service_id
    goes_on = said.services or not said.when.is_empty or (said.more and in_mind)
    if said.topic and not (said.topic == "services" and goes_on) and not _is_wish(context, said):
        if len(said.services) == 1 and in_mind is None:
            # "And what does it cost?" is asked of the same service.
            context.state.draft.service_id = said.services[0].id
        if said.topic == "services" and laughs(context.text):
            return GuidedStep(context.says.JOKES)
        return answer_question(context, said)
    return None


def _is_wish(context: TurnContext, said: ParsedMessage) -> bool:
    """A service and a time are wanted, whatever else is touched on: "a haircut on Saturday, if you're
    open"."""
    by_the_way = said.topic == "hours" or (said.topic == "staff" and "?" not in context.text)
    return by_the_way and bool(said.services) and not said.when.is_empty


def _of_person_in_mind(context: TurnContext, said: ParsedMessage) -> ParsedMessage:
    """ "Is she even there on Friday", of whoever is wanted so far."""
    person = person_in_mind(context)
    if said.staffing != Staffing() or person is None or not asks_for_their_presence(context.text):
        return said
    return structs.replace(said, staffing=Staffing(person), asks_presence=True)


def _presence_step(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """ "Is Dana there on Thursday?": told, and remembered as a wish; with a service in mind the times tell
    it."""
    told = answer_question(context, said)
    if context.answer is not None or context.state.draft.when.dates:
        return (
            told  # Who is there is no wish, while a summary waits or the times of another day are looked at.
        )
    update_draft(context, said)
    return search_step(context) if context.state.draft.service_id else told
