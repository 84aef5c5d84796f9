"""Webhooks in the settings: an address, what it is told of, a test, what was sent and what came back."""

import re
from collections.abc import AsyncIterator

import pytest

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.webhooks.deliveries import GIVEN_UP, PENDING, WebhookDelivery
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import HERE, Browser, operator_of, stored
from tests.webhooks.receivers import Receiver, receiving
from web.settings import Settings

SECRET = re.compile(r'id="secret"[^>]* value="(whsec_[^"]+)"')
ENDPOINT = re.compile(r'href="[^"]*/webhooks/(whe_[^"]+)"')


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving(Receiver()) as running:
        yield running


@pytest.fixture
async def browser(core: BookingCore, salon: DemoSalon, receiver: Receiver) -> AsyncIterator[Browser]:
    olive = await operator_of(core, salon)
    settings = Settings(public_url=HERE, webhook_loopback=(receiver.origin,))
    async with Browser(core, settings=settings) as browser:
        await browser.enter(olive)
        yield browser


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/webhooks"


async def add(browser: Browser, address: str, url: str, **more: str) -> tuple[str, str]:
    """The id and the secret of a new one."""
    await browser.see(f"{address}/new")
    fields = {"url": url, "events": "appointment.confirmed"} | more
    shown = (await browser.send(f"{address}/new", **fields)).text
    secret, endpoint = SECRET.search(shown), ENDPOINT.search(shown)
    assert secret, shown
    assert endpoint, shown
    return endpoint[1], secret[1]


async def test_an_address_is_added_and_its_secret_shown_once(
    browser: Browser, address: str, receiver: Receiver
) -> None:
    endpoint, secret = await add(browser, address, receiver.url, events="appointment.confirmed")
    for path in (address, f"{address}/{endpoint}"):
        page = (await browser.see(path)).text
        assert receiver.url in page
        assert secret not in page
    assert 'value="appointment.confirmed" checked' in page
    assert 'value="appointment.cancelled" checked' not in page


async def test_a_form_sent_twice_adds_one_address(browser: Browser, address: str, receiver: Receiver) -> None:
    fields = fields_of((await browser.see(f"{address}/new")).text) | {"url": receiver.url}
    first, again = [(await browser.send(f"{address}/new", **fields)).text for _ in range(2)]
    assert SECRET.search(first)
    assert not SECRET.search(again)
    assert (await browser.see(address)).text.count(receiver.url) == 1


async def test_an_address_inside_is_refused_beside_its_field(browser: Browser, address: str) -> None:
    await browser.see(f"{address}/new")
    refused = await browser.send(
        f"{address}/new", url="https://169.254.169.254/<b>", events="appointment.confirmed"
    )
    assert refused.status_code == 422
    assert "That is not a public address." in refused.text
    assert fields_of(refused.text)["url"] == "https://169.254.169.254/<b>"
    assert "<b>" not in refused.text


async def test_what_it_is_told_of_is_changed_and_never_nothing(
    browser: Browser, address: str, receiver: Receiver
) -> None:
    endpoint, _ = await add(browser, address, receiver.url)
    saved = await browser.send(f"{address}/{endpoint}", events="appointment.no_show")
    assert (saved.status_code, saved.headers["location"]) == (303, f"{address}/{endpoint}?done=saved")
    assert "A customer did not come" in (await browser.see(address)).text
    refused = await browser.send(f"{address}/{endpoint}")
    assert (refused.status_code, "Please choose what this address is told of." in refused.text) == (422, True)


async def test_a_test_tells_whether_the_message_was_taken(
    browser: Browser, address: str, receiver: Receiver
) -> None:
    endpoint, _ = await add(browser, address, receiver.url)
    page = (await browser.send(f"{address}/{endpoint}/test")).text
    assert "It works: the message was taken." in page
    assert len(receiver.received) == 1
    receiver.answers = [500]
    page = (await browser.send(f"{address}/{endpoint}/test")).text
    assert "The message was not taken." in page
    assert "It answered with the status 500." in page


async def test_what_was_sent_and_what_came_back_is_there_and_sent_again_on_demand(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str, receiver: Receiver
) -> None:
    endpoint, _ = await add(browser, address, receiver.url)
    delivery = WebhookDelivery(
        id="whd_one",
        organization_id=salon.organization_id,
        endpoint_id=endpoint,
        event_id="evt_one",
        kind="appointment.confirmed",
        subject="apt_one",
        body='{"type":"appointment.confirmed","x":"<script>"}',
        status=GIVEN_UP,
        attempts=10,
        answer=503,
        answer_text="<script>alert(1)</script> we are closed",
        created_at=core.clock.now(),
        attempted_at=core.clock.now(),
    )
    await stored(core, delivery)
    page = (await browser.see(f"{address}/{endpoint}")).text
    told = "&lt;script&gt;alert(1)&lt;/script&gt; we are closed"
    for said in ("An appointment is booked", "given up", "evt_one", "status 503", "10 attempts", told):
        assert said in page
    assert "<script>" not in page.partition("<main")[2]
    assert (await browser.send(f"{address}/{endpoint}/deliveries/whd_one")).status_code == 303
    async with core.sessions() as session:
        assert (await session.get_one(WebhookDelivery, "whd_one")).status == PENDING


async def test_another_secret_and_its_end(browser: Browser, address: str, receiver: Receiver) -> None:
    endpoint, secret = await add(browser, address, receiver.url)
    mark = re.search(r'name="mark" value="([^"]+)"', (await browser.see(f"{address}/{endpoint}")).text)
    assert mark
    rotated = SECRET.search((await browser.send(f"{address}/{endpoint}/rotate", mark=mark[1])).text)
    assert rotated
    assert rotated[1] != secret
    assert (await browser.send(f"{address}/{endpoint}/rotate", mark=mark[1])).status_code == 422
    assert (await browser.send(f"{address}/{endpoint}/remove")).status_code == 303
    assert "Nobody is told yet" in (await browser.see(address)).text
    assert (await browser.see(f"{address}/{endpoint}")).status_code == 404


async def test_a_manager_tests_and_sends_again_but_sees_no_secret_made(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str, receiver: Receiver
) -> None:
    endpoint, _ = await add(browser, address, receiver.url)
    expected = {Role.MANAGER: (200, 200, 403, 403, 403), Role.MEMBER: (403, 403, 403, 403, 403)}
    for role, statuses in expected.items():
        person = await operator_of(core, salon, role)
        settings = Settings(public_url=HERE, webhook_loopback=(receiver.origin,))
        async with Browser(core, settings=settings) as other:
            await other.enter(person)
            found = [
                (await other.see(f"{address}/{endpoint}")).status_code,
                (await other.send(f"{address}/{endpoint}/test")).status_code,
                (await other.see(f"{address}/new")).status_code,
                (await other.send(f"{address}/{endpoint}/rotate", mark="")).status_code,
                (await other.send(f"{address}/{endpoint}/remove")).status_code,
            ]
        assert tuple(found) == statuses


async def test_another_business_is_not_there(
    core: BookingCore, other_salon: DemoSalon, browser: Browser, address: str, receiver: Receiver
) -> None:
    endpoint, _ = await add(browser, address, receiver.url)
    theirs = f"/console/{other_salon.organization_id}/settings/webhooks"
    person = await operator_of(core, other_salon)
    async with Browser(core) as other:
        await other.enter(person)
        assert (await other.see(f"{theirs}/{endpoint}")).status_code == 404
        for deed in ("", "/test", "/rotate", "/remove"):
            sent = await other.send(f"{theirs}/{endpoint}{deed}", events="appointment.confirmed", mark="")
            assert sent.status_code == 404
