"""Which language an operator reads: their own choice, else their browser's, else that of the business."""

from sqlalchemy import update

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accounts import Account
from tests.web.console.stage import Browser, operator_of

HEBREW = {"Accept-Language": "he-IL,he;q=0.9,en;q=0.5"}


async def in_language(core: BookingCore, salon: DemoSalon, locale: str) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Organization).where(Organization.id == salon.organization_id).values(locale=locale)
        )


async def test_their_own_choice_comes_first(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with core.sessions() as session, session.begin():
        await session.execute(update(Account).where(Account.id == olive.id).values(language="fr"))
    async with Browser(core) as browser:
        await browser.enter(olive)
        page = (await browser.see("/console/agenda", headers=HEBREW)).text
    assert '<html lang="fr" dir="ltr">' in page
    assert "Se déconnecter" in page


async def test_then_what_their_browser_asks_for(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    await in_language(core, salon, "de-AT")
    async with Browser(core) as browser:
        assert '<html lang="he" dir="rtl">' in (await browser.see("/console/sign-in", headers=HEBREW)).text
        await browser.enter(olive)
        page = (await browser.see("/console/agenda", headers=HEBREW)).text
    assert '<html lang="he" dir="rtl">' in page


async def test_then_that_of_the_business(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    await in_language(core, salon, "de-AT")
    async with Browser(core) as browser:
        await browser.enter(olive)
        page = (await browser.see("/console/agenda", headers={"Accept-Language": "pl"})).text
    assert '<html lang="de" dir="ltr">' in page
    assert "Montag, 23. November 2026" in page


async def test_a_page_that_refreshes_itself_notices_another_language(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        page = (await browser.see("/console/outbox")).text
        poll = page.split('hx-get="')[1].split('"')[0]
        assert (await browser.see(poll)).status_code == 204
        assert (await browser.see(poll, headers=HEBREW)).status_code == 200
