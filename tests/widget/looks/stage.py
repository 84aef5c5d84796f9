"""A conversation with everything it can show, and the times a page asks for: what a server would answer."""

import json
from datetime import date, timedelta
from typing import Any

from playwright.async_api import Page, Route

ZONE, PHONE = "Europe/Berlin", "+49 30 1234567"
FIRST = date(2030, 1, 7)
TIMES = ["09:00", "09:15", "12:30", "13:00", "18:00"]
PRICE = {"amount": "45", "currency": "EUR"}
SERVICE = {"id": "s", "name": "Haircut", "description": "Wash and cut.", "duration_min": 45, "price": PRICE}
PERSON = {"id": "p", "name": "Dana", "bio": "Colour specialist.", "picture": None, "services": ["s"]}
PLACE = {
    "name": "Lavender",
    "address": "Lavendelweg 7, Berlin",
    "time_zone": ZONE,
    "opens_at": "2030-01-07T09:00:00+01:00",
}
OPENING = {"places": [PLACE], "services": [SERVICE], "people": [PERSON]}
HELD_UNTIL = "2035-01-01T00:00:00Z"
ROWS = [{"label": "Service", "value": "Haircut"}, {"label": "When", "value": "Mon, Jan 7, 9:00"}]
FIELDS: list[dict[str, Any]] = [
    {"name": "name", "type": "text", "label": "Your name", "autocomplete": "name", "required": True},
    {"name": "email", "type": "email", "label": "Email", "autocomplete": "email", "required": False},
    {"name": "phone", "type": "tel", "label": "Phone", "autocomplete": "tel", "required": False},
    {"name": "note", "type": "textarea", "label": "A note", "required": False},
    {"name": "pets", "type": "yes_no", "label": "Pets?", "required": False},
    {"name": "hair", "type": "choice", "label": "Hair", "choices": ["long", "short"], "required": False},
]
CHECKOUT = {
    "title": "Your appointment",
    "rows": ROWS,
    "price": PRICE,
    "policy": "You can cancel it until Jan 6.",
    "expires_at": HELD_UNTIL,
    "submit_label": "Book",
}


def slot(day: date, clock: str) -> dict[str, Any]:
    start = f"{day}T{clock}:00+01:00"
    return {"slot_id": f"slot {start}", "input_id": f"in {start}", "start": start, "staff": None}


def card_of(status: str, code: str) -> dict[str, Any]:
    return {
        "type": "booking_card",
        "title": f"Appointment {code}",
        "status": status,
        "code": code,
        "service": "Haircut",
        "staff": "Dana",
        "start": "2030-01-07T09:00:00+01:00",
        "end": "2030-01-07T09:45:00+01:00",
        "time_zone": ZONE,
        "location": PLACE,
        "price": PRICE,
        "phone": PHONE,
        "actions": [{"input_id": f"{label} {code}", "label": label} for label in ("Move", "Cancel")],
        "again": {"service_id": "s", "location_id": "l", "staff_id": "p", "duration_min": 45},
        "calendar": dict.fromkeys(("ics_url", "google_url", "outlook_url"), "https://x.example"),
    }


def blocks() -> list[dict[str, Any]]:
    """Every kind of block, each open and, where that looks different, answered."""
    times = {"type": "slot_picker", "service": "Haircut", "price": PRICE, "time_zone": ZONE, "more": None}
    days = [{"date": str(FIRST), "times": [slot(FIRST, clock) for clock in TIMES]}]
    summary = {"type": "summary", "title": "Your appointment", "rows": ROWS, "price": PRICE, "actions": []}
    yes = {"input_id": "yes", "label": "Yes, book it", "style": "primary"}
    form = {"type": "form", "input_id": "f", "title": "How can we reach you?", "submit_label": "Send"}
    kinds = [
        {"type": "service_list", "services": [{**SERVICE, "input_id": "s"}]},
        {**times, "days": days},
        {**times, "days": days, "state": "closed"},
        {"type": "person", "person": PERSON, "services": [SERVICE]},
        {**form, "fields": FIELDS, "checkout": CHECKOUT},
        {**form, "fields": FIELDS},
        {**summary, "expires_at": HELD_UNTIL, "actions": [yes, {**yes, "label": "No", "style": "secondary"}]},
        {**summary, "outcome": "agreed", "state": "closed"},
        {"type": "date_picker", "input_id": "d", "min": str(FIRST), "max": "2030-03-01"},
        *(card_of(status, code) for status, code in (("confirmed", "AAAA"), ("pending_approval", "BBBB"))),
        card_of("cancelled", "CCCC") | {"note": "We are sorry: we had to cancel.\nThe water is off."},
        {
            "type": "contact_fallback",
            "text": "Call us.",
            "phone": PHONE,
            "email": "hi@example.com",
        },
        {"type": "quick_replies", "options": [{"input_id": "q", "label": "Prices"}]},
    ]
    common = {"state": "open", "fallback_text": ""}
    return [{**common, "id": f"b{number}", **kind} for number, kind in enumerate(kinds)]


def conversation() -> dict[str, Any]:
    """Said on two days, with every block, answered by somebody who joined."""
    last = {**card_of("confirmed", "DDDD"), "id": "last", "state": "open"}
    said = [
        {"role": "customer", "text": "A haircut, please", "created_at": "2029-12-30T10:00:00Z"},
        {"role": "assistant", "text": "**Here** is all:\n- one\n- two", "blocks": blocks()},
        {"role": "operator", "author": "Olive", "text": "Hello", "created_at": "2029-12-31T10:00:00Z"},
        {
            "role": "assistant",
            "text": "Done.",
            "blocks": [last],
        },
    ]
    messages = [{"id": f"m{number}", "blocks": [], **one} for number, one in enumerate(said)]
    return {
        "conversation_id": "c",
        "status": "bot",
        "organization": {},
        "messages": messages,
        "run": None,
        "hold": {"expires_at": HELD_UNTIL},
        "cursor": "",
        "server_time": "2029-12-31T12:00:00Z",
    }


def strip(wanted: dict[str, Any]) -> dict[str, Any]:
    first = date.fromisoformat(wanted["date"]) if wanted.get("date") else FIRST
    days = [first + timedelta(days=number) for number in range(wanted.get("days", 14))]
    return {
        **{"service_id": "s", "service": "Haircut", "duration_min": 45, "price": PRICE, "party_size": 1},
        **{"location_id": "l", "staff_id": wanted.get("staff_id"), "time_zone": ZONE, "places": []},
        "lengths": [
            {"duration_min": 45, "name": "", "price": PRICE},
            {"duration_min": 90, "name": "", "price": None},
        ],
        "people": [{"id": "p", "name": "Dana"}, {"id": "q", "name": "Miriam"}],
        "days": [{"date": str(day), "free": day.day % 3, "open": day.day % 3 > 0} for day in days],
        "last": "2030-12-31",
        "soonest": [slot(FIRST, clock) for clock in TIMES[:3]],
        "later": None,
    }


async def play(page: Page) -> None:
    """Answers whatever the page asks of the server."""

    async def answer(route: Route) -> None:
        path, wanted = route.request.url, route.request.post_data_json or {}
        if path.endswith("/days"):
            told = strip(wanted)
        elif path.endswith("/day"):
            day = date.fromisoformat(wanted["date"])
            told = {"date": str(day), "time_zone": ZONE, "times": [slot(day, clock) for clock in TIMES]}
        elif "/events" in path:
            return await route.fulfill(content_type="text/event-stream", body="event: hello\ndata: {}\n\n")
        else:
            told = conversation()
        return await route.fulfill(content_type="application/json", body=json.dumps(told))

    await page.route("**/chat/v1/**", answer)
