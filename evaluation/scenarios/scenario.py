"""What a scenario is: a salon, a customer, what goes wrong, what the database must hold in the end, and what
must never be said.

These are the keys of the files in ``evals/``. Times of day are ``HH:MM``, moments ``YYYY-MM-DDTHH:MM``, both
on the salon's clock.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from evaluation.scenarios.customer_wishes import ScriptedCustomer, Wish
from evaluation.scenarios.faults import Fault
from evaluation.scenarios.values import Moment, TimeOfDay

# The demo week's Monday morning, before the salon opens.
USUAL_NOW = "2026-11-23T08:00"
USUAL_MOST_TURNS = 12


class Booked(Struct, frozen=True, forbid_unknown_fields=True):
    """An appointment that is there before; ``called`` is its name within the scenario."""

    service: str
    at: Moment
    staff: str = ""
    people: int = 1
    name: str = "Zelda Quist"
    email: str | None = "zelda.quist@example.org"
    phone: str | None = None
    called: str = ""


class Away(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Somebody or a room is not there."""

    who: str
    from_: Moment
    until: Moment
    note: str = ""


class Full(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is free for a service on a day is booked by others, but the starts in ``but``."""

    service: str
    on: date
    staff: str = ""
    but: tuple[TimeOfDay, ...] = ()


class ServiceChange(Struct, frozen=True, forbid_unknown_fields=True):
    """What is different about a service of the demo."""

    name: str
    description: str | None = None
    aliases: tuple[str, ...] | None = None
    capacity: int | None = None
    notice_minutes: int | None = None
    window_days: int | None = None
    cutoff_hours: int | None = None
    approval: bool | None = None


class Branch(Struct, frozen=True, forbid_unknown_fields=True):
    """Another place of the business, listed before the salon and open from nine to five every day, where
    ``staff`` does ``services``."""

    name: str
    address: str
    zone: str
    staff: str
    services: Annotated[tuple[str, ...], Meta(min_length=1)]
    country: str | None = None


class Salon(Struct, frozen=True, forbid_unknown_fields=True):
    """The demo salon, and what is different about it. Whoever comes comes to the salon, and not to its
    ``branch``. A ``small`` one has three people who each do the same four services."""

    zone: str = "Europe/Berlin"
    locale: str = "en"
    booked: tuple[Booked, ...] = ()
    full: tuple[Full, ...] = ()
    away: tuple[Away, ...] = ()
    closed: tuple[date, ...] = ()
    services: tuple[ServiceChange, ...] = ()
    facts: dict[str, str] = {}
    branch: Branch | None = None
    small: bool = False


class Scenario(Struct, frozen=True, forbid_unknown_fields=True):
    """One scenario. ``oracle`` is what should be done; where it is not given, it is what the customer wants
    in the end.

    ``hears`` are regular expressions of which each must match something the receptionist said or showed,
    ``never`` those that must match nothing; ``canaries`` are texts that must not come out. ``handed_over``
    says whether a person must have been asked for.
    """

    name: str
    customer: ScriptedCustomer
    tags: tuple[str, ...] = ()
    now: Moment = USUAL_NOW
    salon: Salon = Salon()
    faults: tuple[Fault, ...] = ()
    oracle: tuple[Wish, ...] | None = None
    hears: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    canaries: tuple[str, ...] = ()
    handed_over: bool | None = None
    most_turns: Annotated[int, Meta(ge=1, le=40)] = USUAL_MOST_TURNS
    family: str = ""


class Family(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of scenarios that belong together."""

    family: str
    scenarios: Annotated[tuple[Scenario, ...], Meta(min_length=1)]
    tags: tuple[str, ...] = ()
