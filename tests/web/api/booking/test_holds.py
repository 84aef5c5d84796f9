"""Holding over HTTP: kept, extended, let go, replaced, refused; and what became of it."""

import asyncio
from datetime import timedelta

import httpx
import pytest

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ClientLimits
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.web.api.conftest import Program, later, program_of


async def test_a_hold_says_what_it_is(program: Program) -> None:
    hold = await program.holds(ttl_s=120)
    assert hold["expires_at"] == "2026-11-23T08:02:00+01:00"
    assert hold["required_fields"] == ["customer.name", "customer.email|phone"]
    assert hold["policy"]["cancellation_cutoff_min"] == 120
    assert hold["slot"]["staff"][0]["name"] in {"Dana", "Miriam"}


async def test_extending_ends(program: Program) -> None:
    body = {"hold_id": (await program.holds())["hold_id"]}
    left = [(await program.posts("/hold/extend", body)).json()["extensions_left"] for _ in range(3)]
    assert left == [2, 1, 0]
    refused = await program.posts("/hold/extend", body)
    assert (refused.status_code, refused.json()["code"]) == (422, "hold_extension_limit")


async def test_releasing_twice_is_a_success(program: Program) -> None:
    body = {"hold_id": (await program.holds())["hold_id"]}
    for _ in range(2):
        answer = await program.posts("/hold/release", body)
        assert (answer.status_code, answer.json()["status"]) == (200, "released")
    extended = await program.posts("/hold/extend", body)
    assert (extended.status_code, extended.json()["code"]) == (409, "hold_released")
    confirmed = await program.confirms(body["hold_id"])
    assert (confirmed.status_code, confirmed.json()["code"]) == (409, "hold_released")


async def test_a_consumed_hold_is_not_released(program: Program) -> None:
    hold_id = (await program.holds())["hold_id"]
    await program.confirms(hold_id)
    refused = await program.posts("/hold/release", {"hold_id": hold_id})
    assert (refused.status_code, refused.json()["code"]) == (409, "hold_consumed")
    outcome = (await program.gets(f"/appointments/holds/{hold_id}")).json()
    assert outcome["status"] == "confirmed"
    assert outcome["appointment_id"].startswith("apt_")


async def test_a_replaced_hold_makes_room(program: Program) -> None:
    first, second, *_ = await program.slots("Massage", "2026-11-25")
    old = await program.holds(first)
    await program.holds(second, replaces_hold_id=old["hold_id"])
    outcome = await program.gets(f"/appointments/holds/{old['hold_id']}")
    assert outcome.json()["status"] == "replaced"


async def test_a_held_time_is_refused_with_others_that_can_be_held(
    program: Program, http: httpx.AsyncClient, core: BookingCore
) -> None:
    rival = await program_of(http, core, program.salon)
    slot = (await program.slots("Massage", "2026-11-25"))[4]
    await program.holds(slot)
    refused = await rival.posts("/hold", {"slot_id": slot["slot_id"]}, key="one")
    assert (refused.status_code, refused.json()["code"]) == (409, "slot_held")
    assert refused.headers["Retry-After"] == str(refused.json()["retry_after_s"])
    alternatives = refused.json()["alternatives"]
    assert 1 <= len(alternatives) <= 3
    held = await rival.posts("/hold", {"slot_id": alternatives[0]["slot_id"]}, key="one")
    assert held.status_code == 201


async def test_one_time_is_held_once_by_many_at_once(program: Program) -> None:
    slot = (await program.slots("Massage", "2026-11-25"))[0]
    answers = await asyncio.gather(
        *(program.posts("/hold", {"slot_id": slot["slot_id"]}, key=new_id("key")) for _ in range(20))
    )
    codes = [answer.status_code for answer in answers]
    assert (codes.count(201), codes.count(409)) == (1, 19)


async def test_a_client_has_a_limit_of_holds(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon
) -> None:
    program = await program_of(http, core, salon, *Scope, limits=ClientLimits(holds_at_once=2))
    slots = await program.slots()
    for slot in (slots[0], slots[3]):
        await program.holds(slot)
    refused = await program.posts("/hold", {"slot_id": slots[12]["slot_id"]}, key="one too many")
    assert refused.status_code == 400
    refused = await program.posts("/hold", {"slot_id": slots[12]["slot_id"]}, key="one-too-many")
    assert (refused.status_code, refused.json()["code"]) == (429, "hold_limit_reached")
    assert int(refused.headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ("2026-11-29T10:00:00+01:00", "outside_hours"),
        ("2026-11-23T08:30:00+01:00", "outside_hours"),
        ("2026-11-24T10:07:00+01:00", "off_grid"),
        ("2026-11-24T10:00:30+01:00", "off_grid"),
        ("2027-06-01T10:00:00+02:00", "too_far"),
        ("2027-03-28T02:30:00", "nonexistent_local_time"),
        ("2026-10-25T02:30:00", "ambiguous_local_time"),
        ("9999-12-31T23:59:59-23:59", "invalid_field"),
        ("tomorrow", "invalid_field"),
    ],
)
async def test_a_rule_is_named(program: Program, start: str, code: str) -> None:
    body = {"service_id": program.salon.services["Haircut"], "start": start}
    answer = await program.posts("/hold", body, key="one")
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text


async def test_sooner_than_the_notice_is_too_soon(program: Program, api_clock: FrozenClock) -> None:
    body = {"service_id": program.salon.services["Haircut"], "start": "2026-11-23T09:00:00+01:00"}
    with later(api_clock, timedelta(minutes=1)):
        answer = await program.posts("/hold", body, key="one")
    assert (answer.status_code, answer.json()["code"]) == (422, "too_soon")
    # Of refusals nothing is kept: the same key may be tried again, and an hour before it is exactly in time.
    assert (await program.posts("/hold", body, key="one")).status_code == 201


async def test_an_expired_hold_offers_its_time_anew(program: Program, api_clock: FrozenClock) -> None:
    hold = await program.holds(ttl_s=60)
    with later(api_clock, timedelta(minutes=2)):
        expired = await program.confirms(hold["hold_id"])
        assert (expired.status_code, expired.json()["code"]) == (409, "hold_expired")
        assert expired.json()["details"]["slot_still_free"] is True
        outcome = await program.gets(f"/appointments/holds/{hold['hold_id']}")
        assert outcome.json()["status"] == "expired"
        anew = await program.posts("/hold", {"slot_id": expired.json()["details"]["slot_id"]}, key="anew")
        assert anew.status_code == 201
        await program.posts("/hold/release", {"hold_id": anew.json()["hold_id"]})
        rebooked = await program.confirms(hold["hold_id"], if_expired="rebook_same_slot")
        assert rebooked.status_code == 201, rebooked.text
