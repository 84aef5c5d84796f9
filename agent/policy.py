"""The rules of the conversation: each one function with a name. What they refuse, no model can talk them into."""

from agent.notepad import Notepad, Offer
from booking_core.errors import Invalid


class Denied(Invalid):
    """A rule said no. ``code`` is the rule's name."""


def must_have_been_offered(notepad: Notepad, handle: str) -> Offer:
    """Only a time that was offered in this conversation can be held."""
    offer = notepad.offers.get(handle)
    if offer is None:
        raise Denied(
            "That time was not offered in this conversation. Look for times first.",
            code="only_what_was_offered",
        )
    return offer


def must_hold_a_time(notepad: Notepad) -> str:
    """A summary is only made of a time that is being kept."""
    if notepad.hold_id is None:
        raise Denied(
            "No time is being kept. Hold one of the offered times first.", code="hold_before_summary"
        )
    return notepad.hold_id


def must_have_booked_here(notepad: Notepad) -> str:
    """A conversation changes only appointments it made itself; the newest is the one meant."""
    if not notepad.appointments:
        raise Denied("No appointment was made in this conversation.", code="only_their_own")
    return notepad.appointments[-1]
