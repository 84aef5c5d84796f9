"""Where the appointment shall be: the places a question is about, and the question for one where it matters."""

from agent.conversation.places import offered_at
from agent.guided.steps.step import Step
from agent.languages.wording import listed
from agent.turn_context import Talk
from agent.wishes.understanding import Understanding
from booking_core.catalogue.locations import Location
from booking_core.catalogue.services import Service


def places_asked_about(talk: Talk, said: Understanding) -> list[Location]:
    """The places a question is about: those it names, else the one the conversation is about, else all.

    Whoever asks about one place means it from then on; whoever goes on to ask about another has not decided.
    """
    draft, catalogue = talk.notepad.draft, talk.catalogue
    if said.place is not None and draft.service_id is None and talk.notepad.moving is None:
        is_first = draft.location_id in (None, said.place.id)
        draft.location_id = said.place.id if is_first else None
    if said.places:
        return list(said.places)
    person = said.staff
    place = catalogue.locations.get(person.location_id) if person else talk.place
    return [place] if place else list(catalogue.locations.values())


def which_place(talk: Talk, service: Service) -> Step | None:
    """The question where to come, with a button for each place; None where it is known and fits."""
    offering = offered_at(talk.catalogue, service.id)
    if len(talk.catalogue.locations) == 1 or not offering:
        return None
    draft, place = talk.notepad.draft, talk.place
    person = talk.catalogue.resources.get(draft.staff_id or "")
    if place is None:
        return _asked(talk, talk.says.WHICH_PLACE, offering)
    if place not in offering:
        # Whoever says yes to this comes to where it is offered.
        draft.location_id = draft.staff_id = None
        return _asked(talk, talk.says.NOT_AT_PLACE, offering, service=service.name, place=place.name)
    if person is not None and person.location_id != place.id:
        there = talk.catalogue.location(person.location_id)
        names = {"staff": person.name, "place": place.name, "there": there.name}
        return _asked(talk, talk.says.STAFF_AT_PLACE, [there, place], **names)
    return None


def _asked(talk: Talk, sentence: str, places: list[Location], **names: str) -> Step:
    # Whoever is asked this has not agreed to the time that is kept, nor to its summary.
    talk.notepad.draft.settled, talk.notepad.summary = False, None
    talk.notepad.close("agree", "decline", "time", "more_times")
    labels = [place.name for place in places]
    say = sentence.format(places=listed(labels, talk.says.AND), **names)
    return Step(say, tool="suggest_answers", arguments={"answers": labels})
