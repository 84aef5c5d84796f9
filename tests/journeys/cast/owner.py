"""A new owner at the console, who counts what setting up a business takes."""

import re

from playwright.async_api import Page, expect
from sqlalchemy.ext.asyncio import AsyncSession

from tests.accounts import PASSWORD, address
from tests.journeys.cast.album import Album
from web.commands.organizations.new_organization import InitRequest, InitResult, create_organization

CURRENCIES = {"DE": "EUR", "GB": "GBP"}


async def new_business(
    session: AsyncSession, name: str, country: str = "DE", time_zone: str = "Europe/Berlin"
) -> InitResult:
    """What ``zimun init`` makes: a business with one location, and its owner."""
    wanted = InitRequest(
        name=name,
        email=address("owner"),
        time_zone=time_zone,
        country=country,
        currency=CURRENCIES[country],
        locale="en",
    )
    return await create_organization(session, wanted, PASSWORD)


class Owner:
    """``clicks`` are buttons, links and boxes, ``typed`` fields that were written or chosen in."""

    def __init__(self, page: Page, ours: str, business: InitResult, album: Album) -> None:
        self.page = page
        self.home = f"{ours}/console/{business.organization_id}/settings"
        self.business = business
        self.album = album
        self.clicks = self.typed = 0

    async def signs_in(self, ours: str) -> None:
        await self.page.goto(f"{ours}/console")
        await self.types("Email", self.business.email)
        await self.types("Password", PASSWORD)
        await self.presses("Sign in")
        await expect(self.page.get_by_role("heading", name="Getting started")).to_be_visible()

    async def presses(self, name: str) -> None:
        await self.page.get_by_role("button", name=name, exact=True).first.click()
        self.clicks += 1
        await self.page.wait_for_load_state()

    async def follows(self, name: str, *, within: str = "main") -> None:
        """A link whose name begins so."""
        begins = re.compile(f"^{re.escape(name)}")
        await self.page.locator(within).get_by_role("link", name=begins).first.click()
        self.clicks += 1
        await self.page.wait_for_load_state()

    async def opens(self, summary: str) -> None:
        """What is folded away."""
        await self.page.locator("summary:visible").filter(has_text=summary).first.click()
        self.clicks += 1

    async def types(self, label: str, text: str, *, within: str = "") -> None:
        """``within`` is the name of a group of fields, such as a language."""
        where = self.page.get_by_role("group", name=within, exact=True) if within else self.page
        await where.get_by_label(label, exact=True).first.fill(text)
        self.typed += 1

    async def chooses(self, label: str, option: str) -> None:
        await self.page.get_by_label(label, exact=True).first.select_option(label=option)
        self.typed += 1

    async def ticks(self, label: str) -> None:
        await self.page.get_by_label(label, exact=True).first.check()
        self.clicks += 1

    async def hears(self, text: str) -> None:
        await expect(self.page.get_by_role("status").filter(has_text=text).first).to_be_visible()

    async def keeps_picture(self, name: str) -> None:
        await self.album.keep(self.page, name, full=True)
