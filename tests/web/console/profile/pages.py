"""Pages of the profile in a browser."""

from playwright.async_api import Page

from booking_core.team.accounts import Account
from tests.accounts import PASSWORD


async def sign_in(page: Page, account: Account) -> None:
    await page.goto("/console/sign-in?next=/console/profile")
    await page.get_by_label("Email").fill(account.email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()


async def opens(page: Page, summary: str, button: str = "Go on") -> None:
    """A folded form of the profile, with the password typed."""
    await page.get_by_text(summary, exact=True).click()
    form = page.locator("details[open]")
    await form.get_by_label("Your password", exact=True).fill(PASSWORD)
    await form.get_by_role("button", name=button).click()
