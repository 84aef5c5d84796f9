"""A small salon: three people who each do the same four services, on the hours of the house.

Customers who wrote without having seen the demo imagined it so: whatever they ask for can be had.
"""

from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.services import Service, ServiceResource
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.ids import new_id

HOUR = 60
# Weekdays from Monday, in minutes from midnight.
WEEK = (*((day, 9 * HOUR, 18 * HOUR) for day in range(5)), (5, 10 * HOUR, 14 * HOUR))
# By the name in the demo: the name here, the minutes, and what else customers call it.
SERVICES = {
    "Haircut": (
        "Haircut",
        (45,),
        "cut hair trim Haarschnitt Haare_schneiden Haareschneiden coupe coupe_de_cheveux corte corte_de_pelo "
        "cortar_el_pelo taglio taglio_di_capelli תספורת قص_شعر قص_الشعر",
    ),
    "Beard trim": (
        "Beard trim",
        (30,),
        "beard Bart Bartschnitt Bart_stutzen barbe barba זקן סידור_זקן لحية تشذيب_لحية تشذيب_اللحية",
    ),
    "Colour and cut": (
        "Colour",
        (90,),
        "color colour dye Farbe färben couleur coloration teinture tinte teñirse colore צבע صبغة",
    ),
    "Massage": ("Massage", (60, 90), "masaje massaggio עיסוי مساج تدليك"),
}


async def small_salon(session: AsyncSession, *, name: str, time_zone: str = "Europe/Berlin") -> DemoSalon:
    """A salon of that name, made of the demo. The caller commits."""
    demo = await demo_salon(session, name=name, time_zone=time_zone)
    mine = {"organization_id": demo.organization_id}
    for table in (BookingQuestion, ServiceResource, OpeningWindow):
        await session.execute(delete(table).filter_by(**mine))
    services = list(await session.scalars(select(Service).filter_by(**mine)))
    people = list(await session.scalars(select(Resource).filter_by(kind=STAFF, **mine)))
    for service in services:
        if service.name not in SERVICES:
            await session.delete(service)
            continue
        _change(service)
        session.add_all(
            ServiceResource(service_id=service.id, resource_id=person.id, **mine) for person in people
        )
    owners = [(demo.location_id, None), *((None, person.id) for person in people)]
    session.add_all(
        OpeningWindow(
            id=new_id("win"),
            location_id=location,
            resource_id=person,
            weekday=day,
            opens=opens,
            closes=closes,
            **mine,
        )
        for location, person in owners
        for day, opens, closes in WEEK
    )
    await session.flush()
    offered = {service.name: service.id for service in services if service.name in _names()}
    return DemoSalon(demo.organization_id, demo.location_id, offered, demo.resources)


def _names() -> set[str]:
    return {name for name, _, _ in SERVICES.values()}


def _change(service: Service) -> None:
    service.name, durations, aliases = SERVICES[service.name]
    service.durations = list(durations)
    service.aliases = [alias.replace("_", " ") for alias in aliases.split()]
    service.buffer_after_min, service.slot_step_min = 0, 15
    service.price = service.price or Decimal("45.00")
