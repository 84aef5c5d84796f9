"""A client generated from our OpenAPI document arranges a dental practice of two places, and a customer books
there. Nothing is written by hand: every name is one the generator found in the document."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from booking_core.access.scopes import Scope
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.web.api.conftest import Program, program_of
from tests.web.api.description.conftest import Generated
from tests.web.api.description.generated_practice import BOXING_DAY, OPEN_SATURDAY, Practice, arrange

LONDON = ZoneInfo("Europe/London")
TUESDAY, CLOSED_SATURDAY = date(2026, 11, 24), date(2026, 12, 12)


async def test_a_generated_client_arranges_a_practice_and_books_there(
    http: httpx.AsyncClient, core: BookingCore, generate: Callable[[Program], Awaitable[Generated]]
) -> None:
    business = await empty_business(core)
    scopes = (Scope.ORG_MANAGE, Scope.ORG_READ, Scope.AVAILABILITY_READ, Scope.APPOINTMENTS_WRITE)
    zimun = await generate(await program_of(http, core, business, *scopes))
    practice = await asyncio.to_thread(arrange, zimun)
    await asyncio.to_thread(look_and_book, zimun, practice)


async def empty_business(core: BookingCore) -> DemoSalon:
    """One that has a name and nothing else."""
    organization = Organization(
        id=new_id("o"),
        name="Teeth",
        time_zone="Europe/Berlin",
        locale="en",
        currency="EUR",
        country="DE",
        email="practice@example.com",
        chat={},
    )
    async with core.sessions() as session, session.begin():
        session.add(organization)
    return DemoSalon(organization.id, "", {}, {})


def look_and_book(zimun: Generated, practice: Practice) -> None:
    saturday = starts(zimun, practice, practice.berlin, OPEN_SATURDAY)
    assert (saturday[0], saturday[-1], len(saturday)) == ("10:00", "11:30", 7)
    assert starts(zimun, practice, practice.berlin, CLOSED_SATURDAY) == []
    assert starts(zimun, practice, practice.london, BOXING_DAY) == []
    there = starts(zimun, practice, practice.london, TUESDAY, staff_id=practice.costa)
    assert (there[0], "12:00" in there, "12:15" in there, "13:30" in there) == ("09:00", True, False, True)
    (german,) = [
        one for one in zimun.call("list_services", accept_language="de").items if one.id == practice.checkup
    ]
    assert (german.name, german.questions[0].label, german.category.name) == (
        "Kontrolle",
        "Schmerzen?",
        "Prevention",
    )
    booked = book(zimun, practice)
    assert (booked.status, booked.price.amount, booked.price.currency) == ("confirmed", "80.00", "GBP")
    xrays = zimun.call("get_availability", service_id=practice.xray, date=TUESDAY).items
    assert {one.location_id for one in xrays} == {practice.berlin}


def starts(zimun: Generated, practice: Practice, place: str, day: date, **more: Any) -> list[str]:
    """When a check-up of half an hour can begin there, on the clock of the place."""
    found = zimun.call(
        "get_availability",
        service_id=practice.checkup,
        location_id=place,
        date=day,
        duration_min=30,
        limit=200,
        **more,
    )
    on = ZoneInfo(found.time_zone)
    return [f"{one.start.astimezone(on):%H:%M}" for one in found.items]


def book(zimun: Generated, practice: Practice) -> Any:
    models = zimun.models
    nine = datetime(2026, 11, 24, 9, tzinfo=LONDON)
    wanted = models.HoldBody(
        service_id=practice.checkup,
        location_id=practice.london,
        staff_id=practice.costa,
        start=nine,
        duration_min=30,
    )
    hold = zimun.call("hold", body=wanted, idempotency_key=new_id("key"))
    answers = models.ConfirmBodyAnswersType0()
    answers["pain"] = "some"
    customer = models.CustomerBody(name="Ada", email="ada@example.com")
    confirm = models.ConfirmBody(hold_id=hold.hold_id, customer=customer, answers=answers)
    booked = zimun.call("confirm", body=confirm, idempotency_key=new_id("key"))
    assert booked.end - booked.start == timedelta(minutes=30), booked
    return booked
