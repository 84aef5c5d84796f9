"""Programs in the settings: made with words for what they may do, their secret shown once, ended for ever."""

import re

import pytest

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser, operator_of

SECRET = re.compile(r'id="secret"[^>]* value="([^"]+)"')
NAME = '<b>Till</b> "&'


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/api-clients"


async def make(browser: Browser, address: str, **more: str) -> tuple[str, str]:
    """The id and the secret of a new one."""
    page = (await browser.see(f"{address}/new")).text
    fields = fields_of(page) | {"name": NAME, "scopes": "org:read"} | more
    shown = (await browser.send(f"{address}/new", **fields)).text
    client = re.search(r'id="client_id"[^>]* value="(cli_[^"]+)"', shown)
    secret = SECRET.search(shown)
    assert client, shown
    assert secret, shown
    return client[1], secret[1]


async def test_a_secret_is_shown_once_and_never_again(owner: Browser, address: str) -> None:
    client, secret = await make(owner, address)
    for path in (address, f"{address}/{client}", f"{address}/new"):
        page = (await owner.see(path)).text
        assert secret not in page
        assert NAME not in page
    assert "&lt;b&gt;Till&lt;/b&gt;" in (await owner.see(address)).text
    assert "See services, people and locations" in (await owner.see(f"{address}/{client}")).text


async def test_a_form_sent_twice_makes_one_program_and_tells_no_secret_again(
    owner: Browser, address: str
) -> None:
    fields = fields_of((await owner.see(f"{address}/new")).text) | {
        "name": "Till",
        "scopes": "org:read",
    }
    first = (await owner.send(f"{address}/new", **fields)).text
    again = (await owner.send(f"{address}/new", **fields)).text
    assert SECRET.search(first)
    assert not SECRET.search(again)
    assert (await owner.see(address)).text.count("never used") == 1


async def test_what_is_wrong_stands_beside_its_field(owner: Browser, address: str) -> None:
    fields = fields_of((await owner.see(f"{address}/new")).text)
    refused = await owner.send(f"{address}/new", **(fields | {"name": "Till", "bookings_per_day": "no"}))
    assert refused.status_code == 422
    assert "Please choose what this program may do." in refused.text
    refused = await owner.send(
        f"{address}/new", **(fields | {"name": "Till", "scopes": "org:read", "bookings_per_day": "no"})
    )
    assert 'href="#bookings_per_day"' in refused.text
    assert fields_of(refused.text)["bookings_per_day"] == "no"


async def test_another_secret_once_and_then_its_end(owner: Browser, address: str) -> None:
    client, secret = await make(owner, address)
    page = (await owner.see(f"{address}/{client}")).text
    mark = re.search(r'name="mark" value="([^"]+)"', page)
    assert mark
    rotated = SECRET.search((await owner.send(f"{address}/{client}/rotate", mark=mark[1])).text)
    assert rotated
    assert rotated[1] != secret
    again = await owner.send(f"{address}/{client}/rotate", mark=mark[1])
    assert (again.status_code, "another secret meanwhile" in again.text) == (422, True)
    assert (await owner.send(f"{address}/{client}/revoke")).status_code == 303
    page = (await owner.see(f"{address}/{client}")).text
    assert "Revoked" in page
    assert "/rotate" not in page
    assert "No program may book yet" in (await owner.see(address)).text


async def test_its_limit_is_changed_and_zero_is_any_number(owner: Browser, address: str) -> None:
    client, _ = await make(owner, address)
    page = (await owner.see(f"{address}/{client}")).text
    assert "<dd>1,000</dd>" in page
    assert 'name="bookings_per_day" type="text" inputmode="numeric" dir="ltr" value="1000" required' in page
    for typed, told in (("20", "<dd>20</dd>"), ("0", "<dd>any number</dd>")):
        sent = await owner.send(f"{address}/{client}/limit", bookings_per_day=typed)
        assert sent.status_code == 303, sent.text
        assert told in (await owner.see(f"{address}/{client}")).text
    for typed in ("", "many"):
        refused = await owner.send(f"{address}/{client}/limit", bookings_per_day=typed)
        assert (refused.status_code, 'href="#bookings_per_day"' in refused.text) == (422, True)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.MEMBER])
async def test_who_is_no_owner_sees_and_does_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str, role: Role
) -> None:
    client, _ = await make(owner, address)
    person = await operator_of(core, salon, role)
    async with Browser(core) as other:
        await other.enter(person)
        for path in ("", "/new", f"/{client}"):
            assert (await other.see(f"{address}{path}")).status_code == 403
        for path in ("/new", f"/{client}/limit", f"/{client}/rotate", f"/{client}/revoke"):
            fields = {"name": "Till", "scopes": "org:read", "mark": "", "bookings_per_day": "5"}
            assert (await other.send(f"{address}{path}", **fields)).status_code == 403


async def test_another_business_is_not_there(
    core: BookingCore, other_salon: DemoSalon, owner: Browser, address: str
) -> None:
    client, _ = await make(owner, address)
    theirs = f"/console/{other_salon.organization_id}/settings/api-clients"
    assert (await owner.see(theirs)).status_code == 404
    assert (await owner.send(f"{theirs}/{client}/revoke")).status_code == 404
    person = await operator_of(core, other_salon)
    async with Browser(core) as other:
        await other.enter(person)
        assert (await other.see(f"{theirs}/{client}")).status_code == 404
        assert (await other.send(f"{theirs}/{client}/revoke")).status_code == 404
