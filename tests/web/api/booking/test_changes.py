"""Appointments over HTTP: confirmed on agreed terms, read by version, moved, cancelled, listed."""

import httpx
import pytest

from booking_core.access.scopes import Scope
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.storage.ids import new_id
from tests.web.api.conftest import Program, program_of

CUSTOMER = {"name": "Ada", "email": "ada@example.com"}


async def test_the_price_is_the_one_that_was_held(program: Program, core: BookingCore) -> None:
    hold = await program.holds()
    async with core.sessions() as session, session.begin():
        service = await session.get_one(Service, program.salon.services["Haircut"])
        service.price = service.price and service.price * 2
    wrong = await program.confirms(hold["hold_id"], expected_price={"amount": "90.00", "currency": "EUR"})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "price_changed")
    right = await program.confirms(hold["hold_id"], expected_price=hold["price"])
    assert right.json()["price"] == {"amount": "45.00", "currency": "EUR"}


async def test_a_slot_of_another_price_is_gone(program: Program, core: BookingCore) -> None:
    slot = (await program.slots())[0]
    async with core.sessions() as session, session.begin():
        service = await session.get_one(Service, program.salon.services["Haircut"])
        service.price = service.price and service.price + 1
    answer = await program.posts("/hold", {"slot_id": slot["slot_id"]}, key="one")
    assert (answer.status_code, answer.json()["code"]) == (410, "slot_token_expired")


async def test_confirming_late_and_with_another_key_is_the_same_appointment(program: Program) -> None:
    hold_id = (await program.holds())["hold_id"]
    first = await program.confirms(hold_id)
    again = await program.confirms(hold_id)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["id"] == first.json()["id"]


async def test_confirming_again_for_somebody_else_says_that_it_stands_under_the_first(
    program: Program,
) -> None:
    hold_id = (await program.holds())["hold_id"]
    first = (await program.confirms(hold_id)).json()
    assert "customer_as_given" not in first
    for customer, is_as_given in (
        ({"name": "ADA ", "email": "Ada@example.com"}, True),
        ({"name": "Ben", "email": "ada@example.com"}, False),
        ({"name": "Ada", "email": "ben@example.com"}, False),
        ({"name": "Ada", "phone": "+49 30 5550142"}, False),
    ):
        again = (await program.confirms(hold_id, customer=customer)).json()
        assert (again["id"], again["customer_as_given"]) == (first["id"], is_as_given)
        assert again["customer"] == first["customer"]


@pytest.mark.parametrize(
    ("customer", "status", "code"),
    [
        ({"name": "Ada"}, 422, "missing_fields"),
        ({"email": "ada@example.com"}, 422, "missing_fields"),
        ({"name": "Ada", "email": "nonsense"}, 422, "invalid_contact"),
        ({"name": "Ada", "phone": "12"}, 422, "invalid_contact"),
        ({"name": "Ada", "email": None, "phone": None}, 422, "missing_fields"),
        ({"name": "A\x00da", "email": "ada@example.com"}, 422, "invalid_field"),
        ({"name": "A" * 300, "email": "ada@example.com"}, 422, "invalid_field"),
        ({"name": "Ada", "email": "ada@example.com", "role": "owner"}, 422, "unknown_field"),
        ({"name": 7, "email": "ada@example.com"}, 422, "invalid_field"),
        ({"name": "Ada", "email": "ada@example.com", "time_zone": "Mars"}, 422, "unknown_time_zone"),
        ("Ada", 422, "invalid_field"),
    ],
)
async def test_a_wrong_customer_keeps_the_hold(
    program: Program, customer: object, status: int, code: str
) -> None:
    hold_id = (await program.holds())["hold_id"]
    answer = await program.posts("/confirm", {"hold_id": hold_id, "customer": customer}, key="one")
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert (await program.gets(f"/appointments/holds/{hold_id}")).json()["status"] == "held"


@pytest.mark.parametrize(
    ("customer", "name", "email", "phone"),
    [
        (
            {"name": "Ada", "email": "Ada Byron <ada@example.com>"},
            "Ada", "ada@example.com", None,
        ),
        ({"name": "\u202aDana Levi\u202c", "email": "dana@example.com,"}, "Dana Levi", "dana@example.com",
            None),
        (
            {"name": "علی\u200cرضا کریمی", "phone": "\u202a+49 151 23456789\u202c"},
            "علی\u200cرضا کریمی", None, "+4915123456789",
        ),
        ({"name": "Jose\u0301", "email": "\u200bjose@exam\u200bple.com"}, "José", "jose@example.com", None),
    ],
)  # fmt: skip
async def test_a_customer_is_kept_as_they_were_meant(
    program: Program, customer: dict[str, str], name: str, email: str | None, phone: str | None
) -> None:
    hold_id = (await program.holds())["hold_id"]
    answer = await program.posts("/confirm", {"hold_id": hold_id, "customer": customer}, key="one")
    assert answer.status_code == 201, answer.text
    kept = answer.json()["customer"]
    assert (kept["name"], kept["email"], kept["phone"]) == (name, email, phone)


async def test_an_extension_is_refused_in_so_many_words(program: Program) -> None:
    customer = {"name": "Ada", "phone": "030 5550142 ext 12"}
    body = {"hold_id": (await program.holds())["hold_id"], "customer": customer}
    answer = await program.posts("/confirm", body, key="one")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_contact")
    assert "Extensions cannot be noted" in answer.text


async def test_a_wrong_address_is_named_where_it_was_sent(program: Program) -> None:
    customer = {"name": "Ada", "email": "nonsense"}
    body = {"hold_id": (await program.holds())["hold_id"], "customer": customer}
    answer = await program.posts("/confirm", body, key="one")
    assert [wrong["field"] for wrong in answer.json()["errors"]] == ["customer.email"]


@pytest.mark.parametrize(
    "field",
    [{"status": "completed"}, {"price": {"amount": "0.01", "currency": "EUR"}}, {"organization_id": "o"}],
)
async def test_nobody_says_what_is_not_theirs_to_say(program: Program, field: dict[str, object]) -> None:
    hold_id = (await program.holds())["hold_id"]
    answer = await program.posts("/confirm", {"hold_id": hold_id, "customer": CUSTOMER, **field}, key="one")
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_field")


async def test_a_version_is_read_once(program: Program) -> None:
    appointment = await program.books()
    read = await program.gets(f"/appointments/{appointment['id']}")
    etag = read.headers["ETag"]
    same = await program.gets(f"/appointments/{appointment['id']}", headers={"If-None-Match": etag})
    assert (same.status_code, same.content) == (304, b"")
    moved = {"appointment_id": appointment["id"], "start": "2026-11-26T12:00:00+01:00", "staff": "any"}
    assert (await program.posts("/reschedule", moved, key="one")).status_code == 200
    newer = await program.gets(f"/appointments/{appointment['id']}", headers={"If-None-Match": etag})
    assert (newer.status_code, newer.json()["version"]) == (200, 2)
    body = {"appointment_id": appointment["id"]}
    stale = await program.posts("/cancel", body, headers={"If-Match": etag})
    assert (stale.status_code, stale.json()["code"]) == (412, "precondition_failed")
    conflict = await program.posts("/cancel", body | {"expected_version": 1})
    assert (conflict.status_code, conflict.json()["code"]) == (409, "version_conflict")
    fresh = await program.posts("/cancel", body, headers={"If-Match": newer.headers["ETag"]})
    assert fresh.status_code == 200


async def test_moving_to_a_hold_a_slot_and_where_it_is(program: Program) -> None:
    appointment = await program.books()
    slots = await program.slots(day="2026-11-25", reschedule_of=appointment["id"])
    hold = await program.holds(slots[0], reschedule_of=appointment["id"])
    assert hold["purpose"] == "reschedule"
    assert hold["required_fields"] == []
    body = {"appointment_id": appointment["id"]}
    by_hold = await program.posts("/reschedule", body | {"hold_id": hold["hold_id"]}, key="one")
    assert by_hold.json()["start"] == slots[0]["start"]
    by_slot = await program.posts(
        "/reschedule", body | {"slot_id": slots[9]["slot_id"], "staff": "any"}, key="two"
    )
    assert (by_slot.json()["start"], by_slot.json()["version"]) == (slots[9]["start"], 3)
    nowhere = await program.posts("/reschedule", body | {"start": slots[9]["start"]}, key="three")
    assert (nowhere.json()["unchanged"], nowhere.json()["version"]) == (True, 3)
    for wrong in ({}, {"start": slots[9]["start"], "hold_id": hold["hold_id"]}):
        refused = await program.posts("/reschedule", body | wrong, key=new_id("key"))
        assert (refused.status_code, refused.json()["code"]) == (422, "conflicting_fields")


async def test_a_refused_move_leaves_the_old_time_booked(program: Program) -> None:
    first, *_, last = await program.slots("Massage", "2026-11-25")
    appointment, other = await program.books(first), await program.books(last)
    body = {"appointment_id": appointment["id"], "start": other["start"]}
    refused = await program.posts("/reschedule", body, key="one")
    assert (refused.status_code, refused.json()["code"]) == (409, "slot_taken")
    assert refused.json()["alternatives"]
    unmoved = (await program.gets(f"/appointments/{appointment['id']}")).json()
    assert (unmoved["start"], unmoved["version"]) == (first["start"], 1)


async def test_too_late_says_until_when(program: Program) -> None:
    today = (await program.slots(day="2026-11-23"))[0]
    appointment = await program.books(today)
    refused = await program.posts("/cancel", {"appointment_id": appointment["id"]})
    assert (refused.status_code, refused.json()["code"]) == (409, "outside_cancellation_window")
    assert "allowed_until" in refused.json()["details"]


async def test_the_list_is_in_order_in_pages_and_by_filter(program: Program) -> None:
    slots = await program.slots(day="2026-11-25")
    booked = [await program.books(slots[number]) for number in (20, 0, 10)]
    await program.posts("/cancel", {"appointment_id": booked[0]["id"]})
    first = (await program.gets("/appointments", page_size=2)).json()
    rest = (await program.gets("/appointments", page_size=2, page_token=first["next_page_token"])).json()
    assert [one["id"] for one in first["items"] + rest["items"]] == [booked[n]["id"] for n in (1, 2, 0)]
    assert rest["next_page_token"] is None
    confirmed = (await program.gets("/appointments", status="confirmed", **{"from": "2026-11-25"})).json()
    assert len(confirmed["items"]) == 2
    by_code = (await program.gets("/appointments", booking_code=booked[2]["booking_code"].lower())).json()
    assert [one["id"] for one in by_code["items"]] == [booked[2]["id"]]


async def test_the_calendar_file_is_where_it_is_said_to_be(program: Program) -> None:
    appointment = await program.books()
    file = await program.http.get(appointment["ics_url"])
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert appointment["booking_code"] not in file.text
    page = await program.http.get(appointment["manage_url"])
    assert (page.status_code, appointment["booking_code"] in page.text) == (200, True)


PERSONAL = {"customer", "answers", "cancel_reason"}


async def test_whoever_may_only_write_is_not_told_whose_appointment_it_is(
    program: Program, http: httpx.AsyncClient, core: BookingCore
) -> None:
    booked = await program.books()
    writer = await program_of(http, core, program.salon, Scope.APPOINTMENTS_WRITE)
    body = {"appointment_id": booked["id"]}
    stays = {**body, "start": booked["start"]}
    moves = {**body, "start": "2026-11-26T12:00:00+01:00", "staff": "any"}
    answers = [await writer.posts("/reschedule", stays, key="stays")]
    answers += [await writer.posts("/reschedule", moves, key="moves") for _ in range(2)]
    answers += [await writer.posts("/cancel", {**body, "reason": "a secret"}) for _ in range(2)]
    for answer in answers:
        assert answer.status_code == 200, answer.text
        assert not PERSONAL & set(answer.json())
        assert "ada@example.com" not in answer.text
    assert set((await program.posts("/cancel", body)).json()) >= PERSONAL


async def test_whoever_made_an_appointment_is_told_of_it_by_that_call_alone(
    program: Program, http: httpx.AsyncClient, core: BookingCore
) -> None:
    booker = await program_of(http, core, program.salon, Scope.APPOINTMENTS_WRITE, Scope.AVAILABILITY_READ)
    hold_id = (await booker.holds())["hold_id"]
    made = await booker.confirms(hold_id, key="one")
    assert made.json()["customer"]["email"] == "ada@example.com"
    assert (await booker.confirms(hold_id, key="one")).json() == made.json()
    again = await booker.confirms(hold_id, key="another")
    assert again.status_code == 200
    assert not PERSONAL & set(again.json())
