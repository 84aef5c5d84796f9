"""Reading what customers write as their name, e-mail address and phone number. Pure.

``line`` is the grammar of such a line: ``addresses`` and ``numbers`` find the two ways to reach somebody,
``pieces`` cuts up what is left, and ``piece_reader`` tells what each ``piece`` is. ``introductions/``
read a name within what people put around it or behind "my name is" within a sentence, ``labelled_names`` one
under its labels; ``asides`` knows what else stands there. ``names`` judges whether words are a name, by
what each ``candidate`` word is in a sentence; ``words/`` has the words of each language.
"""

from collections.abc import Sequence

from msgspec import structs

from agent.contact_lines.introductions.frames import confirms_name
from agent.contact_lines.line import Contact, contact_in, without
from agent.contact_lines.names.judgement import NameVerdict, judge_name
from agent.contact_lines.names.titles import strip_titles
from agent.conversation.place_mentions import places_in
from agent.languages import words_in
from booking_core.catalogue.catalogue import Catalogue

__all__ = [
    "Contact",
    "NameVerdict",
    "confirms_name",
    "contact_in",
    "contact_in_message",
    "judge_name",
    "strip_titles",
    "without",
]


def contact_in_message(
    catalogue: Catalogue, text: str, locale: str, *, is_asked: bool, countries: Sequence[str] = ()
) -> Contact:
    """What a message to a business says of its customer; ``is_asked`` where they were asked for name and
    contact, ``countries`` those a number without a code may be of; without them, the business's own."""
    services = [name for name, _ in catalogue.service_names]
    if len(catalogue.locations) > 1:
        services += [name for place in catalogue.locations.values() for name in place.all_names]
    contact = contact_in(
        text,
        countries or (catalogue.organization.country,),
        words_in(locale),
        is_asked=is_asked,
        services=services,
        people=[name for name, _ in catalogue.resource_names],
    )
    if (
        contact.name
        and " " not in contact.name
        and len(catalogue.locations) > 1
        and places_in(catalogue, contact.name)
    ):
        # "No, London please": one of our towns alone is where they want to come.
        return structs.replace(contact, name=None, written=(), is_whole=False)
    return contact
