"""The audit page speaks to people: no ids, no notation of programs, and each place's own clock."""

import re
from typing import Any

import pytest
from playwright.async_api import Page

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.hours.opening_hours import FIELDS as WEEK
from booking_core.back_office.nouns.noun import Noun
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.back_office.prices import PRICES
from booking_core.back_office.settings import FIELDS as SETTINGS
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.events import EVENTS, HANDED_OFF, REMINDED_EVENT
from tests.axe import find_barriers
from tests.cast import Visitor, at
from tests.sources import ROOT
from tests.web.console.audit.test_audit import show
from tests.web.console.browsers import open_all, sign_in
from tests.web.console.fitting import what_does_not_fit
from tests.web.console.parsed import Parsed
from tests.web.console.stage import Browser, operator_of
from web.console.audit.actions import SENTENCES
from web.console.audit.labels import LABELS

# An action where an entry is made, such as ``context.audit("webhook.add", …)``.
WRITTEN = re.compile(r"(?:audit|record|note_account_change)\([^)\"]*\"([a-z_]+\.[a-z_]+)\"")
AN_ID = re.compile(r"\b[a-z]{2,5}_[a-z0-9]{12,}")
OF_PROGRAMS = re.compile(r"[{}\[\]]|\b[a-z]+(?:[._][a-z]+)+\b|\d{4}-\d\d-\d\dT")


async def arrange(core: BookingCore, salon: DemoSalon, who: str) -> None:
    """A place in New York with somebody there: a week, a date, time off, a price; the business changed."""
    organization = salon.organization_id
    actor = Actor("console", who, "session", role=Role.OWNER, organization_id=organization)

    async def arrange(office: BackOffice) -> None:
        place = await open_place(office, salon)
        haircut = await office.services.find(salon.services["Haircut"])
        changed = {
            "prices": [{"location_id": place, "amount": "1200.50"}],
            "min_notice_min": 90,
            "translations": {"de": {"name": "Haarschnitt"}},
        }
        await office.services.change(haircut.id, changed, expected_version=haircut.version)
        _, version = await office.settings.read()
        rules = {"currency": "CHF", "chat.facts": {"Parking": "Behind"}, "mcp.enabled": True}
        await office.settings.change(rules, expected_version=version)
        ids = [one.id for one in await office.locations.list_offered()]
        await office.locations.reorder(ids[::-1], seen=ids)

    await core.arrange(organization, actor, arrange)


async def open_place(office: BackOffice, salon: DemoSalon) -> str:
    ways = {salon.location_id: 600}
    given = {"name": "Broadway", "time_zone": "America/New_York", "travel_min": ways}
    place = await office.locations.create(given, key="place")
    person = await office.resources.create(
        {"kind": "staff", "name": "Zoe", "location_id": place.id}, key="person"
    )
    windows = [{"weekday": 0, "opens": 540, "closes": 1020}]
    await office.hours.change(person.id, windows, expected_version=1)
    date = {"location_id": place.id, "day": "2026-12-24", "windows": [[540, 720]]}
    await office.dates.create(date, key="date")
    away = {"starts_at": "2026-12-01T15:30:00Z", "ends_at": "2026-12-01T17:00:00Z"}
    await office.times_off.create({"resource_id": person.id, **away}, key="off")
    again = {"weekday": 2, "starts": 600, "ends": 720, "anchor": "2026-12-02", "every_weeks": 2}
    await office.repeated_times_off.create({"resource_id": person.id, **again}, key="again")
    return place.id


async def read_one(core: BookingCore, salon: DemoSalon, tag: str) -> str:
    account = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(account)
        address = f"/console/{salon.organization_id}/audit"
        page = (await browser.see(address, headers={"Accept-Language": tag})).text
    entries = page.split('<ol class="entries card">', 1)[1].split("</ol>")[0]
    return " ".join(Parsed(entries.replace("<", " <")).text.split())


def test_every_field_that_can_be_changed_has_a_name_for_people() -> None:
    nouns: list[Any] = list(Noun.__subclasses__())
    for noun in nouns:
        nouns += noun.__subclasses__()
    prices: Any = PRICES.kind
    fields = [
        *SETTINGS,
        *WEEK,
        *prices.fields,
        *(one for noun in nouns for one in getattr(noun, "fields", ())),
    ]
    assert {one.name for one in fields} - LABELS.keys() == set()


def test_whatever_is_written_down_is_told_in_words() -> None:
    """By the verbs of nouns, by events, and wherever else an entry is written with its name."""
    nouns: list[Any] = list(Noun.__subclasses__())
    nouns += OrderedNoun.__subclasses__()
    deeds = ("create", "change", "archive", "restore")
    written = {f"{noun.verb}.{deed}" for noun in nouns if hasattr(noun, "verb") for deed in deeds}
    written |= {f"{noun.verb}.reorder" for noun in OrderedNoun.__subclasses__()}
    written |= {event for event in EVENTS if event not in (HANDED_OFF, REMINDED_EVENT)}
    for package in ("booking_core", "agent", "web"):
        for path in (ROOT / package).rglob("*.py"):
            written |= set(WRITTEN.findall(path.read_text("utf-8")))
    assert written - SENTENCES.keys() == set()


@pytest.mark.parametrize("tag", ["de", "he"])
async def test_nothing_of_programs_is_told(core: BookingCore, salon: DemoSalon, tag: str) -> None:
    olive = await operator_of(core, salon)
    await arrange(core, salon, olive.id)
    ada = Visitor(core, salon, "Ada")
    appointment = await ada.books("Yoga class", at(2, 12))
    await ada.cancels(appointment)
    # Each salon of a test is called by an id.
    said = re.sub(r"Salon test_\w+", "", await read_one(core, salon, tag))
    assert AN_ID.findall(said) == []
    assert OF_PROGRAMS.findall(said) == []
    assert "Zoe" in said


async def test_values_are_told_as_people_write_them(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    await arrange(core, salon, olive.id)
    said = await read_one(core, salon, "de")
    for told in (
        "\u2068Broadway\u2069, 24.12.2026",
        "Dienstag, 1. Dezember 2026, 10:30",
        "Montag 09:00–17:00",
        "1.200,50 · Broadway",
        "Spätestens gebucht vorher: 60 Min. nachher: 90 Min.",
        "Deutsch: Name: Haarschnitt",
        "Schweizer Franken",
        "Mittwoch",
    ):
        assert told in said, said


async def test_when_it_was_done_is_on_the_clock_of_its_place(core: BookingCore, salon: DemoSalon) -> None:
    """It is nine in the morning in Berlin, which is three at night in New York."""
    olive = await operator_of(core, salon)
    await arrange(core, salon, olive.id)
    page = (await show(core, salon, Role.OWNER)).text
    of_place = page.split("Location added</strong>")[1].split("</time>")[0]
    of_business = page.split("Settings changed</strong>")[1].split("</time>")[0]
    hours = [int(re.findall(r"(\d+):\d\d$", one)[0]) for one in (of_place, of_business)]
    assert (hours[1] - hours[0]) % 24 == 6


async def test_what_is_gone_or_must_not_be_named_is_told_in_words(
    core: BookingCore, salon: DemoSalon
) -> None:
    page = (await show(core, salon, Role.OWNER, "?who=acc_somebody22222222222&thing=con_2222")).text
    said = Parsed(page).text
    assert "acc_" not in said
    assert "con_" not in said
    assert "Somebody else" in said
    assert "one thing without a name" in said


async def test_from_right_to_left_on_a_phone(page: Page, core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    await arrange(core, salon, olive.id)
    await page.set_viewport_size({"width": 390, "height": 820})
    await sign_in(page, core, salon)
    await page.set_extra_http_headers({"Accept-Language": "he", "X-Forwarded-For": salon.organization_id})
    await page.goto(f"/console/{salon.organization_id}/audit")
    await open_all(page)
    assert await page.evaluate("document.dir") == "rtl"
    assert await find_barriers(page) == []
    assert await what_does_not_fit(page) == []
