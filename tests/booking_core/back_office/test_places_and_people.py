"""Locations, people and rooms, and what services ask."""

from typing import Any

import pytest

from booking_core.errors import Conflict, Invalid, InvalidField, InvalidFields
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at

HARBOUR: dict[str, Any] = {"name": "Harbour", "time_zone": "Europe/Lisbon", "country": "PT"}
LEVEL: dict[str, Any] = {"key": "level", "label": "How much have you done?", "kind": "choice"}


async def test_a_second_location_with_its_own_clock(owner: Arranger, salon: DemoSalon, ada: Visitor) -> None:
    made = await owner.does(lambda office: office.locations.create(HARBOUR, key="harbour"))
    monday = [{"weekday": 0, "opens": 540, "closes": 600}]
    hours = await owner.does(lambda office: office.hours.change(made.id, monday, expected_version=1))
    assert hours.version == 2
    nora = {"kind": "staff", "name": "Nora", "location_id": made.id}
    person = await owner.does(lambda office: office.resources.create(nora, key="nora"))
    haircut = salon.services["Haircut"]
    both = {"resource_ids": [salon.resources["Dana"], salon.resources["Miriam"], person.id]}
    await owner.does(lambda office: office.services.change(haircut, both, expected_version=1))
    times = await ada.looks("Haircut", at(7, 0), at(8, 0), location_id=made.id)
    assert [slot.start for slot in times.slots] == [at(7, 10), at(7, 10, 15)]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"time_zone": "Europe/Atlantis"}, "time_zone"),
        ({"time_zone": "localtime"}, "time_zone"),
        ({"country": "EU"}, "country"),
        ({"subdivision": "XX"}, "subdivision"),
        ({"name": ""}, "name"),
        ({"closed_on_public_holidays": 1}, "closed_on_public_holidays"),
    ],
)
async def test_a_wrong_fact_of_a_location_is_named(
    owner: Arranger, salon: DemoSalon, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.does(
            lambda office: office.locations.change(salon.location_id, change, expected_version=1)
        )
    assert refused.value.field == field


async def test_a_business_keeps_its_last_location(owner: Arranger, salon: DemoSalon) -> None:
    with pytest.raises(Conflict) as refused:
        await owner.does(lambda office: office.locations.archive(salon.location_id, expected_version=1))
    assert refused.value.code == "last_location"


async def test_people_of_an_archived_location_are_not_offered(owner: Arranger, salon: DemoSalon) -> None:
    await owner.does(lambda office: office.locations.create(HARBOUR, key="harbour"))
    await owner.does(lambda office: office.locations.archive(salon.location_id, expected_version=1))
    seen = await owner.sees()
    assert not seen.resources.keys() & set(salon.resources.values())
    assert seen.resource(salon.resources["Dana"]).name == "Dana"
    await owner.does(lambda office: office.locations.restore(salon.location_id, expected_version=2))
    assert set(salon.resources.values()) <= (await owner.sees()).resources.keys()


async def test_what_somebody_is_cannot_be_changed(owner: Arranger, salon: DemoSalon) -> None:
    dana = salon.resources["Dana"]
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.resources.change(dana, {"kind": "room"}, expected_version=1))
    assert (refused.value.field, refused.value.code) == ("kind", "fixed")
    same = {"kind": "staff", "bio": "Colour\nand cuts."}
    changed = await owner.does(lambda office: office.resources.change(dana, same, expected_version=1))
    assert changed.bio == "Colour\nand cuts."


async def test_nobody_works_at_another_salons_location(
    owner: Arranger, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    there = {"location_id": other_salon.location_id}
    dana = salon.resources["Dana"]
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.resources.change(dana, there, expected_version=1))
    assert (refused.value.field, refused.value.code) == ("location_id", "unknown_reference")


async def test_a_service_asks_what_its_owner_wants_to_know(owner: Arranger, salon: DemoSalon) -> None:
    yoga = salon.services["Yoga class"]
    level = {**LEVEL, "service_id": yoga, "choices": ["nothing", "a little"], "required": True}
    first = await owner.does(lambda office: office.questions.create(level, key="1"))
    mat = {"service_id": yoga, "key": "mat", "label": "Have you a mat?", "kind": "yes_no"}
    second = await owner.does(lambda office: office.questions.create(mat, key="2"))
    swapped = [second.id, first.id]
    await owner.does(lambda office: office.questions.reorder(swapped, seen=[first.id, second.id]))
    assert [one.id for one in (await owner.sees()).questions_of[yoga]] == swapped
    await owner.does(lambda office: office.questions.archive(first.id, expected_version=1))
    assert [one.key for one in (await owner.sees()).questions_of[yoga]] == ["mat"]
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.questions.create(level, key="3"))
    assert refused.value.field == "key"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "choices"),
        ({"kind": "text", "choices": ["a"]}, "choices"),
        ({"key": "Level", "choices": ["a"]}, "key"),
        ({"key": "_x", "choices": ["a"]}, "key"),
        ({"kind": "number", "choices": ["a"]}, "kind"),
        ({"label": "", "choices": ["a"]}, "label"),
    ],
)
async def test_a_question_that_cannot_be_answered_is_refused(
    owner: Arranger, salon: DemoSalon, given: dict[str, Any], field: str
) -> None:
    asked = {**LEVEL, "service_id": salon.services["Yoga class"], **given}
    with pytest.raises(Invalid) as refused:
        await owner.does(lambda office: office.questions.create(asked, key="1"))
    assert not isinstance(refused.value, InvalidFields)
    assert refused.value.details["field"] == field
