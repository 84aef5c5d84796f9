"""Services by what they are called everywhere, where a business has no such word for them."""

from typing import cast

import pytest

from agent.languages import LANGUAGES
from agent.languages.trades import CONCEPTS
from agent.mentions.names.services import services_in
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.derived import Deriving
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.services.services import Service


class Offering(Deriving):
    """As much of a catalogue as services are looked up in."""

    def __init__(self, *names: str) -> None:
        self.services = {name: Service(id=name, name=name, aliases=[]) for name in names}
        self.service_names = [(name, one) for name, one in self.services.items()]
        self.organization = Organization(id="org", locale="en-US")


def names_in(text: str, *names: str) -> list[str]:
    return [one.name for one in services_in(cast(Catalogue, Offering(*names)), text)]


SALON = ("Haircut", "Colour and cut", "Blow-dry", "Massage")
PRACTICE = ("Dental check-up", "Teeth cleaning", "Filling")
WORKSHOP = ("Ölwechsel", "Reifenwechsel", "Bremsen prüfen")


@pytest.mark.parametrize(
    ("text", "offered", "found"),
    [
        ("je voudrais une coupe jeudi", SALON, "Haircut"),
        ("quisiera un corte", SALON, "Haircut"),
        ("einen Schnitt bitte", SALON, "Haircut"),
        ("prenoto una piega", SALON, "Blow-dry"),
        ("una tinta e un taglio", SALON, "Colour and cut"),
        ("רוצה לקבוע עיסוי", SALON, "Massage"),
        ("بدي قصة بكرة", SALON, "Haircut"),
        ("un detartrage svp", PRACTICE, "Teeth cleaning"),
        ("Ich brauche eine Zahnreinigung", PRACTICE, "Teeth cleaning"),
        ("una revisión", PRACTICE, "Dental check-up"),
        ("החלפת שמן", WORKSHOP, "Ölwechsel"),
        ("I need an oil change", WORKSHOP, "Ölwechsel"),
        ("cambio gomme per sabato", WORKSHOP, "Reifenwechsel"),
        ("haircut for my son", ("Kinderhaarschnitt", "Färben"), "Kinderhaarschnitt"),
        ("une coupe homme", ("Men's haircut", "Women's haircut"), "Men's haircut"),
    ],
)
def test_a_service_is_known_by_what_it_is_called_elsewhere(
    text: str, offered: tuple[str, ...], found: str
) -> None:
    assert names_in(text, *offered) == [found]


def test_the_words_of_the_business_come_first() -> None:
    assert names_in("Schnitt", "Haircut", "Schnitt") == ["Schnitt"]


def test_several_that_fit_equally_well_are_all_meant() -> None:
    assert names_in("coupe", "Men's haircut", "Women's haircut") == ["Men's haircut", "Women's haircut"]


@pytest.mark.parametrize(
    "text", ["pas de coupe", "for men", "une épilation", "il taglio della carta non c'entra?"]
)
def test_what_is_refused_or_not_offered_is_no_service(text: str) -> None:
    assert names_in(text, "Massage", "Haircut" if "coupe" in text else "Yoga") == []


def test_every_concept_has_words_in_every_language() -> None:
    assert {concept for concept, names in CONCEPTS.items() if set(names) != set(LANGUAGES)} == set()
