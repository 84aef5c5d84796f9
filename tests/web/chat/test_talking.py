"""The customers' door: what a page may ask, and how it is refused."""

import asyncio

import httpx
import pytest

from booking_core.maintenance.demo import DemoSalon
from tests.web.chat.conftest import Browser


async def test_a_message_is_answered_over_the_stream(page: Browser, worker: None) -> None:
    sent = await page.sends(text="hello")
    assert sent.status_code == 202
    events = await page.until("run.completed")
    names = [event["event"] for event in events]
    assert names.index("run.started") < names.index("message.delta") < names.index("message.completed", 2)
    answers = [e["data"]["message"] for e in events if e["event"] == "message.completed"]
    assert [message["role"] for message in answers] == ["customer", "assistant"]
    text = "".join(event["data"]["text"] for event in events if event["event"] == "message.delta")
    assert text.strip() == answers[-1]["text"]
    assert [block["type"] for block in answers[-1]["blocks"]] == ["service_list"]


async def test_the_same_message_twice_is_said_once(page: Browser, worker: None) -> None:
    first, again = await asyncio.gather(
        page.sends(client_msg_id="m1", text="hello"), page.sends(client_msg_id="m1", text="hello")
    )
    assert first.json() == again.json()
    await page.until("run.completed")
    assert [message["role"] for message in (await page.shown())["messages"]] == [
        "assistant",
        "customer",
        "assistant",
    ]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ({"text": "hello"}, {"text": "cancel everything"}),
        ({"text": "I am ada@example.com"}, {"text": "I am bob@example.com"}),
        ({"text": "I am ada@example.com"}, {"text": "I am [email 1]"}),
        ({"text": "my card is 4111 1111 1111 1111"}, {"text": "my card is 5500 0055 5555 5559"}),
        ({"text": "hello"}, {"input_id": "in_x"}),
    ],
)
async def test_another_message_under_the_same_id_is_refused(
    page: Browser, first: dict[str, str], other: dict[str, str]
) -> None:
    stored = await page.sends(client_msg_id="m1", **first)
    refused = await page.sends(client_msg_id="m1", **other)
    assert (refused.status_code, refused.json()["code"]) == (422, "client_msg_id_reused")
    again = await page.sends(client_msg_id="m1", **first)
    assert (again.status_code, again.json()) == (202, stored.json())
    said = [one["role"] for one in (await page.shown())["messages"]]
    assert said.count("customer") == 1


async def test_another_button_under_the_same_id_is_refused(page: Browser) -> None:
    (greeting,) = (await page.shown())["messages"]
    one, two, *_ = [option["input_id"] for option in greeting["blocks"][0]["options"]]
    stored = await page.sends(client_msg_id="m1", input_id=one)
    assert (await page.sends(client_msg_id="m1", input_id=two)).json()["code"] == "client_msg_id_reused"
    assert (await page.sends(client_msg_id="m1", input_id=one)).json() == stored.json()


async def test_turns_of_one_conversation_are_answered_one_after_the_other(
    page: Browser, worker: None
) -> None:
    await asyncio.gather(
        *(page.sends(text=f"how much is a {what}?") for what in ("haircut", "massage", "beard trim"))
    )
    completed = 0
    while completed < 3:
        completed += sum(event["event"] == "run.completed" for event in await page.polls())
    messages = (await page.shown())["messages"]
    answers = {message["text"] for message in messages if message["role"] == "assistant"}
    assert {
        "Haircut costs €45.00 and takes 45 minutes.",
        "Massage: 60 minutes (€70.00) or 90 minutes (€98.00).",
    } <= answers


async def test_a_reader_goes_on_exactly_where_it_stopped(page: Browser, worker: None) -> None:
    beginning = page.cursor
    await page.sends(text="hello")
    everything = await page.until("run.completed")
    for position, event in enumerate(everything):
        rest = await page.polls(wait=0, after=event["id"])
        assert rest == everything[position + 1 :]
    assert await page.polls(wait=0, after=beginning) == everything


async def test_a_reader_whose_cursor_is_gone_gets_a_snapshot(page: Browser, worker: None) -> None:
    await page.sends(text="hello")
    await page.until("run.completed")
    [event] = await page.polls(wait=0, after="1-1")
    assert event["event"] == "snapshot"
    assert event["data"]["conversation"] == {
        **(await page.shown()),
        "server_time": event["data"]["conversation"]["server_time"],
    }
    assert await page.polls(wait=0) == []


async def test_the_stream_speaks_at_once_and_resumes_after_its_last_event(
    page: Browser, worker: None
) -> None:
    await page.sends(text="hello")
    events = await page.until("run.completed")
    headers = {**page.headers, "Last-Event-ID": events[-2]["id"]}
    async with page.http.stream("GET", f"{page.path}/events", headers=headers) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["x-accel-buffering"] == "no"
        lines = stream.aiter_lines()
        seen = [await anext(lines) for _ in range(6)]
    assert seen[0] == "event: hello"
    assert f"id: {events[-1]['id']}" in seen
    assert "event: run.completed" in seen


async def test_html_is_text_like_any_other(page: Browser, worker: None) -> None:
    nasty = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    await page.sends(text=nasty)
    await page.until("run.completed")
    messages = (await page.shown())["messages"]
    assert messages[1]["text"] == nasty
    assert "<script>" not in messages[2]["text"]


async def test_the_frame_says_who_may_embed_it_and_the_hosted_page_nobody(
    http: httpx.AsyncClient, salon: DemoSalon
) -> None:
    framed = await http.get("/embed/frame", params={"organization_id": salon.organization_id})
    assert "frame-ancestors *" in framed.headers["content-security-policy"]
    hosted = await http.get(f"/c/{salon.organization_id}")
    assert "frame-ancestors 'none'" in hosted.headers["content-security-policy"]
    assert "unsafe-inline" not in hosted.headers["content-security-policy"]


async def test_health_tells_life_from_readiness(http: httpx.AsyncClient) -> None:
    assert (await http.get("/health/live")).json() == {"status": "ok"}
    ready = await http.get("/health/ready")
    # Other tests may have left jobs that were given up, which is told too.
    assert (ready.status_code, ready.json().keys() - {"given_up"}) == (200, {"status"})
