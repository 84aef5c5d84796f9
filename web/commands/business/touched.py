"""Appointments that a file touches: listed in words, and what was said on the command line about them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import click
from msgspec import Struct

from booking_core.back_office.decisions import Cancel, Decision, Decisions, Keep, Move
from booking_core.back_office.touched import Touched, seen_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.errors import NotFound
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
        return datetime.fromisoformat(written)
    except ValueError as error:
        raise click.UsageError(WANTED) from error


def describe_touched(touched: Sequence[Touched], catalogue: Catalogue, wishes: Wishes) -> Iterator[str]:
    """Each appointment that could not take place any more, with what becomes of it."""
    yield f"! {len(touched)} booked appointments could not take place any more:"
    zone_name = catalogue.organization.time_zone
    for one in touched:
        local = one.starts_at.astimezone(zone(zone_name))
        why = ", ".join(_rule(rule, catalogue) for rule in one.broken_rules)
        wish = wishes.wish(one)
        told = "" if wish is None else f": {_told(wish)}"
        name = catalogue.service(one.service_id).name
        yield f"    {one.code} {name}, {local:%Y-%m-%d %H:%M} {zone_name} ({why}){told}"
    if any(wishes.wish(one) is None for one in touched):
        yield "  Say what becomes of each: --touched keep, --touched cancel, or --touched CODE=…"


def decide(touched: Sequence[Touched], catalogue: Catalogue, wishes: Wishes) -> Decisions | None:
    """Raises ``ClickException`` where somebody still has to say."""
    if not touched:
        return None
    decided: dict[str, Decision] = {}
    for one in touched:
        wish = wishes.wish(one)
        if wish is None:
            raise click.ClickException("Nothing was changed, because of these appointments.")
        decided[one.appointment_id] = _move(wish, catalogue) if isinstance(wish, datetime) else wish
    return Decisions(seen_of(touched), decided)


def _move(start: datetime, catalogue: Catalogue) -> Move:
    zone_name = catalogue.organization.time_zone
    if start.tzinfo is None and not exists(start, zone_name):
        raise click.ClickException(f"The clocks in {zone_name} go forward over {start:%Y-%m-%d %H:%M}.")
    return Move(start if start.tzinfo else start.replace(tzinfo=zone(zone_name)))


def _rule(rule: str, catalogue: Catalogue) -> str:
    """``closed res_…`` with the name of whoever it is."""
    name, _, resource_id = rule.partition(" ")
    try:
        return f"{name.replace('_', ' ')}: {catalogue.resource(resource_id).name}"
    except NotFound:
        return name.replace("_", " ")


def _told(wish: Decision | datetime) -> str:
    if isinstance(wish, datetime):
        return f"moves to {wish.isoformat(' ', 'minutes')}"
    return "is cancelled" if isinstance(wish, Cancel) else "is kept"
