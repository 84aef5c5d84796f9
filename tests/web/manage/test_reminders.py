"""What a reminder links to: "I'm coming", said once and forgotten by a move; and no more reminders, by a link
that opens nothing else."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from booking_core.time.clock import FrozenClock
from tests.agent.letters.post_office import manager_of
from tests.cast import Visitor, at
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import words_of
from web.secrets.stop_links import StopLinks
from web.settings import Settings

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def stops(settings: Settings) -> StopLinks:
    return StopLinks.of(settings)


def path_of(stops: StopLinks, customer_id: str) -> str:
    return stops.address(customer_id).removeprefix(stops.public_url)


async def read_coming(core: BookingCore, one: Appointment) -> object:
    async with core.sessions() as session:
        return (await session.get_one(Appointment, one.id)).coming_at


async def stop(core: BookingCore, customer_id: str) -> bool:
    async with core.sessions() as session:
        return (await session.get_one(Customer, customer_id)).reminders_stopped_at is not None


async def test_who_says_that_they_come_says_it_once(
    follows: Follows, ada: Visitor, core: BookingCore
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    asked = await follower.sees("/coming")
    assert await read_coming(core, booked) is None
    for _ in range(2):
        assert "Thank you, we expect you." in await follower.lands(await follower.presses(asked, "/coming"))
    assert await read_coming(core, booked) == core.clock.now()
    said = select(func.count()).where(
        AuditEntry.subject == booked.id, AuditEntry.action == "appointment.coming"
    )
    async with core.sessions() as session:
        assert await session.scalar(said) == 1


async def test_a_move_forgets_it_and_what_is_over_takes_it_no_more(
    follows: Follows, ada: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    await follower.sends("/coming")
    await ada.moves(booked, at(2, 10))
    assert await read_coming(core, booked) is None
    clock.advance(at(2, 10) + timedelta(minutes=1) - clock.now())
    assert (await follower.sends("/coming")).status_code == 409
    assert await read_coming(core, booked) is None


async def test_one_click_of_a_mail_program_stops_reminders(
    http: httpx.AsyncClient, stops: StopLinks, ada: Visitor, core: BookingCore
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    for _ in range(2):
        answer = await http.post(path_of(stops, booked.customer_id), data=ONE_CLICK)
        assert answer.status_code == 200
    assert await stop(core, booked.customer_id)


async def test_looking_stops_nothing_and_its_button_is_taken_back_by_the_other(
    http: httpx.AsyncClient, stops: StopLinks, ada: Visitor, core: BookingCore
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    path = path_of(stops, booked.customer_id)
    page = await http.get(path)
    assert "No more reminders?" in words_of(page.text)
    assert booked.code not in page.text
    assert "ada" not in page.text.lower()
    assert not await stop(core, booked.customer_id)
    for fields, after in (({}, True), ({"again": "yes"}, False)):
        assert (await http.post(path, data=fields)).status_code == 303
        assert await stop(core, booked.customer_id) is after


async def test_it_opens_no_appointment_and_dies_with_its_customer(
    http: httpx.AsyncClient, stops: StopLinks, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    path = path_of(stops, booked.customer_id)
    assert (await http.get(path.replace("/r/", "/b/"))).status_code == 404
    await ada.cancels(booked)
    await manager_of(core, salon).at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    for one in (path, path[:-1], "/r/x", f"/r/{booked.customer_id}"):
        assert (await http.get(one)).status_code == 404
        assert (await http.post(one, data=ONE_CLICK)).status_code == 404
