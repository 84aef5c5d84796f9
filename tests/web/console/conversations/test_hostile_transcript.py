"""Hostile text is text in a transcript, wherever it was written."""

from typing import Any

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.conversations.transcripts import read_shown
from tests.web.console.parsed import Parsed
from tests.web.console.rows import conversation, message, run, step
from tests.web.console.scene_blocks import block
from tests.web.console.stage import stored

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</dd></dl><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "**<b onclick=alert(1)>bold</b>**",
    "javascript:alert(1)",
    "<iframe srcdoc='<script>alert(1)</script>'>",
)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_text_wherever_it_was_written(
    core: BookingCore, salon: DemoSalon, text: str
) -> None:
    chat = conversation(salon, page=text, locale=text, time_zone=text)
    asked = message(chat, "customer", text, author=text)
    blocks = [*choices_of(text), *bookings_of(text)]
    work = run(chat, asked, engine=text, outcome=text)
    did = step(work, "tool", text, arguments={text: text, "deep": {text: [text]}}, result={text: text})
    await stored(core, chat, asked, message(chat, "assistant", text, *blocks), work, did)
    page = Parsed(await read_shown(core, salon, chat.id))
    assert page.tags.count("script") == 2, "our own two files"
    assert not {"img", "iframe", "b"} & {*page.tags}
    assert not page.handlers
    assert all(address.startswith(("/console/", "#main")) for address in page.addresses)
    assert text.replace("**", "") in page.text


def choices_of(text: str) -> list[dict[str, Any]]:
    price = {"amount": text, "currency": text}
    service = {"name": text, "description": text, "duration_min": text, "price": price}
    return [
        block("quick_replies", options=[{"input_id": text, "label": text}]),
        block("service_list", services=[service]),
        block(
            "slot_picker",
            service=text,
            time_zone=text,
            days=[{"date": text, "times": [{"start": text, "staff": text}]}],
            more={"label": text},
        ),
        block("form", title=text, submit_label=text, fields=[{"name": text, "label": text, "value": text}]),
    ]


def bookings_of(text: str) -> list[dict[str, Any]]:
    return [
        block(
            "summary",
            title=text,
            rows=[{"label": text, "value": text}],
            actions=[{"label": text}],
            outcome=text,
        ),
        block(
            "booking_card",
            title=text,
            code=text,
            service=text,
            staff=text,
            start=text,
            time_zone=text,
            location={"name": text, "address": text},
        ),
        block("contact_fallback", text=text, phone=text, email=text),
        {"type": text, "fallback_text": text, "state": text},
    ]
