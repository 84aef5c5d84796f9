"""Why an appointment could not take place after a change: in words about its own day, its own people and its
own place."""

from collections.abc import Sequence
from datetime import date

from booking_core.availability.rules import AWAY, CLOSED, UNQUALIFIED
from booking_core.back_office.touched import Touched, TouchedBooking
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import open_bits
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.time.public_holidays import public_holiday
from booking_core.time.timeline import Horizon
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.typed_hours import write_hours
from web.console.words.language import language
from web.console.words.translate import gettext


def reasons_of(
    after: Catalogue, local: LocalFormat, touched: Touched, booking: TouchedBooking
) -> Sequence[str]:
    """Each once, by the catalogue ``after`` the change."""
    place, day = after.location(booking.location_id), local.day_of(touched.starts_at)
    if place.id not in after.locations:
        return [gettext("%(place)s is not one of your locations any more", place=place.name)]
    if touched.service_id not in after.services:
        return [
            gettext("%(service)s is not offered any more", service=after.service(touched.service_id).name)
        ]
    said = []
    for broken in touched.broken_rules:
        rule, _, resource_id = broken.partition(" ")
        for one in after.resources_among({resource_id}):
            said.append(_reason(after, rule, place, day, one, touched, booking))
    return list(dict.fromkeys(said))


def _reason(
    after: Catalogue,
    rule: str,
    place: Location,
    day: date,
    one: Resource,
    touched: Touched,
    booking: TouchedBooking,
) -> str:
    is_person = one.kind == STAFF
    if one.id not in after.resources:
        return gettext("%(who)s is archived", who=one.name)
    if rule == UNQUALIFIED and is_person:
        return gettext("%(who)s does not do this any more", who=one.name)
    if rule == UNQUALIFIED:
        return gettext("%(who)s is not used for this any more", who=one.name)
    if rule == CLOSED and not _is_open(after, place, touched, booking):
        return _closure(after, place, day)
    if not is_person:
        return gettext("%(who)s is not available then", who=one.name)
    if rule == AWAY:
        return gettext("%(who)s is away then", who=one.name)
    hours = write_hours(after.windows_at(one, place.id, day))
    if not hours:
        return gettext("%(who)s does not work that day", who=one.name)
    return gettext("%(who)s only works %(hours)s that day", who=one.name, hours=hours)


def _is_open(after: Catalogue, place: Location, touched: Touched, booking: TouchedBooking) -> bool:
    """Whether the place is open all through it, whoever is there."""
    horizon = Horizon.between(touched.starts_at, booking.ends_at)
    opened = open_bits(horizon, place.time_zone, lambda day: after.windows(place.id, day))
    return opened & horizon.all == horizon.all


def _closure(after: Catalogue, place: Location, day: date) -> str:
    hours = write_hours(after.windows(place.id, day))
    if hours:
        return gettext("%(place)s is only open %(hours)s that day", place=place.name, hours=hours)
    country = place.country or after.organization.country
    if not after.has_override(place.id, day) and after.holiday(place.id, day):
        holiday = public_holiday(country, place.subdivision, day, language())
        return gettext("%(place)s is closed that day: %(holiday)s", place=place.name, holiday=holiday)
    return gettext("%(place)s is closed that day", place=place.name)
