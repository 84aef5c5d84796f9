"""Blocks of a booking as the chat has stored them."""

from datetime import datetime, timedelta
from typing import Any

from booking_core.appointments.appointment import Appointment
from booking_core.storage.ids import new_id
from tests.cast import BERLIN, at


def block(kind: str, **content: Any) -> dict[str, Any]:
    return {"type": kind, "id": new_id("b"), "state": "closed", "fallback_text": f"a {kind}", **content}


def local(moment: datetime) -> str:
    return moment.astimezone(BERLIN).isoformat()


SERVICES = block(
    "service_list",
    services=[
        {
            "input_id": "in_1",
            "name": "Haircut",
            "description": "Wash, cut and finish.",
            "duration_min": 45,
            "price": {"amount": "45.00", "currency": "EUR"},
        },
        {"input_id": "in_2", "name": "Free advice", "description": "", "duration_min": 10, "price": None},
    ],
)
TIMES = block(
    "slot_picker",
    service="Haircut",
    time_zone="Europe/Berlin",
    days=[
        {
            "date": "2026-11-24",
            "times": [
                {
                    "input_id": "in_3",
                    "start": local(at(1, 10) + timedelta(minutes=15 * n)),
                    "end": None,
                    "staff": "Dana",
                    "seats_left": None,
                }
                for n in range(6)
            ],
        }
    ],
    more={"input_id": "in_9", "label": "More times"},
)
FORM = block(
    "form",
    input_id="in_10",
    title="Your contact details",
    submit_label="Continue",
    fields=[
        {"name": "name", "type": "text", "label": "Your name", "required": True, "value": "Ada"},
        {"name": "email", "type": "email", "label": "Email", "required": False, "value": None},
    ],
)
SUMMARY = block(
    "summary",
    title="Shall I book this?",
    rows=[
        {"label": "Service", "value": "Haircut"},
        {"label": "With", "value": "Dana"},
        {"label": "When", "value": "Tue, 24 Nov, 10:00"},
    ],
    price={"amount": "45.00", "currency": "EUR"},
    expires_at=local(at(0, 8, 10)),
    actions=[
        {"input_id": "in_11", "label": "Book it", "style": "primary"},
        {"input_id": "in_12", "label": "Not like this", "style": "secondary"},
    ],
    outcome="agreed",
)


def card_of(appointment: Appointment) -> dict[str, Any]:
    return block(
        "booking_card",
        title="You are booked",
        status="confirmed",
        code=appointment.code,
        service="Haircut",
        staff="Dana",
        start=local(appointment.starts_at),
        end=local(appointment.ends_at),
        time_zone="Europe/Berlin",
        location={"name": "Salon Lavender", "address": "Lavendelweg 7, 10115 Berlin"},
        price={"amount": "45.00", "currency": "EUR"},
        calendar={"ics_url": "javascript:alert(1)", "google_url": "x", "outlook_url": "x"},
    )
