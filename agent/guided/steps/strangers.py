"""Somebody is asked for who does not work here: said, with those who do, before anybody is chosen."""

from agent.guided.steps.step import GuidedStep
from agent.languages.texts.people import about_people_in
from agent.languages.wording import join_words
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from booking_core.catalogue.resources import STAFF


def stranger_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """None where nobody unknown is asked for."""
    if said.stranger is None:
        return None
    says, names = about_people_in(context.locale), _people(context)
    if not names:
        return GuidedStep(says.nobody_else.format(name=said.stranger))
    sentence = says.nobody.format(name=said.stranger, names=join_words(names, context.says.AND))
    return GuidedStep(sentence, tool="suggest_answers", arguments={"answers": [*names[:5], says.anyone]})


def _people(context: TurnContext) -> list[str]:
    """Those who do what is wanted; everybody where that is not known yet."""
    catalogue, service_id = context.catalogue, context.state.draft.service_id
    able = catalogue.resources_of[service_id] if service_id else catalogue.resources.values()
    return [one.name for one in able if one.kind == STAFF]
