"""The demo salon: a small business with everything the product has to cope with, for `zimun run` and for
tests.

Two people with different hours and one who works late, one treatment room that two services share, and a
class with six places.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import (
    BUSINESS_SAVED,
    DEMO_EMAIL,
    DEMO_NAME,
    WEEK_SAVED,
    Organization,
)
from booking_core.catalogue.resources import ROOM, STAFF, Resource
from booking_core.catalogue.services.booking_questions import TEXT, BookingQuestion
from booking_core.catalogue.services.services import Service, ServiceResource
from booking_core.storage.database import Base
from booking_core.storage.ids import new_id
from booking_core.storage.named_lock import lock_by_name

MON, TUE, WED, THU, FRI, SAT = range(6)
HOUR = 60


# The same as ``Organization.is_demo``, for the database.
IS_DEMO = (Organization.name == DEMO_NAME) & (Organization.email == DEMO_EMAIL)


class Shift(Struct, frozen=True):
    """Weekdays and one window, in minutes from midnight."""

    days: tuple[int, ...]
    opens: int
    closes: int


OPENING = (
    Shift((MON, TUE, WED), 9 * HOUR, 19 * HOUR),
    Shift((THU, FRI), 9 * HOUR, 20 * HOUR),
    Shift((SAT,), 9 * HOUR, 16 * HOUR),
)
STAFF_MEMBERS = (
    (
        "Dana",
        "Colour specialist, twelve years at the chair.",
        (Shift((TUE, WED, THU, FRI), 10 * HOUR, 19 * HOUR), Shift((SAT,), 9 * HOUR, 14 * HOUR)),
    ),
    (
        "Miriam",
        "Cuts, beards and a quiet hour.",
        (Shift((MON, TUE, WED, THU), 9 * HOUR, 17 * HOUR), Shift((FRI,), 12 * HOUR, 20 * HOUR)),
    ),
    (
        "Jonas",
        "Massage therapist and yoga teacher.",
        (Shift((MON, WED, FRI), 9 * HOUR, 18 * HOUR), Shift((THU, SAT), 10 * HOUR, 16 * HOUR)),
    ),
)


class Ask(Struct, frozen=True):
    """One optional question in words that a service asks before it is booked."""

    key: str
    label: str
    sensitive: bool = False


class DemoService(Struct, frozen=True):
    """One service of the demo: what it is, how long (minutes), what it costs, and who or what it takes.

    ``price_by_duration`` has the lengths that cost something else than ``price``.
    """

    name: str
    description: str
    durations: tuple[int, ...]
    price: str
    takes: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    after: int = 0
    capacity: int = 1
    step: int = 15
    requires_approval: bool = False
    asks: tuple[Ask, ...] = ()
    price_by_duration: tuple[tuple[int, str], ...] = ()


OFFERS = (
    DemoService(
        "Haircut",
        "Wash, cut and finish.",
        (45,),
        "45.00",
        ("Dana", "Miriam"),
        (
            "cut",
            "trim",
            "hair cut",
            "hair",
            "Haarschnitt",
            "Haare schneiden",
            "Haareschneiden",
            "cortar el pelo",
            "cortarme el pelo",
            "couper les cheveux",
            "tagliare i capelli",
            "coupe de cheveux",
            "corte de pelo",
            "taglio di capelli",
            "תספורת",
            "قص شعر",
        ),
    ),
    DemoService(
        "Beard trim",
        "Shape, line and hot towel.",
        (20,),
        "22.00",
        ("Miriam",),
        ("beard", "shave", "Bart", "barbe", "barba", "זקן", "لحية"),
    ),
    DemoService(
        "Colour and cut",
        "Full colour with cut and blow-dry.",
        (120,),
        "120.00",
        ("Dana",),
        (
            "color",
            "colour",
            "dye",
            "highlights",
            "coloring",
            "färben",
            "coloration",
            "tinte",
            "colore",
            "צבע",
            "صبغة",
        ),
        after=15,
        step=30,
    ),
    DemoService(
        "Blow-dry",
        "Wash and style.",
        (30,),
        "30.00",
        ("Dana", "Miriam"),
        ("blowdry", "blow dry", "styling", "blowout", "föhnen", "brushing", "secado", "piega", "פן", "سشوار"),
    ),
    DemoService(
        "Massage",
        "Back and shoulders, in the treatment room.",
        (60, 90),
        "70.00",
        ("Jonas", "Treatment room"),
        ("back massage", "body massage", "masaje", "massaggio", "עיסוי", "مساج"),
        after=15,
        step=30,
        asks=(Ask("health", "Is there anything to be careful with, such as an injury?", sensitive=True),),
        price_by_duration=((90, "98.00"),),
    ),
    DemoService(
        "Yoga class",
        "Gentle yoga for up to six, in the treatment room.",
        (60,),
        "15.00",
        ("Jonas", "Treatment room"),
        ("yoga", "class"),
        capacity=6,
        step=60,
    ),
    DemoService(
        "Bridal styling",
        "Trial and styling for the day itself. Dana says yes to each request herself.",
        (150,),
        "190.00",
        ("Dana",),
        ("bride", "wedding hair", "updo"),
        after=15,
        step=30,
        requires_approval=True,
    ),
)


# The tables of a salon in the order of their references.
STORED_IN: tuple[type[Base], ...] = (
    Organization,
    Location,
    Resource,
    Service,
    OpeningWindow,
    ServiceResource,
    BookingQuestion,
)


class DemoSalon(Struct, frozen=True):
    """The ids of the demo by the names people know."""

    organization_id: str
    location_id: str
    services: dict[str, str]
    resources: dict[str, str]


async def demo_salon(
    session: AsyncSession, *, name: str = DEMO_NAME, time_zone: str = "Europe/Berlin"
) -> DemoSalon:
    """A salon of that name: the one that is already there, or a new one. The caller commits."""
    # Whoever comes second waits for the first, and finds what it built.
    await lock_by_name(session, f"demo {name}")
    known = await session.scalar(
        select(Organization.id).where(Organization.name == name, Organization.email == DEMO_EMAIL)
    )
    if known:
        return await _find_salon(session, known)
    return (await build_salons(session, [name], time_zone))[0]


async def find_demo(session: AsyncSession) -> DemoSalon | None:
    """The demo salon, unless somebody has made it their own."""
    known = await session.scalar(select(Organization.id).where(IS_DEMO).limit(1))
    return await _find_salon(session, known) if known else None


async def build_salons(
    session: AsyncSession, names: Sequence[str], time_zone: str = "Europe/Berlin"
) -> list[DemoSalon]:
    """One for each name, without a look at those that are there. The caller commits."""
    rows: list[Base] = []
    salons = [_build_salon(name, time_zone, rows) for name in names]
    await _store(session, rows)
    return salons


def _build_salon(name: str, time_zone: str, rows: list[Base]) -> DemoSalon:
    """Its rows are added to ``rows``."""
    organization = _organization(name, time_zone)
    location = Location(
        id=new_id("loc"),
        organization_id=organization.id,
        name=name,
        address="Lavendelweg 7, 10115 Berlin",
        time_zone=time_zone,
        position=0,
    )
    resources = _resources(organization.id, location.id)
    services = [_service(organization.id, position, offer) for position, offer in enumerate(OFFERS)]
    rows += [organization, location, *resources.values(), *services]
    rows += _hours(organization.id, location, resources)
    rows += _links(organization.id, services, resources)
    rows += _questions(organization.id, services)
    return DemoSalon(
        organization.id,
        location.id,
        {service.name: service.id for service in services},
        {resource.name: resource.id for resource in resources.values()},
    )


def _organization(name: str, time_zone: str) -> Organization:
    return Organization(
        id=new_id("o"),
        name=name,
        time_zone=time_zone,
        locale="en",
        currency="EUR",
        country="DE",
        email=DEMO_EMAIL,
        phone="+49 30 5550123",
        steps_saved=[BUSINESS_SAVED, WEEK_SAVED],
        # Its outbox is for what customers get.
        letters={"business_kinds": ["requested"]},
        chat={
            "facts": {
                "parking": "There are two parking spaces in the courtyard, and the tram stops at the door.",
                "payment": "You can pay by card or in cash.",
            },
        },
    )


async def _find_salon(session: AsyncSession, organization_id: str) -> DemoSalon:
    async def ids_by_name(table: type[Location | Service | Resource]) -> dict[str, str]:
        columns = table.__table__.c
        rows = await session.execute(
            select(columns.name, columns.id).where(columns.organization_id == organization_id)
        )
        return {row.name: row.id for row in rows}

    location_id = next(iter((await ids_by_name(Location)).values()))
    return DemoSalon(organization_id, location_id, await ids_by_name(Service), await ids_by_name(Resource))


async def _store(session: AsyncSession, rows: Sequence[Base]) -> None:
    """A statement for each table: every test has a salon of its own, and a session's bookkeeping would be
    most of the work."""
    for model in STORED_IN:
        of_table = [vars(row) for row in rows if isinstance(row, model)]
        values = [{name: value for name, value in row.items() if name[0] != "_"} for row in of_table]
        await session.execute(insert(Base.metadata.tables[model.__tablename__]), values)


def _resources(organization_id: str, location_id: str) -> dict[str, Resource]:
    people = [(STAFF, name, bio) for name, bio, _ in STAFF_MEMBERS]
    everything = [*people, (ROOM, "Treatment room", "Upstairs, with a view of the courtyard.")]
    return {
        name: Resource(
            id=new_id("res"),
            organization_id=organization_id,
            location_id=location_id,
            kind=kind,
            name=name,
            bio=bio,
            position=position,
        )
        for position, (kind, name, bio) in enumerate(everything)
    }


def _service(organization_id: str, position: int, offer: DemoService) -> Service:
    return Service(
        id=new_id("srv"),
        organization_id=organization_id,
        name=offer.name,
        description=offer.description,
        aliases=list(offer.aliases),
        durations=list(offer.durations),
        buffer_after_min=offer.after,
        price=Decimal(offer.price),
        price_by_duration={str(minutes): amount for minutes, amount in offer.price_by_duration},
        currency="EUR",
        capacity=offer.capacity,
        slot_step_min=offer.step,
        min_notice_min=60,
        booking_window_days=62,
        cancellation_cutoff_min=2 * HOUR,
        reschedule_cutoff_min=2 * HOUR,
        requires_approval=offer.requires_approval,
        position=position,
    )


def _hours(organization_id: str, location: Location, resources: dict[str, Resource]) -> list[OpeningWindow]:
    owned: list[tuple[str | None, str | None, Shift]] = [(location.id, None, shift) for shift in OPENING]
    owned += [(None, resources[name].id, shift) for name, _, shifts in STAFF_MEMBERS for shift in shifts]
    return [
        OpeningWindow(
            id=new_id("win"),
            organization_id=organization_id,
            location_id=location_id,
            resource_id=resource_id,
            weekday=day,
            opens=shift.opens,
            closes=shift.closes,
        )
        for location_id, resource_id, shift in owned
        for day in shift.days
    ]


def _links(
    organization_id: str, services: list[Service], resources: dict[str, Resource]
) -> list[ServiceResource]:
    return [
        ServiceResource(
            service_id=service.id, resource_id=resources[name].id, organization_id=organization_id
        )
        for service, offer in zip(services, OFFERS, strict=True)
        for name in offer.takes
    ]


def _questions(organization_id: str, services: list[Service]) -> list[BookingQuestion]:
    return [
        BookingQuestion(
            id=new_id("qst"),
            organization_id=organization_id,
            service_id=service.id,
            key=ask.key,
            label=ask.label,
            kind=TEXT,
            sensitive=ask.sensitive,
            position=position,
        )
        for service, offer in zip(services, OFFERS, strict=True)
        for position, ask in enumerate(offer.asks)
    ]
