"""propose_booking, start_move and propose_cancel: put a summary before the customer. Only their yes to it does the deed (``agent.consent``)."""

from msgspec import Struct

from agent import blocks
from agent.authority import the_one_meant
from agent.consent import digest_of
from agent.notepad import Summary
from agent.personal import BOOKING_CODE
from agent.policy import must_hold_a_time
from agent.talk import Talk
from agent.tools.tool import Outcome, Tool
from agent.wording import day_and_time
from booking_core.catalogue import Catalogue
from booking_core.holds import Hold


class ProposeBooking(Struct, frozen=True):
    """Show the summary of the time being kept, for a new booking or for a move. The customer agrees or declines; you cannot."""


class ProposeCancel(Struct, frozen=True):
    """Show what would be cancelled: a `booking` that `find_my_booking` returned, or the newest appointment made in this conversation.

    The customer agrees or declines; you cannot.
    """

    booking: str = ""


class StartMove(Struct, frozen=True):
    """Begin to move a `booking` that `find_my_booking` returned, or the newest appointment made in this conversation.

    Then find times, hold one and propose it.
    """

    booking: str = ""


async def start_move(talk: Talk, ask: StartMove) -> Outcome:
    appointment = await the_one_meant(talk, ask.booking)
    talk.notepad.wanting = ""
    service = talk.catalogue.service(appointment.service_id)
    draft = talk.notepad.draft
    talk.notepad.moving, draft.service_id, draft.party_size = (
        appointment.id,
        service.id,
        appointment.party_size,
    )
    location = talk.catalogue.location(appointment.location_id)
    now_at = day_and_time(appointment.starts_at, location.time_zone, talk.locale)
    return Outcome({"moving": service.name, "now_at": now_at})


async def propose_booking(talk: Talk, _: ProposeBooking) -> Outcome:
    hold_id = must_hold_a_time(talk)
    hold = await talk.visit(lambda desk: desk.hold_in_hand(hold_id))
    contact = talk.notepad.contact
    moving = talk.notepad.moving
    if contact is None and moving is None:
        return Outcome({"needs_contact": True, "next": "ask_contact_details"})
    rows = _rows(talk, hold)
    if contact is not None and moving is None:
        rows += [("Name", contact.name), ("Contact", contact.email or contact.phone or "")]
    talk.notepad.close("agree", "decline")
    block = blocks.summary(
        talk.notepad,
        "Your appointment moves to" if moving else "Your appointment",
        rows,
        price=hold.money,
        expires_at=hold.expires_at,
        agree="Yes, move it" if moving else "Yes, book it",
        decline="No, change it",
    )
    talk.notepad.summary = Summary(
        deed="move" if moving else "book",
        digest=digest_of(hold, contact),
        shown_after=talk.position,
        hold_id=hold.id,
        appointment_id=moving,
        block=block,
    )
    return Outcome({"summary_shown": dict(rows), "deed": talk.notepad.summary.deed}, (block,))


async def propose_cancel(talk: Talk, ask: ProposeCancel) -> Outcome:
    appointment = await the_one_meant(talk, ask.booking)
    await talk.vault.learn(talk.core, BOOKING_CODE, appointment.code)
    talk.notepad.wanting = ""
    location = talk.catalogue.location(appointment.location_id)
    when = day_and_time(appointment.starts_at, location.time_zone, talk.locale)
    rows = [
        ("Service", talk.catalogue.service(appointment.service_id).name),
        ("When", when),
        ("Code", appointment.code),
    ]
    talk.notepad.close("agree", "decline")
    block = blocks.summary(
        talk.notepad,
        "Cancel this appointment?",
        rows,
        price=None,
        expires_at=None,
        agree="Yes, cancel it",
        decline="No, keep it",
    )
    talk.notepad.summary = Summary(
        "cancel", digest_of(appointment, None), talk.position, None, appointment.id, block
    )
    return Outcome({"summary_shown": dict(rows), "deed": "cancel"}, (block,))


def _rows(talk: Talk, hold: Hold) -> list[tuple[str, str]]:
    location = talk.catalogue.location(hold.location_id)
    rows = [
        ("Service", talk.catalogue.service(hold.service_id).name),
        ("When", day_and_time(hold.starts_at, location.time_zone, talk.locale)),
        ("With", _who(talk.catalogue, hold)),
        ("Where", location.address),
    ]
    return rows + ([("People", str(hold.party_size))] if hold.party_size > 1 else [])


def _who(catalogue: Catalogue, hold: Hold) -> str:
    return ", ".join(blocks.staff_names(catalogue, hold.resource_ids))


BOOKING = Tool("propose_booking", ProposeBooking, propose_booking, "Putting it together", writes=True)
MOVE = Tool("start_move", StartMove, start_move, "One moment", writes=True)
CANCEL = Tool("propose_cancel", ProposeCancel, propose_cancel, "Putting it together", writes=True)
