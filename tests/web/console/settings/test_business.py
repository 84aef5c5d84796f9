"""The business itself: its contact, its facts, its logo."""

from io import BytesIO
from typing import Any

from PIL import Image
from sqlalchemy import update

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.own_language import own_words_of
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.demo_words import translate_demo
from tests.web.console.settings.forms import FormReader, all_fields_of, arranging, fields_of
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


async def test_the_part_of_the_country_is_that_of_the_only_place_and_goes_with_the_country(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    address = f"/console/{salon.organization_id}/settings/business"
    form = fields_of((await owner.see(address)).text)
    assert "Federal state" in (await owner.see(address)).text
    await owner.send(address, **{**form, "subdivision": "BY"})
    form = fields_of((await owner.see(address)).text)
    assert form["subdivision"] == "BY"
    await owner.send(address, **{**form, "country": "AT"})
    place = (await core.catalogue_of(salon.organization_id)).location(salon.location_id)
    assert place.subdivision is None


async def test_the_parts_follow_the_country_that_is_chosen(core: BookingCore) -> None:
    """For anybody, in the language of the page that asks."""
    async with Browser(core) as browser:
        found = {
            country: (await browser.see(f"/console/parts?country={country}&tongue=de")).text
            for country in ("DE", "CH", "EE", "??")
        }
        otherwise = (await browser.see("/console/parts?country=&otherwise=CH&tongue=de")).text
    assert "Bundesland" in found["DE"]
    assert "Sachsen" in found["DE"]
    assert "Kanton" in found["CH"] and found["CH"] == otherwise
    assert "<select" not in found["EE"] + found["??"]


async def test_another_language_takes_its_words_and_says_which_are_missing(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    """There and back everything is as it was."""
    home = f"/console/{salon.organization_id}/settings"
    async with core.sessions() as session, session.begin():
        await translate_demo(session, salon)
    hair = await arranging(core, salon, lambda office: office.categories.create({"name": "Hair"}, key="hair"))
    before = await words_of(core, salon)
    await speak(owner, home, "de")
    now = await words_of(core, salon)
    assert now != before
    page = (await owner.see(f"{home}/business?done=saved")).text
    assert "Texte, die noch in dieser Sprache sind: Englisch" in page
    assert f'href="{home}/services/categories/{hair.id}"' in page
    assert f'href="{home}/services/{salon.services["Haircut"]}"' not in page
    await speak(owner, home, "en")
    assert await words_of(core, salon) == before
    assert "Texts that are still" not in (await owner.see(f"{home}/business")).text


async def speak(owner: Browser, home: str, locale: str) -> None:
    form = all_fields_of((await owner.see(f"{home}/business")).text)
    answer = await owner.send(f"{home}/business", **{**form, "locale": locale})
    assert answer.status_code == 303, answer.text


async def words_of(core: BookingCore, salon: DemoSalon) -> dict[str, Any]:
    catalogue = await core.catalogue_of(salon.organization_id)
    rows = [*catalogue.services.values(), *catalogue.categories.values(), *catalogue.resources.values()]
    rows += [one for asked in catalogue.questions_of.values() for one in asked]
    said = {row.id: (own_words_of(row), row.translations) for row in rows}
    business = catalogue.organization
    return said | {"business": (business.name, business.facts, business.translations)}


async def test_pages_of_privacy_and_imprint_are_addresses_of_the_web(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    address = f"/console/{salon.organization_id}/settings/business"
    form = fields_of((await owner.see(address)).text)
    pages = {
        "chat.privacy_page": "salon.example/privacy",
        "chat.imprint_page": "https://salon.example/imprint",
    }
    assert (await owner.send(address, **{**form, **pages})).status_code == 303
    values, _ = await arranging(core, salon, lambda office: office.settings.read())
    assert values["chat.privacy_page"] == "https://salon.example/privacy"
    assert values["chat.imprint_page"] == "https://salon.example/imprint"
    form = fields_of((await owner.see(address)).text)
    for wrong in ("javascript:alert(1)", "https://me:secret@salon.example/", "salon", 'https://a.example/"x'):
        refused = await owner.send(address, **{**form, "chat.privacy_page": wrong})
        assert refused.status_code == 422, wrong


async def test_an_address_without_https_is_one(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    page = f"/console/{salon.organization_id}/settings/business"
    seen = (await owner.see(page)).text
    # A browser refuses what has no scheme in a field for addresses before it is sent.
    field = seen[seen.index('id="chat.privacy_page"') :].partition(">")[0]
    assert 'type="url"' not in field
    form = FormReader(seen).each
    sent = await owner.send(page, **{**form, "chat.privacy_page": "salon.example/privacy"})
    assert sent.status_code == 303, sent.text
    assert 'value="https://salon.example/privacy"' in (await owner.see(page)).text
