"""Messages and requests that are refused: in words, and nothing is lost."""

import httpx
import pytest

from booking_core.maintenance.demo import DemoSalon
from tests.web.chat.conftest import Browser, opened
from tests.web.chat.refusals import assert_problem, without_request_id

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
