"""The cast: people who come to the demo salon, and what they can do at its desk."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.availability.search import Times
from booking_core.availability.slots import Question
from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.services import ServiceResource
from booking_core.catalogue.workplaces import ResourceLocation
from booking_core.chat_models.arrange import choose_models
from booking_core.chat_models.model_choice import ModelChoice, ModelPlace
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.holds.hold import Hold
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.idempotency import Sealer
from booking_core.storage.ids import new_id

BERLIN = ZoneInfo("Europe/Berlin")


# A Monday morning before the salon opens; the salon's week is still all ahead.
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=BERLIN)
T = TypeVar("T")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time of the demo week in UTC: day 0 is Monday, 23 November 2026, on the salon's clock."""
    local = datetime(2026, 11, 23, hour, minute, tzinfo=BERLIN) + timedelta(days=day)
    return local.astimezone(UTC)


async def second_location(core: BookingCore, salon: DemoSalon, *, staff: str = "Nora", **where: Any) -> str:
    """Another location of the salon, where Nora (or ``staff``) cuts hair from nine to five; its id. ``where``
    are its own facts."""
    location, nora, owner = new_id("loc"), new_id("res"), {"organization_id": salon.organization_id}
    async with core.sessions() as session, session.begin():
        session.add(Location(id=location, **{"position": 1, **owner, **where}))
        await session.flush()
        session.add(Resource(id=nora, location_id=location, kind=STAFF, name=staff, position=9, **owner))
        await session.flush()
        session.add(ServiceResource(service_id=salon.services["Haircut"], resource_id=nora, **owner))
        session.add_all(
            OpeningWindow(
                id=new_id("win"), location_id=location, weekday=day, opens=540, closes=1020, **owner
            )
            for day in range(7)
        )
    return location


async def set_by_owner(core: BookingCore, organization_id: str, **settings: Any) -> None:
    """The owner changes settings; a dot in a name is written as two underscores."""
    actor = owner_of(organization_id)
    changed = {name.replace("__", "."): value for name, value in settings.items()}

    async def deed(office: BackOffice) -> None:
        _, version = await office.settings.read()
        await office.settings.change(changed, expected_version=version)

    await core.arrange(organization_id, actor, deed)


def owner_of(organization_id: str) -> Actor:
    """Its owner, signed in to the console."""
    return Actor("console", "owner", "session", role=Role.OWNER, organization_id=organization_id)


async def chooses_models(
    core: BookingCore, organization_id: str, seal: Sealer, *choices: ModelChoice
) -> None:
    """The owner chooses what the chat asks, wherever it is: the installation allows these."""
    allowed = frozenset("/".join(one.base_url.split("/")[:3]) for one in choices)
    place = ModelPlace(seal, allowed)
    actor = owner_of(organization_id)
    await core.transaction(organization_id, actor, lambda desk: choose_models(desk, choices, place))


async def works_at(
    core: BookingCore, salon: DemoSalon, name: str, location_id: str, opens: int = 0, closes: int = 1440
) -> None:
    """From now on that person works at a further place as well, every day in these hours (minutes)."""
    owner, person = {"organization_id": salon.organization_id}, salon.resources[name]
    async with core.sessions() as session, session.begin():
        session.add(ResourceLocation(resource_id=person, location_id=location_id, **owner))
        session.add_all(
            OpeningWindow(
                id=new_id("win"),
                location_id=location_id,
                resource_id=person,
                weekday=day,
                opens=opens,
                closes=closes,
                **owner,
            )
            for day in range(7)
        )


class Visitor:
    """A customer with a conversation of their own, at one salon."""

    def __init__(self, core: BookingCore, salon: DemoSalon, name: str, *, door: str = "chat") -> None:
        self.core = core
        self.salon = salon
        self.contact = ContactDetails(name=name, email=f"{name.lower()}@example.com")
        self.actor = Actor(door=door, id=new_id("cnv"))

    async def at_desk(self, deed: Callable[[Desk], Awaitable[T]]) -> T:
        return await self.core.transaction(self.salon.organization_id, self.actor, deed)

    async def looks(self, service: str, start: datetime, end: datetime, **wish: Any) -> Times:
        limit = wish.pop("limit", 200)
        question = Question(self.salon.services[service], start, end, **wish)
        return await self.at_desk(lambda desk: desk.availability(question, limit=limit))

    async def holds(self, service: str, start: datetime, **wish: Any) -> Hold:
        wish.setdefault("key", new_id("key"))
        request = HoldRequest(self.salon.services[service], start, **wish)
        return await self.at_desk(lambda desk: desk.hold(request))

    async def confirms(self, hold: Hold) -> Appointment:
        return await self.at_desk(lambda desk: desk.confirm(hold.id, self.contact))

    async def books(self, service: str, start: datetime, **wish: Any) -> Appointment:
        return await self.confirms(await self.holds(service, start, **wish))

    async def moves(self, appointment: Appointment, start: datetime, **wish: Any) -> Appointment:
        service = next(name for name, id_ in self.salon.services.items() if id_ == appointment.service_id)
        hold = await self.holds(
            service, start, reschedule_of=appointment.id, party_size=appointment.party_size, **wish
        )
        moved = await self.at_desk(lambda desk: desk.reschedule(appointment.id, hold.id))
        return moved.appointment

    async def cancels(self, appointment: Appointment) -> Appointment:
        cancelled = await self.at_desk(lambda desk: desk.cancel(appointment.id))
        return cancelled.appointment
