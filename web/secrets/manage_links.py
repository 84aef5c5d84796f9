"""Links with which a customer manages one appointment: made from its id, the number of its link and the
installation's secret, so that every letter can carry it and nothing has to be stored."""

import base64
import hmac
import re
from typing import Protocol

from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.calendar_links import CalendarLinks
from booking_core.appointments.by_link.link import NO_LINK
from web.secrets.calendar_keys import calendar_links_of
from web.secrets.sealing import derive_key
from web.settings import Settings

PURPOSE = "links that manage an appointment"
PREFIX, SIGNATURE = "apt_", 16
# The letters of the id (``storage/ids``), and the signature in URL-safe base64.
TOKEN = re.compile(r"([a-z0-9]{20})([A-Za-z0-9_-]{22})")
# Looked for where a token can be none of ours, so that it is answered like any other.
NOBODYS = f"{PREFIX}{'a' * 20}"


class Linked(Protocol):
    """What a link is made of: an appointment."""

    id: str
    organization_id: str
    link_number: int

    @property
    def stands(self) -> bool: ...


class ManageLinks(Struct, frozen=True):
    """``keys`` are made of the secret keys, the newest first: links of an older one are good as long as it is
    known. ``calendars`` are the addresses that only read."""

    keys: tuple[bytes, ...]
    public_url: str
    calendars: CalendarLinks

    @classmethod
    def of(cls, settings: Settings) -> "ManageLinks":
        secrets = (settings.secret_key, *settings.secret_key_old)
        return cls(
            tuple(derive_key(one, PURPOSE) for one in secrets),
            settings.public_url,
            calendar_links_of(settings),
        )

    def address(self, appointment: Linked) -> str:
        """Where its customer sees, moves and cancels it; the chat, where that customer was erased."""
        if appointment.link_number == NO_LINK:
            return self.chat(appointment.organization_id)
        return f"{self.public_url}/b/{self.token(appointment.id, appointment.link_number)}"

    def in_letters(self, appointment: Linked) -> str:
        """The same; the chat, where there is nothing to manage any more and one may book again."""
        return self.address(appointment) if appointment.stands else self.chat(appointment.organization_id)

    def chat(self, organization_id: str) -> str:
        """Where anybody books, and manages by booking code and contact."""
        return f"{self.public_url}/c/{organization_id}"

    def calendar_file(self, appointment: Appointment) -> str:
        """Where it is read into a calendar, by whoever may not change it either."""
        return f"{self.public_url}{self.calendars.path(appointment)}"

    def token(self, appointment_id: str, number: int) -> str:
        return appointment_id.removeprefix(PREFIX) + _signature(self.keys[0], appointment_id, number)

    def is_good(self, token: str, number: int | None) -> bool:
        """Whether this is the link of the appointment that the token names. ``number`` is the one it has now,
        None for an appointment that is not there; either way it takes the same steps."""
        appointment_id, signature = _parts(token)
        known = [
            hmac.compare_digest(signature, _signature(key, appointment_id, number or NO_LINK))
            for key in self.keys
        ]
        return any(known) and bool(number)


def appointment_named(token: str) -> str:
    """The id of the appointment that a token names, be it a good one or not."""
    return _parts(token)[0]


def _parts(token: str) -> tuple[str, str]:
    found = TOKEN.fullmatch(token)
    return (f"{PREFIX}{found[1]}", found[2]) if found else (NOBODYS, "")


def _signature(key: bytes, appointment_id: str, number: int) -> str:
    digest = hmac.digest(key, f"{appointment_id}\n{number}".encode(), "sha256")[:SIGNATURE]
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
