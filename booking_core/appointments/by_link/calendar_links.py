"""Addresses of an appointment's calendar file, for the chat and for programs. Whoever has one reads when and
where it is, and changes nothing; it is worthless as soon as the appointment has another link."""

import base64
import hmac
import re

from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.link import NO_LINK

PATH = "/chat/v1/calendar"
PREFIX, SIGNATURE = "apt_", 16
# The letters of the id, and the signature in URL-safe base64.
FILE_NAME = re.compile(r"([a-z0-9]{20})([A-Za-z0-9_-]{22})\.ics")


class CalendarLinks(Struct, frozen=True):
    """``keys`` are made of the secret keys of the installation, the newest first."""

    keys: tuple[bytes, ...]

    def path(self, appointment: Appointment) -> str:
        signature = _signature(self.keys[0], appointment.id, appointment.link_number)
        return f"{PATH}/{appointment.id.removeprefix(PREFIX)}{signature}.ics"

    def is_good(self, file_name: str, appointment: Appointment) -> bool:
        found = FILE_NAME.fullmatch(file_name)
        if found is None or appointment.link_number == NO_LINK:
            return False
        return any(
            hmac.compare_digest(found[2], _signature(key, appointment.id, appointment.link_number))
            for key in self.keys
        )


def appointment_in(file_name: str) -> str:
    """The id that a file name has, be it signed or not; empty for none."""
    found = FILE_NAME.fullmatch(file_name)
    return f"{PREFIX}{found[1]}" if found else ""


def _signature(key: bytes, appointment_id: str, number: int) -> str:
    digest = hmac.digest(key, f"{appointment_id}\n{number}".encode(), "sha256")[:SIGNATURE]
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
