"""A worker is killed between any two steps: what it answered is true, and the customer's repeat ends in the
same appointment."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.kills.lives import all_sound, live, must_be_true, repeat_journey, repeats, spread
from tests.attack.outages.worker import DIES, Journey
from tests.cast import at
from tests.conftest import new_salon
from web.embedded import EmbeddedServers

# Four massages of an hour and a quarter a day, each moved by half an hour, on three days of four weeks.
TIMES = tuple(at(7 * week + day, hour) for week in range(4) for day in (2, 4, 7) for hour in (9, 11, 13, 15))
LATER = timedelta(minutes=30)
# What a worker was at after its last answer.
UNDER_WAY = {
    "nothing": "hold",
    "hold": "confirm",
    "confirm": "hold to move",
    "hold to move": "move",
    "move": "cancel",
    "cancel": "end",
}


def journeys(salon: DemoSalon) -> Iterator[Journey]:
    for start in TIMES:
        yield Journey(
            salon.organization_id,
            salon.services["Massage"],
            new_id("key"),
            start,
            start + LATER,
            True,
        )


async def test_killed_at_any_step_nothing_is_lost_and_nothing_happens_twice(
    core: BookingCore, servers: EmbeddedServers, size: Sized, figures: Figures
) -> None:
    kills, deaths, salons = size(200, 8), [], []
    salon = await new_salon(core)
    trial = Journey(
        salon.organization_id, salon.services["Massage"], new_id("key"), at(2, 10), at(2, 10, 30), True
    )
    steps = (await live(servers, trial))[-1].version
    visits: Iterator[Journey] = iter(())
    for dies_at in figures.each(spread(kills, steps)):
        journey = next(visits, None)
        if journey is None:
            salons.append(await new_salon(core))
            visits = journeys(salons[-1])
            journey = next(visits)
        *answered, death = await live(servers, journey, dies_at=dies_at)
        assert (death.deed, death.version) == (DIES, dies_at)
        deaths.append((UNDER_WAY[answered[-1].deed if answered else "nothing"], death.id))
        await repeats(core, journey, answered)
    during = Counter(deed for deed, _ in deaths)
    figures.note(kills=len(deaths), steps=steps, gaps=len({*deaths}), during=dict(during), lost=0, twice=0)
    assert {"confirm", "move"} <= during.keys()
    await all_sound(core, salons)


async def test_killed_at_any_moment_while_others_want_the_same_times(
    core: BookingCore, servers: EmbeddedServers, size: Sized, figures: Figures
) -> None:
    """Four processes at a time go the same ways; any of them dies at any moment, and its customer comes
    back."""
    rounds = size(50, 2)
    salon = await new_salon(core)
    killed = booked = 0
    for number in figures.each(range(rounds)):
        start = TIMES[number % len(TIMES)]
        if number and number % len(TIMES) == 0:
            salon = await new_salon(core)
        rivals = [
            Journey(salon.organization_id, salon.services["Massage"], new_id("key"), start, start + LATER)
            for _ in range(4)
        ]
        answers = await asyncio.gather(*(live(servers, one, after=random.random() * 0.6) for one in rivals))
        outcomes = [await repeat_journey(core, one) for one in rivals]
        for journey, answered in zip(rivals, answers, strict=True):
            await must_be_true(core, journey, answered)
        killed += sum(not answered or answered[-1].deed != "end" for answered in answers)
        booked += sum(outcomes)
        assert sum(outcomes) == 1
    figures.note(rounds=rounds, kills=killed, booked=booked)
    await all_sound(core, [salon])
