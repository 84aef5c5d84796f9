"""Arguments of tools with contacts and codes as the desk keeps them, where one was spelled or written in
pieces. Pure."""

from typing import Any

from agent.privacy.contacts.codes import dictated_codes_in, split_codes_in
from agent.privacy.contacts.emails import spoken_emails_in
from agent.privacy.contacts.phones import spoken_phones_in

# An address has at most 254 characters; spelled, it is some longer.
_LONGEST = 400


def as_contact(thing: Any) -> Any:
    """The same with every text that is nothing but a spoken contact ("ada at example dot com") as it is
    written; dicts and lists are gone through."""
    match thing:
        case dict():
            return {key: as_contact(value) for key, value in thing.items()}
        case list() | tuple():
            return [as_contact(each) for each in thing]
        case str() if len(thing) <= _LONGEST:
            for read in (spoken_emails_in, spoken_phones_in, split_codes_in, dictated_codes_in):
                for written, contact in read(thing):
                    if written == thing.strip():
                        return contact
    return thing
