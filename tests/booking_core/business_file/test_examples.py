"""The examples of the documentation: each is applied, reads back as it was, and changes nothing twice."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.money import Money
from tests.booking_core.business_file.conftest import EXAMPLES, Owner, customer_of, document_of, example
from tests.cast import Visitor

SECTIONS = ("locations", "people", "rooms")
TRANSLATED = ("de", "fr", "en")
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
async def test_an_example_is_applied_and_reads_back(owner: Owner, other_owner: Owner, name: str) -> None:
    text = example(name)
    assert (await owner.applies(text, prune=True)).changes
    assert (await owner.applies(text, prune=True)).changes == ()
    exported = await owner.exports()
    assert document_of(exported) == document_of(text)
    assert (await owner.applies(exported, prune=True)).changes == ()
    await other_owner.applies(exported, prune=True)
    assert await other_owner.exports() == exported


@pytest.mark.parametrize("name", NAMES)
async def test_an_example_that_speaks_another_language_now_reads_back(
    owner: Owner, other_owner: Owner, name: str, full: bool
) -> None:
    """What was a translation is in the language of the business then: every day one of them for each
    example, at full size one after the other."""
    text = example(name)
    await owner.applies(text, prune=True)
    for language in TRANSLATED if full else [TRANSLATED[NAMES.index(name) % len(TRANSLATED)]]:
        await owner.applies(re.sub(r"locale: [\w-]+", f"locale: {language}", text, count=1), prune=True)
        exported = await owner.exports()
        await other_owner.applies(exported, prune=True)
        assert await other_owner.exports() == exported
        assert (await owner.applies(exported, prune=True)).changes == ()


@pytest.mark.parametrize("name", NAMES)
async def test_any_key_of_an_example_may_be_another_one(owner: Owner, name: str, full: bool) -> None:
    """Wherever the key stands, in lists of prices too: only what it is called changes. Every day one key of
    each section."""
    text = example(name)
    await owner.applies(text, prune=True)
    named = [one for one in document_of(text)[1] if one[0] in SECTIONS and len(one) == 2]
    one_of_each = dict(sorted(named)).values()
    assert one_of_each
    for key in sorted({key for _, key in named} if full else set(one_of_each)):
        other = re.sub(rf"(?<![\w-]){re.escape(key)}(?![\w-])(?=[:,\]}}\n])", f"{key}-anew", text)
        changes = (await owner.applies(other, prune=True)).changes
        assert [one.renamed for one in changes] == [key], (key, changes)
        text = other


async def test_a_customer_books_in_london_and_in_berlin_at_the_right_hour(owner: Owner) -> None:
    await owner.applies(example("dental"), prune=True)
    catalogue, ada, ben = await owner.sees(), await customer_of(owner), await customer_of(owner, "Ben")
    london, berlin = catalogue.locations
    # Thursday 26 November, nine o'clock: in London James is there, in Berlin Lena and Amara.
    nine = {london: datetime(2026, 11, 26, 9, tzinfo=UTC), berlin: datetime(2026, 11, 26, 8, tzinfo=UTC)}
    for place, who, currency in ((london, ada, "GBP"), (berlin, ben, "EUR")):
        booked = await books(who, nine[place], location_id=place)
        assert (booked.starts_at, booked.location_id, booked.currency) == (nine[place], place, currency)
    amara = next(one for one in catalogue.resources.values() if one.key == "amara")
    booked = await books(ben, nine[berlin] + timedelta(hours=2), location_id=berlin, staff_id=amara.id)
    assert amara.id in booked.resource_ids


async def test_the_saturday_that_london_opens_can_be_booked(owner: Owner) -> None:
    """Its other hours alone book nothing: James comes."""
    await owner.applies(example("dental"), prune=True)
    catalogue, ada = await owner.sees(), await customer_of(owner)
    london = next(iter(catalogue.locations))
    james = next(one for one in catalogue.resources.values() if one.key == "james")
    booked = await books(ada, datetime(2026, 12, 12, 10, tzinfo=UTC), location_id=london)
    assert james.id in booked.resource_ids


async def books(who: Visitor, start: datetime, **wish: Any) -> Appointment:
    hold = await who.holds("Check-up", start, **wish)
    answers = {"new_patient": True}
    return await who.at_desk(lambda desk: desk.confirm(hold.id, who.contact, answers=answers))


async def test_the_practice_keeps_the_hours_of_its_file(owner: Owner) -> None:
    await owner.applies(example("dental"), prune=True)
    catalogue = await owner.sees()
    london, berlin = catalogue.locations.values()
    james = next(one for one in catalogue.resources.values() if one.key == "james")
    lunch = [(8 * 60 + 30, 12 * 60 + 30), (13 * 60 + 30, 18 * 60)]
    assert catalogue.windows(james.id, date(2026, 11, 26)) == lunch
    assert catalogue.windows(london.id, date(2026, 12, 26)) == []
    assert catalogue.windows(london.id, date(2026, 12, 12)) == [(9 * 60, 13 * 60)]
    assert catalogue.windows(berlin.id, date(2026, 12, 25)) == ()
    german = catalogue.in_language("de")
    assert [one.name for one in german.services.values()][:2] == [
        "Kontrolluntersuchung",
        "Professionelle Zahnreinigung",
    ]
    cleaning = next(one for one in catalogue.services.values() if one.key == "cleaning")
    assert catalogue.prices.price(cleaning, berlin, 60, None) == Money(Decimal("110.00"), "EUR")
    assert catalogue.prices.price(cleaning, london, 60, None) == Money(Decimal("120.00"), "GBP")
