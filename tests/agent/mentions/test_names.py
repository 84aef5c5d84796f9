"""Who is meant among many: by a name only one has, however it is written, at a cost that grows with how many
they are and no faster."""

from typing import Any, cast

import pytest

from agent.mentions.names import spans
from agent.mentions.names.people import people_in
from agent.mentions.names.services import services_in
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.derived import Deriving
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.services import Service

SENTENCE = "could I please come to somebody nice tomorrow afternoon, at three or maybe on Friday, with Anna?"


class Staffed(Deriving):
    """As much of a catalogue as names are looked up in."""

    def __init__(self, *names: str) -> None:
        self.resources = {name: Resource(id=name, name=name, kind=STAFF) for name in names}


def names_in(text: str, *names: str) -> list[tuple[str, str]]:
    return [(one.name, word) for one, word in people_in(cast(Catalogue, Staffed(*names)), text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("with Dana please", [("Dana Levy", "Dana")]),
        ("with DANA'S colleague Levy", [("Dana Levy", "DANA'S"), ("Dana Levy", "Levy")]),
        ("Anna", []),
        ("Anna Katz", [("Anna Katz", "Katz")]),
        ("bergs or katz", [("Anna Katz", "katz"), ("Anna Berg", "bergs")]),
        ("an de", []),
        ("Mirriam", [("Miriam", "Mirriam")]),
        ("עם לדנה", [("דנה", "לדנה")]),
    ],
)
def test_whoever_is_named_is_found_with_the_word_for_it(text: str, found: list[tuple[str, str]]) -> None:
    assert names_in(text, "Dana Levy", "Anna Katz", "Anna Berg", "Max de Vries", "דנה", "Miriam") == found


def test_a_word_of_every_day_is_no_slip_of_the_fingers() -> None:
    assert names_in("na dann, vielen dank", "Dana") == []
    assert names_in("bei Danna", "Dana") == [("Dana", "Danna")]


class Offering(Deriving):
    """As much of a catalogue as services are looked up in."""

    def __init__(self, *names: str) -> None:
        self.services = {name: Service(id=name, name=name, aliases=[]) for name in names}
        self.service_names = [(name, one) for name, one in self.services.items()]
        self.organization = Organization(id="org", locale="en-US")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a hair cut and a cut", ["Hair cut", "Cut"]),
        ("trimming the beard", ["Beard trim"]),
        ("a beard trimmed and some cuts", ["Beard trim", "Cut"]),
        ("a beard trm", ["Beard trim"]),
        ("no cut, a beard trim", ["Beard trim"]),
        ("something else", []),
    ],
)
def test_services_are_named_in_any_form_of_their_words(text: str, found: list[str]) -> None:
    offering = cast(Catalogue, Offering("Cut", "Hair cut", "Beard trim", "2024"))
    assert [one.name for one in services_in(offering, text)] == found


def calls(people: int) -> int:
    """How often names were taken apart or looked up as such."""
    staffed = cast(
        Any, Staffed(*(f"Person{chr(97 + n % 26)}{n // 26 * 'x'} Of{n * 'y'}" for n in range(people)))
    )
    people_in(staffed, SENTENCE)
    before = spans.words_of.cache_info()
    people_in(staffed, SENTENCE)
    after = spans.words_of.cache_info()
    return after.hits + after.misses - before.hits - before.misses


def test_ten_times_the_people_cost_ten_times_as_much_at_most() -> None:
    assert calls(200) <= 11 * calls(20)
