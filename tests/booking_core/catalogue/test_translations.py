"""The catalogue in the language of whoever reads it, and choices whose keys stay whatever they are called."""

from typing import Any

import pytest
from sqlalchemy import text

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.services.booking_questions import CHOICE, BookingQuestion
from booking_core.catalogue.services.services import Service
from booking_core.catalogue.translations import check_translations, language_chain, translate_row
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor

HAIRCUT = {
    "de": {"name": "Haarschnitt", "description": "Waschen und schneiden."},
    "de-at": {"name": "Schnitt"},
}
LENGTH = {
    "label": "How long is your hair?",
    "kind": CHOICE,
    "choices": ["short", "Long"],
    "choice_labels": {"short": "Short hair"},
    "translations": {"de": {"label": "Wie lang?", "choices": {"short": "Kurz", "Long": "Lang"}}},
}


def haircut() -> Service:
    return Service(name="Haircut", description="Wash and cut.", aliases=["trim"], translations=HAIRCUT)


def question(**changed: Any) -> BookingQuestion:
    return BookingQuestion(key="length", **{**LENGTH, **changed})


@pytest.mark.parametrize(
    ("tag", "name", "description"),
    [
        ("de", "Haarschnitt", "Waschen und schneiden."),
        ("de-AT", "Schnitt", "Waschen und schneiden."),
        ("de_CH", "Haarschnitt", "Waschen und schneiden."),
        ("fr-CA", "Haircut", "Wash and cut."),
        ("", "Haircut", "Wash and cut."),
    ],
)
def test_each_field_falls_back_to_the_base_language_and_then_to_the_owners(
    tag: str, name: str, description: str
) -> None:
    said = translate_row(haircut(), language_chain(tag))
    assert (said.name, said.description) == (name, description)


def test_a_row_knows_all_its_names_in_whatever_language_it_is_shown() -> None:
    names = {"Haircut", "Haarschnitt", "Schnitt"}
    assert set(haircut().all_names) == names
    assert set(translate_row(haircut(), ("de-at", "de")).all_names) == names
    assert "trim" in translate_row(haircut(), ("de",)).spoken_names


def test_a_copy_is_as_the_row_in_all_but_its_words() -> None:
    row = haircut()
    said = translate_row(row, ("de",))
    assert (said.aliases, said.translations, row.name) == (row.aliases, HAIRCUT, "Haircut")


def test_a_fact_without_words_in_a_language_is_told_as_the_owner_wrote_it() -> None:
    business = Organization(
        name="Salon", chat={"facts": {"parking": "In the yard.", "payment": "Cash."}, "accent": "#456"}
    )
    business.translations = {"de": {"facts": {"parking": "Im Hof.", "gone": "Alt."}}}
    said = translate_row(business, ("de",))
    assert said.facts == {"parking": "Im Hof.", "payment": "Cash."}
    assert (said.name, said.chat["accent"]) == ("Salon", "#456")


@pytest.mark.parametrize("said", ["short", "Short hair", "short HAIR", "kurz"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_an_answer_is_kept_by_its_key_in_whatever_words_it_is_given(said: str, language: str) -> None:
    assert translate_row(question(), (language,)).normalise(said) == "short"


def test_answers_kept_before_choices_had_words_are_still_answers() -> None:
    assert question().normalise("Long") == "Long"
    assert question(choice_labels={}, translations={}).options == {"short": "short", "Long": "Long"}
    assert translate_row(question(), ("de",)).answer_text("Long") == "Lang"
    assert question().answer_text("Shaved") == "Shaved"


def test_a_choice_that_is_called_as_another_is_keyed_means_that_key() -> None:
    assert question(choice_labels={"short": "Long"}).normalise("Long") == "Long"


def test_what_is_none_of_the_choices_is_told_them_in_the_language_at_hand() -> None:
    with pytest.raises(InvalidField, match="Kurz, Lang"):
        translate_row(question(), ("de",)).normalise("purple")


def test_translations_are_kept_by_canonical_languages_and_without_what_is_empty() -> None:
    given = {"pt_BR": {"name": " Corte "}, "de": {"name": "  "}}
    assert check_translations(Service, given) == {"pt-br": {"name": "Corte"}}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"german!": {"name": "x"}}, "translations.german!"),
        ({"de": "Haarschnitt"}, "translations.de"),
        ({"de": {"price": "1"}}, "translations.de.price"),
        ({"de": {"name": 1}}, "translations.de.name"),
        ({"de": {"name": "x" * 121}}, "translations.de.name"),
        ({"de": {"description": "a\0b"}}, "translations.de.description"),
        ({f"a{chr(97 + i)}-{j:02}": {"name": "x"} for i in range(4) for j in range(8)}, "translations"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_its_place(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidField) as refused:
        check_translations(Service, given)
    assert refused.value.field == field


def test_words_of_a_choice_that_is_not_there_are_refused() -> None:
    given = {"de": {"choices": {"short": "Kurz", "bald": "Glatze"}}}
    with pytest.raises(InvalidField, match="nothing of that name"):
        check_translations(BookingQuestion, given, {"choices": ["short"]})


async def test_a_catalogue_in_a_language_offers_the_very_same_times(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            text("UPDATE services SET translations = :said WHERE id = :id"),
            {"said": '{"de": {"name": "Haarschnitt"}}', "id": salon.services["Haircut"]},
        )
    catalogue = await core.catalogue_of(salon.organization_id)
    german = catalogue.in_language("de-DE")
    service = salon.services["Haircut"]
    assert german.service(service).name == "Haarschnitt"
    assert german is german.in_language("de") is catalogue.in_language("de-AT")
    assert german.in_language("fr") is catalogue
    assert [one.id for one in german.who_serves(service, salon.location_id)] == [
        one.id for one in catalogue.who_serves(service, salon.location_id)
    ]
    assert (catalogue.speaks("de-CH"), catalogue.speaks("en-GB"), catalogue.speaks("fr")) == (
        True,
        True,
        False,
    )
