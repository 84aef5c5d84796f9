"""The briefing: what a model is told before it speaks. The house's instructions, then the owner's wishes and the state of the talk as data."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from agent.consent.authority import bookings_coming
from agent.conversation.places import at_place
from agent.guardrails.instruction_leaks import DATA_BEGINS
from agent.guardrails.records import quoted
from agent.languages.wording import day_and_time_in_full
from agent.models.protocol import ModelMessage
from agent.privacy.personal import BOOKING_CODE
from agent.tools.booking_lookup import bookings_told
from agent.turn_context import Talk
from agent.wishes.beyond_one_booking import still_to_book
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.resources import STAFF

INSTRUCTIONS = (Path(__file__).parent / "instructions.md").read_text("utf-8")
# What a model is given of what was said before: enough to know what "the second one" is, little enough to pay for.
REMEMBERED_CHARACTERS = 16_000
LONGEST_TONE = 300
MOST_OFFERS = 30
# A list that is longer is asked for with `list_services`.
MOST_SERVICES, MOST_STAFF = 25, 12


def briefed(
    talk: Talk, instructions: str = INSTRUCTIONS, own: Sequence[Appointment] = ()
) -> list[ModelMessage]:
    """The messages of a turn before the model has said anything. ``own`` are the appointments that this conversation may change."""
    system = f"{instructions.rstrip()}{DATA_BEGINS}{msgspec.json.encode(_data(talk, own)).decode()}\n"
    return [
        ModelMessage("system", system),
        *remembered(talk.history, REMEMBERED_CHARACTERS),
        ModelMessage("user", talk.text),
    ]


def remembered(history: Sequence[ModelMessage], most: int) -> list[ModelMessage]:
    """The newest of what was said, as far as ``most`` characters go."""
    kept: list[ModelMessage] = []
    for message in reversed(history):
        most -= len(message.content)
        if most < 0:
            break
        kept.append(message)
    return kept[::-1]


async def appointments_of(talk: Talk) -> list[Appointment]:
    """The appointments to come that this conversation made, or that are proven to be its customer's; each has a handle."""
    own = await talk.look(lambda desk: bookings_coming(desk, talk))
    await talk.vault.learn(talk.core, BOOKING_CODE, *(one.code for one in own))
    return own


def _data(talk: Talk, own: Sequence[Appointment]) -> dict[str, Any]:
    organization, notepad = talk.catalogue.organization, talk.notepad
    return {
        "business": quoted(organization.name, 80),
        "language": talk.locale,
        "now": day_and_time_in_full(talk.now, str(talk.zone), talk.locale),
        **_places(talk),
        "tone": quoted(str(organization.chat.get("tone", "")), LONGEST_TONE),
        "services": _services(talk),
        "offers_on_screen": _offers(talk),
        "time_being_kept": _kept(talk),
        "contact_known": notepad.contact is not None,
        "summary_waits_for_yes": _summary(talk),
        "their_appointments": [
            {name: quoted(fact, 120) for name, fact in told.items()} for told in bookings_told(talk, own)
        ],
        "moving": next((notepad.handle_of(one.id) for one in own if one.id == notepad.moving), None),
        "wants_with_a_booking": notepad.wanting or None,
        "still_to_book": [{**one, "words": quoted(one["words"], 80)} for one in still_to_book(talk)],
    }


def _services(talk: Talk) -> list[dict[str, Any]]:
    """What can be booked, how long it takes, and who does it."""
    catalogue = talk.catalogue
    return [
        {
            "name": quoted(service.name, 80),
            "minutes": list(service.durations),
            "staff": [
                quoted(one.name, 80)
                for one in catalogue.resources_of[service.id][:MOST_STAFF]
                if one.kind == STAFF
            ],
        }
        for service in list(catalogue.services.values())[:MOST_SERVICES]
    ]


def _kept(talk: Talk) -> dict[str, str] | None:
    held = talk.notepad.held_offer
    if held is None or talk.notepad.hold_id is None:
        return None
    return {
        "starts": at_place(talk.catalogue, held.label, held.location_id),
        "service": quoted(talk.catalogue.service(held.service_id).name, 80),
    }


def _summary(talk: Talk) -> dict[str, Any] | None:
    """The summary before the customer, as they read it."""
    summary = talk.notepad.summary
    if summary is None:
        return None
    rows = summary.block.get("rows", [])
    deed: dict[str, Any] = {"deed": summary.deed}
    deed |= {"is_request": True} if summary.is_request else {}
    return {**deed, **{quoted(row["label"], 40): quoted(row["value"], 120) for row in rows}}


def _places(talk: Talk) -> dict[str, Any]:
    """Where the business has several places: which they are, and the one this conversation is about."""
    places = talk.catalogue.locations.values()
    if len(places) == 1:
        return {}
    known = talk.place
    return {
        "places": [quoted(place.name, 80) for place in places],
        "place": quoted(known.name, 80) if known else None,
    }


def _offers(talk: Talk) -> list[dict[str, str]]:
    shown = [known.value for known in talk.notepad.inputs.values() if known.verb == "time"]
    offers = [talk.notepad.offers[handle] for handle in shown if handle in talk.notepad.offers]
    return [
        {
            "handle": offer.handle,
            "starts": at_place(talk.catalogue, offer.label, offer.location_id),
            "service": quoted(talk.catalogue.service(offer.service_id).name, 80),
        }
        for offer in offers[:MOST_OFFERS]
    ]
