"""The pages of one-time links: seen as often as anybody likes, used by their form, once."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import update

from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import UNNAMED, Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.team.accounts import account_with_email
from booking_core.time.clock import FrozenClock
from tests.accounts import PASSWORD, known_account
from tests.web.console.people.links import first_owner, invitation, reset
from tests.web.console.people.test_forgotten import WITH_SERVER, letters_to
from tests.web.console.stage import HERE, Browser, operator_of


async def unname(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        for table in (Organization, Location):
            whose = table.id.in_([salon.organization_id, salon.location_id])
            await session.execute(update(table).where(whose).values(name=UNNAMED))


async def test_somebody_joins_and_is_signed_in(core: BookingCore, salon: DemoSalon) -> None:
    path, email = await invitation(core, salon)
    async with Browser(core) as browser:
        for _ in range(3):
            page = await browser.see(path)
        assert page.status_code == 200
        assert email in page.text
        assert page.headers["cache-control"] == "no-store"
        joined = await browser.send(path, name="Nora", password=PASSWORD)
        assert (joined.status_code, joined.headers["location"]) == (303, "/console")
        assert "Nora" in (await browser.see("/console/conversations")).text


async def test_the_first_owner_names_a_business_that_has_no_name_yet(
    core: BookingCore, salon: DemoSalon
) -> None:
    await unname(core, salon)
    path, _ = await first_owner(core, salon)
    async with Browser(core) as browser:
        assert UNNAMED not in (await browser.see(path)).text
        asked = await browser.see(path, headers={"Accept-Language": "fr-CH, de"})
        chosen = [re.search(rf'value="{one}" selected', asked.text) for one in ("fr", "CH", "Europe/Zurich")]
        assert all(chosen), chosen
        email = f"{new_id('ella')}@example.com"
        said = {"business": "Ella's", "locale": "fr", "country": "CH", "time_zone": "Europe/Zurich"}
        said |= {"name": "Ella", "email": email, "password": PASSWORD}
        for wrong in ({"business": " "}, {"time_zone": "Mars/Base"}, {"email": "ella"}):
            refused = await browser.send(path, **{**said, **wrong})
            assert (refused.status_code, f'id="{next(iter(wrong))}-wrong"' in refused.text) == (422, True)
        joined = await browser.send(path, **said)
        assert joined.status_code == 303
    catalogue = await core.catalogue_of(salon.organization_id)
    here = catalogue.organization
    assert (here.name, here.locale, here.country, here.currency) == ("Ella's", "fr", "CH", "CHF")
    assert [(one.name, one.time_zone) for one in catalogue.locations.values()] == [
        ("Ella's", "Europe/Zurich")
    ]
    async with core.sessions() as session:
        assert await account_with_email(session, email) is not None


async def test_all_that_is_wrong_is_said_at_once_beside_its_field(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await unname(core, salon)
    olive, (path, _) = await operator_of(core, other_salon), await first_owner(core, salon)
    async with Browser(core) as browser:
        await browser.see(path)
        wrong = {"business": " ", "locale": "fr", "country": "CH", "time_zone": "Mars/Base"}
        wrong |= {"name": " ", "email": olive.email, "password": "short"}
        refused = await browser.send(path, **wrong)
        assert refused.status_code == 422
        beside = set(re.findall(r'id="(\w+)-wrong"', refused.text))
        assert beside == {"business", "time_zone", "name", "email", "password"}
        assert all(said in refused.text for said in (f'value="{olive.email}"', 'value="CH" selected'))
        refused = await browser.send(path, **{**wrong, "password": PASSWORD})
        assert "Please type it once more: passwords are not kept." in refused.text
        assert PASSWORD not in refused.text


@pytest.mark.parametrize(
    ("accepted", "begins"), [("de-AT", "Guten Tag,"), ("he", "שלום,"), ("nl", "Bonjour,")]
)
async def test_the_first_owner_is_welcomed_in_their_language_where_there_is_a_mail_server(
    core: BookingCore, salon: DemoSalon, accepted: str, begins: str
) -> None:
    await unname(core, salon)
    path, _ = await first_owner(core, salon)
    email = f"{new_id('ella')}@example.com"
    said = {"business": "Ella's", "locale": "fr", "country": "CH", "time_zone": "Europe/Zurich"}
    said |= {"name": "Ella", "email": email, "password": PASSWORD}
    async with Browser(core, settings=WITH_SERVER) as browser:
        browser.client.headers["Accept-Language"] = accepted
        await browser.see(path)
        assert (await browser.send(path, **said)).status_code == 303
    [letter] = await letters_to(core, email)
    assert letter.text.startswith(begins)
    for address in ("console/", "c/"):
        assert f"{HERE}/{address}{salon.organization_id}" in letter.text


async def test_the_first_owner_takes_nobodys_address(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        whose = Organization.id == salon.organization_id
        await session.execute(update(Organization).where(whose).values(name=UNNAMED))
        taken = (await known_account(session)).email
    path, _ = await first_owner(core, salon)
    async with Browser(core) as browser:
        await browser.see(path)
        said = {"business": "Ella's", "locale": "en", "time_zone": "Europe/Berlin", "name": "Ella"}
        refused = await browser.send(path, **said, email=taken, password=PASSWORD)
    assert refused.status_code == 422
    assert "Somebody signs in with this address already" in refused.text


async def test_a_used_link_is_over_for_everybody(core: BookingCore, salon: DemoSalon) -> None:
    path, _ = await invitation(core, salon)
    async with Browser(core) as browser, Browser(core) as other:
        await other.see(path)
        await browser.see(path)
        await browser.send(path, name="Nora", password=PASSWORD)
        for answer in (await other.see(path), await other.send(path, name="Eve", password=PASSWORD)):
            assert answer.status_code == 410
            assert "ask for a new one" in answer.text


async def test_the_address_of_a_link_is_not_the_senders_to_choose(
    core: BookingCore, salon: DemoSalon
) -> None:
    path, email = await invitation(core, salon)
    async with Browser(core) as browser:
        await browser.see(path)
        await browser.send(
            path, name="Eve", password=PASSWORD, email="eve@example.com", username="eve@example.com"
        )
    async with core.sessions() as session, session.begin():
        assert await account_with_email(session, "eve@example.com") is None
        assert await account_with_email(session, email) is not None


async def test_without_the_token_of_the_page_a_link_is_not_used(core: BookingCore, salon: DemoSalon) -> None:
    path, _ = await invitation(core, salon)
    async with Browser(core) as browser:
        await browser.see(path)
        forged = await browser.send(path, name="Eve", password=PASSWORD, csrf_token="0" * 96)
        assert forged.status_code == 403
        assert (await browser.send(path, name="Nora", password=PASSWORD)).status_code == 303


async def test_a_short_password_is_refused_beside_its_field_and_the_name_is_kept(
    core: BookingCore, salon: DemoSalon
) -> None:
    path, _ = await invitation(core, salon)
    async with Browser(core) as browser:
        await browser.see(path)
        refused = await browser.send(path, name="Nora", password="short")
        assert refused.status_code == 422
        assert 'id="password-wrong"' in refused.text
        assert 'value="Nora"' in refused.text
        assert "short" not in refused.text.replace("at least", "")


async def test_guesses_at_an_accounts_password_are_slowed_down_here_too(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    olive = await operator_of(core, other_salon)
    path, _ = await invitation(core, salon, olive.email)
    async with Browser(core) as browser:
        page = await browser.see(path)
        assert "You have an account here already" in page.text
        statuses = [(await browser.send(path, password=f"a guess {n}")).status_code for n in range(4)]
    assert statuses == [422, 422, 422, 429]


async def test_guessing_links_has_to_wait_and_a_link_that_is_one_never_does(
    core: BookingCore, salon: DemoSalon
) -> None:
    path, _ = await invitation(core, salon)
    async with Browser(core) as browser:
        real = {(await browser.see(path)).status_code for _ in range(55)}
        statuses = [(await browser.see(f"/console/link/guess{n}")).status_code for n in range(55)]
    assert real == {200}
    assert set(statuses[:50]) == {410}
    assert set(statuses[51:]) == {429}


async def test_a_new_password_is_set_and_signs_out_everywhere(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    path = await reset(core, olive.email)
    async with Browser(core) as at_work, Browser(core) as at_home:
        await at_work.enter(olive)
        await at_home.see(path)
        assert (await at_home.send(path, password="another good password")).status_code == 303
        assert (await at_work.see("/console/conversations")).status_code == 303
        assert (await at_home.sign_in(olive.email, PASSWORD)).status_code == 422
        assert (await at_home.sign_in(olive.email, "another good password")).status_code == 303
        assert (await at_home.see(path)).status_code == 410


async def test_a_link_for_a_password_is_over_after_an_hour(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    path = await reset(core, olive.email)
    clock.advance(timedelta(hours=1))
    async with Browser(core) as browser:
        assert (await browser.see(path)).status_code == 410


@pytest.mark.parametrize("token", ["..%2f..", "%00", "x" * 3000, "a.b"])
async def test_odd_links_are_only_over(core: BookingCore, token: str) -> None:
    async with Browser(core) as browser:
        assert (await browser.see(f"/console/link/{token}")).status_code in {404, 410}
