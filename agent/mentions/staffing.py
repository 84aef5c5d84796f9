"""Who shall do it: "with Dana", "anyone but Jonas", "Dana or Miriam". Pure."""

import re

from msgspec import Struct

from agent.languages.language import Words
from agent.mentions.names.people import people_in
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF, Resource

PRESENCE = re.compile(
    r"\b(?:there|in|in on|working|works?|available|around|free|on duty|have|has|got)\b|\b(?:da|"
    r"arbeitet|là|travaille|trabaja|lavora)\b"
)


class Staffing(Struct, frozen=True):
    """``wanted`` is one person; ``unwanted`` are those it must not be, all others where several were
    named."""

    wanted: Resource | None = None
    unwanted: tuple[Resource, ...] = ()
    anyone: bool = False


def staffing_in(catalogue: Catalogue, text: str, words: Words) -> Staffing:
    """What a text says about the person."""
    lowered = text.casefold().replace("’", "'")
    named = people_in(catalogue, lowered)
    unwanted = tuple(
        person for person, spoken in named if re.search(rf"{words.without}{re.escape(spoken)}", lowered)
    )
    wanted = list({person.id: person for person, _ in named if person not in unwanted}.values())
    if len(wanted) > 1:
        others = [one for one in catalogue.resources.values() if one.kind == STAFF and one not in wanted]
        return Staffing(unwanted=(*others,), anyone=True)
    anyone = bool(re.search(words.anyone, lowered)) or bool(unwanted and not wanted)
    return Staffing(wanted[0] if wanted else None, unwanted, anyone and not wanted)


def asks_for_presence(text: str) -> bool:
    """ "Is Dana there on Thursday?" """
    return "?" in text and bool(PRESENCE.search(text.casefold()))
