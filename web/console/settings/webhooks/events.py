"""What a webhook may be told of, in words for whoever chooses."""

from collections.abc import Mapping

from booking_core.storage.events import (
    CANCELLED_EVENT,
    COMPLETED_EVENT,
    CONFIRMED_EVENT,
    DISPLACED_EVENT,
    HANDED_OFF,
    MOVED_EVENT,
    NO_SHOW_EVENT,
    REMINDED_EVENT,
    REQUESTED_EVENT,
)
from web.console.words.translate import N_

EVENT_NAMES: Mapping[str, str] = {
    REQUESTED_EVENT: N_("An appointment is asked for"),
    CONFIRMED_EVENT: N_("An appointment is booked"),
    MOVED_EVENT: N_("An appointment is moved"),
    CANCELLED_EVENT: N_("An appointment is cancelled"),
    COMPLETED_EVENT: N_("A customer came"),
    NO_SHOW_EVENT: N_("A customer did not come"),
    DISPLACED_EVENT: N_("A customer is asked to choose another time"),
    REMINDED_EVENT: N_("A customer is reminded"),
    HANDED_OFF: N_("A customer asks for a person"),
    "webhook.test": N_("A test"),
}
