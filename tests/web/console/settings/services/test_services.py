"""Services in the settings: the form, its refusals, and what becomes of what is booked."""

import re
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at, second_location
from tests.web.console.settings.forms import all_fields_of, arranging
from tests.web.console.stage import Browser, operator_of


async def service(core: BookingCore, service_id: str) -> Service:
    async with core.sessions() as session:
        return await session.get_one(Service, service_id)


async def form_of(owner: Browser, address: str) -> dict[str, Any]:
    """The form as a owner would send it, several values of a name included."""
    return all_fields_of((await owner.see(address)).text)


@pytest.mark.parametrize("name", ["Haircut", "Massage", "Yoga class", "Bridal styling"])
async def test_a_form_as_it_was_drawn_changes_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str, name: str
) -> None:
    address = f"{services}/{salon.services[name]}"
    before = await service(core, salon.services[name])
    answer = await owner.send(address, **await form_of(owner, address))
    assert answer.status_code == 303, answer.text
    assert (await service(core, salon.services[name])).version == before.version


async def test_prices_that_differ_go_round_too(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    massage, jonas, dana = salon.services["Massage"], salon.resources["Jonas"], salon.resources["Dana"]
    dearer: dict[str, Any] = {
        "price_by_duration": {"60": "72.50", "90": "98.00"},
        "prices": [
            {"resource_id": jonas, "amount": "80"},
            {"resource_id": dana, "duration_min": 90, "amount": "101.5"},
        ],
        "min_notice_min": 90,
        "cancellation_cutoff_min": 2880,
        "slot_step_min": 25,
    }
    await arranging(core, salon, lambda office: office.services.change(massage, dearer, expected_version=1))
    page = (await owner.see(f"{services}/{massage}", headers={"Accept-Language": "de"})).text
    assert 'value="101,50"' in page
    assert "Dana · 90" in page
    answer = await owner.send(f"{services}/{massage}", **all_fields_of(page))
    assert answer.status_code == 303, answer.text
    assert (await service(core, massage)).version == 2


async def test_a_new_service_needs_a_name_a_length_and_somebody(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    new = await form_of(owner, f"{services}/new")
    new |= {
        "name": "Perm",
        "durations": ["75", "", ""],
        "price": "80,5 €",
        "resource_ids": salon.resources["Dana"],
    }
    for _ in range(2):
        assert (await owner.send(f"{services}/new", **new)).status_code == 303
    page = (await owner.see(services)).text
    assert page.count("Perm</bdi></strong>") == 1
    assert "75 minutes · €80.50 · Dana" in page


async def test_further_lengths_have_a_price_or_cost_the_same(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    address = f"{services}/{salon.services['Haircut']}"
    form = await form_of(owner, address)
    assert form["durations.key"] == ["45", "new0", "new1"]
    form |= {"durations": ["45", "60", "75"], "price_by_duration.new0": "€58,00"}
    assert (await owner.send(address, **form)).status_code == 303
    saved = await service(core, salon.services["Haircut"])
    assert saved.durations == [45, 60, 75]
    told = [money.amount for one in saved.durations if (money := saved.money_for(one))]
    assert told == [Decimal("45.00"), Decimal("58.00"), Decimal("45.00")]


async def test_a_price_stays_beside_its_length_when_that_is_changed(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    address = f"{services}/{salon.services['Massage']}"
    form = await form_of(owner, address)
    assert (await owner.send(address, **{**form, "durations": ["60", "100", "", ""]})).status_code == 303
    saved = await service(core, salon.services["Massage"])
    assert (saved.durations, saved.price_by_duration) == ([60, 100], {"100": "98.00"})


async def test_units_are_words(core: BookingCore, salon: DemoSalon, owner: Browser, services: str) -> None:
    address = f"{services}/{salon.services['Haircut']}"
    form = await form_of(owner, address)
    form |= {"min_notice_min": "1.5", "min_notice_min.unit": "60"}
    form |= {"cancellation_cutoff_min": "2", "cancellation_cutoff_min.unit": "1440"}
    assert (await owner.send(address, **form)).status_code == 303
    saved = await service(core, salon.services["Haircut"])
    assert (saved.min_notice_min, saved.cancellation_cutoff_min) == (90, 2880)
    assert "Cancelled at the latest: 2 days" in (await owner.see(address)).text


async def test_refusals_stand_beside_their_fields_and_open_their_group(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    address = f"{services}/{salon.services['Massage']}"
    form = await form_of(owner, address)
    wrong = form | {
        "durations": ["60", "soon"],
        "price": "1.2345",
        "booking_window_days": "9999",
        "key": "Not A Key",
    }
    answer = await owner.send(address, **wrong)
    assert answer.status_code == 422
    for anchor in ("durations", "price", "booking_window_days", "key"):
        assert f'href="#{anchor}"' in answer.text, anchor
        assert f'id="{anchor}-wrong"' in answer.text, anchor
    assert re.search(r'<details class="fold" open><summary><b>When it can be booked', answer.text)
    assert all_fields_of(answer.text)["durations"][1] == "soon"


async def test_a_price_in_another_currency_is_refused_in_plain_words(
    salon: DemoSalon, owner: Browser, services: str
) -> None:
    address = f"{services}/{salon.services['Massage']}"
    form = await form_of(owner, address)
    for name in ("price", "price_by_duration.90"):
        answer = await owner.send(address, **{**form, name: "$18"})
        assert answer.status_code == 422
        assert "This is another currency: here prices are in EUR." in answer.text
    assert (await owner.send(address, **{**form, "price": "$18", "currency": "USD"})).status_code == 303


async def test_prices_say_the_currency_of_a_place_that_has_another(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    await second_location(core, salon, name="Zürich", address="", time_zone="Europe/Zurich", currency="CHF")
    page = (await owner.see(f"{services}/{salon.services['Massage']}")).text
    assert page.count(">Zürich (CHF)</option>") == 4
    assert 'name="durations" type="text" dir="ltr"' in page, "people type 1 h 30"


@pytest.mark.parametrize("number", ["9" * 5000, "1e999999999", "-5", "0.001", "\0", "NaN"])
async def test_numbers_that_are_none_are_refused(
    salon: DemoSalon, owner: Browser, services: str, number: str
) -> None:
    address = f"{services}/{salon.services['Massage']}"
    form = await form_of(owner, address)
    for name in ("durations", "min_notice_min", "capacity", "price", "price_by_duration.90"):
        assert (await owner.send(address, **{**form, name: number})).status_code == 422, name


async def test_a_price_of_somebody_that_is_none_is_refused_where_it_stands(
    salon: DemoSalon, owner: Browser, services: str
) -> None:
    address = f"{services}/{salon.services['Massage']}"
    form = await form_of(owner, address)
    form |= {"prices.resource_id": [salon.resources["Jonas"], ""], "prices.amount": ["x" * 3000, ""]}
    answer = await owner.send(address, **form)
    assert answer.status_code == 422
    assert 'id="prices-wrong"' in answer.text
    preview = await owner.send(f"{address}/preview", **form)
    assert 'href="#prices"' in preview.text


async def test_whoever_no_longer_does_it_is_told_what_is_booked(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    dana, miriam = salon.resources["Dana"], salon.resources["Miriam"]
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=dana)
    address = f"{services}/{salon.services['Haircut']}"
    form = await form_of(owner, address)
    answer = await owner.send(address, **{**form, "resource_ids": miriam})
    assert answer.status_code == 422
    assert "Dana does not do this any more" in answer.text
    assert (await owner.send(address, **all_fields_of(answer.text))).status_code == 303


async def test_hostile_names_stay_text(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    haircut, dana, room = (
        salon.services["Haircut"],
        salon.resources["Dana"],
        salon.resources["Treatment room"],
    )

    async def work(office: Any) -> None:
        await office.services.change(haircut, {"name": hostile, "aliases": [hostile]}, expected_version=1)
        for row, name in ((dana, f"{hostile} 1"), (room, f"{hostile} 2")):
            await office.resources.change(row, {"name": name}, expected_version=1)
        price = {"resource_id": dana, "amount": "50"}
        await office.services.change(haircut, {"prices": [price]}, expected_version=2)
        await office.categories.create({"name": hostile}, key="hostile")

    await arranging(core, salon, work)
    for path in ("", "/new", f"/{haircut}"):
        page = (await owner.see(f"{services}{path}")).text
        assert "&lt;img src=x" in page
        assert "<img src=x" not in page


async def test_a_manager_may_and_a_member_may_not(core: BookingCore, salon: DemoSalon, services: str) -> None:
    for role, status in ((Role.MANAGER, 200), (Role.MEMBER, 403)):
        somebody = await operator_of(core, salon, role)
        async with Browser(core) as owner:
            await owner.sign_in(somebody.email)
            for path in ("", "/new", f"/{salon.services['Haircut']}"):
                assert (await owner.see(f"{services}{path}")).status_code == status, path
    async with core.sessions() as session:
        kept = await session.scalars(select(Service).where(Service.organization_id == salon.organization_id))
        assert len(list(kept)) == len(salon.services)
