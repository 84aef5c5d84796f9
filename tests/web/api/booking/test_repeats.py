"""Repeats: the same key and the same request is the same answer, once; anything else is refused."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.live_holds.hold_book import AcquireRequest
from booking_core.maintenance.purge import purge
from booking_core.storage.audit import Actor
from booking_core.storage.idempotency import IdempotencyKey
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.web.api.conftest import Program

CUSTOMER = {"name": "Ada", "email": "ada@example.com"}


async def appointments_of(core: BookingCore, program: Program) -> int:
    async with core.sessions() as session, session.begin():
        count = await session.scalar(
            select(func.count())
            .select_from(Appointment)
            .where(Appointment.organization_id == program.salon.organization_id)
        )
        return count or 0


async def test_a_repeat_is_the_same_answer(program: Program) -> None:
    slot = (await program.slots())[0]
    first = await program.posts("/hold", {"slot_id": slot["slot_id"]}, key="one")
    again = await program.posts("/hold", {"slot_id": slot["slot_id"]}, key="one")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"


async def test_spelling_does_not_make_another_request(program: Program) -> None:
    hold_id = (await program.holds())["hold_id"]
    first = await program.posts("/confirm", {"hold_id": hold_id, "customer": CUSTOMER}, key="one")
    spelled = {"if_expired": "fail", "customer": dict(reversed(CUSTOMER.items())), "hold_id": hold_id}
    again = await program.posts("/confirm", spelled, key="one")
    assert again.content == first.content


async def test_a_key_is_for_one_request(program: Program) -> None:
    first, second, *_ = await program.slots()
    await program.posts("/hold", {"slot_id": first["slot_id"]}, key="one")
    other = await program.posts("/hold", {"slot_id": second["slot_id"]}, key="one")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


async def test_the_same_key_of_another_operation_or_client_is_another_key(
    program: Program, other_program: Program
) -> None:
    hold = await program.posts("/hold", {"slot_id": (await program.slots())[0]["slot_id"]}, key="one")
    assert (await program.confirms(hold.json()["hold_id"], key="one")).status_code == 201
    other = await other_program.posts(
        "/hold", {"slot_id": (await other_program.slots())[0]["slot_id"]}, key="one"
    )
    assert other.status_code == 201


@pytest.mark.parametrize("path", ["/hold", "/confirm", "/reschedule"])
async def test_a_key_is_needed(program: Program, path: str) -> None:
    bodies = {
        "/hold": {"service_id": program.salon.services["Haircut"], "start": "2026-11-24T10:00:00+01:00"},
        "/confirm": {"hold_id": "hold_x", "customer": CUSTOMER},
        "/reschedule": {"appointment_id": "apt_x", "start": "2026-11-24T10:00:00+01:00"},
    }
    answer = await program.posts(path, bodies[path])
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_required")


@pytest.mark.parametrize("key", ["a b", "ä", "k" * 256])
async def test_a_key_is_visible_characters(program: Program, key: str) -> None:
    headers = [(b"Idempotency-Key", key.encode()), (b"Authorization", program.auth["Authorization"].encode())]
    answer = await program.http.post("/api/v1/appointments/hold", json={"slot_id": "x"}, headers=headers)
    assert answer.status_code == 400


async def test_a_refusal_does_not_use_the_key_up(program: Program) -> None:
    hold_id = (await program.holds())["hold_id"]
    bad = {"hold_id": hold_id, "customer": {"name": "Ada", "email": "not an address"}}
    refused = await program.posts("/confirm", bad, key="one")
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_contact")
    good = await program.posts("/confirm", {"hold_id": hold_id, "customer": CUSTOMER}, key="one")
    assert good.status_code == 201


async def test_sixteen_at_once_are_one(program: Program, core: BookingCore) -> None:
    hold_id = (await program.holds())["hold_id"]
    answers = await asyncio.gather(*(program.confirms(hold_id, key="one") for _ in range(16)))
    done = [answer for answer in answers if answer.status_code == 201]
    assert done
    assert {answer.content for answer in done} == {done[0].content}
    assert {answer.json()["code"] for answer in answers if answer.status_code != 201} <= {
        "idempotency_in_progress"
    }
    assert await appointments_of(core, program) == 1


async def test_sixteen_keys_at_once_are_one_appointment(program: Program, core: BookingCore) -> None:
    hold_id = (await program.holds())["hold_id"]
    answers = await asyncio.gather(*(program.confirms(hold_id) for _ in range(16)))
    assert sorted({answer.status_code for answer in answers}) == [200, 201]
    assert [answer.status_code for answer in answers].count(201) == 1
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await appointments_of(core, program) == 1


async def test_sixteen_holds_at_once_with_one_key_are_one(program: Program) -> None:
    slot = (await program.slots())[0]
    answers = await asyncio.gather(
        *(program.posts("/hold", {"slot_id": slot["slot_id"]}, key="one") for _ in range(16))
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1


async def test_what_is_stored_shows_nothing_of_the_customer(program: Program, core: BookingCore) -> None:
    await program.books()
    async with core.sessions() as session, session.begin():
        statement = text("SELECT body FROM idempotency_keys WHERE organization_id = :id")
        bodies = (await session.scalars(statement, {"id": program.salon.organization_id})).all()
    assert bodies
    assert not any(b"ada@example.com" in body for body in bodies)


async def test_an_erased_answer_is_gone_and_not_done_again(program: Program, core: BookingCore) -> None:
    hold_id = (await program.holds())["hold_id"]
    key = new_id("key")
    appointment = (await program.confirms(hold_id, key=key)).json()
    owner, visits = program.salon.organization_id, Actor("console", "owner")
    booked = await core.transaction(owner, visits, lambda desk: desk.find(appointment["id"]))
    await core.transaction(owner, visits, lambda desk: desk.cancel(booked.id))
    await core.transaction(owner, visits, lambda desk: desk.erase_customer(booked.customer_id))
    again = await program.confirms(hold_id, key=key)
    assert (again.status_code, again.json()["code"]) == (410, "answer_erased")


async def test_old_keys_are_purged_and_young_ones_kept(
    program: Program, core: BookingCore, clock: FrozenClock
) -> None:
    await program.books()
    of_salon = IdempotencyKey.organization_id == program.salon.organization_id
    for later, left in ((timedelta(hours=47), 2), (timedelta(hours=2), 0)):
        clock.advance(later)
        await purge(core)
        async with core.sessions() as session, session.begin():
            assert (
                await session.scalar(select(func.count()).select_from(IdempotencyKey).where(of_salon)) == left
            )


async def test_a_replay_frees_the_hold_that_a_dead_worker_left(program: Program, core: BookingCore) -> None:
    slot = (await program.slots())[0]
    held = await program.holds(slot)
    first = await program.confirms(held["hold_id"], key="one")
    wish = AcquireRequest(
        hold_id=held["hold_id"],
        owner=f"api:{program.client_id}",
        block=held["hold_id"],
        start=datetime.fromisoformat(slot["start"]),
        end=datetime.fromisoformat(slot["end"]),
        candidates=((slot["staff"][0]["id"],),),
    )
    await core.holds.acquire(program.salon.organization_id, wish)
    again = await program.confirms(held["hold_id"], key="one")
    assert (again.content, again.headers["Idempotency-Replayed"]) == (first.content, "true")
    assert await core.holds.live(program.salon.organization_id, program.salon.resources.values()) == []


async def test_after_a_customer_is_erased_no_key_tells_of_them(
    program: Program, core: BookingCore, api_clock: FrozenClock
) -> None:
    hold_id = (await program.holds())["hold_id"]
    made = (await program.confirms(hold_id, key="one")).json()
    await program.posts("/cancel", {"appointment_id": made["id"], "reason": "Ada is ill"}, key="two")
    owner = Actor("console", "op_owner")
    await core.transaction(
        program.salon.organization_id, owner, lambda desk: desk.erase_customer(made["customer"]["id"])
    )
    again = await program.confirms(hold_id, key="one")
    assert (again.status_code, again.json()["code"]) == (410, "answer_erased")
    again = await program.posts("/cancel", {"appointment_id": made["id"], "reason": "Ada is ill"}, key="two")
    assert (again.status_code, again.json()["code"]) == (410, "answer_erased")
    shown = (await program.gets(f"/appointments/{made['id']}")).json()
    assert (shown["customer"]["name"], shown["customer"]["email"], shown["cancel_reason"]) == (
        "(erased)",
        None,
        None,
    )
