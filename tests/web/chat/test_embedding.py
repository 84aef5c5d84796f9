"""The pages that carry the chat: who may show them, in which language they are, and how long a browser keeps
their files."""

import re

import httpx
import pytest
from sqlalchemy import update

from booking_core.catalogue.organizations import DEMO_NAME, Organization
from booking_core.catalogue.settings.websites import origin_of
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.cast import set_by_owner
from web.chat.pages.languages import locale_of, preferred_language


async def ancestors(http: httpx.AsyncClient, path: str) -> str:
    policy = (await http.get(path)).headers["content-security-policy"]
    return policy.partition("frame-ancestors ")[2]


async def test_only_the_websites_that_were_named_may_show_the_chat(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    frame = f"/embed/frame?organization_id={salon.organization_id}"
    assert await ancestors(http, frame) == "*"
    for addresses, expected in (
        (["https://shop.example/book?x=1"], "'self' https://shop.example"),
        ([], "*"),
    ):
        await set_by_owner(core, salon.organization_id, websites=addresses)
        assert await ancestors(http, frame) == expected
        assert await ancestors(http, f"/embed/frame?organization_id={other_salon.organization_id}") == "*"
        assert await ancestors(http, f"/c/{salon.organization_id}") == "'none'"


async def test_the_bare_address_leads_to_the_demo_or_else_to_the_console(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon
) -> None:
    for name, leads_to in (("Nobody's demo", "/console"), (DEMO_NAME, "/demo")):
        async with core.sessions() as session, session.begin():
            mine = Organization.id == salon.organization_id
            await session.execute(
                update(Organization)
                .where((Organization.name == DEMO_NAME) | mine)
                .values(name="Not the demo")
            )
            await session.execute(update(Organization).where(mine).values(name=name))
        answer = await http.get("/")
        assert (answer.status_code, answer.headers["location"]) == (302, leads_to)


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("https://www.Shop.example/path?x#y", "https://www.shop.example"),
        ("shop.example", "https://shop.example"),
        ("https://*.shop.example", "https://*.shop.example"),
        ("http://localhost:3000", "http://localhost:3000"),
    ],
)
def test_an_address_becomes_an_origin(typed: str, origin: str) -> None:
    assert origin_of(typed) == origin


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "*",
        "https://",
        "https://*",
        "null",
        "javascript:x",
        "file:///x",
        "https://a@shop.example",
        "https://shop.example; script-src *",
        "https://shop.example\r\nX: y",
        "https://sh*p.example",
        "https://shop..example",
    ],
)
def test_what_is_no_website_is_refused(typed: str) -> None:
    with pytest.raises(InvalidField):
        origin_of(typed)


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de-AT"),
        ("pl,fr;q=0.5,en;q=0.6", "en"),
        ("pl", None),
        ("", None),
        ("de;q=0, he", "he"),
        ("en;q=x,it", "it"),
        ("*", None),
    ],
)
def test_a_browser_gets_the_language_it_likes_best(header: str, tag: str | None) -> None:
    assert preferred_language(header) == tag


@pytest.mark.parametrize(
    ("wanted", "own", "locale"),
    [
        ("de-AT", "en_US", "de-AT"),
        ("en", "en_GB", "en-GB"),
        ("de", "en_GB", "de"),
        ("pl-PL", "pl_PL", "en"),
        ("nonsense", "he", "en"),
        ("en-XX;", "en", "en"),
    ],
)
def test_dates_are_written_with_the_region_of_the_customer_or_of_the_business(
    wanted: str, own: str, locale: str
) -> None:
    assert locale_of(wanted, own) == locale


async def test_the_hosted_page_speaks_the_browsers_language_and_the_address_has_the_last_word(
    http: httpx.AsyncClient, salon: DemoSalon
) -> None:
    path = f"/c/{salon.organization_id}"
    hebrew = (await http.get(path, headers={"Accept-Language": "he-IL,en;q=0.5"})).text
    assert '<html lang="he" dir="rtl"' in hebrew
    assert "קביעת תור" in hebrew
    assert '<html lang="de"' in (await http.get(f"{path}?lang=de", headers={"Accept-Language": "he"})).text


async def test_script_and_style_are_kept_for_ever_by_their_version(
    http: httpx.AsyncClient, salon: DemoSalon
) -> None:
    page = (await http.get(f"/c/{salon.organization_id}")).text
    for path in re.findall(r"/chat/assets/chat\.\w+\?v=\w+", page):
        assert "immutable" in (await http.get(path)).headers["cache-control"]
        assert (await http.get(path.partition("?")[0])).headers["cache-control"] == "no-cache"
