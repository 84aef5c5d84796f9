"""A price that nobody has entered is said not to be stored, instead of a length that nobody asked for."""

import pytest
from sqlalchemy import update

from agent.languages import LANGUAGES, sentences_in
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

PRICES = {
    "en": "prices",
    "de": "Preise",
    "fr": "les prix ?",
    "es": "¿los precios?",
    "it": "i prezzi?",
    "he": "מחירים?",
    "ar": "الأسعار؟",
}


async def without_prices(core: BookingCore, salon: DemoSalon, *names: str) -> None:
    """Nothing is stored of what these services cost; of none where no name is given."""
    of_salon = Service.organization_id == salon.organization_id
    chosen = Service.id.in_([salon.services[name] for name in names]) if names else of_salon
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Service).where(of_salon, chosen).values(price=None, price_by_duration={})
        )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_business_without_prices_says_so(core: BookingCore, salon: DemoSalon, language: str) -> None:
    await without_prices(core, salon)
    told = await Chatter(core, salon, locale=language).says(PRICES[language])
    assert sentences_in(language).NO_PRICES in told


async def test_one_without_a_price_is_named_beside_the_prices(core: BookingCore, salon: DemoSalon) -> None:
    await without_prices(core, salon, "Haircut")
    told = await Chatter(core, salon).says("prices")
    assert "No price has been entered here for Haircut." in told
    assert "€" in told
    assert "Haircut takes" not in told


async def test_the_length_is_told_with_it_where_one_is_asked_about(
    core: BookingCore, salon: DemoSalon
) -> None:
    await without_prices(core, salon, "Haircut")
    told = await Chatter(core, salon).says("how much is a haircut?")
    assert told.startswith("No prices have been entered here")
    assert "Haircut takes 45 minutes." in told
