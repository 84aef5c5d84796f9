"""The briefing of a model: instructions, then the owner's settings and the conversation's state as data."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from agent.consent.authority import upcoming_bookings
from agent.conversation.places import time_at_place
from agent.guardrails.instruction_leaks import DATA_BEGINS
from agent.guardrails.records import quote
from agent.languages.wording import day_and_time_in_full
from agent.models.protocol import ModelMessage
from agent.privacy.personal import BOOKING_CODE
from agent.tools.booking_lookup import booking_facts
from agent.turn_context import TurnContext
from agent.wishes.beyond_one_booking import still_to_book
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.settings.settings import LONGEST_INSTRUCTIONS, setting_of

INSTRUCTIONS = (Path(__file__).parent / "instructions.md").read_text("utf-8")
# Characters of earlier messages: enough to know what "the second one" is, and affordable.
REMEMBERED_CHARACTERS = 16_000
LONGEST_TONE = 300
MOST_OFFERS = 30
# Longer lists are left to the tool `list_services`.
MOST_SERVICES, MOST_STAFF = 25, 12


def prompt_messages(
    context: TurnContext, instructions: str, own: Sequence[Appointment]
) -> list[ModelMessage]:
    """The messages of a turn before the model has said anything. ``own`` are the appointments that this
    conversation may change."""
    system = (
        f"{instructions.rstrip()}{DATA_BEGINS}{msgspec.json.encode(_prompt_data(context, own)).decode()}\n"
    )
    return [
        ModelMessage("system", system),
        *recent_history(context.history, REMEMBERED_CHARACTERS),
        ModelMessage("user", context.said),
    ]


def recent_history(history: Sequence[ModelMessage], most: int) -> list[ModelMessage]:
    """The newest messages within ``most`` characters."""
    kept: list[ModelMessage] = []
    for message in reversed(history):
        most -= len(message.content)
        if most < 0:
            break
        kept.append(message)
    return kept[::-1]


async def load_appointments(context: TurnContext) -> list[Appointment]:
    """The upcoming appointments that this conversation may change; each gets a handle, and its booking code
    goes into the vault."""
    own = await context.read_only(lambda desk: upcoming_bookings(desk, context))
    await context.vault.learn(context.core, BOOKING_CODE, *(one.code for one in own))
    return own


def _prompt_data(context: TurnContext, own: Sequence[Appointment]) -> dict[str, Any]:
    organization, state = context.catalogue.organization, context.state
    return {
        "business": quote(organization.name, 80),
        "language": context.locale,
        "now": day_and_time_in_full(context.now, str(context.zone), context.locale),
        **_places(context),
        "tone": quote(setting_of(organization, "chat.tone"), LONGEST_TONE),
        **_wishes(context),
        "services": _services(context),
        "offers_on_screen": _offers(context),
        "time_being_kept": _time_on_hold(context),
        "contact_known": state.contact is not None,
        "summary_waits_for_yes": _summary(context),
        "their_appointments": [
            {name: quote(fact, 120) for name, fact in told.items()} for told in booking_facts(context, own)
        ],
        "moving": next((state.handle_of(one.id) for one in own if one.id == state.moving), None),
        "wants_with_a_booking": state.wanting or None,
        "still_to_book": [{**one, "words": quote(one["words"], 80)} for one in still_to_book(context)],
    }


def _wishes(context: TurnContext) -> dict[str, str]:
    """What the owner asks of a model, as data: code decides what may be done, whatever stands there."""
    said = setting_of(context.catalogue.organization, "chat.instructions")
    return {"wishes_of_the_business": quote(said, LONGEST_INSTRUCTIONS)} if said else {}


def _services(context: TurnContext) -> list[dict[str, Any]]:
    """The services with their durations and staff."""
    catalogue = context.catalogue
    return [
        {
            "name": quote(service.name, 80),
            "minutes": list(service.durations),
            "staff": [
                quote(one.name, 80)
                for one in catalogue.resources_of[service.id][:MOST_STAFF]
                if one.kind == STAFF
            ],
            **({} if catalogue.is_served(service.id) else {"cannot_be_booked_here": True}),
        }
        for service in list(catalogue.services.values())[:MOST_SERVICES]
    ]


def _time_on_hold(context: TurnContext) -> dict[str, str] | None:
    held = context.state.held_offer
    if held is None or context.state.hold_id is None:
        return None
    return {
        "starts": time_at_place(context.catalogue, held.label, held.location_id),
        "service": quote(context.catalogue.service(held.service_id).name, 80),
    }


def _summary(context: TurnContext) -> dict[str, Any] | None:
    """The open summary, as the customer reads it."""
    summary = context.state.summary
    if summary is None:
        return None
    rows = summary.block.get("rows", [])
    deed: dict[str, Any] = {"deed": summary.deed}
    deed |= {"is_request": True} if summary.is_request else {}
    return {**deed, **{quote(row["label"], 40): quote(row["value"], 120) for row in rows}}


def _places(context: TurnContext) -> dict[str, Any]:
    """The locations, where there are several, and the one this conversation is about."""
    places = context.catalogue.locations.values()
    if len(places) == 1:
        return {}
    known = context.place
    return {
        "places": [quote(place.name, 80) for place in places],
        "place": quote(known.name, 80) if known else None,
    }


def _offers(context: TurnContext) -> list[dict[str, str]]:
    shown = [known.value for known in context.state.inputs.values() if known.verb == "time"]
    offers = [context.state.offers[handle] for handle in shown if handle in context.state.offers]
    return [
        {
            "handle": offer.handle,
            "starts": time_at_place(context.catalogue, offer.label, offer.location_id),
            "service": quote(context.catalogue.service(offer.service_id).name, 80),
        }
        for offer in offers[:MOST_OFFERS]
    ]
