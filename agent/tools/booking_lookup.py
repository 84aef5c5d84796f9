"""find_my_booking: a booking made elsewhere, once the customer has proven that it is theirs."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from agent.consent.authority import bookings_coming, bookings_proven
from agent.consent.policy import OWN_WORDS, deny
from agent.consent.proof_requests import ENTER_CODE, IDENTIFY
from agent.conversation.verification import Asked, ask_for_proof, normal_contact
from agent.privacy.personal import BOOKING_CODE
from agent.tools.arguments.place import place_told
from agent.tools.tool import Outcome, Tool
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from agent.ui_blocks.cards import card_title
from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.errors import InvalidField

SENT = "If there is such a booking, the newest e-mail to the address it was made with has a six-digit code."
NOT_APPROVED = "a request: the business has not approved it yet"


class FindMyBooking(Struct, frozen=True):
    """Find a booking the customer made before, to tell them about it, move it or cancel it.

    Say in `purpose` what they want with it: "show", "move" or "cancel". Give the e-mail address, the phone number or the booking code
    exactly as the customer wrote it; leave all empty to show a form. They are sent a six-digit code and type it here; nobody but them needs to see it. Once they have, the answer lists their bookings, each
    with a handle for `start_move` and `propose_cancel`.
    """

    contact: str = ""
    booking_code: str = ""
    purpose: Literal["", "show", "move", "cancel"] = ""


async def find_my_booking(talk: Talk, ask: FindMyBooking) -> Outcome:
    """The same answer whether or not there is a booking."""
    notepad = talk.notepad
    if ask.purpose:
        notepad.wanting, notepad.wish = ask.purpose, talk.text
    if notepad.wanting in ("move", "cancel"):
        notepad.drop_summary()
    # What was made here needs no proof to be shown, and is changed by other tools.
    known = bookings_coming if ask.purpose == "show" else bookings_proven
    found = await talk.look(lambda desk: known(desk, talk))
    if found and not ask.contact and not ask.booking_code:
        return await _listed(talk, found)
    asked = _asked(talk, ask)
    if not asked.contact and not asked.booking_code:
        notepad.close(IDENTIFY, ENTER_CODE)
        return Outcome({"form_shown": True}, (blocks.identify_form(notepad),))
    notepad.claim = {"contact": ask.contact, "booking_code": ask.booking_code}
    key = f"{talk.run_id} {asked.contact} {asked.booking_code}"
    # Whoever has asked too often still has the form for the code that is on its way.
    proven = await talk.visit(lambda desk: ask_for_proof(desk, asked, key), proof="asked for a proof")
    notepad.close(IDENTIFY, ENTER_CODE)
    notepad.proving_contact = ""
    if proven:
        return await _listed(talk, await talk.look(lambda desk: bookings_proven(desk, talk)))
    return Outcome({"code_sent": SENT}, (blocks.code_form(notepad),))


def _asked(talk: Talk, ask: FindMyBooking) -> Asked:
    """What the customer claims, as it is kept. Raises ``Denied`` for what they never wrote, ``InvalidField`` for no contact at all."""
    organization = talk.catalogue.organization
    contact = normal_contact(ask.contact, organization.country)
    if ask.contact and not contact:
        raise InvalidField("contact", "That is neither an e-mail address nor a phone number.")
    code = ask.booking_code.strip().upper()
    if (contact and contact not in talk.vault) or (code and not _was_written(talk, code)):
        deny(talk, OWN_WORDS, "The customer has not written that. Ask them.")
    talk.judge(OWN_WORDS, allowed=True)
    return Asked(
        conversation_id=talk.conversation_id,
        contact=contact,
        booking_code=code,
        code_is_enough=organization.chat.get("proof") == "booking_code",
        address_hash=talk.address_hash,
        network_hash=talk.network_hash,
    )


def _was_written(talk: Talk, code: str) -> bool:
    words = [talk.text, *(one.content for one in talk.history if one.role == "user"), *talk.payload.values()]
    return code in talk.vault or any(
        code in str(text).upper() for text in [*words, *talk.notepad.claim.values()]
    )


async def _listed(talk: Talk, found: list[Appointment]) -> Outcome:
    talk.notepad.close(IDENTIFY, ENTER_CODE, "booking")
    await talk.vault.learn(talk.core, BOOKING_CODE, *(one.code for one in found))
    if len(found) > 1:
        told, choices = bookings_to_choose(talk, found)
        return Outcome({"bookings": told}, (choices,))
    told = bookings_told(talk, found)
    is_next = talk.notepad.wanting in ("move", "cancel")
    cards = () if is_next else tuple(_card(talk, one) for one in found)
    return Outcome({"bookings": told}, cards)


def bookings_told(talk: Talk, found: Sequence[Appointment]) -> list[dict[str, str]]:
    """Each with the handle that tools take."""
    return [{"booking": talk.notepad.handle_of(one.id), **_facts(talk, one)} for one in found]


def bookings_to_choose(
    talk: Talk, found: Sequence[Appointment]
) -> tuple[list[dict[str, str]], dict[str, object]]:
    """The bookings as they are told, and a button for each."""
    talk.notepad.close("booking")
    told = bookings_told(talk, found)
    labels = {
        fact["booking"]: ", ".join(
            [*(fact[name] for name in ("service", "when", "place") if name in fact), one.code]
        )
        for fact, one in zip(told, found, strict=True)
    }
    return told, blocks.booking_choices(talk.notepad, labels)


def _facts(talk: Talk, appointment: Appointment) -> dict[str, str]:
    location = talk.catalogue.location(appointment.location_id)
    return {
        "service": talk.catalogue.service(appointment.service_id).name,
        "when": talk.when_told(appointment.starts_at, location.time_zone),
        **place_told(talk, location),
        "with": ", ".join(blocks.staff_names(talk.catalogue, appointment.resource_ids)),
        **({"status": NOT_APPROVED} if appointment.status == PENDING else {}),
    }


def _card(talk: Talk, appointment: Appointment) -> dict[str, object]:
    return blocks.booking_card(
        talk.catalogue, appointment, card_title(talk.locale, appointment), appointment.status, talk.locale
    )


TOOL = Tool("find_my_booking", FindMyBooking, find_my_booking, "Looking for your booking", writes=True)
