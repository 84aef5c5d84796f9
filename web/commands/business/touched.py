"""Appointments that a file touches: listed in words, and what was said on the command line about them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import click
from msgspec import Struct

from booking_core.back_office.decisions import Cancel, Decision, Decisions, Keep, Move
from booking_core.back_office.touched import Touched, TouchedBooking, digest_seen
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.errors import InvalidField, InvalidFields, NotFound, Refusal
from booking_core.input.dates import iso_moment
from booking_core.time.wall_clock import exists, zone

EVERY: Mapping[str, Decision] = {"keep": Keep(), "cancel": Cancel()}
WANTED = "--touched takes keep, cancel, CODE=keep, CODE=cancel, or CODE=2026-12-01T10:00 to move one."


class Wishes(Struct, frozen=True):
    """What becomes of each appointment named by its booking code, and of the others; None where nobody has
    said."""

    of: Mapping[str, Decision | datetime]
    others: Decision | None = None

    def wish(self, touched: Touched) -> Decision | datetime | None:
        return self.of.get(touched.code, self.others)


def read_wishes(written: Sequence[str]) -> Wishes:
    """Raises ``UsageError``."""
    of: dict[str, Decision | datetime] = {}
    others: Decision | None = None
    for one in written:
        code, _, wish = one.rpartition("=")
        if not code and others is not None:
            raise click.UsageError("Either keep or cancel for all that is not named by its code.")
        if not code:
            others = EVERY.get(wish)
            if others is None:
                raise click.UsageError(WANTED)
        else:
            of[code.strip().upper()] = EVERY.get(wish) or _moment(wish)
    return Wishes(of, others)


def _moment(written: str) -> datetime:
    try:
        return iso_moment(written)
    except ValueError as error:
        raise click.UsageError(WANTED) from error


def must_be_touched(touched: Sequence[Touched], wishes: Wishes) -> None:
    """Raises ``ClickException`` where a booking code is named that none of these has."""
    known = sorted(one.code for one in touched)
    if unknown := sorted(wishes.of.keys() - set(known)):
        others = f"It touches {', '.join(known)}." if known else "It touches no appointment."
        detail = f"--touched names {', '.join(unknown)}, which this change does not touch."
        raise click.ClickException(f"Nothing was changed: {detail} {others}")


class TouchedList(Struct, frozen=True):
    """Appointments that could not take place any more, each with its ``bookings`` by id, in the business as
    it stands."""

    touched: Sequence[Touched]
    bookings: Mapping[str, TouchedBooking]
    catalogue: Catalogue

    def place(self, one: Touched) -> Location:
        return self.catalogue.location(self.bookings[one.appointment_id].location_id)

    def describe(self, wishes: Wishes) -> Iterator[str]:
        """Each on the clock of its place, for whom, and what becomes of it."""
        many = len(self.touched)
        yield f"! {many} booked appointment{'s' * (many > 1)} could not take place any more:"
        for one in self.touched:
            place, wish = self.place(one), wishes.wish(one)
            local = one.starts_at.astimezone(zone(place.time_zone))
            where = f"{local:%Y-%m-%d %H:%M} at {place.name} ({place.time_zone})"
            what = f"{self.catalogue.service(one.service_id).name} for {self._customer(one)}"
            why = ", ".join(_rule(rule, self.catalogue) for rule in one.broken_rules)
            told = "" if wish is None else f": {_wish_text(wish)}"
            yield f"    {one.code} {what}, {where}; {why}{told}"
        if any(wishes.wish(one) is None for one in self.touched):
            yield "  Say what becomes of each: --touched keep, --touched cancel, or --touched CODE=…"

    def decide(self, wishes: Wishes) -> Decisions:
        """Raises ``ClickException`` where somebody still has to say, or a code is of none of these."""
        must_be_touched(self.touched, wishes)
        decided: dict[str, Decision] = {}
        for one in self.touched:
            wish = wishes.wish(one)
            if wish is None:
                raise click.ClickException("Nothing was changed, because of these appointments.")
            decided[one.appointment_id] = self._move(one, wish) if isinstance(wish, datetime) else wish
        return Decisions(digest_seen(self.touched), decided)

    def refusals(self, refusal: Refusal) -> list[str]:
        """What is refused about these appointments, by their codes; nothing where it is about none."""
        fields: Sequence[InvalidField] = refusal.fields if isinstance(refusal, InvalidFields) else ()
        found: list[tuple[Any, str]] = [(refusal.details.get("appointment_id"), refusal.detail)]
        found += [(one.field.removeprefix("touched."), one.detail) for one in fields]
        if isinstance(refusal, InvalidField):
            found.append((refusal.field.removeprefix("touched."), refusal.detail))
        codes = {one.appointment_id: one.code for one in self.touched}
        return list(dict.fromkeys(f"{codes[one]}: {detail}" for one, detail in found if one in codes))

    def _customer(self, one: Touched) -> str:
        name = " ".join(self.bookings[one.appointment_id].customer_name.split())
        return "".join(letter if letter.isprintable() else "�" for letter in name)

    def _move(self, one: Touched, start: datetime) -> Move:
        zone_name = self.place(one).time_zone
        if start.tzinfo is None and not exists(start, zone_name):
            gap = f"the clocks in {zone_name} go forward over {start:%Y-%m-%d %H:%M}"
            raise click.ClickException(f"{one.code}: {gap}.")
        return Move(start if start.tzinfo else start.replace(tzinfo=zone(zone_name)))


def _rule(rule: str, catalogue: Catalogue) -> str:
    """``closed res_…`` with the name of whoever it is."""
    name, _, resource_id = rule.partition(" ")
    try:
        return f"{name.replace('_', ' ')}: {catalogue.resource(resource_id).name}"
    except NotFound:
        return name.replace("_", " ")


def _wish_text(wish: Decision | datetime) -> str:
    if isinstance(wish, datetime):
        return f"moves to {wish.isoformat(' ', 'minutes')}"
    return "is cancelled" if isinstance(wish, Cancel) else "is kept"
