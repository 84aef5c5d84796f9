"""Settings of the chat that are folded away, because few need other than what is there: links in answers, and
what customers may book without the front desk."""

from web.console.forms.field import FormField
from web.console.forms.fields import Checkbox, Lines, Number
from web.console.words.translate import N_, gettext

LINKS = {
    "chat.sites": N_("Own sites that answers may link to"),
    "chat.link_hosts": N_("Other sites that answers may link to"),
}
VERIFY = {"booking_rules.verify_contact": N_("Customers prove their email address first")}
CAPS = {
    "booking_rules.upcoming_per_contact": N_("Upcoming bookings of a contact"),
    "booking_rules.upcoming_per_conversation": N_("Upcoming bookings of a conversation"),
    "booking_rules.upcoming_per_address": N_("Upcoming bookings from an address"),
    "booking_rules.per_contact_a_day": N_("Bookings of a contact in a day"),
    "booking_rules.per_address_a_day": N_("Bookings from an address in a day"),
    "booking_rules.busy_day": N_("Bookings that make a busy day"),
}
FOLDED = {
    N_("Links in answers"): tuple(LINKS),
    N_("What customers may book by themselves"): (*VERIFY, *CAPS),
}


def folded_fields() -> list[FormField]:
    hint = gettext("Each on a line, such as example.com.")
    return [
        *(Lines(name=name, label=gettext(label), hint=hint) for name, label in LINKS.items()),
        *(Checkbox(name=name, label=gettext(label)) for name, label in VERIFY.items()),
        *(Number(name=name, label=gettext(label)) for name, label in CAPS.items()),
    ]
