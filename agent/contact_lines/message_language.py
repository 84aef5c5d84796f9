"""The language that a conversation goes on in."""

from agent.contact_lines import contact_in_message, without
from agent.languages import locale_of_text
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.settings.customer_languages import spoken_tag


def message_locale(catalogue: Catalogue, text: str, locale: str, *, awaits_contact: bool) -> str:
    """It follows the customer's own words, where the business speaks it, and not a name: "Dimanche Diop" may
    not speak French."""
    spoken = locale_of_text(text, locale)
    if spoken != locale and awaits_contact:
        contact = contact_in_message(catalogue, text, locale, is_asked=True)
        spoken = locale_of_text(without(text, contact.name or "", contact.email or ""), locale)
    return spoken if spoken_tag(catalogue.organization, spoken) == spoken else locale
