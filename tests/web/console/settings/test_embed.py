"""The chat on websites: the snippet, the previews, who may show it, and where it was seen."""

import re
from html import unescape

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.rows import conversation
from tests.web.console.settings.forms import arranging, fields_of
from tests.web.console.stage import Browser, stored
from web.chat.pages.contrast import contrast_on
from web.console.settings.embed.snippet import Look, snippet

SNIPPET = re.compile(r'<textarea class="snippet" id="snippet"[^>]*>(.*?)</textarea>', re.DOTALL)


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/embed"


async def test_the_snippet_says_what_was_chosen(salon: DemoSalon, owner: Browser, address: str) -> None:
    page = (await owner.see(f"{address}?position=left&theme=dark&lang=he")).text
    found = SNIPPET.search(page)
    assert found
    assert unescape(found[1]) == (
        f'<script async src="http://console.test/embed/chat.js" data-org-id="{salon.organization_id}" '
        'data-position="left" data-theme="dark" data-lang="he"></script>'
    )


async def test_what_an_address_says_beside_that_is_nothing(owner: Browser, address: str) -> None:
    hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    for page in (f"{address}?lang={hostile}&position={hostile}", f"{address}/preview?accent={hostile}"):
        assert "alert(1)" not in (await owner.see(page)).text


async def test_colour_and_sites_are_saved_and_a_wrong_site_is_told(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    form = fields_of((await owner.see(address)).text)
    form |= {"chat.accent": "#ffcc00", "chat.accent.own": "yes", "websites": "https://a.example\r\nnonsense"}
    refused = await owner.send(address, **form)
    assert refused.status_code == 422
    assert fields_of(refused.text)["websites"] == "https://a.example\nnonsense"
    answer = await owner.send(address, **{**form, "websites": "https://a.example\r\n"})
    assert answer.status_code == 303
    values, _ = await arranging(core, salon, lambda office: office.settings.read())
    assert (values["chat.accent"], values["websites"]) == ("#ffcc00", ["https://a.example"])
    page = (await owner.see(address)).text
    assert "Words on your colour are black; contrast 13.9 : 1." in page
    assert 'data-accent="#ffcc00"' in (await owner.see(f"{address}/preview")).text


async def test_sites_are_listed_by_when_they_were_last_seen(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    assert "On no website yet" in (await owner.see(address)).text
    seen = conversation(salon, page="https://www.lavender.example/prices?x=1")
    await stored(core, seen, conversation(salon, page=None))
    page = (await owner.see(address)).text
    assert '<bdi dir="ltr">www.lavender.example</bdi>' in page
    assert "prices?x=1" not in page


async def test_a_tag_that_a_sentence_names_can_be_read(owner: Browser, address: str) -> None:
    for tag in ("en", "de"):
        page = (await owner.see(address, headers={"Accept-Language": tag})).text
        assert page.count("&lt;/body&gt;") == 2, tag


async def test_what_a_stranger_called_their_page_is_shown_as_what_it_is_or_not_at_all(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    """Kept before it was looked at, by whatever is no browser."""
    unreadable = ["https://[", "https://[::1", "https://a]b/", "https://℀.example/", "https://\u202e/"]
    confusing = ["https://user:pw@shop.example/", f"https://{'a' * 2000}.example/", "https://аpple.example/"]
    seen = [conversation(salon, page=page) for page in unreadable + confusing]
    await stored(core, *seen)
    page = await owner.see(address)
    assert page.status_code == 200
    assert set(re.findall(r'<bdi dir="ltr">([^<]+\.example)</bdi>', page.text)) == {
        "shop.example",
        "xn--pple-43d.example",
    }
    transcript = await owner.see(f"/console/{salon.organization_id}/conversations/{seen[5].id}")
    assert "shop.example/" in transcript.text
    assert "user:pw" not in transcript.text


async def test_the_code_leads_to_the_page_of_its_own(owner: Browser, address: str) -> None:
    answer = await owner.see(f"{address}/code.svg")
    assert answer.headers["Content-Type"].startswith("image/svg+xml")
    assert answer.text.count("<path") > 0


@pytest.mark.parametrize(
    ("colour", "ink", "ratio"),
    [("#000000", "white", 21.0), ("#ffffff", "black", 21.0), ("#777777", "black", 4.7)],
)
def test_the_ink_that_is_read_better(colour: str, ink: str, ratio: float) -> None:
    found = contrast_on(colour)
    assert (found.ink, round(found.ratio, 1)) == (ink, ratio)


def test_nothing_is_said_where_nothing_is_chosen() -> None:
    assert snippet("https://x.example", "o_1", Look()) == (
        '<script async src="https://x.example/embed/chat.js" data-org-id="o_1"></script>'
    )
