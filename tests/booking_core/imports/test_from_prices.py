"""Prices from which a service costs, as they are typed, and in a table."""

import pytest

from booking_core.catalogue.services.from_price import split_from
from booking_core.imports.report import ImportUndone
from tests.booking_core.imports.test_imports import Importer, counts, importer
from tests.tables import each_row

__all__ = ["importer"]


async def test_a_price_of_a_table_may_be_the_least(importer: Importer) -> None:
    rows = (
        {"name": "Facial", "durations": "50", "price": "ab 60,50"},
        {"name": "Peeling", "durations": "50", "price": "40", "price_is_from": "yes"},
        {"name": "Mask", "durations": "50", "price": "20", "price_is_from": "no"},
    )
    assert counts(await importer.services(*rows)) == [3, 0, 0]
    assert counts(await importer.services({"name": "Facial", "price": "61"})) == [0, 1, 0]
    catalogue = await importer.core.catalogue_of(importer.organization_id)
    told = {one.name: (str(one.price), one.price_is_from) for one in catalogue.services.values()}
    assert [told[name] for name in ("Facial", "Peeling", "Mask")] == [
        ("61.00", True),
        ("40.00", True),
        ("20.00", False),
    ]
    with pytest.raises(ImportUndone):
        await importer.services({"name": "Mask", "price_is_from": "perhaps"})


FROM = [
    ("from 35", "35"),
    ("From €35", "€35"),
    ("35 and up", "35"),
    ("35+", "35"),
    ("35 €+", "35 €"),
    ("≥ 35", "35"),
    ("ab 35", "35"),
    ("Ab EUR 35,50", "EUR 35,50"),
    ("ab35", "35"),
    ("mind. 35 €", "35 €"),
    ("35 € aufwärts", "35 €"),
    ("à partir de 35 €", "35 €"),
    ("À PARTIR DE 35", "35"),
    ("dès 35 €", "35 €"),
    ("desde 35 €", "35 €"),
    ("35 € en adelante", "35 €"),
    ("a partire da 35", "35"),
    ("da 35 €", "35 €"),
    ("החל מ-35 ₪", "35 ₪"),
    ("מ־35", "35"),
    ("35 ש״ח ומעלה", "35 ש״ח"),
    ("ابتداءً من 35", "35"),
    ("من ٣٥ درهم", "٣٥ درهم"),
]
EXACT = ["35", "€35", "35 dollars", "18 - 20", "Fr. 18.–", "-18", "free", "kostenlos", "+35", ""]


@each_row(("text", "amount"), FROM)
def test_from_is_heard_in_every_language(text: str, amount: str) -> None:
    assert split_from(text) == (amount, True)


@each_row("text", EXACT)
def test_what_says_no_from_stays_as_it_is(text: str) -> None:
    assert split_from(text) == (text, False)
