"""One's own account in a real browser: without barriers, on a phone, in the dark, and with the browser's own
passkeys."""

from collections.abc import AsyncIterator
from itertools import count

import pytest
from playwright.async_api import Browser, Page, expect
from pyotp import TOTP

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.axe import find_barriers
from tests.conftest import new_salon
from tests.serving import listening, port_of, serve
from tests.web.console.fitting import looks_at, show, what_does_not_fit
from tests.web.console.people.links import invitation, reset
from tests.web.console.profile.pages import opens, sign_in
from tests.web.console.stage import console_app, operator_of
from web.settings import Settings


@pytest.fixture
async def local(core: BookingCore, browser: Browser) -> AsyncIterator[Page]:
    """A page of a console that calls itself by a name: browsers keep passkeys for names, not for numbers."""
    complaints: list[str] = []
    with listening() as listener:
        settings = Settings(public_url=f"http://localhost:{port_of(listener)}", trusted_proxies=("*",))
        async with serve(listener, console_app(core, settings), settings):
            context = await browser.new_context(base_url=settings.public_url)
            page = await context.new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
            yield page
            await context.close()
    assert complaints == []


async def test_every_page_is_accessible_and_fits(
    local: Page, core: BookingCore, salon: DemoSalon, clock: FrozenClock, full: bool
) -> None:
    olive = await operator_of(core, salon)
    unfit: list[str] = []
    numbers = count()

    async def looks(name: str) -> None:
        for look in looks_at(next(numbers), full=full):
            await show(local, look)
            assert await find_barriers(local) == [], (name, look)
        address = local.url
        unfit.extend([f"{name}, {finding}" for finding in await what_does_not_fit(local)])
        await local.reload()
        assert local.url == address

    for name, path in (
        ("invitation", (await invitation(core, salon))[0]),
        ("invitation with an account", (await invitation(core, salon, await elsewhere(core)))[0]),
        ("new password", await reset(core, olive.email)),
        ("forgotten", "/console/forgotten"),
        ("a link that is over", "/console/link/guessed"),
    ):
        await local.goto(path)
        await looks(name)
    await sign_in(local, olive)
    await expect(local.get_by_role("heading", name="Your account")).to_be_visible()
    for summary in await local.locator("summary").all():
        await summary.click()
    await looks("profile")
    await local.goto("/console/profile")
    await opens(local, "Set up an authenticator app")
    await expect(local.locator(".qr svg")).to_be_visible()
    await looks("app")
    assert unfit == []


async def elsewhere(core: BookingCore) -> str:
    return (await operator_of(core, await new_salon(core))).email


async def test_an_app_is_set_up_and_asked_for(
    local: Page, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    await sign_in(local, olive)
    await opens(local, "Set up an authenticator app")
    app = TOTP((await local.locator("code").inner_text()).replace(" ", ""))
    await local.get_by_role("textbox", name="Code").fill(app.at(clock.now()))
    await local.get_by_role("button", name="Set it up").click()
    await expect(local.locator(".codes li")).to_have_count(10)
    assert await find_barriers(local) == []
    await local.get_by_role("link", name="I have kept them").click()
    await local.get_by_role("button", name="Sign out", exact=True).click()
    await sign_in(local, olive)
    await expect(local.get_by_role("heading", name="One more step")).to_be_visible()
    assert await find_barriers(local) == []
    await local.get_by_label("Code of your authenticator app").fill("123")
    await local.keyboard.press("Enter")
    await expect(local.get_by_role("alert")).to_contain_text("did not fit")


async def test_the_browsers_own_passkey_signs_in(local: Page, core: BookingCore, salon: DemoSalon) -> None:
    devices = await local.context.new_cdp_session(local)
    await devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    verified = {"hasUserVerification": True, "isUserVerified": True}
    await devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, **verified}})
    olive = await operator_of(core, salon)
    await sign_in(local, olive)
    await opens(local, "Add a passkey")
    await local.get_by_label("What you call it").fill("Olive's phone")
    assert await find_barriers(local) == []
    await local.get_by_role("button", name="Make the passkey").click()
    await expect(local.locator(".codes li")).to_have_count(10)
    await local.goto("/console/profile")
    await expect(local.get_by_text("Olive's phone", exact=True)).to_be_visible()
    await local.get_by_role("button", name="Sign out", exact=True).click()
    await sign_in(local, olive)
    await local.get_by_role("button", name="Use a passkey").click()
    await expect(local.get_by_role("heading", name="Your account")).to_be_visible()


async def test_without_a_key_the_page_says_so_and_a_code_still_works(
    local: Page, core: BookingCore, salon: DemoSalon
) -> None:
    devices = await local.context.new_cdp_session(local)
    await devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "automaticPresenceSimulation": True}
    key = await devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    olive = await operator_of(core, salon)
    await sign_in(local, olive)
    await opens(local, "Add a passkey")
    await local.get_by_role("button", name="Make the passkey").click()
    # What is read while the page comes is read of the one before, or of none.
    await expect(local.locator(".codes code")).to_have_count(10)
    codes = await local.locator(".codes code").all_inner_texts()
    await devices.send("WebAuthn.clearCredentials", {"authenticatorId": key["authenticatorId"]})
    await local.goto("/console/profile")
    await local.get_by_role("button", name="Sign out", exact=True).click()
    await sign_in(local, olive)
    await local.get_by_role("button", name="Use a passkey").click()
    await expect(local.get_by_role("alert")).to_contain_text("made no passkey")
    await local.get_by_label("Recovery code").fill(codes[0])
    await local.keyboard.press("Enter")
    await expect(local.get_by_role("heading", name="Your account")).to_be_visible()
