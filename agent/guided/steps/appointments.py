"""Appointments that stand already: cancelling them, and moving them."""

from agent.conversation.state import Draft
from agent.guided.steps.proof import asking_whose
from agent.guided.steps.search import shown_times
from agent.guided.steps.step import Step
from agent.privacy.personal import booking_codes_in
from agent.turn_context import Talk
from agent.wishes.understanding import Understanding


def cancelling(talk: Talk) -> Step:
    """The appointment that is named, made here or proven, else what is just being arranged, else one made before."""
    if names_code(talk):
        # Another booking than the one that is being arranged; a yes is no longer to the summary of that.
        talk.notepad.drop_summary()
        return Step(tool="propose_cancel") if knows_some(talk) else asking_whose(talk, "cancel")
    if knows_some(talk):
        return Step(tool="propose_cancel")
    if talk.notepad.hold_id is not None:
        return Step(tool="release_time")
    return asking_whose(talk, "cancel")


def moving(talk: Talk, said: Understanding) -> Step:
    """Move the appointment that is named, made here or proven, or one made before."""
    if names_code(talk):
        talk.notepad.drop_summary()
    draft = talk.notepad.draft
    talk.notepad.wish = talk.text
    talk.notepad.draft = Draft(
        when=said.when,
        staff_id=said.staff.id if said.staff else None,
        any_staff=said.staffing.anyone,
        without=[one.id for one in said.staffing.unwanted],
        location_id=said.place.id if said.place else None,
        zone=said.zone or draft.zone,
        name=draft.name,
        email=draft.email,
        phone=draft.phone,
    )
    return Step(tool="start_move") if knows_some(talk) else asking_whose(talk, "move")


def names_code(talk: Talk) -> bool:
    """Whether a message names a booking by its code."""
    return bool(booking_codes_in(talk.text))


def knows_some(talk: Talk) -> bool:
    """Whether there are appointments this conversation may change."""
    return bool(talk.notepad.appointments or talk.notepad.bookings)


def only_does_not_suit(talk: Talk, said: Understanding) -> bool:
    """ "I can't make it on Monday", of times that are on the screen: there is nothing to cancel yet."""
    when = said.when
    unsuitable = when.not_dates or when.not_weekdays or when.not_times or when.not_moments
    return bool(unsuitable and shown_times(talk)) and not talk.notepad.appointments


def at_another_time(talk: Talk, said: Understanding) -> Step | None:
    """ "I can't come after all, could I come on Friday instead?": nobody who says so wants to come at all no more."""
    notepad = talk.notepad
    is_choosing = notepad.hold_id is not None or notepad.draft.service_id is not None
    return None if is_choosing and not notepad.appointments else moving(talk, said)
