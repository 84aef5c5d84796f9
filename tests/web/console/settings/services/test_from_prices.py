"""A price from which a service costs: ticked in its form, or typed with the amount."""

from decimal import Decimal

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import all_fields_of
from tests.web.console.settings.services.test_services import form_of, service
from tests.web.console.stage import Browser


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("price", "ab 45 €"),
        ("price_by_duration.new0", "from 58"),
        ("price_is_from", "yes"),
    ],
)
async def test_a_price_may_be_the_least(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str, name: str, said: str
) -> None:
    address = f"{services}/{salon.services['Haircut']}"
    form = await form_of(owner, address)
    form |= {"durations": ["45", "60", ""], "price_by_duration.new0": "58", name: said}
    assert (await owner.send(address, **form)).status_code == 303
    saved = await service(core, salon.services["Haircut"])
    assert (saved.price, saved.price_by_duration) == (Decimal("45.00"), {"60": "58.00"})
    assert saved.price_is_from
    page = (await owner.see(address)).text
    assert 'name="price_is_from" value="yes" checked' in page
    assert "from €45.00" in (await owner.see(services)).text
    unticked = {key: value for key, value in all_fields_of(page).items() if key != "price_is_from"}
    assert (await owner.send(address, **unticked)).status_code == 303
    assert not (await service(core, salon.services["Haircut"])).price_is_from
