"""Every block of an answer with hostile words in every field."""

from typing import Any

MOMENTS = {
    "start": "2030-01-07T10:00:00+01:00",
    "end": "2030-01-07T11:00:00+01:00",
    "time_zone": "Europe/Berlin",
}


def blocks_of(words: str) -> list[dict[str, Any]]:
    """The words in every place of every kind of block."""
    found = [*choices_of(words), *forms_of(words), *bookings_of(words), {"type": words}]
    common = {"state": "open", "fallback_text": words}
    return [{"id": f"b{number}", **one, **common} for number, one in enumerate(found, 1)]


def choices_of(words: str) -> list[dict[str, Any]]:
    option = {"input_id": words, "label": words}
    service = {"input_id": "i", "name": words, "description": words, "duration_min": 5, "price": None}
    time = {"input_id": "i", "staff": words, "seats_left": None, **MOMENTS}
    return [
        {"type": "quick_replies", "options": [option]},
        {"type": "service_list", "services": [service]},
        {
            "type": "slot_picker",
            "service": words,
            "time_zone": "Europe/Berlin",
            "days": [{"date": "2030-01-07", "times": [time]}],
            "more": option,
        },
    ]


def forms_of(words: str) -> list[dict[str, Any]]:
    field = {
        "name": "n",
        "type": "text",
        "label": words,
        "hint": words,
        "value": words,
        "required": True,
        "autocomplete": words,
    }
    return [
        {"type": "form", "input_id": "i", "title": words, "submit_label": words, "fields": [field]},
        {
            "type": "summary",
            "title": words,
            "rows": [{"label": words, "value": words}],
            "price": None,
            "expires_at": None,
            "actions": [{"input_id": words, "label": words, "style": words}],
            "outcome": None,
        },
    ]


def bookings_of(words: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "booking_card",
            "title": words,
            "status": "confirmed",
            "code": words,
            "service": words,
            "staff": words,
            "location": {"name": words, "address": words},
            "price": None,
            "calendar": {"ics_url": words, "google_url": words, "outlook_url": "javascript:hacked()"},
            **MOMENTS,
        },
        {"type": "contact_fallback", "text": words, "phone": words, "email": words},
    ]
