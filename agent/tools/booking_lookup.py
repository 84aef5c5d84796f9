"""find_my_booking: a booking made elsewhere, once the customer has proven that it is theirs."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from agent.consent.authority import bookings_with_proof, upcoming_bookings
from agent.consent.policy import OWN_WORDS, deny
from agent.consent.proof_requests import ENTER_CODE, IDENTIFY
from agent.privacy.personal import BOOKING_CODE
from agent.tools.arguments.place import place_entry
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks, booking_blocks, forms
from agent.ui_blocks.card_actions import with_actions
from agent.ui_blocks.current_cards import card_status, card_title
from agent.verification.proof import ask_for_proof
from agent.verification.proof_request import ProofRequest, normal_contact
from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.catalogue.settings.settings import CODE_IS_ENOUGH, setting_of
from booking_core.errors import InvalidField

SENT = "If there is such a booking, the newest email to the address it was made with has a six-digit code."
NOT_APPROVED = "a request: the business has not approved it yet"
NOT_KEPT = "the business cannot keep this time and asks the customer to choose another one, or to cancel"


class FindMyBooking(Struct, frozen=True):
    """Find a booking the customer made before, to tell them about it, move it or cancel it.

    Say in `purpose` what they want with it: "show", "move" or "cancel". Give the email address, the phone
    number or the booking code exactly as the customer wrote it; leave all empty to show a form. They are sent
    a six-digit code and type it here; nobody but them needs to see it. Once they have, the answer lists their
    bookings, each with a handle for `start_move` and `propose_cancel`.
    """

    contact: str = ""
    booking_code: str = ""
    purpose: Literal["", "show", "move", "cancel"] = ""


async def find_my_booking(context: TurnContext, ask: FindMyBooking) -> ToolOutcome:
    """The same answer whether or not there is a booking."""
    state = context.state
    if ask.purpose:
        state.wanting, state.wish = ask.purpose, context.text
    if state.wanting in ("move", "cancel"):
        state.drop_summary()
    # What was made here needs no proof to be shown, and is changed by other tools.
    known = upcoming_bookings if ask.purpose == "show" else bookings_with_proof
    found = await context.read_only(lambda desk: known(desk, context))
    if found and not ask.contact and not ask.booking_code:
        return await _list_bookings(context, found)
    asked = _proof_request(context, ask)
    if not asked.contact and not asked.booking_code:
        state.close(IDENTIFY, ENTER_CODE)
        return ToolOutcome({"form_shown": True}, (forms.identify_form(state),))
    state.claim = {"contact": ask.contact, "booking_code": ask.booking_code}
    key = f"{context.run_id} {asked.contact} {asked.booking_code}"
    # Whoever has asked too often still has the form for the code that is on its way.
    proven = await context.transaction(
        lambda desk: ask_for_proof(desk, asked, key), proof="asked for a proof"
    )
    state.close(IDENTIFY, ENTER_CODE)
    state.proving_contact = ""
    if proven:
        return await _list_bookings(
            context, await context.read_only(lambda desk: bookings_with_proof(desk, context))
        )
    return ToolOutcome({"code_sent": SENT}, (forms.code_form(state),))


def _proof_request(context: TurnContext, ask: FindMyBooking) -> ProofRequest:
    """What the customer claims, as it is kept. Raises ``Denied`` for what they never wrote, ``InvalidField``
    for no contact at all."""
    organization = context.catalogue.organization
    contact = normal_contact(ask.contact, context.text, context.phone_countries)
    if ask.contact and not contact:
        raise InvalidField("contact", "That is neither an email address nor a phone number.")
    code = ask.booking_code.strip().upper()
    if (contact and contact not in context.vault) or (code and not _was_written(context, code)):
        deny(context, OWN_WORDS, "The customer has not written that. Ask them.")
    context.record_decision(OWN_WORDS, allowed=True)
    return ProofRequest(
        conversation_id=context.conversation_id,
        contact=contact,
        booking_code=code,
        code_is_enough=setting_of(organization, "chat.proof") == CODE_IS_ENOUGH,
        address_hash=context.address_hash,
        network_hash=context.network_hash,
    )


def _was_written(context: TurnContext, code: str) -> bool:
    words = [
        context.text,
        *(one.content for one in context.history if one.role == "user"),
        *context.payload.values(),
    ]
    return code in context.vault or any(
        code in str(text).upper() for text in [*words, *context.state.claim.values()]
    )


async def _list_bookings(context: TurnContext, found: list[Appointment]) -> ToolOutcome:
    context.state.close(IDENTIFY, ENTER_CODE, "booking")
    await context.vault.learn(context.core, BOOKING_CODE, *(one.code for one in found))
    if len(found) > 1:
        told, choices = booking_options(context, found)
        return ToolOutcome({"bookings": told}, (choices,))
    told = booking_facts(context, found)
    is_next = context.state.wanting in ("move", "cancel")
    cards = () if is_next else tuple(_card(context, one) for one in found)
    return ToolOutcome({"bookings": told}, cards)


def booking_facts(context: TurnContext, found: Sequence[Appointment]) -> list[dict[str, str]]:
    """Each with the handle that tools take."""
    return [{"booking": context.state.handle_of(one.id), **_facts(context, one)} for one in found]


def booking_options(
    context: TurnContext, found: Sequence[Appointment]
) -> tuple[list[dict[str, str]], dict[str, object]]:
    """The bookings as they are told, and a button for each."""
    context.state.close("booking")
    told = booking_facts(context, found)
    labels = {
        fact["booking"]: ", ".join(
            [*(fact[name] for name in ("service", "when", "place") if name in fact), one.code]
        )
        for fact, one in zip(told, found, strict=True)
    }
    return told, blocks.booking_choices(context.state, labels)


def _facts(context: TurnContext, appointment: Appointment) -> dict[str, str]:
    location = context.catalogue.location(appointment.location_id)
    return {
        "service": context.catalogue.service(appointment.service_id).name,
        "when": context.local_time_text(appointment.starts_at, location.time_zone),
        **place_entry(context, location),
        "with": ", ".join(booking_blocks.staff_names(context.catalogue, appointment.resource_ids)),
        **_standing(appointment),
    }


def _standing(appointment: Appointment) -> dict[str, str]:
    """What is to be said of how it stands, but for what is booked and kept."""
    if appointment.is_displaced:
        return {"status": NOT_KEPT}
    return {"status": NOT_APPROVED} if appointment.status == PENDING else {}


def _card(context: TurnContext, appointment: Appointment) -> dict[str, object]:
    title = card_title(context.locale, appointment)
    card = booking_blocks.booking_card(
        context.catalogue,
        appointment,
        title,
        card_status(appointment),
        context.locale,
        context.core.calendar_links,
    )
    return with_actions(card, context.state, appointment, context.locale)


TOOL = Tool("find_my_booking", FindMyBooking, find_my_booking, "Looking for your booking", writes=True)
