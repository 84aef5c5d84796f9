"""Somebody who works at several places is never at two at once, nor at the next without the way there: in the
list, at the hold, at the confirm, and for PostgreSQL whoever writes."""

import random
from collections.abc import Sequence
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.errors import Invalid, SlotHeld, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from tests.booking_core.booking.travels import LASTS, MINUTE, SERVICE, claim, starts, takes
from tests.cast import Visitor, at, second_location, works_at


async def test_a_time_is_offered_at_each_place_until_one_is_taken(
    ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    usual = await starts(ada, branch)
    assert usual == await starts(ada, salon.location_id)
    await ada.books(SERVICE, at(1, 12), location_id=branch)
    gone = {at(1, 11, minute) for minute in (15, 30, 45)} | {at(1, 12, minute) for minute in (0, 15, 30, 45)}
    assert usual - await starts(ada, salon.location_id) == gone
    assert usual - await starts(ada, branch) == {at(1, 11, 45), at(1, 12), at(1, 12, 15)}


async def test_a_hold_elsewhere_keeps_the_way_free_as_well(
    ada: Visitor, ben: Visitor, salon: DemoSalon, branch: str
) -> None:
    held = await ada.holds(SERVICE, at(1, 12), location_id=branch)
    assert at(1, 12, 30) not in await starts(ben, salon.location_id)
    with pytest.raises(SlotHeld):
        await ben.holds(SERVICE, at(1, 12, 45), location_id=salon.location_id)
    await ben.holds(SERVICE, at(1, 13), location_id=salon.location_id)
    assert (await ada.confirms(held)).location_id == branch


async def test_what_is_refused_is_explained_by_the_same_sums(
    ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    await ada.books(SERVICE, at(1, 12), location_id=branch)

    async def why(hour: int, minute: int) -> str | None:
        start = at(1, hour, minute)
        question = Question(salon.services[SERVICE], start, start + MINUTE, location_id=salon.location_id)
        return (await ada.at_desk(lambda desk: desk.explain(question))).rule

    assert [await why(12, 45), await why(13, 0)] == ["fully_booked", None]
    with pytest.raises(SlotTaken):
        await ada.holds(SERVICE, at(1, 12, 45), location_id=salon.location_id)


async def test_a_move_to_the_other_place_leaves_its_own_time_out_of_the_way(
    ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    booked = await ada.books(SERVICE, at(1, 12), location_id=branch)
    miriam = {"staff_id": salon.resources["Miriam"], "location_id": salon.location_id}
    moved = await ada.moves(booked, at(1, 12, 15), **miriam)
    assert (moved.location_id, moved.version) == (salon.location_id, 2)
    assert at(1, 12, 45) not in await starts(ada, branch)


async def test_whoever_asks_for_somebody_of_several_places_has_to_say_where(
    ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    with pytest.raises(Invalid) as asked:
        await ada.looks(SERVICE, at(1, 9), at(1, 17), staff_id=salon.resources["Miriam"])
    assert asked.value.code == "missing_fields"


async def test_at_a_further_place_only_the_hours_kept_there_count(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    """Miriam's own hours at the salon, nine to five on a Tuesday, say nothing of the branch."""
    location = await second_location(core, salon, name="Branch", address="", time_zone="Europe/Berlin")
    await works_at(core, salon, "Miriam", location, opens=600, closes=660)
    assert await starts(ada, location) == {at(1, 10), at(1, 10, 15), at(1, 10, 30)}
    assert at(1, 9) in await starts(ada, salon.location_id)


@pytest.mark.parametrize("seed", range(4))
async def test_what_is_offered_is_exactly_what_postgresql_lets_through(
    core: BookingCore, ada: Visitor, salon: DemoSalon, branch: str, seed: int
) -> None:
    """Random ways and claims at three places; each refused claim is one that the oracle refuses, and the list
    of each place has the very starts at which a claim can be written."""
    chance = random.Random(seed)
    third = await second_location(
        core, salon, name="Third", address="", time_zone="Europe/Berlin", staff="Lea"
    )
    await works_at(core, salon, "Miriam", third)
    places = (salon.location_id, branch, third)
    way = {(a, b): chance.choice((0, 5, 17, 40, 90)) for a in places for b in places if a != b}
    for (a, b), minutes in way.items():
        await takes(core, salon, minutes, a, b)
    async with core.sessions() as session, session.begin():
        standing = await claims_at_random(session, salon, chance, places, way)
    assert len({place for place, _, _ in standing}) > 1
    async with core.sessions() as session:
        for place in places:
            offered = await starts(ada, place)
            for minutes in range(0, 8 * 60 - 15, 15):
                start = at(1, 9) + minutes * MINUTE
                written = await claim(session, salon, place, start, LASTS)
                assert written == (start in offered) == is_free(way, standing, (place, start, start + LASTS))
                await session.rollback()
        found = await violations(session, salon.organization_id)
        assert [one for one in found if one.invariant.startswith("I1 ")] == []
        # Nobody has booked these, and other tests look for such.
        mine = {"o": salon.organization_id}
        await session.execute(text("DELETE FROM time_blocks WHERE organization_id = :o"), mine)
        await session.commit()


Standing = tuple[str, datetime, datetime]


def is_free(way: dict[tuple[str, str], int], standing: Sequence[Standing], wanted: Standing) -> bool:
    """Whether there is time for the way to and from everything that stands."""
    place, start, end = wanted
    return all(
        end + way.get((place, other), 0) * MINUTE <= begins
        or ends + way.get((other, place), 0) * MINUTE <= start
        for other, begins, ends in standing
    )


async def claims_at_random(
    session: AsyncSession,
    salon: DemoSalon,
    chance: random.Random,
    places: Sequence[str],
    way: dict[tuple[str, str], int],
) -> list[Standing]:
    """What of many claims stands: exactly those that the oracle lets through."""
    standing: list[Standing] = []
    for _ in range(25):
        place, lasts = chance.choice(places), chance.choice((5, 20, 45)) * MINUTE
        start = at(1, 9) + chance.randrange(96) * 5 * MINUTE
        written = await claim(session, salon, place, start, lasts)
        assert written == is_free(way, standing, (place, start, start + lasts))
        if written:
            standing.append((place, start, start + lasts))
    return standing
