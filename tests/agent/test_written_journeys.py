"""The written journeys of ``evals/``: each is played to the built-in receptionist, and the database is looked at afterwards."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select

from booking_core.appointments import Appointment
from booking_core.core import BookingCore
from booking_core.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.cast import BERLIN, MONDAY

JOURNEYS = yaml.safe_load((Path(__file__).parent.parent.parent / "evals" / "booking.yaml").read_text("utf-8"))
MOST_TURNS = 6


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey["name"])
async def test_a_written_journey_ends_as_it_should(
    core: BookingCore, salon: DemoSalon, journey: dict[str, Any]
) -> None:
    customer = Chatter(core, salon)
    for text in journey["customer"]:
        await customer.says(text)
    async with core.sessions() as session:
        found = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        booked = list(await session.scalars(found))
    if journey["books"] is None:
        assert booked == []
    else:
        [appointment] = booked
        assert described(salon, appointment, journey["books"]) == journey["books"]
    assert customer.turns_taken <= MOST_TURNS


def described(salon: DemoSalon, appointment: Appointment, wanted: dict[str, Any]) -> dict[str, Any]:
    """The appointment in the words of the journey: what was asked for and fits is repeated, anything else shows."""
    start = appointment.starts_at.astimezone(BERLIN)
    clock, day = f"{start:%H:%M}", (start.date() - MONDAY.date()).days
    fits = wanted["from"] <= clock <= wanted["to"]
    facts: dict[str, Any] = {
        "service": next(name for name, id_ in salon.services.items() if id_ == appointment.service_id),
        "day": wanted["day"] if isinstance(wanted["day"], list) and day in wanted["day"] else day,
        "from": wanted["from"] if fits else clock,
        "to": wanted["to"] if fits else clock,
    }
    if "staff" in wanted:
        facts["staff"] = next(
            name for name, id_ in salon.resources.items() if id_ in appointment.resource_ids
        )
    if "party_size" in wanted:
        facts["party_size"] = appointment.party_size
    return facts
