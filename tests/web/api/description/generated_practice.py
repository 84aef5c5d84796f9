"""A dental practice of two places, arranged by a client that was generated from our OpenAPI document."""

from datetime import date
from typing import Any

from msgspec import Struct

from tests.web.api.description.conftest import Generated

WORKDAYS = range(5)
MORNING, AFTERNOON = (540, 750), (810, 1080)
BOXING_DAY, OPEN_SATURDAY = date(2026, 12, 26), date(2026, 12, 5)


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
