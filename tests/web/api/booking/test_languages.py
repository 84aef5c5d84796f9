"""Programs say which language their customer reads; ids and keys are the same in all."""

import pytest
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import Program


@pytest.fixture
async def german(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    async with core.sessions() as session, session.begin():
        await session.execute(
            text("UPDATE services SET translations = :said WHERE id = :id"),
            {"said": '{"de": {"name": "Haarschnitt"}}', "id": salon.services["Haircut"]},
        )
    return salon


async def name_in(program: Program, accept_language: str) -> str:
    answer = await program.gets("/services", headers={"Accept-Language": accept_language})
    names: dict[str, str] = {one["id"]: one["name"] for one in answer.json()["items"]}
    return names[program.salon.services["Haircut"]]


@pytest.mark.parametrize(
    ("liked", "name"),
    [
        ("de-AT, en;q=0.5", "Haarschnitt"),
        ("fr, de;q=0.8", "Haarschnitt"),
        ("en, de;q=0.8", "Haircut"),
        ("de;q=0.2, en;q=0.9", "Haircut"),
        ("fr", "Haircut"),
        ("*", "Haircut"),
        ("de;q=many, ;;q=", "Haircut"),
    ],
)
async def test_names_come_in_the_first_language_the_business_has_written_in(
    program: Program, german: DemoSalon, liked: str, name: str
) -> None:
    assert await name_in(program, liked) == name


async def test_a_booking_is_told_in_the_language_of_whoever_asks(program: Program, german: DemoSalon) -> None:
    booked = await program.books()
    said = await program.gets(f"/appointments/{booked['id']}", headers={"Accept-Language": "de"})
    assert (booked["service_name"], said.json()["service_name"]) == ("Haircut", "Haarschnitt")


async def test_the_calendar_file_speaks_the_customers_language(program: Program, german: DemoSalon) -> None:
    hold = await program.holds()
    customer = {"name": "Ada", "email": "ada@example.com", "locale": "de-DE"}
    booked = (await program.confirms(hold["hold_id"], customer=customer)).json()
    path = booked["ics_url"].removeprefix(str(program.http.base_url).rstrip("/"))
    assert "SUMMARY:Haarschnitt" in (await program.http.get(path[path.index("/chat/") :])).text
