"""The words of letters in the console: one letter in one language, refused beside its field, seen before it
is saved, and tried by a letter."""

from collections.abc import AsyncIterator

import pytest

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import setting_of
from booking_core.core import BookingCore
from booking_core.mail_servers.mail_server import PLAIN
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.notices.rude_servers import RudeServer, rude_server
from tests.web.console.settings.connections.test_sender import give, makes_it_real, settings
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser, operator_of

GERMAN = "?letter=confirmed&language=de"
FIELD = "letters.words.de.confirmed."


@pytest.fixture
async def box() -> AsyncIterator[RudeServer]:
    async with rude_server() as running:
        yield running


@pytest.fixture
async def browser(core: BookingCore, salon: DemoSalon, box: RudeServer) -> AsyncIterator[Browser]:
    owner = await operator_of(core, salon)
    async with Browser(core, settings=settings(box)) as browser:
        await browser.enter(owner)
        yield browser


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/letter-words"


async def words_kept(core: BookingCore, salon: DemoSalon) -> object:
    async with core.sessions() as session:
        return setting_of(await session.get_one(Organization, salon.organization_id), "letters.words")


async def test_words_of_one_letter_are_kept_and_those_of_others_stay(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str
) -> None:
    for letter, language, text in (("confirmed", "de", "Bis {when}"), ("moved", "fr", "À bientôt")):
        query = f"?letter={letter}&language={language}"
        form = fields_of((await browser.see(f"{address}{query}")).text)
        name = f"letters.words.{language}.{letter}.subject"
        saved = await browser.send(f"{address}{query}", **{**form, name: text})
        assert saved.headers["location"].endswith(f"letter={letter}&language={language}&done=saved")
    assert await words_kept(core, salon) == {
        "de": {"confirmed": {"subject": "Bis {when}"}},
        "fr": {"moved": {"subject": "À bientôt"}},
    }
    form = fields_of((await browser.see(f"{address}{GERMAN}")).text)
    assert form[f"{FIELD}subject"] == "Bis {when}"
    await browser.send(f"{address}{GERMAN}", **{**form, f"{FIELD}subject": ""})
    assert await words_kept(core, salon) == {"fr": {"moved": {"subject": "À bientôt"}}}


async def test_an_unknown_placeholder_is_refused_beside_its_field(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str
) -> None:
    form = fields_of((await browser.see(f"{address}{GERMAN}")).text)
    refused = await browser.send(f"{address}{GERMAN}", **{**form, f"{FIELD}opening": "Liebe {Kundin}"})
    assert refused.status_code == 422
    assert f'href="#{FIELD}opening"' in refused.text
    assert "Liebe {Kundin}" in refused.text
    assert await words_kept(core, salon) == {}


async def test_the_letter_is_seen_as_it_is_typed_and_stays_text(browser: Browser, address: str) -> None:
    form = fields_of((await browser.see(f"{address}{GERMAN}")).text)
    typed = {**form, f"{FIELD}opening": "<script>alert(1)</script> {code}"}
    whole = await browser.send(f"{address}/preview{GERMAN}", **typed)
    assert "<script>alert" not in whole.text
    assert whole.text.count("&amp;lt;script&amp;gt;alert(1)") == 2, (
        "escaped once for the letter, once more here"
    )
    assert "sandbox" in whole.text
    assert "script-src 'self'" in whole.headers["content-security-policy"]
    assert fields_of(whole.text)[f"{FIELD}opening"] == typed[f"{FIELD}opening"]


async def test_a_test_letter_says_what_customers_would_read(
    core: BookingCore, salon: DemoSalon, browser: Browser, box: RudeServer, address: str
) -> None:
    await makes_it_real(core, salon)
    sender = address.replace("letter-words", "sender")
    form = fields_of((await browser.see(f"{address}{GERMAN}")).text)
    await browser.send(f"{address}{GERMAN}", **{**form, f"{FIELD}subject": "Wir freuen uns"})
    await browser.send(f"{sender}/server", **give(box, tls=PLAIN))
    tried = await browser.send(f"{address}/test{GERMAN}")
    assert tried.status_code == 200
    assert b"Subject: Wir freuen uns" in box.sources[0]
    assert b"ABC234" in box.sources[0]


async def test_managers_write_words_and_members_see_none(
    core: BookingCore, salon: DemoSalon, address: str
) -> None:
    for role, status in ((Role.MANAGER, 200), (Role.MEMBER, 403)):
        somebody = await operator_of(core, salon, role)
        async with Browser(core) as browser:
            await browser.enter(somebody)
            assert (await browser.see(address)).status_code == status
