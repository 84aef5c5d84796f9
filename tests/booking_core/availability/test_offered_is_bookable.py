"""What is offered can be held and confirmed, whatever the clocks do; and nothing that is free is kept
back."""

import random
from datetime import timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, insert

from booking_core.appointments.appointment import Appointment
from booking_core.availability.occupancy.busy import Busy
from booking_core.availability.slots import Question
from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.core import BookingCore
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from booking_core.time.wall_clock import midnight
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.booking_core.availability.oracle import Oracle
from tests.booking_core.conftest import must_be_sound
from tests.booking_core.time.clock_changes import IN_USE, NEVER, ClockChange
from tests.cast import Visitor, at

SERVICES = {
    "Haircut": (None,),
    "Beard trim": (None,),
    "Colour and cut": (None,),
    "Blow-dry": (None,),
    "Massage": (60, 90),
    "Yoga class": (None,),
}


@pytest.mark.parametrize("seed", range(3))
async def test_an_offer_is_never_refused_by_a_rule(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures, seed: int
) -> None:
    """People look, take something at random, and keep it, let it go or cancel it; nobody is refused what was
    just shown."""
    chance, held, offers = random.Random(seed), 0, size(3400, 20)
    kept: list[tuple[Visitor, Hold | Appointment]] = []
    for number in count():
        visitor = Visitor(core, salon, f"Guest{number}")
        service = chance.choice(list(SERVICES))
        wish = {
            "duration_min": chance.choice(SERVICES[service]),
            "staff_id": chance.choice([None, *salon.resources.values()]),
            "party_size": chance.choice((1, 2, 4)) if service == "Yoga class" else 1,
        }
        # Not so soon that it would be too late to cancel.
        start = at(2 + chance.randrange(14), chance.randrange(24), chance.randrange(60))
        offered = (await visitor.looks(service, start, start + timedelta(hours=30), **wish)).slots
        if offered:
            kept.append((visitor, await visitor.holds(service, chance.choice(offered).start, **wish)))
            held += 1
        if held == offers:
            break
        # Where nothing is left to offer, somebody has to give something back.
        if kept and chance.random() < (0.5 if offered else 1):
            whose, thing = kept.pop(chance.randrange(len(kept)))
            if isinstance(thing, Appointment):
                await whose.cancels(thing)
            elif chance.random() < 0.7:
                kept.append((whose, await whose.confirms(thing)))
            else:
                await whose.at_desk(lambda desk, hold=thing: desk.release(hold.id))
    figures.note(looks=number + 1, held=held, still_kept=len(kept))
    await must_be_sound(core, salon)


@pytest.mark.parametrize("change", (*IN_USE, NEVER), ids=lambda change: f"{change.zone} {change.moment:%F}")
async def test_every_slot_of_the_day_the_clock_changes_can_be_booked(
    core: BookingCore, clock: FrozenClock, change: ClockChange
) -> None:
    clock.advance(change.moment - timedelta(days=3) - clock.now())
    salon = await open_day_and_night(core, change.zone)
    visitor = Visitor(core, salon, "Ada")
    day = change.moment.astimezone(ZoneInfo(change.zone)).date()
    whole_day = midnight(day, change.zone), midnight(day + timedelta(days=1), change.zone)

    offered = [slot.start for slot in (await visitor.looks("Colour and cut", *whole_day)).slots]
    question = Question(salon.services["Colour and cut"], *whole_day)
    catalogue = await visitor.at_desk(same_catalogue)
    oracle = Oracle(catalogue, question, Busy(), clock.now())
    assert offered == [start for start in oracle.instants() if oracle.why_not(start) is None]

    held = None
    for start in offered:
        held = (await visitor.holds("Colour and cut", start, replaces_hold_id=held)).id
    await visitor.at_desk(lambda desk: desk.release(held))

    booked = 0
    while slots := (await visitor.looks("Colour and cut", *whole_day, limit=1)).slots:
        appointment = await visitor.books("Colour and cut", slots[0].start)
        assert appointment.ends_at - appointment.starts_at == timedelta(minutes=120)
        booked += 1
    assert booked == 10
    await must_be_sound(core, salon)


async def open_day_and_night(core: BookingCore, zone: str) -> DemoSalon:
    async with core.sessions() as session, session.begin():
        salon = await demo_salon(session, name=f"Salon {new_id('test')}", time_zone=zone)
        whose = OpeningWindow.organization_id == salon.organization_id
        await session.execute(delete(OpeningWindow).where(whose))
        always = {
            "organization_id": salon.organization_id,
            "location_id": salon.location_id,
            "opens": 0,
            "closes": 1440,
        }
        weekdays = [always | {"id": new_id("win"), "weekday": weekday} for weekday in range(7)]
        await session.execute(insert(OpeningWindow), weekdays)
    return salon


async def same_catalogue(desk):
    return desk.catalogue
