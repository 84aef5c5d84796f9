"""What is archived is not changed, and words in the language of the business are its fields."""

from typing import Any

import pytest

from booking_core.catalogue.services.services import Service
from booking_core.catalogue.translations import language_chain, translate_row
from booking_core.errors import Conflict, InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import set_by_owner


async def test_whatever_is_archived_is_not_changed(owner: Arranger, salon: DemoSalon) -> None:
    service, dana = salon.services["Beard trim"], salon.resources["Dana"]
    await owner.does(lambda office: office.services.archive(service, expected_version=1))
    await owner.does(lambda office: office.resources.archive(dana, expected_version=1))
    for change in (
        lambda office: office.services.change(service, {"name": "Shave"}, expected_version=2),
        lambda office: office.hours.change(dana, [], expected_version=2),
    ):
        with pytest.raises(Conflict) as refused:
            await owner.does(change)
        assert refused.value.code == "archived"


async def test_it_comes_back_as_it_is_given_in_one_step(owner: Arranger, salon: DemoSalon) -> None:
    service = salon.services["Beard trim"]
    await owner.does(lambda office: office.services.archive(service, expected_version=1))
    row = await owner.does(
        lambda office: office.services.restore(service, expected_version=2, given={"name": "Shave"})
    )
    assert (row.name, row.version, row.archived_at) == ("Shave", 3, None)


@pytest.mark.parametrize("tag", ["en", "EN", "en-us"])
async def test_words_in_the_language_of_the_business_are_no_translation(
    owner: Arranger, salon: DemoSalon, tag: str
) -> None:
    await set_by_owner(owner.core, salon.organization_id, locale="en-US")
    words: dict[str, Any] = {"translations": {tag: {"name": "Trim"}}}
    with pytest.raises(InvalidField) as refused:
        await owner.does(
            lambda office: office.services.change(salon.services["Haircut"], words, expected_version=1)
        )
    assert (refused.value.code, refused.value.details["field"]) == (
        "own_language",
        f"translations.{tag.lower()}.name",
    )


async def test_a_rename_is_seen_by_whoever_reads_the_language_of_the_business(
    owner: Arranger, salon: DemoSalon
) -> None:
    """Whose words were a translation while the business spoke another language, and are its own since."""
    haircut, words = salon.services["Haircut"], {"fr": {"name": "Coupe", "description": "Courte."}}
    await owner.does(
        lambda office: office.services.change(haircut, {"translations": words}, expected_version=1)
    )
    await set_by_owner(owner.core, salon.organization_id, locale="fr")
    row = await owner.does(
        lambda office: office.services.change(haircut, {"name": "Coiffure"}, expected_version=3)
    )
    assert "fr" not in row.translations and row.translations["en"]["name"] == "Haircut"
    found: Service = (await owner.sees()).services[haircut]
    assert translate_row(found, language_chain("fr-FR")).name == "Coiffure"
