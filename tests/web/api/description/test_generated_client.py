"""A client generated from our OpenAPI document, as it comes out of the generator, books, moves and
cancels."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.web.api.conftest import Program
from tests.web.api.description.conftest import Generated

# Beyond the two months in which the demo salon takes bookings.
LATE = datetime(2027, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
async def generated(generate: Callable[[Program], Awaitable[Generated]], program: Program) -> Generated:
    return await generate(program)


async def test_a_generated_client_books_moves_and_cancels(generated: Generated, salon: DemoSalon) -> None:
    await asyncio.to_thread(books_moves_and_cancels, generated, salon)


def books_moves_and_cancels(zimun: Generated, salon: DemoSalon) -> None:
    """Nothing here is written by hand: every name is one the generator found in the document."""
    models, haircut = zimun.models, salon.services["Haircut"]
    assert {service.id for service in zimun.call("list_services").items} >= {haircut}
    slots = zimun.call("get_availability", service_id=haircut, date=date(2026, 11, 24)).items
    hold = zimun.call("hold", body=models.HoldBody(slot_id=slots[0].slot_id), idempotency_key=new_id("key"))
    customer = models.CustomerBody(name="Ada", email="ada@example.com")
    confirm = models.ConfirmBody(hold_id=hold.hold_id, customer=customer)
    booked = zimun.call("confirm", body=confirm, idempotency_key=new_id("key"))
    assert (booked.status, booked.start) == ("confirmed", slots[0].start)

    elsewhere = slots[0].start + timedelta(days=1)
    move = models.RescheduleBody(appointment_id=booked.id, start=elsewhere, expected_version=booked.version)
    moved = zimun.call("reschedule", body=move, idempotency_key=new_id("key"))
    assert (moved.id, moved.start, moved.previous.start) == (booked.id, elsewhere, booked.start)

    new_hold = models.HoldBody(reschedule_of=booked.id, slot_id=slots[4].slot_id)
    kept = zimun.call("hold", body=new_hold, idempotency_key=new_id("key"))
    back = models.RescheduleBody(appointment_id=booked.id, hold_id=kept.hold_id)
    assert zimun.call("reschedule", body=back, idempotency_key=new_id("key")).start == slots[4].start

    gone = zimun.call("cancel", body=models.CancelBody(appointment_id=booked.id, reason="ill"))
    assert (gone.status, gone.already) == ("cancelled", False)
    assert zimun.call("get_appointment", booked.id).status == "cancelled"


async def test_a_generated_client_reads_a_refusal_and_the_times_it_offers(
    generated: Generated, salon: DemoSalon
) -> None:
    too_far = generated.models.HoldBody(service_id=salon.services["Haircut"], start=LATE)
    refused = await asyncio.to_thread(generated.call, "hold", body=too_far, idempotency_key=new_id("key"))
    assert (refused.status, refused.code) == (422, "too_far")
    offered = generated.models.HoldBody(slot_id=refused.alternatives[0].slot_id)
    hold = await asyncio.to_thread(generated.call, "hold", body=offered, idempotency_key=new_id("key"))
    assert hold.slot.start == refused.alternatives[0].start


def test_the_document_hides_no_field_behind_alternatives(document: dict[str, Any]) -> None:
    """Generators make a type of each branch of these, and lose what stands beside them."""
    for name, schema in document["components"]["schemas"].items():
        assert not {"anyOf", "oneOf", "allOf"} & schema.keys(), name


def test_every_instant_is_said_to_be_one(document: dict[str, Any]) -> None:
    named = re.compile(r"start|end|as_of|\w+_(at|time|since)")
    untold = [
        f"{kind}.{name}"
        for kind, schema in document["components"]["schemas"].items()
        for name, field in schema["properties"].items()
        if named.fullmatch(name)
        and field.get("type") != "boolean"
        and '"date-time"' not in msgspec.json.encode(field).decode()
    ]
    assert untold == []
