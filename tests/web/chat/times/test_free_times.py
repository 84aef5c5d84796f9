"""Free times on a customer's page, and what becomes of one that is sent back: as it was, forged, another
business's, too late, twice."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import httpx
from sqlalchemy import update

from bench.statements import watch
from booking_core.availability.slots import Question
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY, Visitor
from tests.serving import NO_TLS, serving
from tests.web.chat.conftest import Browser
from web.app import create_app
from web.settings import Settings

VISITOR = Actor(door="chat", id="visitor")


async def looks(http: httpx.AsyncClient, what: str, salon: DemoSalon, **wanted: Any) -> Any:
    body = {"organization_id": salon.organization_id, **wanted}
    response = await http.post(f"/chat/v1/times/{what}", json=body)
    assert response.status_code == 200, response.text
    return response.json()


async def test_a_strip_counts_what_each_day_lists(http: httpx.AsyncClient, salon: DemoSalon) -> None:
    massage = {"service_id": salon.services["Massage"], "duration_min": 90}
    strip = await looks(http, "days", salon, **massage)
    assert len(strip["days"]) == 14
    assert [one["duration_min"] for one in strip["lengths"]] == [60, 90]
    assert all(one["price"] for one in strip["lengths"])
    assert strip["price"]["amount"] == "98.00"
    for day in strip["days"]:
        listed = await looks(http, "day", salon, **massage, date=day["date"])
        assert len(listed["times"]) == day["free"]
        assert all(time["start"].startswith(day["date"]) for time in listed["times"])
        assert bool(listed["why_none"]) is (day["free"] == 0)
    first = next(day["date"] for day in strip["days"] if day["free"])
    assert strip["soonest"][0]["start"].startswith(first)


async def test_a_day_lists_every_time_the_desk_has(
    http: httpx.AsyncClient, salon: DemoSalon, core: BookingCore
) -> None:
    question = Question(salon.services["Haircut"], MONDAY, MONDAY + timedelta(hours=15))
    times = await core.read_only(
        salon.organization_id, VISITOR, lambda desk: desk.availability(question, limit=500)
    )
    listed = await looks(http, "day", salon, service_id=salon.services["Haircut"])
    assert len(listed["times"]) == len(times.slots) > 8


async def test_a_strip_is_one_reading_and_a_day_one_more(http: httpx.AsyncClient, salon: DemoSalon) -> None:
    haircut = {"service_id": salon.services["Haircut"]}
    await looks(http, "days", salon, **haircut)
    for what, wanted in (("days", haircut), ("day", haircut), ("days", {**haircut, "days": 42})):
        with watch() as ran:
            await looks(http, what, salon, **wanted)
        assert len([one for one in ran if "claims" in one.sql]) == 1
        assert len(ran) <= 2, [one.sql for one in ran]


async def test_without_a_service_it_is_the_one_that_is_booked_most(
    http: httpx.AsyncClient, salon: DemoSalon, ada: Visitor
) -> None:
    assert (await looks(http, "days", salon))["service"] == "Haircut"
    await ada.books("Beard trim", MONDAY + timedelta(days=1, hours=3))
    assert (await looks(http, "days", salon))["service"] == "Beard trim"


async def test_without_a_service_somebodys_times_are_of_what_they_do(
    http: httpx.AsyncClient, salon: DemoSalon
) -> None:
    strip = await looks(http, "days", salon, staff_id=salon.resources["Jonas"])
    assert strip["staff_id"] == salon.resources["Jonas"]
    assert {one["id"] for one in strip["people"]} >= {salon.resources["Jonas"]}
    assert {time["staff"] for time in strip["soonest"]} == {"Jonas"}


async def test_names_are_in_the_customers_language(http: httpx.AsyncClient, salon: DemoSalon) -> None:
    body = {"service_id": salon.services["Haircut"], "staff_id": salon.resources["Dana"], "lang": "de-DE"}
    day = await looks(http, "days", salon, **body)
    assert {one["name"] for one in day["people"]} == {"Dana", "Miriam"}
    assert day["soonest"][0]["staff"] == "Dana"


async def test_what_cannot_be_looked_for_is_refused(http: httpx.AsyncClient, salon: DemoSalon) -> None:
    refused = {
        "o_other": 404,
        salon.organization_id + "\x00": 422,
    }
    for organization_id, status in refused.items():
        response = await http.post("/chat/v1/times/days", json={"organization_id": organization_id})
        assert response.status_code == status, organization_id
    haircut = salon.services["Haircut"]
    bad: list[tuple[dict[str, Any], int]] = [
        ({"service_id": "srv_other"}, 404),
        ({"service_id": haircut, "staff_id": "res_other"}, 404),
        ({"service_id": haircut, "location_id": "loc_other"}, 404),
        ({"service_id": haircut, "duration_min": 44}, 422),
        ({"service_id": haircut, "party_size": 2}, 422),
        ({"service_id": haircut, "date": "2026-02-30"}, 422),
        ({"service_id": haircut, "days": 43}, 422),
        ({"service_id": haircut, "conversation_id": "cnv_other"}, 401),
        ({"service_id": haircut, "customer": "x"}, 422),
    ]
    for wanted, status in bad:
        body = {"organization_id": salon.organization_id, **wanted}
        response = await http.post("/chat/v1/times/days", json=body)
        assert response.status_code == status, (wanted, response.text)


async def test_a_time_that_is_pressed_is_held(page: Browser, salon: DemoSalon, worker: None) -> None:
    first = await first_time(page.http, salon)
    sent = await page.sends(slot_id=first["slot_id"])
    assert sent.status_code == 202
    events = await page.until("run.completed")
    assert "hold.created" in [event["event"] for event in events]
    _, said, answer = (await page.shown())["messages"]
    assert said["text"].startswith("Haircut, ")
    assert "form" in [block["type"] for block in answer["blocks"]]
    again = await looks(page.http, "day", salon, service_id=salon.services["Haircut"])
    # On a Monday Miriam alone is there.
    assert first["start"] not in [time["start"] for time in again["times"]]


async def test_a_time_pressed_twice_under_one_id_is_said_once(page: Browser, salon: DemoSalon) -> None:
    slot_id = (await first_time(page.http, salon))["slot_id"]
    first = await page.sends(client_msg_id="m1", slot_id=slot_id)
    assert (await page.sends(client_msg_id="m1", slot_id=slot_id)).json() == first.json()
    other = await page.sends(client_msg_id="m1", text="hello")
    assert (other.status_code, other.json()["code"]) == (422, "client_msg_id_reused")


async def test_a_double_tap_holds_one_time(
    page: Browser, salon: DemoSalon, core: BookingCore, worker: None
) -> None:
    slot_id = (await first_time(page.http, salon))["slot_id"]
    await page.sends(slot_id=slot_id)
    await page.sends(slot_id=slot_id)
    completed = 0
    while completed < 2:
        completed += sum(event["event"] == "run.completed" for event in await page.polls())
    actor = Actor(door="chat", id=page.id)
    held = await core.read_only(salon.organization_id, actor, lambda desk: desk.live_holds())
    assert len(held) == 1


async def test_its_own_held_time_stands_in_nobodys_way(page: Browser, salon: DemoSalon, worker: None) -> None:
    wanted = {"service_id": salon.services["Haircut"], "staff_id": salon.resources["Dana"]}
    first = (await looks(page.http, "days", salon, **wanted))["soonest"][0]
    await page.sends(slot_id=first["slot_id"])
    await page.until("run.completed")
    date = first["start"][:10]
    others = await looks(page.http, "day", salon, **wanted, date=date)
    body = {"organization_id": salon.organization_id, **wanted, "date": date, "conversation_id": page.id}
    own = await page.http.post("/chat/v1/times/day", json=body, headers=page.headers)
    assert first["start"] not in [time["start"] for time in others["times"]]
    assert own.status_code == 200, own.text
    assert first["start"] in [time["start"] for time in own.json()["times"]]


async def test_a_list_in_the_chat_leads_to_all_times_of_the_same(
    page: Browser, salon: DemoSalon, other_salon: DemoSalon, worker: None
) -> None:
    await page.sends(text="a long massage on Wednesday")
    await page.until("run.completed")
    [picker] = [one for one in (await page.shown())["messages"][-1]["blocks"] if one["type"] == "slot_picker"]
    body = {"organization_id": salon.organization_id, "conversation_id": page.id, "block_id": picker["id"]}
    response = await page.http.post("/chat/v1/times/days", json=body, headers=page.headers)
    strip = response.json()
    assert (strip["service"], strip["duration_min"]) == ("Massage", 90)
    for block_id, organization_id in (("b_other", salon), (picker["id"], other_salon)):
        other = {**body, "block_id": block_id, "organization_id": organization_id.organization_id}
        refused = await page.http.post("/chat/v1/times/days", json=other, headers=page.headers)
        assert refused.status_code == 404
    stranger = await page.http.post("/chat/v1/times/days", json=body)
    assert stranger.status_code == 401


async def test_a_time_that_was_not_offered_is_refused(
    page: Browser, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    slot_id = (await first_time(page.http, salon))["slot_id"]
    elsewhere = (await looks(page.http, "days", other_salon))["soonest"][0]["slot_id"]
    forged = [slot_id[:-1] + ("A" if slot_id[-1] != "A" else "B"), "x", "x.y", elsewhere, slot_id + "."]
    for one in forged:
        refused = await page.sends(slot_id=one)
        assert refused.status_code == 404, one
    both = await page.sends(slot_id=slot_id, text="hello")
    assert both.status_code == 422
    too_many = await page.sends(slot_id=slot_id, party_size=0)
    assert too_many.status_code == 422
    assert [one["role"] for one in (await page.shown())["messages"]] == ["assistant"]


async def test_a_time_is_too_old_after_half_an_hour_or_at_another_price(
    page: Browser, salon: DemoSalon, settings: Settings, core: BookingCore
) -> None:
    slot_id = (await first_time(page.http, salon))["slot_id"]
    later = FrozenClock(MONDAY + timedelta(minutes=32))
    async with (
        serving(settings, partial(create_app, clock=later)) as address,
        httpx.AsyncClient(verify=NO_TLS, base_url=address) as http,
    ):
        body = {"client_msg_id": "m1", "slot_id": slot_id}
        late = await http.post(f"{page.path}/messages", json=body, headers=page.headers)
    assert (late.status_code, late.json()["code"]) == (410, "slot_token_expired")
    async with core.sessions() as session, session.begin():
        await session.execute(update(Service).where(Service.id == salon.services["Haircut"]).values(price=99))
    dearer = await page.sends(slot_id=slot_id)
    assert (dearer.status_code, dearer.json()["code"]) == (410, "slot_token_expired")


async def test_a_time_taken_meanwhile_is_answered_with_others(
    page: Browser, salon: DemoSalon, ada: Visitor, worker: None
) -> None:
    wanted = {"service_id": salon.services["Haircut"], "staff_id": salon.resources["Dana"]}
    first = (await looks(page.http, "days", salon, **wanted))["soonest"][0]

    await ada.books("Haircut", datetime.fromisoformat(first["start"]), staff_id=salon.resources["Dana"])
    await page.sends(slot_id=first["slot_id"])
    await page.until("run.completed")
    answer = (await page.shown())["messages"][-1]
    assert "just been taken" in answer["text"]
    assert [block["type"] for block in answer["blocks"]] == ["slot_picker"]


async def first_time(http: httpx.AsyncClient, salon: DemoSalon) -> dict[str, Any]:
    times: list[dict[str, Any]] = (await looks(http, "days", salon))["soonest"]
    return times[0]
