"""The briefing: what a model is told before it speaks. The house's instructions, then the owner's wishes and the state of the talk as data."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from agent.models.protocol import ModelMessage
from agent.places import at_place
from agent.records import quoted
from agent.remainder.telling import still_to_book
from agent.talk import Talk

INSTRUCTIONS = (Path(__file__).parent / "instructions.md").read_text("utf-8")
# What a model is given of what was said before: enough to know what "the second one" is, little enough to pay for.
REMEMBERED_CHARACTERS = 16_000
LONGEST_TONE = 300
MOST_OFFERS = 30


def briefed(talk: Talk, instructions: str = INSTRUCTIONS) -> list[ModelMessage]:
    """The messages of a turn before the model has said anything."""
    system = f"{instructions.rstrip()}\n\n# Data\n{msgspec.json.encode(_data(talk)).decode()}\n"
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


def _data(talk: Talk) -> dict[str, Any]:
    organization, notepad = talk.catalogue.organization, talk.notepad
    summary, held = notepad.summary, notepad.held_offer
    return {
        "business": quoted(organization.name, 80),
        "language": talk.locale,
        **_places(talk),
        "tone": quoted(str(organization.chat.get("tone", "")), LONGEST_TONE),
        "offers_on_screen": _offers(talk),
        "time_being_kept": held.label if held and notepad.hold_id else None,
        "contact_known": notepad.contact is not None,
        "summary_waits_for_yes": summary.deed if summary else None,
        "appointments_made_here": len(notepad.appointments),
        "moving_one": notepad.moving is not None,
        "still_to_book": [{**one, "words": quoted(one["words"], 80)} for one in still_to_book(talk)],
    }


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
