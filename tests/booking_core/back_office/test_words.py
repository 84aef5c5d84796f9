"""Names, descriptions, questions and facts in the languages of customers, as an owner sets them."""

from typing import Any

import pytest

from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.back_office.conftest import Arranger

GERMAN: dict[str, Any] = {"de": {"name": "Haarschnitt", "description": "Waschen und schneiden."}}
PAIN: dict[str, Any] = {
    "key": "pain",
    "label": "How bad is it?",
    "kind": "choice",
    "choices": ["little", "much"],
    "choice_labels": {"much": "Very bad"},
    "translations": {"de": {"label": "Wie schlimm ist es?", "choices": {"little": "Wenig", "much": "Viel"}}},
}


async def changes(owner: Arranger, noun: str, row: str, version: int = 1, **change: Any) -> Any:
    return await owner.does(
        lambda office: getattr(office, noun).change(row, change, expected_version=version)
    )


async def test_a_service_is_read_in_the_words_of_the_customer(owner: Arranger, salon: DemoSalon) -> None:
    haircut = salon.services["Haircut"]
    given = {"DE": {"name": " Haarschnitt ", "description": "Waschen und schneiden."}, "fr": {"name": ""}}
    changed = await changes(owner, "services", haircut, translations=given)
    assert (changed.translations, changed.version) == (GERMAN, 2)
    assert (await changes(owner, "services", haircut, translations=GERMAN)).version == 2
    seen = (await owner.sees()).in_language("de-AT").service(haircut)
    assert (seen.name, seen.description) == ("Haarschnitt", "Waschen und schneiden.")


async def test_every_noun_with_words_has_them_translated(owner: Arranger, salon: DemoSalon) -> None:
    words = {"de": {"name": "Deutsch"}}
    for noun, row in (("locations", salon.location_id), ("resources", salon.resources["Dana"])):
        assert (await changes(owner, noun, row, translations=words)).translations == words
    made = await owner.does(
        lambda office: office.categories.create({"name": "Hair", "translations": words}, key="hair")
    )
    assert made.translations == words


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ([], "translations"),
        ({"german!": {}}, "translations.german!"),
        ({"de": {"price": "1"}}, "translations.de.price"),
        ({"de": {"name": "x" * 121}}, "translations.de.name"),
        ({"de": {"name": "two\nlines"}}, "translations.de.name"),
        ({"de": {"name": "beard trim"}}, "translations.de.name"),
    ],
)
async def test_words_that_cannot_be_are_named(
    owner: Arranger, salon: DemoSalon, words: Any, field: str
) -> None:
    """The last is what another service is called."""
    with pytest.raises(InvalidField) as refused:
        await changes(owner, "services", salon.services["Haircut"], translations=words)
    assert refused.value.field == field


async def test_a_name_is_taken_in_whatever_language(owner: Arranger, salon: DemoSalon) -> None:
    await changes(owner, "services", salon.services["Haircut"], translations=GERMAN)
    with pytest.raises(InvalidField) as refused:
        await changes(owner, "services", salon.services["Massage"], name="haarschnitt")
    assert (refused.value.field, refused.value.code) == ("name", "name_taken")


async def test_choices_are_called_something_and_keep_their_keys(owner: Arranger, salon: DemoSalon) -> None:
    given = {**PAIN, "service_id": salon.services["Haircut"]}
    made = await owner.does(lambda office: office.questions.create(given, key="pain"))
    (seen,) = (await owner.sees()).questions_of[salon.services["Haircut"]]
    assert seen.options == {"little": "little", "much": "Very bad"}
    german = (await owner.sees()).in_language("de")
    (asked,) = german.questions_of[salon.services["Haircut"]]
    assert (asked.label, asked.normalise("viel")) == ("Wie schlimm ist es?", "much")
    await changes(owner, "questions", made.id, choices=["little"])

    async def now(office: Any) -> dict[str, Any]:
        row: BookingQuestion = await office.questions.find(made.id)
        values: dict[str, Any] = await office.questions.values_of(row)
        return values

    values = await owner.does(now)
    assert (values["choice_labels"], values["translations"]["de"]["choices"]) == ({}, {"little": "Wenig"})
    await changes(owner, "questions", made.id, version=2, choices=["little", "much"])
    assert await owner.does(now) == await owner.does(now) | PAIN


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"choice_labels": {"none": "None"}}, "choice_labels.none"),
        ({"translations": {"de": {"choices": {"none": "Keine"}}}}, "translations.de.choices.none"),
    ],
)
async def test_words_of_no_choice_are_refused(
    owner: Arranger, salon: DemoSalon, wrong: dict[str, Any], field: str
) -> None:
    given = {**PAIN, **wrong, "service_id": salon.services["Haircut"]}
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.questions.create(given, key="pain"))
    assert refused.value.field == field


async def test_the_name_and_the_facts_of_a_business(owner: Arranger) -> None:
    german = {"de": {"name": "Salon Lavendel", "facts": {"parking": "Im Hof."}}}

    def change(**given: Any) -> Any:
        named = {name.replace("__", "."): one for name, one in given.items()}
        return lambda office: office.settings.change(named, expected_version=1)

    with pytest.raises(InvalidField) as refused:
        await owner.does(change(translations=german, chat__facts={"payment": "Cash."}))
    assert refused.value.field == "translations.de.facts.parking"
    await owner.does(change(translations=german, chat__facts={"parking": "In the yard."}))
    organization = (await owner.sees()).in_language("de").organization
    assert (organization.name, organization.facts) == ("Salon Lavendel", {"parking": "Im Hof."})
