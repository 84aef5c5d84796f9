"""What each letter and each of its parts is called in the console."""

from collections.abc import Mapping

from web.console.words.translate import N_

LETTERS: Mapping[str, str] = {
    "confirmed": N_("Booked"),
    "requested": N_("A request has come"),
    "approved": N_("A request is approved"),
    "declined": N_("A request is declined"),
    "moved": N_("Moved by the customer"),
    "moved_by_business": N_("Moved by the business"),
    "moved_request": N_("A request is moved"),
    "cancelled": N_("Cancelled by the customer"),
    "cancelled_by_business": N_("Cancelled by the business"),
    "withdrawn": N_("A request is withdrawn"),
    "reminder": N_("Reminder"),
    "displaced": N_("We cannot keep the time"),
    "no_show": N_("The customer did not come"),
}
PARTS: Mapping[str, str] = {
    "subject": N_("Subject"),
    "greeting": N_("Greeting"),
    "opening": N_("Before the facts"),
    "closing": N_("After the facts"),
    "signature": N_("Signature"),
}
PLACEHOLDERS: Mapping[str, str] = {
    "service": N_("the service"),
    "when": N_("day and time"),
    "where": N_("the place"),
    "with": N_("the person"),
    "business": N_("the name of the business"),
    "code": N_("the booking code"),
}
