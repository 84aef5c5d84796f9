"""An ordinary word of any language is taken for no service and for nobody."""

from typing import cast

import pytest

from agent.mentions.everyday_words import ordinary_words
from agent.mentions.names.people import people_in
from agent.mentions.names.services import services_by_slip, services_in
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.derived import Deriving
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.demo_words import RESOURCES, SERVICES

TYPICAL = [
    *["Manicure", "Pedicure", "Facial", "Waxing", "Balayage", "Highlights", "Perm", "Massage", "Pilates"],
    *["Tattoo", "Eyebrows", "Lashes", "Peeling", "Shave", "Updo", "Checkup", "Filling", "Cleaning", "Barba"],
    *["Bart", "Barbe", "זקן", "גבות", "لحية", "مساج"],
]
PEOPLE = [
    *["Anna", "Lena", "Marie", "Sofia", "Paul", "Lukas", "David", "Sara", "Noa", "Omar", "Layla", "Clara"],
    *["Marco", "Giulia", "Pierre", "Lucia", "Carmen", "Ben", "נועה", "יואב", "ليلى", "يوسف"],
]
AT_ONCE = 200
STAFF_OF_DEMO = ["Dana", "Miriam", "Jonas"]


class Offering(Deriving):
    """As much of a catalogue as names are looked up in."""

    def __init__(self, services: list[str], people: list[str]) -> None:
        self.service_names = [(name, name) for name in services]
        self.resources = {name: Resource(id=name, name=name, kind=STAFF) for name in people}


OFFERINGS = {
    "demo": Offering(
        [*SERVICES, *(name for words in SERVICES.values() for name, _ in words.values())],
        [*STAFF_OF_DEMO, *(RESOURCES[one][tag][0] for one in STAFF_OF_DEMO for tag in ("he", "ar"))],
    ),
    "typical": Offering(TYPICAL, PEOPLE),
}


@pytest.mark.parametrize("offering", OFFERINGS.values(), ids=OFFERINGS)
def test_no_ordinary_word_is_a_slip(offering: Offering) -> None:
    named = {name.casefold() for name, _ in offering.service_names}
    named |= {name.casefold() for name in offering.resources}
    catalogue = cast(Catalogue, offering)
    words = sorted(word for word in ordinary_words() if word not in named)
    for at in range(0, len(words), AT_ONCE):
        text = " ".join(words[at : at + AT_ONCE])
        assert not people_in(catalogue, text)
        assert not services_by_slip(catalogue, text)


@pytest.mark.parametrize(
    "text",
    [
        "a bear of a day",
        "they shove it",
        "ein Brot",
        "un bar",
        "לחיים",
        "ولحظة",
        "clothes",
        "a dyed-in cut-off date",
    ],
)
async def test_words_that_look_like_a_service(core: BookingCore, salon: DemoSalon, text: str) -> None:
    catalogue = await core.catalogue_of(salon.organization_id)
    assert [one.name for one in services_in(catalogue, text)] in ([], ["Haircut"])


@pytest.mark.parametrize(
    ("text", "name"),
    [("a haircit", "Haircut"), ("masage", "Massage"), ("my baerd", "Beard trim"), ("yoga clas", "Yoga class"),
        ("Haarschnit", "Haircut"), ("un massagio", "Massage"), ("בבקשה תספורר", "Haircut")],
)  # fmt: skip
async def test_a_slip_is_still_read(core: BookingCore, salon: DemoSalon, text: str, name: str) -> None:
    catalogue = await core.catalogue_of(salon.organization_id)
    assert [one.name for one in services_in(catalogue, text)] == [name]
