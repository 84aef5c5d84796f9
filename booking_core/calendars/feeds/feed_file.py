"""A feed as a calendar file (RFC 5545): the past thirty days and all that is to come."""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

import msgspec
from icalendar import Calendar, Event, Timezone
from msgspec import Struct
from sqlalchemy import any_, select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.calendars.feeds.feed import CalendarFeed
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.customers.customer import Customer
from booking_core.notices.ics import local_times

PAST = timedelta(days=30)
# How soon programs should come again (RFC 7986, 5.7); most have a mind of their own.
AGAIN = timedelta(minutes=15)
# Another number where the same rows become another file.
FORMAT = 4
BOOKED = {
    "en": "Booked",
    "de": "Belegt",
    "fr": "Occupé",
    "es": "Ocupado",
    "it": "Occupato",
    "he": "תפוס",
    "ar": "محجوز",
}


# Where the console shows an appointment, by its id; it opens for whoever signs in there.
AddressOf = Callable[[str], str]


class Booked(Struct, frozen=True):
    """One appointment of a feed, and who comes."""

    appointment: Appointment
    name: str


async def read_booked(session: AsyncSession, feed: CalendarFeed, now: datetime) -> list[Booked]:
    """What a feed shows, earliest first; those of one class beside each other."""
    whose = (
        any_(Appointment.resource_ids) == feed.resource_id
        if feed.resource_id
        else Appointment.location_id == feed.location_id
    )
    rows = await session.execute(
        select(Appointment, Customer.name)
        .join(Customer, Customer.id == Appointment.customer_id)
        .where(
            Appointment.organization_id == feed.organization_id,
            Appointment.starts_at >= now - PAST,
            Appointment.status != CANCELLED,
            whose,
        )
        .order_by(Appointment.starts_at, Appointment.block_id, Customer.name, Appointment.id)
    )
    return [Booked(appointment, name) for appointment, name in rows]


def feed_digest(catalogue: Catalogue, feed: CalendarFeed, booked: Sequence[Booked]) -> str:
    """Another one for whatever makes another file."""
    shown = [(one.appointment.id, one.appointment.version, one.name) for one in booked]
    facts = (FORMAT, catalogue.organization.revision, feed.id, feed.shows_names, shown)
    return hashlib.sha256(msgspec.json.encode(facts)).hexdigest()[:32]


def feed_file(
    catalogue: Catalogue, feed: CalendarFeed, booked: Sequence[Booked], address_of: AddressOf
) -> bytes:
    """The file's bytes; the same for the same digest and the same ``address_of``."""
    catalogue = catalogue.in_language(catalogue.organization.locale or "")
    calendar = Calendar()
    calendar.add("prodid", "-//Zimun//Zimun//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{_name_of(catalogue, feed)}, {catalogue.organization.name}")
    calendar.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT15M")
    # A calendar without anything in it is none (RFC 5545, 3.6).
    calendar.add_component(Timezone.from_tzid(_place_of(catalogue, feed).time_zone))
    for _, together in groupby(booked, key=lambda one: one.appointment.block_id):
        calendar.add_component(_event(catalogue, feed, list(together), address_of))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _place_of(catalogue: Catalogue, feed: CalendarFeed) -> Location:
    resource = catalogue.resource(feed.resource_id) if feed.resource_id else None
    return catalogue.location(resource.location_id if resource else feed.location_id or "")


def _name_of(catalogue: Catalogue, feed: CalendarFeed) -> str:
    if feed.resource_id:
        return catalogue.resource(feed.resource_id).name
    return catalogue.location(feed.location_id or "").name


def _event(
    catalogue: Catalogue, feed: CalendarFeed, together: Sequence[Booked], address_of: AddressOf
) -> Event:
    """Of one appointment, or of one class with all who come."""
    first = together[0].appointment
    location = catalogue.location(first.location_id)
    is_class = catalogue.service(first.service_id).is_group
    event = Event()
    event.add("uid", _uid(feed, first, is_class=is_class))
    event.add("dtstamp", feed.changed_at)
    start, end = local_times(location, first)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", _summary(catalogue, feed, together))
    if feed.shows_names:
        _add_links(event, together, address_of, is_class=is_class)
    if location.address:
        event.add("location", location.address)
    pending = all(one.appointment.status == PENDING for one in together)
    event.add("status", "TENTATIVE" if pending else "CONFIRMED")
    return event


def _add_links(event: Event, together: Sequence[Booked], address_of: AddressOf, *, is_class: bool) -> None:
    """To the appointments. Google and Outlook show no URL, so that it stands in the description, too."""
    links = [address_of(one.appointment.id) for one in together]
    if not is_class:
        event.add("url", links[0])
        event.add("description", links[0])
        return
    lines = (f"{one.name}: {link}" for one, link in zip(together, links, strict=True))
    event.add("description", "\n".join(lines))


def _uid(feed: CalendarFeed, first: Appointment, *, is_class: bool) -> str:
    """The same for as long as the feed has its address. A feed that tells nothing of appointments does not
    tell their ids either."""
    # A class is gone with its last seat: that it was ours is known by the rest of its name.
    if feed.shows_names:
        return f"{first.block_id}@{feed.organization_id}.zimun" if is_class else f"{first.id}@zimun"
    named = (is_class and first.block_id) or first.id
    digest = hmac.new(feed.token_hash.encode(), named.encode(), "sha256").hexdigest()
    return f"{digest[:32]}@{feed.organization_id}.zimun"


def _summary(catalogue: Catalogue, feed: CalendarFeed, together: Sequence[Booked]) -> str:
    first = together[0].appointment
    service = catalogue.service(first.service_id)
    if not feed.shows_names:
        text = BOOKED.get((catalogue.organization.locale or "")[:2], BOOKED["en"])
    elif service.is_group:
        seats = sum(one.appointment.party_size for one in together)
        text = f"{catalogue.booked_name(first)} ({seats}/{service.capacity})"
    else:
        text = f"{catalogue.booked_name(first)}: {together[0].name}"
    others = [one for one in first.resource_ids if one != feed.resource_id]
    with_whom = [one.name for one in catalogue.resources_among(others)]
    return f"{text} ({', '.join(with_whom)})" if with_whom else text
