"""Every table of the booking core, for whoever needs them all known: migrations and checks."""

from booking_core.appointments import appointment, kept, time_blocks
from booking_core.booking import booking_caps
from booking_core.calendars.caldav import writing
from booking_core.calendars.external import busy_times, external_calendar
from booking_core.calendars.feeds import feed
from booking_core.catalogue import catalogue
from booking_core.catalogue.services import booking_questions
from booking_core.customers import contacts
from booking_core.holds import hold
from booking_core.mail_servers import mail_server
from booking_core.maintenance import readiness
from booking_core.pictures import picture
from booking_core.second_factor import authenticator, passkeys, pending, recovery_codes
from booking_core.storage import audit
from booking_core.team import links, memberships, sessions
from booking_core.text_providers import text_provider
from booking_core.webhooks import deliveries, endpoints

__all__ = [
    "appointment",
    "audit",
    "authenticator",
    "booking_caps",
    "booking_questions",
    "busy_times",
    "catalogue",
    "contacts",
    "deliveries",
    "endpoints",
    "external_calendar",
    "feed",
    "hold",
    "kept",
    "links",
    "mail_server",
    "memberships",
    "passkeys",
    "pending",
    "picture",
    "readiness",
    "recovery_codes",
    "sessions",
    "text_provider",
    "time_blocks",
    "writing",
]
