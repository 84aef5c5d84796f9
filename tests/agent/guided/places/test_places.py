"""A business at several places: the built-in receptionist asks which is meant, once, and only where it
matters."""

import pytest
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.cast import second_location, works_at


@pytest.fixture
async def riverside(core: BookingCore, salon: DemoSalon) -> str:
    """A second place across town, where Nora cuts hair from nine to five."""
    where = {"address": "Uferstrasse 5, 10999 Berlin", "time_zone": "Europe/Berlin"}
    return await second_location(core, salon, name="Riverside", **where)


@pytest.fixture
def eve(core: BookingCore, salon: DemoSalon, riverside: str) -> Chatter:
    return Chatter(core, salon)


async def read_held(chatter: Chatter) -> str | None:
    held = (await chatter.view()).state.held_offer
    return held.location_id if held else None


@pytest.mark.parametrize("answer", ["Riverside", "at riverside please", "the one in Uferstrasse"])
async def test_the_place_is_asked_and_the_wish_is_kept(eve: Chatter, riverside: str, answer: str) -> None:
    asked = await eve.says("haircut on tuesday at 10")
    assert "Riverside" in asked
    assert "Which would you like to come to?" in asked
    await eve.says(answer)
    assert await read_held(eve) == riverside


async def test_the_place_can_be_chosen_by_button(eve: Chatter, riverside: str) -> None:
    await eve.says("haircut on tuesday at 10")
    await eve.presses("Riverside")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    async with eve.core.sessions() as session, session.begin():
        of_salon = Appointment.organization_id == eve.salon.organization_id
        booked = (await session.scalars(select(Appointment).where(of_salon))).one()
    assert booked.location_id == riverside


@pytest.mark.parametrize(
    "wish", ["haircut at Riverside on tuesday at 10", "haircut with Nora on tuesday at 10"]
)
async def test_no_place_is_asked_where_it_was_said_or_the_person_decides_it(
    eve: Chatter, riverside: str, wish: str
) -> None:
    await eve.says(wish)
    assert await read_held(eve) == riverside


async def test_no_place_is_asked_for_a_service_of_one_place(eve: Chatter) -> None:
    await eve.says("90 minute massage on friday at 3pm")
    assert await read_held(eve) == eve.salon.location_id


async def test_another_place_is_looked_at_when_the_customer_changes_it(eve: Chatter, riverside: str) -> None:
    await eve.says("haircut at Lavendelweg on tuesday at 10")
    assert await read_held(eve) == eve.salon.location_id
    await eve.says("actually at Riverside")
    assert await read_held(eve) == riverside


async def test_the_hours_of_every_place_are_told(eve: Chatter) -> None:
    told = await eve.says("what are your opening hours?")
    assert "Riverside" in told
    assert "09:00–17:00" in told


async def test_somebody_who_works_at_both_places_is_asked_for_at_one_of_them(
    eve: Chatter, salon: DemoSalon, riverside: str
) -> None:
    await works_at(eve.core, salon, "Miriam", riverside, opens=780, closes=1020)
    asked = await eve.says("haircut with Miriam on tuesday at 2pm")
    assert "Which would you like to come to?" in asked
    assert "Riverside" in asked
    await eve.says("Riverside")
    assert await read_held(eve) == riverside
    view = await eve.view()
    assert view.state.held_offer is not None
    assert view.state.held_offer.staff_id == salon.resources["Miriam"]


async def test_whoever_works_at_two_places_is_told_about_with_both(
    eve: Chatter, salon: DemoSalon, riverside: str
) -> None:
    await works_at(eve.core, salon, "Miriam", riverside, opens=780, closes=1020)
    told = await eve.says("Is Miriam there on Tuesday?")
    assert "Riverside: Miriam is in on Tue, Nov 24, 13:00–17:00." in told
    assert "Miriam is in on Tue, Nov 24, 09:00–17:00." in told
