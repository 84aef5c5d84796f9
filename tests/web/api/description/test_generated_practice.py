"""A client generated from our OpenAPI document arranges a dental practice of two places, and a customer books
there. Nothing is written by hand: every name is one the generator found in the document."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from msgspec import Struct

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.web.api.conftest import Program, program_of
from tests.web.api.description.conftest import Generated
from web.access.scopes import Scope

LONDON, BERLIN = ZoneInfo("Europe/London"), ZoneInfo("Europe/Berlin")
WORKDAYS = range(5)
MORNING, AFTERNOON = (540, 750), (810, 1080)
TUESDAY, BOXING_DAY = date(2026, 11, 24), date(2026, 12, 26)
OPEN_SATURDAY, CLOSED_SATURDAY = date(2026, 12, 5), date(2026, 12, 12)


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


class Practice(Struct):
    """Ids of what was made."""

    berlin: str
    london: str
    costa: str
    checkup: str
    xray: str


def arrange(zimun: Generated) -> Practice:
    berlin, london = two_places(zimun)
    people = three_dentists(zimun, berlin, london)
    rooms = rooms_and_xray(zimun, berlin, london)
    dentists, places = [person for person, _ in people.values()], [room for room, _ in rooms.values()]
    checkup = a_checkup(zimun, [*dentists, rooms["room"][0], rooms["surgery"][0]], london, people["costa"][0])
    xray = an_xray(zimun, [people["adler"][0], *places[-1:]])
    questionnaire(zimun, checkup)
    models = zimun.models
    zimun.make("create_date", models.NewDate(location_id=london, day=BOXING_DAY, note="Boxing Day"))
    zimun.make("create_date", models.NewDate(location_id=berlin, day=OPEN_SATURDAY, windows=[[600, 720]]))
    return Practice(berlin, london, people["costa"][0], checkup, xray)


def two_places(zimun: Generated) -> tuple[str, str]:
    models = zimun.models
    berlin = zimun.make(
        "create_location",
        models.NewLocation(name="Berlin", time_zone="Europe/Berlin", country="DE", subdivision="BE"),
    )
    ways = models.NewLocationTravelMin()
    ways[berlin.id] = 240
    german = models.NewLocationTranslations()
    german["de"] = models.LocationWords(name="Londoner Praxis")
    london = zimun.make(
        "create_location",
        models.NewLocation(
            name="London",
            time_zone="Europe/London",
            country="GB",
            currency="GBP",
            travel_min=ways,
            translations=german,
        ),
    )
    for place in (berlin.id, london.id):
        opens(zimun, place, "get_managed_location", WORKDAYS)
    return berlin.id, london.id


def opens(zimun: Generated, owner: str, shown_by: str, days: Any, **more: Any) -> None:
    """With a break for lunch."""
    models = zimun.models
    windows = [
        models.WindowBody(weekday=day, opens=opens, closes=closes)
        for day in days
        for opens, closes in (MORNING, AFTERNOON)
    ]
    tag = zimun.tag(shown_by, owner)
    changed = zimun.call("change_hours", owner, body=models.HoursBody(windows=windows), if_match=tag, **more)
    assert len(changed.windows) == len(windows), changed


def three_dentists(zimun: Generated, berlin: str, london: str) -> dict[str, Any]:
    """Dr Costa works in Berlin, and in London on Tuesdays."""
    models, made = zimun.models, {}
    for name, home, further in (("adler", berlin, []), ("brown", london, []), ("costa", berlin, [london])):
        body = models.NewResource(
            kind=models.NewResourceKind.STAFF,
            name=f"Dr {name.capitalize()}",
            location_id=home,
            further_location_ids=further,
        )
        one = zimun.make("create_resource", body)
        made[name] = one.id, home
    costa = made["costa"][0]
    opens(zimun, costa, "get_managed_resource", (0, 2, 3, 4))
    opens(zimun, costa, "get_managed_resource", (1,), location_id=london)
    return made


def rooms_and_xray(zimun: Generated, berlin: str, london: str) -> dict[str, Any]:
    kinds, made = zimun.models.NewResourceKind, {}
    for name, kind, place in (
        ("room", kinds.ROOM, berlin),
        ("surgery", kinds.ROOM, london),
        ("X-ray", kinds.EQUIPMENT, berlin),
    ):
        body = zimun.models.NewResource(kind=kind, name=name, location_id=place)
        made[name] = zimun.make("create_resource", body).id, place
    return made


def a_checkup(zimun: Generated, resources: list[str], london: str, costa: str) -> str:
    """Longer costs more, in London it is paid in pounds, and with Dr Costa there it costs more yet."""
    models = zimun.models
    category = zimun.make("create_category", models.NewCategory(name="Prevention"))
    by_length, german = models.NewServicePriceByDuration(), models.NewServiceTranslations()
    by_length["60"] = "110.00"
    german["de"] = models.ServiceWords(name="Kontrolle", description="Wir sehen nach.")
    made = zimun.make(
        "create_service",
        models.NewService(
            name="Check-up",
            durations=[30, 60],
            currency="EUR",
            price="70.00",
            price_by_duration=by_length,
            prices=[
                models.ServicePrice(location_id=london, amount="65.00"),
                models.ServicePrice(location_id=london, duration_min=60, amount="99.50"),
                models.ServicePrice(location_id=london, resource_id=costa, amount="80.00"),
            ],
            buffer_after_min=15,
            resource_ids=resources,
            category_id=category.id,
            translations=german,
        ),
    )
    return str(made.id)


def an_xray(zimun: Generated, resources: list[str]) -> str:
    body = zimun.models.NewService(name="X-ray", durations=[15], currency="EUR", resource_ids=resources)
    return str(zimun.make("create_service", body).id)


def questionnaire(zimun: Generated, service: str) -> None:
    models = zimun.models
    words, german = models.QuestionWords(label="Schmerzen?"), models.NewQuestionTranslations()
    words.choices = models.QuestionWordsChoices()
    words.choices["none"], words.choices["some"] = "Keine", "Etwas"
    german["de"] = words
    zimun.make(
        "create_question",
        models.NewQuestion(
            service_id=service,
            key="pain",
            label="Any pain?",
            kind=models.NewQuestionKind.CHOICE,
            choices=["none", "some"],
            required=True,
            translations=german,
        ),
    )
    allergies = models.NewQuestion(
        service_id=service,
        key="allergies",
        label="Allergies?",
        kind=models.NewQuestionKind.TEXT,
        sensitive=True,
    )
    zimun.make("create_question", allergies)


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
