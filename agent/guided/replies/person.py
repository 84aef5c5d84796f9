"""A question about somebody of the team."""

from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.people import about_people_in
from agent.languages.vocabulary.about_people import asks_who_somebody_is
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage


def person_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Who somebody is: their card, or a sentence while a summary waits for its answer. None for a wish."""
    person = said.staff
    is_wish = said.services or said.has_time or said.intent in ("book", "cancel", "move", "person")
    if person is None or is_wish or said.chosen is not None or context.pressed is not None:
        return None
    if not asks_who_somebody_is(context.text, language_of(context.locale)):
        return None
    if context.answer is not None:
        told = about_people_in(context.locale).meet.format(name=person.name)
        return GuidedStep(f"{told} {person.bio}" if person.bio else told)
    return GuidedStep(tool="introduce_person", arguments={"name": person.name})
