"""Reading what customers write as their name, e-mail address and phone number. Pure.

``line`` is the grammar of such a line, ``addresses`` and ``numbers`` find the two ways to reach somebody, ``frames`` takes off what people
put around their name (its words are in ``frame_words``), ``names`` judges whether what is left is a name, and ``closed_classes`` has the
words by which a sentence is told from a name.
"""

from msgspec import structs

from agent.contact_lines.frames import confirms_name
from agent.contact_lines.line import Contact, contact_in, without
from agent.contact_lines.names import Verdict, judge_name
from agent.conversation.places import places_meant
from agent.languages import words_in
from booking_core.catalogue.catalogue import Catalogue

__all__ = ["Contact", "Verdict", "confirms_name", "contact_in", "contact_in_message", "judge_name", "without"]


def contact_in_message(catalogue: Catalogue, text: str, locale: str, *, is_asked: bool) -> Contact:
    """What a message to a business says of its customer; ``is_asked`` where they were asked for name and contact."""
    services = [name for one in catalogue.services.values() for name in (one.name, *one.aliases)]
    if len(catalogue.locations) > 1:
        services += [place.name for place in catalogue.locations.values()]
    contact = contact_in(
        text,
        catalogue.organization.country,
        words_in(locale),
        is_asked=is_asked,
        services=services,
        people=[one.name for one in catalogue.resources.values()],
    )
    if (
        contact.name
        and " " not in contact.name
        and len(catalogue.locations) > 1
        and places_meant(catalogue, contact.name)
    ):
        # "No, London please": one of our towns alone is where they want to come.
        return structs.replace(contact, name=None, written=(), is_whole=False)
    return contact
