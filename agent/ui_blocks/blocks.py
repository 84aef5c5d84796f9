"""Blocks: what the customer sees beside the text of an answer, such as buttons, times and booking cards.

Each builder returns the JSON of one block. Buttons are registered in the conversation's state, which gives
them ids and knows what they mean.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from agent.conversation.choices import Offer
from agent.conversation.places import service_label
from agent.conversation.state import ConversationState
from agent.languages import sentences_in
from agent.ui_blocks.block import new_block, quote_view
from agent.ui_blocks.people import lengths_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.services.prices import PriceQuote
from booking_core.catalogue.services.services import Service
from booking_core.pictures.picture import picture_path
from booking_core.storage.ids import new_id
from booking_core.time.wall_clock import zone


def quick_replies(state: ConversationState, meanings: Mapping[str, str]) -> dict[str, Any]:
    """Buttons by their labels, each with the message it means to the receptionist."""
    return _buttons(state, "say", [(label, meaning) for label, meaning in meanings.items()])


def booking_choices(state: ConversationState, labels: Mapping[str, str]) -> dict[str, Any]:
    """Buttons for bookings: their labels by their handles."""
    return _buttons(state, "booking", [(label, handle) for handle, label in labels.items()])


def _buttons(state: ConversationState, verb: str, values: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A button for each label and value."""
    block_id = new_id("b")
    options = [
        {"input_id": state.input(block_id, label, verb, value), "label": label} for label, value in values
    ]
    return new_block("quick_replies", block_id, " / ".join(label for label, _ in values), options=options)


def service_list(
    state: ConversationState, catalogue: Catalogue, services: Sequence[Service], place: Location | None
) -> dict[str, Any]:
    """A card with a button for each service; durations in minutes, prices at a place or at any."""
    block_id = new_id("b")
    cards = [
        {
            "input_id": state.input(block_id, service.name, "service", service.id),
            "name": service.name,
            "description": service.description,
            "category": category.name
            if (category := catalogue.categories.get(service.category_id or ""))
            else None,
            "picture": picture_path(service.organization_id, service.picture),
            "duration_min": service.duration_min,
            "price": quote_view(
                quote(catalogue, service, service.duration_min, place), is_each=service.is_group
            ),
            "lengths": lengths_of(catalogue, service, place),
        }
        for service in services
    ]
    return new_block(
        "service_list", block_id, ", ".join(service.name for service in services), services=cards
    )


def slot_picker(
    state: ConversationState, catalogue: Catalogue, offers: Sequence[Offer], *, more: bool
) -> dict[str, Any]:
    """Offers (at least one) by day, in the zone of their location. ``more`` adds a button for later days."""
    block_id = new_id("b")
    first = offers[0]
    time_zone = catalogue.location(first.location_id).time_zone
    days = [
        {
            "date": day.isoformat(),
            "times": [_time(state, block_id, catalogue, offer, time_zone) for offer in of_day],
        }
        for day, of_day in groupby(offers, key=lambda offer: offer.start.astimezone(zone(time_zone)).date())
    ]
    label = sentences_in(state.locale).MORE_TIMES
    return new_block(
        "slot_picker",
        block_id,
        ", ".join(offer.label for offer in offers),
        service=service_label(
            catalogue, catalogue.service(first.service_id).name, catalogue.location(first.location_id)
        ),
        duration_min=first.duration_min,
        price=quote_view(
            quote_of_offers(catalogue, offers),
            is_each=catalogue.service(offers[0].service_id).is_group,
        ),
        time_zone=time_zone,
        days=days,
        more={"input_id": state.input(block_id, label, "more_times"), "label": label} if more else None,
    )


def quote_of_offers(catalogue: Catalogue, offers: Sequence[Offer]) -> PriceQuote:
    """What they cost: exact where all are with the same person."""
    first = offers[0]
    service, place = catalogue.service(first.service_id), catalogue.location(first.location_id)
    people = {offer.staff_id for offer in offers}
    person = first.staff_id if len(people) == 1 else None
    return quote(catalogue, service, first.duration_min, place, person)


def contact_fallback(catalogue: Catalogue, text: str, hours: str | None = None) -> dict[str, Any]:
    """Ways to reach a person where the chat cannot go on; ``hours`` are the opening hours in words."""
    organization = catalogue.organization
    known = [text, *(way for way in (organization.phone, organization.email, hours) if way)]
    return new_block(
        "contact_fallback",
        new_id("b"),
        " ".join(known),
        text=text,
        phone=organization.phone,
        email=organization.email,
        hours=hours,
    )


def _time(
    state: ConversationState, block_id: str, catalogue: Catalogue, offer: Offer, time_zone: str
) -> dict[str, Any]:
    start = offer.start.astimezone(zone(time_zone))
    staff = catalogue.resources.get(offer.staff_id or "")
    return {
        "input_id": state.input(block_id, offer.label, "time", offer.handle),
        "start": start.isoformat(),
        "end": (start + timedelta(minutes=offer.duration_min)).isoformat(),
        "staff": staff.name if staff else None,
        "seats_left": offer.seats_left,
    }
