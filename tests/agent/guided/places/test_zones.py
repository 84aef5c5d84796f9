"""A business at places on different clocks: whatever is said of time is said of the place where it
happens."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec import Struct
from sqlalchemy import select, update

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.locations import Location
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import second_location

BERLIN, LONDON, NEW_YORK = map(ZoneInfo, ("Europe/Berlin", "Europe/London", "America/New_York"))


class Town(Struct, frozen=True):
    """A place of the business: what it is called here, and in other words."""

    id: str
    zone: ZoneInfo
    called: tuple[str, ...]


@pytest.fixture
async def towns(core: BookingCore, salon: DemoSalon) -> list[Town]:
    london = await second_location(
        core, salon, name="Lavender London", address="5 Old Street, London E1 6AN", country="GB",
        time_zone="Europe/London"
    )  # fmt: skip
    york = await second_location(
        core, salon, name="Lavender Soho", address="12 Grand St, New York, NY 10013", country="US",
        time_zone="America/New_York",
        position=2, staff="Olive",
    )  # fmt: skip
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Location).where(Location.id == salon.location_id).values(name="Salon Lavender")
        )
    return [
        Town(salon.location_id, BERLIN, ("Berlin", "the Lavendelweg salon", "Germany")),
        Town(london, LONDON, ("London", "Old Street", "the UK", "Lavender London")),
        Town(york, NEW_YORK, ("New York", "Soho", "America", "Grand St")),
    ]


@pytest.fixture
def eve(core: BookingCore, salon: DemoSalon, towns: list[Town]) -> Chatter:
    return Chatter(core, salon)


async def read_held(chatter: Chatter) -> tuple[str, str] | None:
    """What is kept: the place, and the time on the clock of that place."""
    offer = (await chatter.view()).state.held_offer
    if offer is None:
        return None
    async with chatter.core.sessions() as session, session.begin():
        catalogue = await chatter.core.catalogue(session, chatter.salon.organization_id)
    place = catalogue.location(offer.location_id)
    return place.name, offer.start.astimezone(ZoneInfo(place.time_zone)).strftime("%a %H:%M")


@pytest.mark.parametrize(
    "sentences",
    [
        ("haircut in London on Wednesday at 10am",),
        ("London on Wednesday at 10am for a haircut",),
        ("haircut on Wednesday at 10am", "London"),
        ("haircut on Wednesday at 10am", "the one in England please"),
        ("I would like to come to your London branch", "haircut on Wednesday at 10am"),
        ("what are your hours in London?", "haircut on Wednesday at 10am please"),
        ("haircut with Nora on Wednesday at 10am",),
        ("haircut in Berlin on Wednesday at 10am", "sorry, in London please"),
        ("haircut in New York on Wednesday", "at 10", "no, London please"),
        ("Haarschnitt in London am Mittwoch um 10 Uhr",),
        ("une coupe de cheveux à Londres mercredi à 10h",),
        ("un corte de pelo en Londres el miércoles a las 10",),
        ("un taglio di capelli a Londra mercoledì alle 10",),
        ("תספורת בלונדון ביום רביעי ב-10:00",),
        ("قص شعر في لندن يوم الأربعاء الساعة 10",),
    ],
)
async def test_ten_in_london_is_ten_in_london(eve: Chatter, sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        await eve.says(sentence)
    assert await read_held(eve) == ("Lavender London", "Wed 10:00")


async def test_what_is_kept_and_agreed_to_names_the_place_and_its_clock(
    eve: Chatter, towns: list[Town]
) -> None:
    asked = await eve.says("haircut in London on Wednesday at 10am")
    assert "10:00 AM (London time)" in asked
    assert "Lavender London" in asked
    await eve.says("Ada, ada@example.com")
    summary = await eve.sees("summary")
    assert summary is not None
    rows = {row["label"]: row["value"] for row in summary["rows"]}
    assert rows["When"].endswith("10:00 AM (London time)")
    assert rows["Where"] == "Lavender London, 5 Old Street, London E1 6AN"
    told = await eve.says("yes")
    assert "Haircut (Lavender London)" in told
    assert "10:00 AM (London time)" in told
    async with eve.core.sessions() as session, session.begin():
        of_salon = Appointment.organization_id == eve.salon.organization_id
        booked = (await session.scalars(select(Appointment).where(of_salon))).one()
    assert booked.location_id == towns[1].id
    assert booked.starts_at.astimezone(LONDON).strftime("%a %H:%M") == "Wed 10:00"


async def test_another_clock_that_the_customer_names_stays_theirs(eve: Chatter) -> None:
    await eve.says("haircut in London on Wednesday at 11 Berlin time")
    assert await read_held(eve) == ("Lavender London", "Wed 10:00")


async def test_in_two_hours_is_the_same_moment_wherever_the_place_is(
    eve: Chatter, clock: FrozenClock
) -> None:
    clock.advance(timedelta(hours=2))
    await eve.says("haircut in two hours")
    await eve.says("in London please")
    # Ten in Berlin was nine in London: two hours later it is eleven there.
    assert await read_held(eve) == ("Lavender London", "Mon 11:00")


async def test_tomorrow_is_the_day_after_today_of_the_place(eve: Chatter, clock: FrozenClock) -> None:
    clock.advance(datetime(2026, 11, 24, 1, 0, tzinfo=BERLIN) - clock.now())
    await eve.says("haircut tomorrow at 10")
    await eve.says("New York please")
    assert await read_held(eve) == ("Lavender Soho", "Tue 10:00")
    await eve.says("in London instead")
    assert await read_held(eve) == ("Lavender London", "Wed 10:00")


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("what are your opening hours?", ("09:00–17:00", "09:00–19:00", "Lavender Soho"), ()),
        ("what are your opening hours in London?", ("09:00–17:00",), ("09:00–19:00", "Soho")),
        ("are you open on Sunday in London?", ("Lavender London: On Sun, Nov 29 we are open",), ("closed",)),
        ("are you open on Sunday?",
            ("Salon Lavender: On Sun, Nov 29 we are closed", "Lavender London: On Sun"), ()),
        ("where are you?", ("Lavendelweg 7", "Old Street", "Grand St"), ()),
        ("where is your London salon?", ("Old Street",), ("Lavendelweg", "Grand")),
    ],
)  # fmt: skip
async def test_questions_are_answered_for_the_place_they_are_about(
    eve: Chatter, asked: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    answer = await eve.says(asked)
    assert [piece for piece in told if piece not in answer] == []
    assert [piece for piece in untold if piece in answer] == []


async def test_a_question_in_between_is_about_the_place_of_the_conversation(eve: Chatter) -> None:
    await eve.says("haircut in London on Wednesday at 10am")
    answer = await eve.says("what is the address?")
    assert "Old Street" in answer
    assert "Lavendelweg" not in answer


async def test_a_service_of_another_place_is_said_to_be_there_and_never_booked_unseen(eve: Chatter) -> None:
    await eve.says("haircut in London on Wednesday at 10am")
    answer = await eve.says("a massage instead please")
    assert "Massage is not offered at Lavender London" in answer
    assert "Salon Lavender" in answer
    assert "60 minutes" in await eve.says("yes please")
    await eve.says("60 minutes")
    assert await read_held(eve) == ("Salon Lavender", "Wed 10:00")


async def test_a_person_of_another_place_is_said_to_be_there(eve: Chatter) -> None:
    answer = await eve.says("haircut in London with Miriam on Wednesday at 10am")
    assert "Miriam works at Salon Lavender" in answer
    assert await read_held(eve) is None
    await eve.says("then in London with whoever is there")
    assert await read_held(eve) == ("Lavender London", "Wed 10:00")


async def test_who_stays_behind_at_another_place_is_said(eve: Chatter) -> None:
    await eve.says("haircut with Nora on Wednesday at 10am")
    answer = await eve.says("actually in Berlin please")
    assert answer.startswith("Nora works at Lavender London only.")
    assert await read_held(eve) == ("Salon Lavender", "Wed 10:00")


async def test_a_booking_moves_within_its_place_unless_another_is_named(eve: Chatter) -> None:
    await eve.says("haircut in London on Wednesday at 10am")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    await eve.says("can I move it to Friday at 11?")
    assert await read_held(eve) == ("Lavender London", "Fri 11:00")
    await eve.says("could we do that in New York?")
    assert await read_held(eve) == ("Lavender Soho", "Fri 11:00")


async def test_the_place_of_the_last_booking_is_kept_for_the_next(eve: Chatter) -> None:
    await eve.says("haircut in London on Wednesday at 10am")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    await eve.says("and another haircut on Friday at 12")
    assert await read_held(eve) == ("Lavender London", "Fri 12:00")


@pytest.mark.parametrize(
    ("time_zone", "is_named"), [("America/New_York", True), ("Europe/Paris", False), (None, False)]
)
async def test_the_clock_is_named_wherever_a_time_is_agreed_to_if_the_customers_shows_another(
    core: BookingCore, salon: DemoSalon, time_zone: str | None, is_named: bool
) -> None:
    ada = Chatter(core, salon, time_zone=time_zone)
    kept = await ada.says("haircut on tuesday at 10am")
    await ada.fills_in(name="Ada", email="ada@example.com")
    summary = await ada.sees("summary")
    assert summary is not None
    agreed = await ada.says("yes")
    rows = " ".join(row["value"] for row in summary["rows"])
    assert ["(Berlin time)" in text for text in (kept, rows, agreed)] == [is_named] * 3
