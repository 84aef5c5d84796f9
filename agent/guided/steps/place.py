"""Where the appointment shall be: the places a question is about, and the question for one where it
matters."""

from agent.conversation.places import places_of, places_offering
from agent.guided.steps.step import GuidedStep
from agent.languages.wording import join_words
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from booking_core.catalogue.locations import Location
from booking_core.catalogue.services.services import Service


def places_in_question(context: TurnContext, said: ParsedMessage) -> list[Location]:
    """The places a question is about: those it names, else the one the conversation is about, else all.

    Whoever asks about one place means it from then on; whoever goes on to ask about another has not decided.
    """
    draft, catalogue = context.state.draft, context.catalogue
    if said.place is not None and draft.service_id is None and context.state.moving is None:
        is_first = draft.location_id in (None, said.place.id)
        draft.location_id = said.place.id if is_first else None
    if said.places:
        return list(said.places)
    if said.staff is not None:
        return places_of(catalogue, said.staff.id)
    return [context.place] if context.place else list(catalogue.locations.values())


def place_step(context: TurnContext, service: Service) -> GuidedStep | None:
    """The question where to come, with a button for each place; None where it is known and fits."""
    offering = places_offering(context.catalogue, service.id)
    if len(context.catalogue.locations) == 1 or not offering:
        return None
    draft, place = context.state.draft, context.place
    person = context.catalogue.resources.get(draft.staff_id or "")
    if place is None:
        theirs = context.catalogue.places_with(service.id, person.id) if person else []
        return _ask(context, context.says.WHICH_PLACE, theirs or offering)
    if place not in offering:
        # Whoever says yes to this comes to where it is offered.
        draft.location_id = draft.staff_id = None
        return _ask(context, context.says.NOT_AT_PLACE, offering, service=service.name, place=place.name)
    if person is not None and not context.catalogue.workplaces.is_at(person.id, place.id):
        there = context.catalogue.location(person.location_id)
        names = {"staff": person.name, "place": place.name, "there": there.name}
        return _ask(context, context.says.STAFF_AT_PLACE, [there, place], **names)
    return None


def _ask(context: TurnContext, sentence: str, places: list[Location], **names: str) -> GuidedStep:
    # Whoever is asked this has not agreed to the time that is kept, nor to its summary.
    context.state.draft.settled, context.state.summary = False, None
    context.state.close("agree", "decline", "time", "more_times")
    labels = [place.name for place in places]
    say = sentence.format(places=join_words(labels, context.says.AND), **names)
    return GuidedStep(say, tool="suggest_answers", arguments={"answers": labels})
