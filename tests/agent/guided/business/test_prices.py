"""What it costs, told for the place and the person that are spoken of, and as "from" until they are known."""

from decimal import Decimal

import pytest

from agent.guardrails.false_claims.amounts import amounts_of
from booking_core.catalogue.services.prices import ServicePrice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter


@pytest.fixture
async def eve(core: BookingCore, salon: DemoSalon) -> Chatter:
    """At a salon where Dana's haircuts cost more than Miriam's."""
    async with core.sessions() as session, session.begin():
        session.add(
            ServicePrice(
                id=new_id("prc"),
                organization_id=salon.organization_id,
                service_id=salon.services["Haircut"],
                resource_id=salon.resources["Dana"],
                amount=Decimal("62.00"),
            )
        )
    return Chatter(core, salon)


async def test_a_price_that_depends_on_the_person_is_told_as_from(eve: Chatter) -> None:
    assert "from €45.00" in await eve.says("How much is a haircut?")


async def test_the_price_of_a_person_is_told_exactly(eve: Chatter) -> None:
    told = await eve.says("How much is a haircut with Dana?")
    assert "€62.00" in told
    assert "from" not in told


async def test_the_summary_has_the_price_of_whoever_does_it(eve: Chatter) -> None:
    await eve.says("haircut with Dana on tuesday at 11, Ada Lee, ada@example.com")
    summary = await eve.sees("summary")
    assert summary is not None
    assert summary["price"] == {"amount": "62.00", "currency": "EUR"}
    await eve.says("yes")
    card = await eve.sees("booking_card")
    assert card is not None
    assert card["price"] == {"amount": "62.00", "currency": "EUR"}


async def test_the_times_have_their_price(eve: Chatter) -> None:
    await eve.says("haircut on tuesday")
    picker = await eve.sees("slot_picker")
    assert picker is not None
    assert picker["price"] == {"amount": "45.00", "currency": "EUR", "from": True}
    await eve.says("with Dana")
    picker = await eve.sees("slot_picker")
    assert picker is not None
    assert picker["price"] == {"amount": "62.00", "currency": "EUR"}


async def test_the_list_of_services_says_from(eve: Chatter) -> None:
    await eve.says("What do you offer?")
    listed = await eve.sees("service_list")
    assert listed is not None
    prices = {service["name"]: service["price"] for service in listed["services"]}
    assert prices["Haircut"] == {"amount": "45.00", "currency": "EUR", "from": True}
    assert "from" not in prices["Beard trim"]


async def test_a_model_may_name_every_price_there_is(eve: Chatter) -> None:
    catalogue = await eve.core.catalogue_of(eve.salon.organization_id)
    assert {Decimal("45.00"), Decimal("62.00")} <= amounts_of(catalogue, ()).money
