"""A business at places on different clocks, in the weeks in which those change: what is kept is what was
said, on the clock of the place."""

import random
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import delete, update

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.locations import Location
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.guided.places import test_zones as zones
from tests.attack.options import Sized

towns, Town, held, BERLIN = zones.towns, zones.Town, zones.read_held, zones.BERLIN

# The nights in which clocks change in 2027: America's on 14 March and 7 November, Europe's on 28 March and 31
# October.
NIGHTS = (date(2027, 3, 14), date(2027, 3, 28), date(2027, 10, 31), date(2027, 11, 7))
WAYS = (
    ("haircut in {place} on {day} at {time}",),
    ("{place}, haircut, {day}, {time}",),
    ("haircut on {day} at {time}", "{place}"),
    ("haircut at {time} on {day}", "in {place} please"),
    ("haircut in {other} on {day} at {time}", "no, in {place} please"),
    ("haircut in {other}", "on {day} at {time}", "I meant {place}"),
    ("I'd like to come to {place}", "haircut", "on {day}", "at {time}"),
    ("haircut tomorrow at {time} in {place}",),
    ("haircut tomorrow at {time}", "{place}"),
)


@pytest.fixture
async def always_open(core: BookingCore, salon: DemoSalon, towns: list[Town]) -> None:
    """Everybody is there from nine to five on every day, at each place: what is kept depends on the clock
    alone."""
    async with core.sessions() as session, session.begin():
        of_salon = OpeningWindow.organization_id == salon.organization_id
        await session.execute(delete(OpeningWindow).where(of_salon))
        of_places = Location.organization_id == salon.organization_id
        await session.execute(update(Location).where(of_places).values(closed_on_public_holidays=False))
        session.add_all(
            OpeningWindow(
                id=f"win_{salon.organization_id[-8:]}{number}{day}", organization_id=salon.organization_id,
                location_id=town.id,
                weekday=day, opens=540, closes=1020,
            )
            for number, town in enumerate(towns)
            for day in range(7)
        )  # fmt: skip


@pytest.mark.usefixtures("always_open")
async def test_what_is_kept_is_what_the_clock_of_the_place_will_show(
    core: BookingCore, salon: DemoSalon, towns: list[Town], clock: FrozenClock, size: Sized
) -> None:
    """Random wishes around the nights in which the clocks change, each checked against zoneinfo."""
    dice = random.Random(13)
    wrong: list[str] = []
    for night in NIGHTS:
        for _ in range(size(60, 3)):
            now = datetime.combine(night, time(), BERLIN) + timedelta(hours=dice.randint(-8 * 24, 3 * 24))
            if now < clock.now():
                now = clock.now() + timedelta(hours=1)
            clock.advance(now - clock.now())
            wrong += await wrongly_kept(Chatter(core, salon), towns, clock, dice)
    assert wrong == []


async def wrongly_kept(
    chatter: Chatter, towns: list[Town], clock: FrozenClock, dice: random.Random
) -> list[str]:
    """One customer with one wish; what went wrong, if anything."""
    town, other = dice.sample(towns, 2)
    way = dice.choice(WAYS)
    today = clock.now().astimezone(town.zone).date()
    is_tomorrow = "tomorrow" in way[0]
    day = today + timedelta(days=1 if is_tomorrow else dice.randint(2, 12))
    at = time(dice.randint(9, 15), dice.choice((0, 15, 30, 45)))
    said = {
        "place": dice.choice(town.called), "other": dice.choice(other.called),
        "day": f"{day.day} {day:%B}", "time": f"{at:%H:%M}",
    }  # fmt: skip
    sentences = [one.format(**said) for one in way]
    for sentence in sentences:
        answer = await chatter.says(sentence)
    offer = (await chatter.view()).state.held_offer
    wanted = datetime.combine(day, at, town.zone)
    is_right = offer is not None and (offer.location_id, offer.start) == (town.id, wanted)
    await chatter.says("never mind")
    kept = f"{offer.location_id} {offer.start}" if offer else answer
    return [] if is_right else [f"{clock.now()}: {sentences} should be {town.id} {wanted}, is {kept}"]


@pytest.mark.parametrize("is_model", [False, True], ids=["built in", "a model"])
async def test_nothing_is_kept_at_a_place_nobody_named(
    core: BookingCore, salon: DemoSalon, towns: list[Town], *, is_model: bool
) -> None:
    found = Call("find_times", {"service": "Haircut", "when": "wednesday at 10am"})
    model = ScriptedModel(
        [found], [Call("hold_time", {"handle": "t1"})], [Say("Where would you like to come?")]
    )
    eve = Chatter(core, salon, *([model] if is_model else []))
    await eve.says("haircut on wednesday at 10am")
    assert await held(eve) is None
