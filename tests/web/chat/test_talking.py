"""The customers' door: what a page may ask, and how it is refused."""

import asyncio

import httpx
import pytest

from booking_core.maintenance.demo import DemoSalon
from tests.web.chat.conftest import Browser, opened


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
        "Massage costs €70.00 and takes 60 minutes. Massage costs €98.00 and takes 90 minutes.",
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


BAD_MESSAGES = [
    ({"client_msg_id": "m"}, 422),
    ({"client_msg_id": "m", "text": ""}, 422),
    ({"client_msg_id": "m", "text": "   "}, 422),
    ({"client_msg_id": "m", "text": "\x00"}, 422),
    ({"client_msg_id": "m", "text": "x" * 10_000}, 413),
    ({"client_msg_id": "", "text": "hi"}, 422),
    ({"client_msg_id": "m" * 65, "text": "hi"}, 422),
    ({"client_msg_id": "m m", "text": "hi"}, 422),
    ({"client_msg_id": 7, "text": "hi"}, 422),
    ({"client_msg_id": "m", "text": 7}, 422),
    ({"client_msg_id": "m", "text": "hi", "input_id": "in_x"}, 422),
    ({"client_msg_id": "m", "text": "hi", "role": "operator"}, 422),
    ({"client_msg_id": "m", "input_id": "in_unknown"}, 409),
    ([], 422),
    ("hello", 422),
]


@pytest.mark.parametrize(("message", "status"), BAD_MESSAGES)
async def test_a_bad_message_is_refused_in_words_and_loses_nothing(
    page: Browser, message: object, status: int
) -> None:
    before = await page.shown()
    response = await page.http.post(f"{page.path}/messages", json=message, headers=page.headers)
    assert_problem(response, status)
    assert (await page.shown())["messages"] == before["messages"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b'{"text": "hi"', b"null", b'{"client_msg_id": "m", "text": "\\ud800"}']
)
async def test_a_body_that_is_no_json_is_refused(page: Browser, body: bytes) -> None:
    headers = {**page.headers, "Content-Type": "application/json"}
    response = await page.http.post(f"{page.path}/messages", content=body, headers=headers)
    assert response.status_code in (400, 422)
    assert_problem(response, response.status_code)


async def test_a_body_larger_than_any_message_is_refused(page: Browser) -> None:
    headers = {**page.headers, "Content-Type": "application/json"}
    response = await page.http.post(f"{page.path}/messages", content=b" " * 200_000, headers=headers)
    assert_problem(response, 413)


async def test_html_is_text_like_any_other(page: Browser, worker: None) -> None:
    nasty = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    await page.sends(text=nasty)
    await page.until("run.completed")
    messages = (await page.shown())["messages"]
    assert messages[1]["text"] == nasty
    assert "<script>" not in messages[2]["text"]


@pytest.mark.parametrize(
    "organization_id", ["", "o_unknown", "../etc/passwd", "o_" + "x" * 500, "\x00", "' OR 1=1 --"]
)
async def test_an_unknown_organization_is_not_found(http: httpx.AsyncClient, organization_id: str) -> None:
    response = await http.post("/chat/v1/conversations", json={"organization_id": organization_id})
    assert response.status_code in (404, 422)
    assert_problem(response, response.status_code)
    framed = await http.get("/embed/frame", params={"organization_id": organization_id})
    assert framed.status_code in (404, 422)


async def test_another_conversations_token_opens_nothing(
    http: httpx.AsyncClient, page: Browser, other_salon: DemoSalon
) -> None:
    stranger = await opened(http, other_salon.organization_id)
    unknown = await http.get("/chat/v1/conversations/cnv_unknown", headers=stranger.headers)
    foreign = await http.get(page.path, headers=stranger.headers)
    assert foreign.status_code == unknown.status_code == 404
    assert without_request_id(foreign) == without_request_id(unknown)
    for method, path in (("POST", "/messages"), ("GET", "/events"), ("POST", "/runs/run_x/cancel")):
        assert_problem(await http.request(method, page.path + path, headers=stranger.headers, json={}), 404)


async def test_a_turn_nobody_began_is_not_cancelled(http: httpx.AsyncClient, page: Browser) -> None:
    unknown = await http.post(f"{page.path}/runs/run_unknown/cancel", headers=page.headers, json={})
    assert_problem(unknown, 404)


async def test_without_a_token_nothing_opens(http: httpx.AsyncClient, page: Browser) -> None:
    for header in (
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Basic eDp5"},
        {"Authorization": "Bearer nonsense"},
    ):
        response = await http.get(page.path, headers=header)
        assert response.status_code in (401, 404)
    assert (await http.get(page.path)).headers["www-authenticate"].startswith("Bearer")


async def test_another_organizations_button_means_nothing_here(
    http: httpx.AsyncClient, page: Browser, other_salon: DemoSalon
) -> None:
    created = await http.post("/chat/v1/conversations", json={"organization_id": other_salon.organization_id})
    foreign = created.json()["blocks"][0]["options"][0]["input_id"]
    assert_problem(await page.sends(input_id=foreign), 409)


async def test_a_form_with_bad_fields_is_refused_by_field_and_stays_open(page: Browser, worker: None) -> None:
    await page.sends(text="haircut on tuesday at 10am")
    events = await page.until("run.completed")
    [form] = [
        e["data"]["block"]
        for e in events
        if e["event"] == "message.block" and e["data"]["block"]["type"] == "form"
    ]
    for payload, field in (
        ({"name": "", "email": "a@example.com"}, "name"),
        ({"name": "Ada"}, "email"),
        ({"name": "Ada", "email": "nonsense"}, "email"),
        ({"name": "Ada", "phone": "12"}, "phone"),
        ({"name": "Ada", "email": 7}, "email"),
    ):
        refused = await page.sends(input_id=form["input_id"], payload=payload)
        assert_problem(refused, 422)
        assert refused.json()["errors"][0]["field"] == field
    accepted = await page.sends(
        input_id=form["input_id"], payload={"name": "Ada", "email": "ada@example.com"}
    )
    assert accepted.status_code == 202


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


def assert_problem(response: httpx.Response, status: int) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("application/problem+json")
    body = response.json()
    assert body["status"] == status
    assert body["code"]
    assert body["detail"]
    assert body["request_id"] == response.headers["x-request-id"]
    assert "Traceback" not in response.text


def without_request_id(response: httpx.Response) -> dict[str, object]:
    return {name: value for name, value in response.json().items() if name != "request_id"}
