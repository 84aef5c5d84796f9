"""Calendars that were found on a server, to choose one of: name and password travel with the list, sealed,
for as long as choosing takes."""

import base64
import binascii
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from booking_core.calendars.caldav.client import Access
from booking_core.calendars.caldav.found_calendars import FoundCalendar
from booking_core.errors import InvalidField
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Hidden, Select
from web.console.rendering.visit import Visit
from web.console.settings.calendars.place import place_of
from web.console.words.translate import gettext

# The names of the fields: the sealed list, and which of it.
FOUND, CHOSEN = "found", "calendar"
GOOD_FOR = timedelta(minutes=15)


class FoundList(Struct, frozen=True):
    user: str
    password: str
    urls: tuple[str, ...]
    at: datetime


def list_fields(found: Sequence[FoundCalendar]) -> list[FormField]:
    """What to choose from, and what goes with it."""
    options = [Option(one.url, one.name) for one in found]
    return [
        Select(name=CHOSEN, label=gettext("Which calendar"), options=options, required=True),
        Hidden(name=FOUND, label=""),
    ]


def seal_list(visit: Visit, access: Access, found: Sequence[FoundCalendar]) -> str:
    urls = tuple(one.url for one in found)
    kept = FoundList(access.user, access.password, urls, visit.core.clock.now())
    sealed = place_of(visit).seal.close(msgspec.json.encode(kept), _bound(visit))
    return base64.urlsafe_b64encode(sealed).decode()


def chosen_access(visit: Visit, sealed: str, url: str) -> Access:
    """How to get into the one that was chosen. Raises ``InvalidField`` (``password``, ``calendar``)."""
    try:
        opened = place_of(visit).seal.open(base64.urlsafe_b64decode(sealed), _bound(visit))
    except (binascii.Error, ValueError):
        opened = None
    kept = None if opened is None else msgspec.json.decode(opened, type=FoundList)
    if kept is None or visit.core.clock.now() > kept.at + GOOD_FOR:
        raise InvalidField("password", gettext("That was a while ago: please type the password once more."))
    if url not in kept.urls:
        raise InvalidField(CHOSEN, gettext("Please choose one of the calendars."))
    return Access(url, kept.user, kept.password)


def _bound(visit: Visit) -> bytes:
    """Nobody else's, of no other business, and no calendar that is connected already."""
    return f"found calendars\n{visit.operator.organization_id}\n{visit.operator.id}".encode()
