"""The buttons of a booking card: each says what it is about, so that nothing has to be asked first."""

from typing import Any

from agent.conversation.state import ConversationState
from agent.languages import sentences_in
from booking_core.appointments.appointment import Appointment

MOVE, CANCEL, LATE = "move_booking", "cancel_booking", "late_for_booking"
VERBS = (MOVE, CANCEL, LATE)


def with_actions(
    card: dict[str, Any], state: ConversationState, appointment: Appointment, locale: str
) -> dict[str, Any]:
    """The card of an appointment, while it stands with the buttons to move and cancel it, and shortly before
    (``near``) to tell the team of a delay."""
    if not appointment.stands:
        return card
    handle = state.handle_of(appointment.id)
    labels = sentences_in(locale).CARD_ACTIONS
    actions: list[dict[str, Any]] = [
        {"input_id": state.input(card["id"], labels[verb], verb, handle), "label": labels[verb]}
        for verb in VERBS
    ]
    actions[-1]["near"] = True
    return {**card, "actions": actions}


def drop_actions(state: ConversationState, appointment: Appointment) -> None:
    """The buttons of its older cards are dead from now on."""
    handle = state.handle_of(appointment.id)
    dead = {key for key, one in state.inputs.items() if one.verb in VERBS and one.value == handle}
    state.inputs = {key: one for key, one in state.inputs.items() if key not in dead}
