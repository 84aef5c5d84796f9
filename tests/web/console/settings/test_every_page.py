"""Every page of the settings in a browser: empty, filled, refused, with long names; accessible, and never
wider than its window."""

from typing import Any

from playwright.async_api import Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.axe import EVERY_RULE, STRUCTURE, Rules, find_barriers
from tests.cast import Visitor, at
from tests.web.console.browsers import sign_in
from tests.web.console.fitting import Look, looks_at, take, what_does_not_fit
from tests.web.console.settings.connections.connected import connect_everything
from tests.web.console.settings.forms import arranging
from web.console.settings.sections import EVERY_GROUP
from web.console.words.language import LANGUAGES

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenmanufaktur & Söhne"
# What fills the first form of a page with what is refused everywhere.
TOO_LONG = """() => {
    const form = document.querySelector('form.form');
    for (const one of form.querySelectorAll('input[type=text], input[type=email], textarea'))
        one.value = 'x'.repeat(3000);
    form.submit();
}"""


async def test_every_settings_page_is_accessible_and_fits(
    page: Page, core: BookingCore, salon: DemoSalon, full: bool
) -> None:
    await sign_in(page, core, salon)
    await with_long_names(core, salon)
    await connect_everything(core, salon)
    home = f"/console/{salon.organization_id}"
    wrong: list[str] = []
    waiting = ["/settings", *(one.path for group in EVERY_GROUP for one in group.pages)]
    seen = set(waiting)
    for number, path in enumerate(waiting):
        for look in looks_at(number, full=full):
            await take(page, look, salon)
            await page.goto(f"{home}{path}")
            wrong += [f"{path}, {look}: {one}" for one in await look_at(page)]
            found = await first_of_each(page, f"{home}{path}/")
            waiting += [one for one in found if one not in seen]
            seen.update(found)
            # Every day every fourth form is also refused: refusals of all are drawn by the same template.
            if full or number % 4 == 1:
                wrong += [f"{path}, {look}, refused: {one}" for one in await look_at_refused(page)]
    await touch_something(page, core, salon)
    wrong += [f"touched: {one}" for one in await look_at(page)]
    assert not wrong, "\n".join(wrong)


async def look_at_refused(page: Page) -> list[str]:
    if not await page.locator("form.form").locator("input[type=text], textarea").count():
        return []
    async with page.expect_navigation():
        await page.evaluate(TOO_LONG)
    refused = await page.locator(".refused").count()
    return await look_at(page) if refused else ["nothing was refused"]


async def touch_something(page: Page, core: BookingCore, salon: DemoSalon) -> None:
    """On another clock the yoga class is before opening."""
    await Visitor(core, salon, "Ben").books("Yoga class", at(2, 12))
    await page.goto(f"/console/{salon.organization_id}/settings/locations/{salon.location_id}")
    await page.locator("#time_zone").select_option("America/New_York")
    await page.locator("form.form .button").first.click()
    await expect(page.locator("form.touched")).to_be_visible()


async def test_the_navigation_fits_a_phone_in_every_language(
    page: Page, core: BookingCore, salon: DemoSalon, full: bool
) -> None:
    """Every day the colours, which all languages have in common, are asked for in English."""
    await sign_in(page, core, salon)
    for tag in LANGUAGES:
        await take(page, Look(tag, 320, "light"), salon)
        await page.goto(f"/console/{salon.organization_id}/settings")
        assert await page.evaluate("document.documentElement.lang") == tag
        rules = EVERY_RULE if full or tag == "en" else STRUCTURE
        assert await look_at(page, rules) == [], tag


async def look_at(page: Page, rules: Rules = EVERY_RULE) -> list[str]:
    # Hundreds of time zones are looked at as long as everything else, and are as good as three.
    await page.evaluate(
        "document.querySelectorAll('select option:nth-child(n+4):not(:checked)').forEach((o) => o.remove())"
    )
    await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    return [*await find_barriers(page, rules), *await what_does_not_fit(page, ("large", "as it is"))]


async def first_of_each(page: Page, below: str) -> list[str]:
    """The form of something new, and that of the first that is listed."""
    found = page.locator("main a:not([download])")
    links = await found.evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    inner = [one for one in links if one and one.startswith(below) and "?" not in one]
    return [one[one.index("/settings") :] for one in inner[:2]]


async def with_long_names(core: BookingCore, salon: DemoSalon) -> None:
    async def work(office: Any) -> None:
        for noun in (office.locations, office.resources, office.services):
            for number, row in enumerate((await noun.list_offered())[:2]):
                await noun.change(row.id, {"name": f"{LONG} {number}"}, expected_version=row.version)
        new = {"name": "Second place", "time_zone": "Europe/Berlin"}
        await office.locations.create(new, key="second")

    await arranging(core, salon, work)
