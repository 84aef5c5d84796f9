"""The dental practice of the examples, as a file has made it, read off its pages and typed into those of an
empty business: what pages show and what they save is everything a file says."""

import re
from collections.abc import Mapping
from typing import Any

from booking_core.access.roles import Role
from booking_core.business_file.business_file import export_file
from booking_core.core import BookingCore
from booking_core.team.memberships import add_membership
from tests.accounts import known_account
from tests.booking_core.business_file.conftest import Owner, example, new_owner
from tests.web.console.settings.forms import all_fields_of
from tests.web.console.stage import Browser

ID = re.compile(r"\b(?:loc|res|srv|cat)_[a-z0-9]{20}\b")
KEY = re.compile(r'<code dir="ltr">(\w+)</code>')
# What is said of a form, and not of what it arranges.
OF_A_FORM = ("csrf_token", "expected_version", "form_key")


class Copy:
    """Reads the forms of one business and fills in those of another."""

    def __init__(self, browser: Browser, original: str, copy: str) -> None:
        self.browser = browser
        self.original, self.copy = (f"/console/{one}/settings" for one in (original, copy))
        self.ids: dict[str, str] = {}

    async def read(self, path: str, **more: list[str]) -> dict[str, list[str]]:
        """What the form of the original says, in the ids of the copy."""
        page = (await self.browser.see(f"{self.original}{path}")).text
        said = {name: texts for name, texts in all_fields_of(page).items() if name not in OF_A_FORM} | more
        return {self._here(name): [self._here(text) for text in texts] for name, texts in said.items()}

    async def send(self, path: str, said: Mapping[str, list[str]]) -> None:
        form = all_fields_of((await self.browser.see(f"{self.copy}{path}")).text)
        own = {name: form[name] for name in OF_A_FORM if name in form}
        answer = await self.browser.send(f"{self.copy}{path}", **{**said, **own})
        assert answer.status_code == 303, (path, answer.text)

    async def same(self, path: str) -> None:
        await self.send(self._here(path), await self.read(path))

    async def rows(self, path: str) -> list[str]:
        """The ids of what is listed, in order."""
        return await self._listed(self.original, path)

    async def add(self, path: str, row: str, **more: list[str]) -> None:
        here = self._here(path)
        before = await self._listed(self.copy, here)
        await self.send(f"{here}/new", await self.read(f"{path}/{row}", **more))
        [new] = [one for one in await self._listed(self.copy, here) if one not in before]
        self.ids[row] = new

    async def add_all(self, path: str) -> None:
        for row in await self.rows(path):
            await self.add(path, row)

    async def _listed(self, home: str, path: str) -> list[str]:
        page = (await self.browser.see(f"{home}{path}")).text
        return list(dict.fromkeys(re.findall(rf'class="row-name" href="{home}{path}/(\w+)"', page)))

    def _here(self, text: str) -> str:
        return ID.sub(lambda found: self.ids.get(found[0], found[0]), text)


async def test_the_dental_practice_is_arranged_by_pages_as_by_its_file(core: BookingCore) -> None:
    original, copy = await new_owner(core), await new_owner(core)
    await original.applies(example("dental"))
    async with Browser(core) as browser:
        await sign_in_to(core, browser, original, copy)
        pages = Copy(browser, original.organization_id, copy.organization_id)
        await places(pages)
        # Only a business with several places says how far they are from each other.
        await pages.same("/business")
        for path in ("/services/categories", "/people", "/equipment"):
            await pages.add_all(path)
        await hours(pages, original)
        await dates_and_absences(pages, original)
        await services(pages)
        await pages.same("/chat")
    by_file, by_pages = [flat(await one.does(export_file)) for one in (original, copy)]
    differing = {name for name in by_file | by_pages if by_file.get(name) != by_pages.get(name)}
    assert not differing, {name: (by_file.get(name), by_pages.get(name)) for name in differing}


def flat(said: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a file, and the settings of its business each by itself."""
    parts = {name: part for name, part in said.items() if name != "business"}
    return parts | {f"business.{name}": value for name, value in said["business"].items()}


async def sign_in_to(core: BookingCore, browser: Browser, *businesses: Owner) -> None:
    async with core.sessions() as session, session.begin():
        account = await known_account(session)
        for one in businesses:
            add_membership(session, one.organization_id, account, Role.OWNER)
    await browser.enter(account)


async def places(pages: Copy) -> None:
    """The first is there already; ways between them are said when both are."""
    first, *others = await pages.rows("/locations")
    [pages.ids[first]] = await pages._listed(pages.copy, "/locations")
    await pages.same(f"/locations/{first}")
    for one in others:
        await pages.add("/locations", one)
    for one in (first, *others):
        await pages.same(f"/locations/{one}")


async def hours(pages: Copy, original: Owner) -> None:
    weeks = await original.does(lambda office: office.hours.every())
    for place, who in weeks:
        at = f"?at={place}" if place and who else ""
        await pages.same(f"/hours/{who or place}{at}")


async def dates_and_absences(pages: Copy, original: Owner) -> None:
    dates = await original.does(lambda office: office.dates.list_offered())
    for row in dates:
        whose = " ".join(part for part in (row.resource_id, row.location_id) if part)
        said = await pages.read(f"/hours/dates/{row.id}", whose=[whose])
        await pages.send("/hours/dates/new", said)
    for path in ("/time-off", "/time-off/repeated"):
        await pages.add_all(path)


async def services(pages: Copy) -> None:
    for service in await pages.rows("/services"):
        await pages.add("/services", service)
        questions = f"/services/{service}/questions"
        for row in await pages.rows(questions):
            page = (await pages.browser.see(f"{pages.original}{questions}/{row}")).text
            await pages.add(questions, row, key=KEY.findall(page))
