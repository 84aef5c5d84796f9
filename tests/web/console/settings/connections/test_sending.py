"""Providers of mail by name, and whether anything can be sent at all, where a page promises it."""

import re

from booking_core.core import BookingCore
from booking_core.mail_servers.mail_server import mail_server_of
from booking_core.mail_servers.server_choice import ServerChoice
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.notices.rude_servers import Fault, RudeServer
from tests.web.console.settings.connections.test_sender import (
    PASSWORD,
    SECRET_KEY,
    address,
    box,
    browser,
    give,
)
from tests.web.console.stage import HERE, Browser, operator_of
from web.console.settings.letters.providers import PROVIDERS
from web.jobs.mail import own_servers_of
from web.settings import Settings

__all__ = ["address", "box", "browser"]


async def test_a_provider_by_name_needs_no_host_and_no_port(
    core: BookingCore, salon: DemoSalon, browser: Browser, box: RudeServer, address: str
) -> None:
    """Chosen it counts, whatever else stands in the fields; and it is chosen again where it is kept."""
    await browser.see(address)
    typed = {"address": "marlies@gmail.com", "username": "marlies@gmail.com", "password": PASSWORD}
    chosen = {**typed, "provider": "gmail", "host": "", "port": "465", "tls": "tls", "anyway": "yes"}
    assert (await browser.send(f"{address}/server", **chosen)).headers["location"].endswith("done=server")
    async with core.sessions() as session:
        kept = await mail_server_of(session, salon.organization_id)
    assert kept is not None
    assert (kept.host, kept.port, kept.tls) == ("smtp.gmail.com", 465, "tls")
    assert 'value="gmail" selected' in (await browser.see(address)).text
    refused = await browser.send(f"{address}/server", **{**chosen, "provider": "", "password": ""})
    assert refused.status_code == 422
    assert "marlies@gmail.com" in refused.text


async def test_every_provider_is_a_server_that_would_be_kept() -> None:
    place = own_servers_of(Settings(public_url=HERE, secret_key=SECRET_KEY))
    for one in PROVIDERS:
        choice = ServerChoice(one.host, one.port, one.tls, "a@example.com", "a", PASSWORD)
        assert choice.seal("o_x", place).host == one.host


async def test_sending_emails_is_done_once_the_own_server_has_worked(
    core: BookingCore, salon: DemoSalon, browser: Browser, box: RudeServer, address: str
) -> None:
    home = f"/console/{salon.organization_id}/settings"

    async def step() -> tuple[bool, bool]:
        """Whether it is done, and whether the page says that nothing is sent."""
        page = (await browser.see(f"{home}/start")).text
        return 'class="done"><a class="row-name" href="' + address in page, "No emails are sent yet" in page

    assert await step() == (False, True)
    for page in ("chat", "notices"):
        assert "No emails are sent yet" in (await browser.see(f"{home}/{page}")).text
    await browser.send(f"{address}/server", **give(box))
    assert await step() == (True, False)
    box.fault = Fault(signs_in=False)
    await browser.send(f"{address}/test")
    assert await step() == (False, False)
    assert "has not worked yet" in (await browser.see(f"{home}/start")).text
    await browser.send(f"{address}/remove")
    assert await step() == (False, True)


async def test_with_the_installations_server_sending_emails_is_done(
    core: BookingCore, salon: DemoSalon
) -> None:
    home = f"/console/{salon.organization_id}/settings/start"
    async with Browser(core, settings=Settings(public_url=HERE, smtp_url="smtp://127.0.0.1:1")) as browser:
        await browser.enter(await operator_of(core, salon))
        page = (await browser.see(home)).text
    assert "No emails are sent yet" not in page
    assert re.search(r'class="done"><a[^>]*/settings/sender"', page)
