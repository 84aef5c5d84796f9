"""The list of a business that has had thousands of conversations: pages in both directions, counts with an
end, and searches."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import at
from tests.web.console.conversations.long_lists import ROW, TAB, link, look, many
from tests.web.console.conversations.test_conversations import LIVE, names_in, say
from tests.web.console.stage import Browser


@pytest.mark.parametrize("query", ["", "?status=closed", "?outcome=none", "?q=appointment"])
async def test_older_and_newer_lead_through_everything_once_and_back(
    core: BookingCore, salon: DemoSalon, query: str
) -> None:
    await many(core, salon, 260)
    for number in range(3):
        await say(core, salon, f"W{number}", "an appointment", status="waiting", last_message_at=at(-9, 9))
    seen, back, here = [], [], f"/console/conversations{query}"
    async with Browser(core) as browser:
        await look(browser, core, salon)
        pages = [(await browser.see(here)).text]
        while older := link(pages[-1], "older"):
            pages.append((await browser.see(older)).text)
        for page in pages:
            seen += ROW.findall(page)
        while newer := link(pages[-1], "newer"):
            pages.append((await browser.see(newer)).text)
            back.append(ROW.findall(pages[-1]))
    assert len(seen) == len({*seen}) == (260 if "closed" in query else 263)
    assert [one for page in reversed(back) for one in page] == seen[: 25 * len(back)]
    assert len(back) == len(pages) // 2


async def test_whoever_comes_meanwhile_moves_nobody_to_another_page(
    core: BookingCore, salon: DemoSalon
) -> None:
    await many(core, salon, 60)
    async with Browser(core) as browser:
        await look(browser, core, salon)
        first = (await browser.see("/console/conversations")).text
        await say(core, salon, "New", "x", last_message_at=at(0, 8))
        older = link(first, "older")
        assert older is not None
        second = (await browser.see(older)).text
    assert not {*ROW.findall(first)} & {*ROW.findall(second)}


@pytest.mark.parametrize(
    "cursor", ["x", "1.2", "2.1.cnv_x", "0.99999999999999999999.cnv_x", "0.-1.x", "0.1.a'b"]
)
async def test_a_place_that_is_none_is_the_beginning(
    core: BookingCore, salon: DemoSalon, cursor: str
) -> None:
    await say(core, salon, "Ben", "hello")
    async with Browser(core) as browser:
        await look(browser, core, salon)
        for way in ("after", "before"):
            answer = await browser.see("/console/conversations", params={way: cursor})
            assert (answer.status_code, names_in(answer.text)) == (200, ["Ben"])


async def test_more_than_a_thousand_are_not_counted(core: BookingCore, salon: DemoSalon) -> None:
    await many(core, salon, 1_010)
    await say(core, salon, "Wanda", "hello", status="waiting")
    async with Browser(core) as browser:
        await look(browser, core, salon)
        tabs = dict(TAB.findall((await browser.see("/console/conversations")).text))
    assert (tabs["all"], tabs["closed"], tabs["waiting"], tabs["bot"]) == ("1,000+", "1,000+", "1", "0")


@pytest.mark.parametrize(
    "words", ["XYLOPHONE", "xyl", "is there a xylophone?", "zz", "שלום", "Ünique", "wanda", "100%"]
)
async def test_what_few_said_is_found_however_long_ago(
    core: BookingCore, salon: DemoSalon, words: str
) -> None:
    """Two letters, and letters that this database does not index, are looked for in the newest two
    thousand."""
    await many(core, salon, 1_200)
    text_ = "Is there a xylophone? 100% zz שלום ünique"
    await say(core, salon, "Wanda", text_, status="closed", last_message_at=at(-30, 9))
    async with Browser(core) as browser:
        await look(browser, core, salon)
        page = (await browser.see("/console/conversations", params={"q": words})).text
        narrowed = (await browser.see("/console/conversations", params={"q": words, "status": "bot"})).text
    assert names_in(page) == ["Wanda"]
    assert names_in(narrowed) == []


async def test_what_everybody_says_is_looked_for_in_the_newest_and_the_page_says_so(
    core: BookingCore, salon: DemoSalon
) -> None:
    await many(core, salon, 2_300)
    async with Browser(core) as browser:
        await look(browser, core, salon)
        everywhere = (await browser.see("/console/conversations?q=appointment")).text
        waiting = (await browser.see("/console/conversations?q=appointment&status=waiting")).text
        nothing = (await browser.see("/console/conversations?q=zzz&status=closed")).text
        two = (await browser.see("/console/conversations?q=zz&status=closed")).text
    assert len(ROW.findall(everywhere)) == 25
    assert dict(TAB.findall(everywhere))["all"] == ""
    assert "among the newest" not in everywhere
    assert ROW.findall(waiting) == ROW.findall(nothing) == ROW.findall(two) == []
    # Nobody waits, and three letters are looked up everywhere: only two leave it open whether somebody said
    # so long ago.
    assert ["among the newest" in page for page in (waiting, nothing, two)] == [False, False, True]


async def test_another_organizations_words_are_not_found(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await many(core, salon, 210)
    await many(core, other_salon, 210)
    await say(core, other_salon, "Foreign", "the xylophone of Foreign")
    async with Browser(core) as browser:
        await look(browser, core, salon)
        for words in ("xylophone", "Foreign"):
            assert names_in((await browser.see(f"/console/conversations?q={words}")).text) == []


async def test_a_search_that_refreshes_itself_is_quiet_until_somebody_says_it(
    core: BookingCore, salon: DemoSalon
) -> None:
    await many(core, salon, 210)
    await say(core, salon, "Wanda", "a xylophone", last_message_at=at(-1, 9))
    async with Browser(core) as browser:
        await look(browser, core, salon)
        page = (await browser.see("/console/conversations?q=xylophone")).text
        poll = LIVE.findall(page.split('id="live"')[1])[0].replace("&amp;", "&")
        assert (await browser.see(poll)).status_code == 204
        await say(core, salon, "Xenia", "my xylophone", last_message_at=at(0, 8) + timedelta(minutes=1))
        assert names_in((await browser.see(poll)).text) == ["Xenia", "Wanda"]
