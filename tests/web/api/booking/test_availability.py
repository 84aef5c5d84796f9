"""Looking: what there is, when it can start, and why not."""

from datetime import timedelta

import pytest

from booking_core.catalogue.locations import Location
from booking_core.core import BookingCore
from booking_core.time.clock import FrozenClock
from tests.web.api.conftest import API, Program, later


async def test_services_say_everything_a_booking_needs(program: Program) -> None:
    items = {one["name"]: one for one in (await program.gets("/services")).json()["items"]}
    massage = items["Massage"]
    assert massage["durations_min"] == [60, 90]
    assert massage["price"] == {"amount": "70.00", "currency": "EUR"}
    assert [one["name"] for one in massage["staff"]] == ["Jonas"]
    assert massage["location_ids"] == [program.salon.location_id]
    assert items["Yoga class"]["capacity"] == 6


async def test_a_list_comes_in_pages(program: Program) -> None:
    names, token = [], None
    while True:
        query = {"page_size": 4} | ({"page_token": token} if token else {})
        page = (await program.gets("/services", **query)).json()
        names += [one["name"] for one in page["items"]]
        token = page["next_page_token"]
        if token is None:
            break
    assert len(names) == len(set(names)) == len(program.salon.services)


async def test_times_come_in_pages_without_a_gap(program: Program) -> None:
    query = {"service_id": program.salon.services["Haircut"], "from": "2026-11-23", "to": "2026-11-28"}
    whole = [
        one["start"] for one in (await program.gets("/availability", limit=500, **query)).json()["items"]
    ]
    starts, token = [], None
    while True:
        page = (
            await program.gets("/availability", limit=37, **query, **({"page_token": token} if token else {}))
        ).json()
        starts += [one["start"] for one in page["items"]]
        token = page["next_page_token"]
        if token is None:
            break
    assert starts == whole
    foreign = await program.gets("/availability", limit=3, **(query | {"to": "2026-11-27"}))
    wrong = await program.gets("/availability", page_token=foreign.json()["next_page_token"], **query)
    assert wrong.status_code == 404


async def test_weekdays_and_times_of_day_narrow(program: Program) -> None:
    answer = await program.gets(
        "/availability",
        service_id=program.salon.services["Haircut"],
        **{"from": "2026-11-23", "to": "2026-12-06"},
        weekdays="tue,thu",
        not_before="10:00",
        not_after="11:00",
        limit=500,
    )
    starts = [one["start"] for one in answer.json()["items"]]
    assert {start[:10] for start in starts} == {"2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"}
    assert {start[11:16] for start in starts} == {"10:00", "10:15", "10:30", "10:45", "11:00"}


async def test_nothing_free_says_why_and_when_next(program: Program) -> None:
    sunday = (
        await program.gets("/availability", service_id=program.salon.services["Haircut"], date="2026-11-29")
    ).json()
    assert sunday["items"] == []
    assert sunday["empty_reason"] == "closed"
    assert sunday["next_available"]["start"].startswith("2026-11-30")
    hold = await program.posts("/hold", {"slot_id": sunday["next_available"]["slot_id"]}, key="next")
    assert hold.status_code == 201


async def test_times_are_shown_on_the_clock_that_is_asked_for(program: Program) -> None:
    here = (await program.slots())[0]
    there = (await program.slots(time_zone="America/New_York"))[0]
    assert here["start"].endswith("+01:00")
    assert there["start"].endswith("-05:00")
    assert there["time_zone"] == "America/New_York"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"from": "2026-11-24", "to": "2026-11-23"}, "invalid_range"),
        ({"from": "2026-01-01", "to": "2026-12-31"}, "range_too_long"),
        ({"date": "2026-11-24", "from": "2026-11-24"}, "invalid_range"),
        ({"date": "2026-02-30"}, "invalid_field"),
        ({"date": "9999-12-31"}, "invalid_field"),
        ({"from": "0001-01-01", "to": "2026-11-24"}, "invalid_field"),
        ({"from": "2026-11-24T10:00:00+99:00", "to": "2026-11-25"}, "invalid_field"),
        ({"from": "2027-03-28T02:30:00", "to": "2027-03-29"}, "nonexistent_local_time"),
        ({"from": "2026-10-25T02:30:00", "to": "2026-10-26"}, "ambiguous_local_time"),
        ({"time_zone": "Mars/Olympus"}, "unknown_time_zone"),
        ({"time_zone": "../../etc/passwd"}, "unknown_time_zone"),
        ({"duration_min": "7"}, "duration_not_allowed"),
        ({"party_size": "2"}, "party_too_large"),
        ({"party_size": "0"}, "invalid_field"),
        ({"party_size": "9" * 40}, "invalid_field"),
        ({"limit": "0"}, "invalid_field"),
        ({"limit": "1e99"}, "invalid_field"),
        ({"weekdays": "funday"}, "invalid_field"),
        ({"not_before": "25:00"}, "invalid_field"),
        ({"organization_id": "o_other"}, "unknown_field"),
        ({"staff_id": "a\x00b"}, "invalid_field"),
        ({"service_id": ""}, "invalid_field"),
        ({"staff": "Dana"}, "unknown_field"),
        ({"time_zone": "localtime"}, "unknown_time_zone"),
        ({"time_zone": "posixrules"}, "unknown_time_zone"),
        ({"time_zone": "Factory"}, "unknown_time_zone"),
        ({"time_zone": "right/Europe/Berlin"}, "unknown_time_zone"),
        ({"from": "2026-11-24T10:00+02:00[Europe/Berlin]"}, "invalid_field"),
        ({"from": "2026-11-24T10:00+01:00[Factory]"}, "unknown_time_zone"),
        ({"from": "2026-11-24T10:00+01:00[u-ca=hebrew]"}, "invalid_field"),
        ({"from": "2026-11-24T10:00 +01:00"}, "invalid_field"),
    ],
)
async def test_what_cannot_be_asked(program: Program, query: dict[str, str], code: str) -> None:
    answer = await program.gets(
        "/availability", **({"service_id": program.salon.services["Haircut"]} | query)
    )
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("from=2026-11-24T10:00:00+01:00", "from=2026-11-24T10:00:00%2B01:00"),
        ("from=2026-11-24T10:00+01:00", "from=2026-11-24T10:00:00%2B01:00"),
        ("from=2026-11-24T10:00:00%2B0100", "from=2026-11-24T10:00:00%2B01:00"),
        ("from=2026-11-24T10:00:00-0500", "from=2026-11-24T10:00:00-05:00"),
        ("from=2026-11-24T10:00:00%2B01:00[Europe/Berlin]", "from=2026-11-24T10:00:00%2B01:00"),
        ("from=2026-11-24T10:00:00[America/New_York]", "from=2026-11-24T10:00:00-05:00"),
        ("from=2026-11-24T09:00:00Z[Europe/Berlin]", "from=2026-11-24T10:00:00%2B01:00"),
        ("staff_id=&location_id=&page_token=&party_size=", ""),
        ("from=&to=&date=2026-11-24", "date=2026-11-24"),
        ("weekdays=MON,TUE", "weekdays=mon,tue"),
        ("weekdays=mon,%20Tue", "weekdays=mon,tue"),
        ("weekdays=", ""),
        ("not_before=9:00&not_after=9:30:00", "not_before=09:00&not_after=09:30"),
        ("time_zone=Asia/Calcutta", "time_zone=Asia/Calcutta"),
    ],
)
async def test_what_clients_write_otherwise_means_the_same(program: Program, raw: str, plain: str) -> None:
    asked = f"/api/v1/availability?service_id={program.salon.services['Haircut']}&"
    first, second = [await program.http.get(asked + query, headers=program.auth) for query in (raw, plain)]
    assert first.status_code == second.status_code == 200, first.text
    found, right = ([one["start"] for one in answer.json()["items"]] for answer in (first, second))
    assert found == right != []


async def test_a_parameter_is_given_once(program: Program) -> None:
    answer = await program.http.get("/api/v1/services?page_size=1&page_size=2", headers=program.auth)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "page_size")


async def test_explain_names_the_first_rule_for_everybody(program: Program) -> None:
    service = program.salon.services["Haircut"]
    sunday = (
        await program.gets("/availability/explain", service_id=service, start="2026-11-29T10:00:00+01:00")
    ).json()
    assert (sunday["bookable"], sunday["blocked_by"]) == (False, "closed")
    monday = (
        await program.gets("/availability/explain", service_id=service, start="2026-11-23T10:00:00+01:00")
    ).json()
    assert monday["bookable"]
    # Dana does not work on Mondays.
    assert {one["name"]: one["blocked_by"] for one in monday["resources"]} == {
        "Dana": "closed",
        "Miriam": None,
    }


async def test_a_slot_is_good_for_half_an_hour(program: Program, api_clock: FrozenClock) -> None:
    slot = (await program.slots())[0]
    with later(api_clock, timedelta(minutes=9)):
        assert (await program.posts("/hold", {"slot_id": slot["slot_id"]}, key="one")).status_code == 201
    with later(api_clock, timedelta(minutes=32)):
        grant = {"grant_type": "client_credentials"}
        auth = (program.client_id, program.secret)
        token = (await program.http.post("/oauth/token", data=grant, auth=auth)).json()["access_token"]
        answer = await program.http.post(
            f"{API}/appointments/hold",
            json={"slot_id": slot["slot_id"]},
            headers={"Authorization": f"Bearer {token}", "Idempotency-Key": "two"},
        )
    assert (answer.status_code, answer.json()["code"]) == (410, "slot_token_expired")


async def test_a_slot_cannot_be_written_by_anybody_else(program: Program) -> None:
    slot_id = (await program.slots())[0]["slot_id"]
    body, _, signature = slot_id.partition(".")
    for forged in (body, f"{body}.", f"{body}.{signature[:-2]}AA", f"A{slot_id}", "....", "-"):
        answer = await program.posts("/hold", {"slot_id": forged}, key="forged")
        assert answer.status_code == 404, forged


async def test_another_location_keeps_its_own_clock(program: Program, core: BookingCore) -> None:
    async with core.sessions() as session, session.begin():
        location = await session.get_one(Location, program.salon.location_id)
        location.time_zone = "Asia/Kolkata"
    slot = (await program.slots())[0]
    assert slot["time_zone"] == "Asia/Kolkata"
    assert slot["start"].endswith("+05:30")
