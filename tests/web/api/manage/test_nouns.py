"""Every noun of a business, made, shown, changed, archived, restored and put in order by a program."""

from typing import Any

import pytest
from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.storage.audit import AuditEntry
from tests.web.api.manage.conftest import Arranger

NOUNS = (
    "locations",
    "resources",
    "categories",
    "services",
    "questions",
    "dates",
    "times-off",
    "repeated-times-off",
)
DATED = {"dates", "times-off", "repeated-times-off"}


def something(manager: Arranger, noun: str) -> dict[str, Any]:
    """One more of a noun, and a change of it."""
    dana, here = manager.salon.resources["Dana"], manager.salon.location_id
    return {
        "locations": {"name": "Harbour", "time_zone": "Europe/Lisbon", "currency": "EUR"},
        "resources": {"kind": "staff", "name": "Nora", "location_id": here},
        "categories": {"name": "Hair", "translations": {"de": {"name": "Haare"}}},
        "services": {"name": "Facial", "durations": [50], "currency": "EUR", "price": "60.00"},
        "questions": {
            "service_id": manager.salon.services["Beard trim"],
            "key": "allergies",
            "label": "Any allergies?",
            "kind": "text",
        },
        "dates": {"location_id": here, "day": "2026-12-24", "windows": [[540, 720]], "note": "Christmas"},
        "times-off": {
            "resource_id": dana,
            "starts_at": "2026-12-01T09:00:00+01:00",
            "ends_at": "2026-12-01T12:00:00+01:00",
        },
        "repeated-times-off": {
            "resource_id": dana,
            "weekday": 2,
            "starts": 540,
            "ends": 600,
            "anchor": "2026-12-02",
        },
    }[noun]


CHANGES: dict[str, dict[str, Any]] = {
    "locations": {"address": "Quay 1"},
    "resources": {"bio": "Cuts."},
    "categories": {"name": "Cuts"},
    "services": {"price": "65.50", "translations": {"de": {"name": "Gesicht"}}},
    "questions": {"required": True},
    "dates": {"windows": []},
    "times-off": {"ends_at": "2026-12-01T12:00:00Z"},
    "repeated-times-off": {"every_weeks": 2, "until": "2027-03-01"},
}


@pytest.mark.parametrize("noun", NOUNS)
async def test_the_life_of_a_noun(core: BookingCore, manager: Arranger, noun: str) -> None:
    before = len((await manager.shows(f"/{noun}"))["items"])
    made = await manager.makes(f"/{noun}", **something(manager, noun))
    path = f"/{noun}/{made['id']}"
    assert (made["version"], made["touched"], made["dry_run"]) == (
        1,
        {"seen": None, "appointments": []},
        False,
    )
    changed = await manager.changes(path, **CHANGES[noun])
    assert changed["version"] == 2
    shown = await manager.shows(path)
    assert shown == {name: one for name, one in changed.items() if name not in ("dry_run", "touched")}
    assert CHANGES[noun].items() <= shown.items()
    archived = await manager.writes("POST", f"{path}/archive", of=path)
    assert (archived.status_code, archived.json()["version"]) == (200, 3), archived.text
    assert [one["id"] for one in (await manager.shows(f"/{noun}", archived="true"))["items"]] == [made["id"]]
    restored = await manager.writes("POST", f"{path}/restore", {}, of=path)
    assert (restored.json()["version"], restored.json()["archived_at"]) == (4, None)
    assert len((await manager.shows(f"/{noun}"))["items"]) == before + 1
    async with core.sessions() as session, session.begin():
        told = await session.scalars(
            select(AuditEntry).where(AuditEntry.subject == made["id"]).order_by(AuditEntry.id)
        )
        entries = [(entry.action.partition(".")[2], entry.door, entry.actor, entry.proof) for entry in told]
    who = ("api", manager.program.client_id, "scope:org:manage")
    assert entries == [(deed, *who) for deed in ("create", "change", "archive", "restore")]


@pytest.mark.parametrize("noun", [one for one in NOUNS if one not in DATED])
async def test_a_noun_is_put_in_order(manager: Arranger, noun: str) -> None:
    await manager.makes(f"/{noun}", **something(manager, noun))
    more = {**something(manager, noun), "name": "Another", "key": "another", "translations": {}}
    given = {name: one for name, one in more.items() if name in something(manager, noun)}
    await manager.makes(f"/{noun}", **given)
    listed = (await manager.shows(f"/{noun}"))["items"]
    if noun == "questions":
        listed = [one for one in listed if one["service_id"] == given["service_id"]]
    seen = [one["id"] for one in listed]
    order = {"ids": seen[::-1], "seen": seen}
    answer = await manager.asks("PUT", f"/{noun}/order", order)
    assert [one["id"] for one in answer.json()["items"]] == seen[::-1], answer.text
    third = [seen[0], *seen[1:][::-1]] if len(seen) > 2 else seen
    late = await manager.asks("PUT", f"/{noun}/order", {"ids": third, "seen": seen})
    assert (late.status_code, late.json()["code"]) == (409, "version_conflict")
    assert late.json()["details"]["order"] == seen[::-1]


async def test_a_list_comes_in_pages(manager: Arranger) -> None:
    first = await manager.shows("/services", page_size=3)
    rest = await manager.shows("/services", page_size=200, page_token=first["next_page_token"])
    names = [one["name"] for one in first["items"] + rest["items"]]
    assert len(names) == len(set(names)) == len(manager.salon.services)
    assert rest["next_page_token"] is None


async def test_hours_of_every_second_week(manager: Arranger) -> None:
    miriam = manager.salon.resources["Miriam"]
    window = {"weekday": 1, "opens": 540, "closes": 720}
    rhythm = {"every_weeks": 2, "anchor": "2026-11-23", "until": None}
    answer = await manager.writes("PUT", f"/hours/{miriam}", {"windows": [window | rhythm]})
    assert answer.status_code == 200, answer.text
    shown = await manager.shows(f"/hours/{miriam}")
    assert (shown["windows"], shown["version"]) == ([window | rhythm], 2)
    again = await manager.writes("PUT", f"/hours/{miriam}", {"windows": shown["windows"]})
    assert again.json()["version"] == 2


async def test_hours_at_a_further_place(manager: Arranger) -> None:
    miriam = manager.salon.resources["Miriam"]
    place = await manager.makes("/locations", **something(manager, "locations"))
    await manager.changes(f"/resources/{miriam}", further_location_ids=[place["id"]])
    window = {"weekday": 1, "opens": 540, "closes": 720, "every_weeks": 1, "anchor": None, "until": None}
    there = await manager.writes("PUT", f"/hours/{miriam}", {"windows": [window]}, location_id=place["id"])
    assert there.status_code == 200, there.text
    assert (await manager.shows(f"/hours/{miriam}", location_id=place["id"]))["windows"] == [window]
    nowhere = await manager.asks("GET", f"/hours/{miriam}", location_id="loc_unknown")
    assert (nowhere.status_code, nowhere.json()["errors"][0]["field"]) == (422, "location_id")


async def test_settings_by_their_names(manager: Arranger) -> None:
    changed = await manager.changes("/business", **{"chat.tone": "Warm.", "travel_min": 20})
    assert (changed["chat.tone"], changed["travel_min"], changed["version"]) == ("Warm.", 20, 2)
    assert (await manager.shows("/business"))["chat.tone"] == "Warm."


async def test_words_of_letters_by_language_letter_and_part(manager: Arranger) -> None:
    words = {"de": {"confirmed": {"subject": "Bis {when}"}}}
    assert (await manager.changes("/business", **{"letters.words": words}))["letters.words"] == words
    wrong = {"de": {"confirmed": {"subject": "Bis {x}"}}}
    refused = await manager.writes("PATCH", "/business", {"letters.words": wrong})
    assert refused.status_code == 422
    assert "letters.words.de.confirmed.subject" in refused.text
