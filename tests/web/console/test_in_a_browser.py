"""The console in a real browser: on a desk and on a phone, by keyboard, in the dark, and alive."""

import re

from playwright.async_api import Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.axe import find_barriers
from tests.cast import Visitor, at
from tests.web.console.browsers import open_all, sign_in
from tests.web.console.fitting import looks_at, take, what_does_not_fit
from tests.web.console.rows import conversation, message, personal_name, run, step
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.stage import stored


async def test_every_page_is_accessible_and_fits(
    page: Page, core: BookingCore, salon: DemoSalon, full: bool
) -> None:
    chat = await ada_books_a_haircut(core, salon)
    for name in ("Ada", "Ben"):
        await Visitor(core, salon, name).books("Yoga class", at(2, 12))
    massage = await Visitor(core, salon, "Ada").books("Massage", at(3, 12))
    waiting = conversation(salon, status="waiting")
    await stored(core, waiting, message(waiting, "customer", "a person please"))
    unfit: list[str] = []
    await page.goto("/console/sign-in")
    assert await find_barriers(page) == []
    await sign_in(page, core, salon)
    for number, path in enumerate(addresses(salon, chat.id, massage.id)):
        for look in looks_at(number, full=full):
            await take(page, look, salon)
            await page.goto(path)
            await open_all(page)
            assert await find_barriers(page) == [], (path, look)
            unfit += [f"{path}, {look}, {finding}" for finding in await what_does_not_fit(page)]
    assert not unfit, "\n".join(unfit)


def addresses(salon: DemoSalon, chat_id: str, appointment_id: str) -> list[str]:
    """Every page of the console but those of the settings."""
    return [
        "/console/conversations",
        "/console/conversations?q=nothing+like+it",
        f"/console/conversations/{chat_id}",
        "/console/agenda?day=2026-11-24",
        "/console/agenda?day=2026-11-25",
        f"/console/{salon.organization_id}/agenda/new?service={salon.services['Haircut']}&day=2026-11-25",
        f"/console/{salon.organization_id}/appointments/{appointment_id}",
        "/console/conversations/unknown",
        "/console/outbox",
        f"/console/{salon.organization_id}/team",
        f"/console/{salon.organization_id}/audit",
        f"/console/{salon.organization_id}/presence",
        "/console/profile",
    ]


async def test_a_new_conversation_appears_by_itself_and_focus_stays_where_it_was(
    page: Page, core: BookingCore, salon: DemoSalon
) -> None:
    chat = await ada_books_a_haircut(core, salon)
    await sign_in(page, core, salon)
    await page.locator(f"#row-{chat.id}").focus()
    fresh = conversation(salon, status="waiting")
    await stored(core, fresh, personal_name(fresh, "Zoe"), message(fresh, "customer", "is anybody there?"))
    await expect(page.get_by_text("is anybody there?")).to_be_visible()
    assert await page.evaluate("document.activeElement.id") == f"row-{chat.id}"


async def test_a_transcript_grows_while_what_is_open_stays_open(
    page: Page, core: BookingCore, salon: DemoSalon
) -> None:
    chat = conversation(salon)
    asked = message(chat, "customer", "hello")
    work = run(chat, asked)
    await stored(core, chat, asked, work, step(work, "tool", "list_services", arguments={"what": "all"}))
    await sign_in(page, core, salon, f"/console/conversations/{chat.id}")
    await page.get_by_text("Looked at the services").click()
    await expect(page.get_by_text("Arguments")).to_be_visible()
    await stored(core, message(chat, "assistant", "Good morning!"))
    await expect(page.get_by_text("Good morning!")).to_be_visible()
    await expect(page.get_by_text("Arguments")).to_be_visible()


async def test_searching_narrows_while_typing_and_the_address_remembers(
    page: Page, core: BookingCore, salon: DemoSalon
) -> None:
    await ada_books_a_haircut(core, salon)
    other = conversation(salon)
    await stored(core, other, message(other, "customer", "do you sell shampoo"))
    await sign_in(page, core, salon)
    await page.get_by_role("searchbox").fill("shampoo")
    await expect(page.locator(".row")).to_have_count(1)
    await expect(page).to_have_url(re.compile(r"/conversations\?q=shampoo&outcome=$"))
    await page.reload()
    await expect(page.get_by_role("searchbox")).to_have_value("shampoo")
    await expect(page.locator(".row")).to_have_count(1)


async def test_from_an_appointment_to_its_conversation_and_back_by_keyboard(
    page: Page, core: BookingCore, salon: DemoSalon
) -> None:
    await ada_books_a_haircut(core, salon)
    await sign_in(page, core, salon, "/console/agenda?day=2026-11-24")
    await page.locator(".timeline").get_by_role("link", name="Haircut").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Haircut")).to_be_visible()
    await page.get_by_role("link", name="The conversation in which it was booked").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Ada Lovelace")).to_be_visible()
    await page.get_by_role("link", name="Haircut").focus()
    await page.keyboard.press("Enter")
    await page.locator(".way-back a").click()
    await expect(page.get_by_role("heading", name="Tuesday, 24 November 2026")).to_be_visible()


async def test_hostile_words_do_nothing_in_a_browser(page: Page, core: BookingCore, salon: DemoSalon) -> None:
    words = "<img src=x onerror=alert(1)><script>alert(2)</script>[x](javascript:alert(3)) **<b>b</b>**"
    chat = conversation(salon, page="javascript:alert(4)")
    asked = message(chat, "customer", words)
    work = run(chat, asked, engine=words)
    await stored(
        core,
        chat,
        personal_name(chat, words),
        asked,
        work,
        step(work, "tool", words, arguments={words: {words: words}}),
    )
    await sign_in(page, core, salon)
    await page.goto(f"/console/conversations/{chat.id}")
    await page.locator(".step summary").click()
    await expect(page.locator(".words")).to_have_text(words)


async def test_signing_out_leads_to_the_sign_in_and_the_way_back_is_closed(
    page: Page, core: BookingCore, salon: DemoSalon
) -> None:
    await sign_in(page, core, salon)
    await page.get_by_role("button", name="Sign out").click()
    await expect(page).to_have_url(re.compile(r"/console/sign-in$"))
    await page.goto("/console/agenda")
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


async def test_the_way_back_to_a_refused_form_leads_to_what_was_typed(
    page: Page, core: BookingCore, salon: DemoSalon
) -> None:
    await sign_in(page, core, salon)
    await page.goto(f"/console/{salon.organization_id}/settings/locations/new")
    await page.get_by_label("Address").fill("By the river")
    await page.get_by_label("Name", exact=True).first.fill(" ")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Nothing was saved yet.")).to_be_visible()
    await page.get_by_role("link", name="Agenda").click()
    await expect(page.get_by_role("region", name="Timeline")).to_be_visible()
    await page.go_back()
    await expect(page.get_by_text("Nothing was saved yet.")).to_be_visible()
    await expect(page.get_by_label("Address")).to_have_value("By the river")
