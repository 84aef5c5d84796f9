"""Pages in another language say nothing in English that is ours, and an operator chooses their language."""

import re

import pytest
from sqlalchemy import update

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accounts import Account
from tests.cast import Visitor, at
from tests.web.console.parsed import Parsed
from tests.web.console.rows import conversation, message
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.stage import Browser, operator_of, stored
from tests.web.console.words.messages import messages_of_pages
from web.console.settings.sections import EVERY_GROUP
from web.console.words.catalogues import translations

# What is drawn, what a customer saw in their own language, and what a machine noted.
HIDDEN = re.compile(
    r"<(?P<tag>style|script|svg|pre|code|article)\b.*?</(?P=tag)>|<dl class=\"facts\">.*?</dl>", re.DOTALL
)
NAMED = re.compile(r'(?:aria-label|placeholder|title)="([^"]*)"')


def say_on(page: str) -> set[str]:
    """The texts of a page and the names of its parts, each as a whole."""
    bare = HIDDEN.sub("", page)
    texts = re.split(r"<[^>]+>", bare)
    return {" ".join(one.split()) for one in (*texts, *NAMED.findall(page))}


@pytest.mark.parametrize("tag", ["de", "he"])
async def test_no_page_says_anything_of_ours_in_english(
    core: BookingCore, salon: DemoSalon, tag: str
) -> None:
    chat = await ada_books_a_haircut(core, salon)
    yoga = await Visitor(core, salon, "Ben").books("Yoga class", at(2, 12))
    waiting = conversation(salon, status="waiting")
    await stored(core, waiting, message(waiting, "customer", "a person please"))
    olive = await operator_of(core, salon)
    # What the owner calls things is not ours, be it called the same.
    english = {
        one for one in messages_of_pages() if isinstance(one, str) and translations(tag).gettext(one) != one
    } - salon.services.keys()
    async with Browser(core) as browser:
        await browser.enter(olive)
        left = {}
        for path in addresses(f"/console/{salon.organization_id}", chat.id, yoga.id):
            page = await browser.see(path, headers={"Accept-Language": tag})
            assert f'<html lang="{tag}"' in page.text, path
            left[path] = say_on(page.text) & english
    assert {path: words for path, words in left.items() if words} == {}


def addresses(home: str, chat_id: str, appointment_id: str) -> list[str]:
    return [
        "/console/profile",
        f"{home}/conversations",
        f"{home}/conversations?q=nothing",
        f"{home}/conversations/{chat_id}",
        f"{home}/conversations/unknown",
        f"{home}/agenda?day=2026-11-24",
        f"{home}/agenda?day=2026-11-25",
        f"{home}/appointments/{appointment_id}",
        f"{home}/outbox",
        f"{home}/presence",
        f"{home}/settings",
        f"{home}/settings/locations/new",
        *(f"{home}{one.path}" for group in EVERY_GROUP for one in group.pages),
    ]


async def test_an_operator_chooses_a_language_and_goes_back_to_their_browsers(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see("/console/profile")
        answer = await browser.send("/console/profile/language", language="it")
        assert answer.status_code == 303
        page = await browser.see(answer.headers["location"])
        assert '<option value="it" lang="it" selected>' in page.text
        assert "Queste pagine ora parlano la sua lingua." in Parsed(page.text).text
        await browser.send("/console/profile/language", language="klingon")
        assert '<html lang="en"' in (await browser.see("/console/profile")).text


async def test_a_language_that_is_spoken_no_more_is_as_if_none_was_chosen(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with core.sessions() as session, session.begin():
        await session.execute(update(Account).where(Account.id == olive.id).values(language="eo"))
    async with Browser(core) as browser:
        await browser.enter(olive)
        page = await browser.see("/console/profile", headers={"Accept-Language": "es"})
    assert '<html lang="es"' in page.text
