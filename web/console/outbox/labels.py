"""What letters are called, and what became of each, in words."""

from booking_core.appointments.record import (
    APPROVED_LETTER,
    CANCELLED_LETTER,
    CONFIRMED_LETTER,
    DECLINED_LETTER,
    DISPLACED_LETTER,
    MOVED_LETTER,
    NO_SHOW_LETTER,
    REQUESTED_LETTER,
)
from booking_core.notices.outbox import (
    BY_TEXT,
    GIVEN_UP,
    NO_MOBILE,
    STOPPED,
    SUPERSEDED,
    TOO_LATE,
    TOO_MANY,
    UNKNOWN,
    Mail,
)
from booking_core.notices.refused_letters import Reason
from booking_core.notices.reminders import REMINDER_LETTER
from web.console.settings.letters.outcomes import SENTENCES
from web.console.words.translate import N_, gettext

KINDS = {
    "verification_code": N_("One-time code"),
    CONFIRMED_LETTER: N_("Appointment confirmed"),
    REQUESTED_LETTER: N_("Request received"),
    APPROVED_LETTER: N_("Request approved"),
    DECLINED_LETTER: N_("Request declined"),
    MOVED_LETTER: N_("Appointment moved"),
    CANCELLED_LETTER: N_("Appointment cancelled"),
    REMINDER_LETTER: N_("Reminder"),
    DISPLACED_LETTER: N_("Another time asked for"),
    NO_SHOW_LETTER: N_("Appointment missed"),
    # Of an older release.
    "appointment_changed": N_("Appointment changed"),
    "person_wanted": N_("Person asked for"),
    "customer_late": N_("A customer will be late"),
    "team_booked": N_("To the team: booked"),
    "team_requested": N_("To the team: asked for"),
    "team_moved": N_("To the team: moved"),
    "team_cancelled": N_("To the team: cancelled"),
    "webhook_disabled": N_("Webhook switched off"),
    "calendar_paused": N_("A calendar cannot be read"),
}


STATES = {"sent": N_("Sent"), "waiting": N_("On its way"), "kept": N_("Not sent")}
# Why a letter was not sent; of anything else the mail server's number is told.
FAILURES = {
    TOO_LATE: N_("Too late"),
    SUPERSEDED: N_("Replaced by the next email"),
    GIVEN_UP: N_("Given up: the mail server could not be reached"),
    STOPPED: N_("The customer wants no text messages"),
    NO_MOBILE: N_("Not a mobile number"),
    TOO_MANY: N_("Too many messages that day"),
    UNKNOWN: N_("Nobody knows whether it arrived"),
}
TEXT_GIVEN_UP = N_("Given up: the provider could not be reached")


def kind_of(mail: Mail) -> str:
    """What it tells, and that it is a text message where it is one."""
    kind = gettext(KINDS.get(mail.kind, mail.kind))
    return gettext("%(kind)s, by text message", kind=kind) if mail.channel == BY_TEXT else kind


def letter_state(mail: Mail, has_server: bool) -> str:
    if mail.sent_at is not None:
        return "sent"
    if mail.failure is not None:
        return "replaced" if mail.failure == SUPERSEDED else "failed"
    return "waiting" if has_server else "kept"


def letter_label(mail: Mail, has_server: bool) -> str:
    """What became of a letter, in words."""
    if mail.failure is not None and mail.sent_at is None:
        if mail.failure == GIVEN_UP and mail.channel == BY_TEXT:
            return gettext(TEXT_GIVEN_UP)
        if mail.failure in FAILURES:
            return gettext(FAILURES[mail.failure])
        return gettext("Refused (%(why)s)", why=mail.failure)
    state = letter_state(mail, has_server)
    # A first try counts as soon as it begins: until it failed, the letter is on its way.
    if state == "waiting" and (mail.tries > 1 or mail.waits_because is not None):
        return gettext("Trying again (%(tries)s so far)", tries=mail.tries)
    return gettext(STATES[state])


def waiting_text(mail: Mail) -> str:
    """Why a letter is still on its way, empty where nothing went wrong."""
    if mail.waits_because is None or letter_state(mail, has_server=True) != "waiting":
        return ""
    return gettext(SENTENCES[Reason(mail.waits_because)], address=mail.recipient)
