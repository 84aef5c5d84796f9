"""The business itself: its contact, its facts, its logo."""

from io import BytesIO

from PIL import Image
from sqlalchemy import update

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import arranging, fields_of
from tests.web.console.stage import Browser, operator_of


def a_picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (120, 80), "purple").save(file, "PNG")
    return file.getvalue()


async def test_name_and_facts_are_saved_and_emptied_facts_go(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/settings/business"
    async with Browser(core) as browser:
        await browser.enter(olive)
        form = fields_of((await browser.see(address)).text)
        sent = {
            **form,
            "name": "Lavender & Co",
            "chat.facts.topic": "parking",
            "chat.facts.text": "In the\r\nyard",
        }
        answer = await browser.send(address, **sent)
        assert answer.headers["location"] == f"{address}?done=saved"
    values, _ = await arranging(core, salon, lambda office: office.settings.read())
    assert values["name"] == "Lavender & Co"
    assert values["chat.facts"] == {"parking": "In the\nyard"}


async def test_the_clock_of_the_business_is_that_of_its_only_place(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    home = f"/console/{salon.organization_id}/settings"
    async with Browser(core) as browser:
        await browser.enter(olive)
        place = await browser.see(f"{home}/locations/{salon.location_id}")
        assert "time_zone" not in fields_of(place.text)
        form = fields_of((await browser.see(f"{home}/business")).text)
        await browser.send(f"{home}/business", **{**form, "time_zone": "Asia/Tokyo"})
        assert fields_of((await browser.see(f"{home}/business")).text)["time_zone"] == "Asia/Tokyo"
    catalogue = await core.catalogue_of(salon.organization_id)
    assert catalogue.organization.time_zone == "Asia/Tokyo"
    assert catalogue.location(salon.location_id).time_zone == "Asia/Tokyo"


async def test_customers_keep_a_way_to_reach_people(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/settings/business"
    async with Browser(core) as browser:
        await browser.enter(olive)
        form = fields_of((await browser.see(address)).text)
        answer = await browser.send(address, **{**form, "email": "", "phone": ""})
    assert answer.status_code == 422
    assert "Customers need a way to reach people" in answer.text


async def test_a_logo_is_shown_and_removed_and_what_is_none_is_refused(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/settings/business"
    async with Browser(core) as browser:
        await browser.enter(olive)
        for content, status in ((b"no picture", 422), (a_picture(), 303)):
            version = fields_of((await browser.see(address)).text)["expected_version"]
            answer = await browser.client.post(
                f"{address}/picture",
                data={"csrf_token": browser.token, "expected_version": version},
                files={"picture": ("logo.png", content, "image/png")},
                headers={"Origin": "http://console.test"},
            )
            assert answer.status_code == status
        page = (await browser.see(address)).text
        assert f'src="/pictures/{salon.organization_id}/' in page
        version = fields_of(page)["expected_version"]
        assert (await browser.send(f"{address}/picture/remove", expected_version=version)).status_code == 303
        assert "/pictures/" not in (await browser.see(address)).text


async def test_a_country_that_nobody_has_said_is_not_the_first_of_the_alphabet(
    core: BookingCore, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        of_salon = Organization.id == salon.organization_id
        revised = {"country": "", "revision": Organization.revision + 1}
        await session.execute(update(Organization).where(of_salon).values(**revised))
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        form = fields_of((await browser.see(f"/console/{salon.organization_id}/settings/business")).text)
    assert form["country"] == ""


async def test_words_of_facts_are_kept_by_language_and_go_with_a_topic_that_is_renamed(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/settings/business"
    facts = {"chat.facts.topic": "Pets & co.", "chat.facts.text": "Dogs are welcome."}
    async with Browser(core) as browser:
        await browser.enter(olive)
        form = fields_of((await browser.see(address)).text)
        await browser.send(address, **{**form, **facts, "chat.facts.was": ""})
        form = fields_of((await browser.see(address)).text)
        words = {"translations.de.facts.Pets & co.": "Hunde sind willkommen.", "translations.de.name": "L."}
        renamed = {**facts, "chat.facts.was": "Pets & co.", "chat.facts.topic": "Animals"}
        assert (await browser.send(address, **{**form, **words, **renamed})).status_code == 303
        form = fields_of((await browser.see(address)).text)
        assert form["translations.de.facts.Animals"] == "Hunde sind willkommen."
        gone = {"chat.facts.was": "Animals", "chat.facts.topic": "", "chat.facts.text": ""}
        assert (await browser.send(address, **{**form, **gone})).status_code == 303
    values, _ = await arranging(core, salon, lambda office: office.settings.read())
    assert values["chat.facts"] == {}
    assert values["translations"] == {"de": {"name": "L."}}


async def test_the_usual_way_is_asked_for_where_there_are_several_places(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/settings/business"
    async with Browser(core) as browser:
        await browser.enter(olive)
        assert "travel_min" not in fields_of((await browser.see(address)).text)
        there = {"name": "Upstairs", "time_zone": "Europe/London"}
        await arranging(core, salon, lambda office: office.locations.create(there, key="upstairs"))
        form = fields_of((await browser.see(address)).text)
        assert form["travel_min"] == "30"
        answer = await browser.send(address, **{**form, "travel_min": "1 h 15"})
        assert answer.status_code == 303
        refused = await browser.send(address, **{**form, "travel_min": "far"})
        assert fields_of(refused.text)["travel_min"] == "far"
    values, _ = await arranging(core, salon, lambda office: office.settings.read())
    assert values["travel_min"] == 75
