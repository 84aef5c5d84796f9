"""The rules of colours and those of structure together are all of axe's."""

from playwright.async_api import Browser

from tests.axe import COLOURS, EVERY_RULE, STRUCTURE, find_barriers

PAGE = """<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
    <button></button><p style="color: #ccc; background: #fff">Hardly to be read</p></main>"""


async def test_what_cannot_be_read_and_what_has_no_name_are_found_by_their_rules(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content(PAGE)
    pale, nameless = await find_barriers(page, COLOURS), await find_barriers(page, STRUCTURE)
    assert [one.partition(",")[0] for one in (*pale, *nameless)] == ["color-contrast", "button-name"]
    assert sorted(await find_barriers(page, EVERY_RULE)) == sorted((*nameless, *pale))
    await page.close()
