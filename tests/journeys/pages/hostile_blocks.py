"""Every block of an answer with hostile words in every field."""

from typing import Any


def blocks_of(words: str) -> list[dict[str, Any]]:
    """The words in every place of every kind of block."""
    common = {"state": "open", "fallback_text": words}
    option = {"input_id": words, "label": words}
    address = {"name": words, "address": words}
    calendar = {"ics_url": words, "google_url": words, "outlook_url": "javascript:hacked()"}
    moments = {
        "start": "2030-01-07T10:00:00+01:00",
        "end": "2030-01-07T11:00:00+01:00",
        "time_zone": "Europe/Berlin",
    }
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
        {"type": "quick_replies", "id": "b1", "options": [option], **common},
        {
            "type": "service_list",
            "id": "b2",
            "services": [
                {"input_id": "i", "name": words, "description": words, "duration_min": 5, "price": None}
            ],
            **common,
        },
        {
            "type": "slot_picker",
            "id": "b3",
            "service": words,
            "time_zone": "Europe/Berlin",
            "days": [
                {
                    "date": "2030-01-07",
                    "times": [{"input_id": "i", "staff": words, "seats_left": None, **moments}],
                }
            ],
            "more": option,
            **common,
        },
        {
            "type": "form",
            "id": "b4",
            "input_id": "i",
            "title": words,
            "submit_label": words,
            "fields": [field],
            **common,
        },
        {
            "type": "summary",
            "id": "b5",
            "title": words,
            "rows": [{"label": words, "value": words}],
            "price": None,
            "expires_at": None,
            "actions": [{**option, "style": words}],
            "outcome": None,
            **common,
        },
        {
            "type": "booking_card",
            "id": "b6",
            "title": words,
            "status": "confirmed",
            "code": words,
            "service": words,
            "staff": words,
            "location": address,
            "price": None,
            "calendar": calendar,
            **moments,
            **common,
        },
        {"type": "contact_fallback", "id": "b7", "text": words, "phone": words, "email": words, **common},
        {"type": words, "id": "b8", **common},
    ]
