"""Whatever is sent, the answer is a problem that says what is wrong: never a 5xx, never a trace of
ourselves."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ClientLimits
from booking_core.core import BookingCore
from booking_core.input.pattern_words import WORDS
from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import API, Program, program_of
from web.api.description.codes import CODES
from web.api.values.fields import DATE
from web.api.values.patterns import with_common_pattern

POSTS = ("hold", "hold/extend", "hold/release", "confirm", "reschedule", "cancel")
BODIES = {
    b"": 400,
    b"{": 400,
    b"nonsense": 400,
    b"\xff\xfe": 400,
    b'{"hold_id": "\\ud800"}': 400,
    b'{"hold_id": "' + b"\xed\xa0\x80" + b'"}': 400,
    b"[" * 20_000: 400,
    b"null": 422,
    b"[]": 422,
    b"7": 422,
    b'"text"': 422,
    b'{"hold_id": "a\\u0000b"}': 422,
    b'{"hold_id": 1e999}': 400,
    b'{"appointment_id": {"$gt": ""}}': 422,
    b'{"nonsense": true}': 422,
    b'{"hold_id": "' + b"x" * 60_000 + b'"}': 422,
    b'{"hold_id": "' + b"x" * 70_000 + b'"}': 413,
}


@pytest.mark.parametrize("path", POSTS)
async def test_a_broken_body(program: Program, path: str) -> None:
    for body, status in BODIES.items():
        headers = program.auth | {"Idempotency-Key": "one", "Content-Type": "application/json"}
        answer = await program.http.post(f"{API}/appointments/{path}", content=body, headers=headers)
        assert answer.status_code == status, f"{body[:40]!r}: {answer.text}"
        assert_is_problem(answer)
        assert answer.json()["code"] in CODES, answer.text
        assert (answer.json()["code"] == "too_large") == (status == 413)


async def test_what_a_text_may_be_is_said_in_words_and_by_no_pattern(program: Program) -> None:
    for body in ({"hold_id": "a\0b"}, {"hold_id": "a b"}, {"hold_id": "x", "notes": "a\0b"}):
        headers = program.auth | {"Idempotency-Key": "one"}
        answer = await program.http.post(f"{API}/appointments/confirm", json=body, headers=headers)
        assert answer.status_code == 422
        assert not set("\\^$[") & set(answer.json()["detail"]), answer.text


async def test_what_kind_a_value_is_is_said_in_words_and_by_no_type(program: Program) -> None:
    for body, told in (
        ({"hold_id": 5}, "Please write text."),
        ({"hold_id": "x", "customer": {"name": "Ada", "email": 5}}, "Please write text, or nothing."),
        ({"hold_id": ""}, "Please write something here."),
        ({"hold_id": "x" * 65}, "Please write at most 64 characters."),
    ):
        headers = program.auth | {"Idempotency-Key": "one"}
        answer = await program.http.post(f"{API}/appointments/confirm", json=body, headers=headers)
        assert answer.json()["detail"] == told, answer.text


async def test_every_pattern_of_a_body_has_its_words(http: httpx.AsyncClient) -> None:
    document = (await http.get("/api/v1/openapi.json")).json()
    used = {part["pattern"] for part in parts_of(document["components"]) if "pattern" in part}
    known = {with_common_pattern({"pattern": one})["pattern"] for one in WORDS}
    # Days and instants are refused in words of their own.
    assert {one for one in used if not one.startswith(f"^{DATE}")} <= known


def parts_of(thing: Any) -> Iterator[dict[str, Any]]:
    if isinstance(thing, dict):
        yield thing
    if isinstance(thing, dict | list):
        for one in thing.values() if isinstance(thing, dict) else thing:
            yield from parts_of(one)


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml", "multipart/form-data; boundary=x"])
async def test_another_kind_of_body(program: Program, media_type: str) -> None:
    headers = program.auth | {"Idempotency-Key": "one", "Content-Type": media_type}
    answer = await program.http.post(f"{API}/appointments/hold", content=b"{}", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")
    assert_is_problem(answer)


@pytest.mark.parametrize("key", ["", "two words", "x" * 256, "ü"])
async def test_a_key_that_is_none(program: Program, key: str) -> None:
    headers = program.auth | {"Idempotency-Key": key, "Content-Type": "application/json"}
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = await program.http.post(f"{API}/appointments/hold", content=b"{}", headers=raw)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_idempotency_key")


async def test_an_unknown_parameter_is_told_which_there_are(program: Program) -> None:
    asked = {"service_id": "x", "from": "2026-11-24", "to": "2026-11-25", "day": "1"}
    answer = await program.gets("/availability", **asked)
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_field")
    assert "`day`. Known are `service_id`, `from`, `to`," in answer.json()["detail"]


@pytest.mark.parametrize(
    "id_", ["%00", "a%00b", "%ff", "%F0%9F%98%80", "x" * 3000, "..%2f..", "'; drop table--"]
)
async def test_an_id_that_can_be_none(program: Program, id_: str) -> None:
    for path in (f"/appointments/{id_}", f"/appointments/holds/{id_}"):
        answer = await program.http.get(API + path, headers=program.auth)
        assert answer.status_code == 404, f"{path[:40]}: {answer.text}"
        assert_is_problem(answer)


async def test_another_method_is_told_which_there_are(program: Program) -> None:
    answer = await program.http.delete(f"{API}/services", headers=program.auth)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert_is_problem(answer)


async def test_a_route_that_is_none(program: Program) -> None:
    answer = await program.gets("/nothing")
    assert answer.status_code == 404
    assert_is_problem(answer)


async def test_a_limit_is_told_before_and_when_it_is_reached(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon
) -> None:
    program = await program_of(http, core, salon, *Scope, limits=ClientLimits(requests_per_minute=3))
    answers = [await program.gets("/locations") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"per-client";q=3;w=60'
    assert answers[0].headers["RateLimit"].startswith('"per-client";r=2;t=')
    refused = answers[3]
    assert refused.json()["code"] == "rate_limited"
    assert int(refused.headers["Retry-After"]) == refused.json()["retry_after_s"] <= 60
    assert refused.headers["RateLimit"].startswith('"per-client";r=0;t=')


def assert_is_problem(answer: httpx.Response) -> None:
    assert answer.headers["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "detail", "code", "request_id", "retryable"} <= set(told)
    assert told["status"] == answer.status_code
    assert told["request_id"] == answer.headers["X-Request-Id"]
    assert "Traceback" not in answer.text
