"""Requests that two readers may understand differently: JSON on which parsers disagree, and what HTTP lets
one say twice."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct, structs

from tests.attack.access.odd_values import LITERALS, TEXTS, TWICE

JSON = "application/json"
Headers = tuple[tuple[str, str], ...]


class SentRequest(Struct, frozen=True):
    """``body`` is the text of one JSON object when a twist gets it."""

    method: str
    path: str
    headers: Headers
    body: bytes

    def with_body(self, body: bytes) -> "SentRequest":
        return structs.replace(self, body=body)

    def with_headers(self, *more: tuple[str, str], without: tuple[str, ...] = ()) -> "SentRequest":
        kept = tuple(one for one in self.headers if one[0].lower() not in without)
        return structs.replace(self, headers=(*kept, *more))

    def at(self, path: str) -> "SentRequest":
        return structs.replace(self, path=path)


Twist = Callable[[SentRequest], SentRequest]


def json_request(method: str, path: str, body: Any, *headers: tuple[str, str]) -> SentRequest:
    text = json.dumps(body, separators=(",", ":")).encode()
    return SentRequest(method, path, (("Content-Type", JSON), *headers), text)


HEADERS: dict[str, Headers] = {
    "the method in a header": (("X-HTTP-Method-Override", "GET"), ("X-HTTP-Method", "GET")),
    "another method of MCP in a header": (("Mcp-Method", "tools/list"),),
    "another tool in a header": (("Mcp-Name", "list_services"),),
    "said to be gzip": (("Content-Encoding", "gzip"),),
    "said to be UTF-16": (("Content-Type", "application/json; charset=utf-16"),),
    "said to be text": (("Content-Type", "text/plain"),),
    "two types": (("Content-Type", "text/plain"), ("Content-Type", JSON)),
    "said to be a form": (("Content-Type", "application/x-www-form-urlencoded"),),
    "a path for a proxy": (("X-Original-URL", "/ready"), ("X-Rewrite-URL", "/ready")),
    "an older protocol": (("MCP-Protocol-Version", "2024-11-05"),),
    "a protocol nobody knows": (("MCP-Protocol-Version", "2099-01-01"),),
    "two protocols": (("MCP-Protocol-Version", "2025-06-18"), ("MCP-Protocol-Version", "2026-07-28")),
    "a session": (("Mcp-Session-Id", "0" * 32),),
}
PATHS: dict[str, Callable[[str], str]] = {
    "a slash at the end": lambda path: path + "/",
    "two slashes": lambda path: path.replace("/", "//"),
    "a dot in between": lambda path: path + "/.",
    "up and down again": lambda path: path + "/../" + path.rpartition("/")[2],
    "a parameter": lambda path: path + ";scope=all",
    "a question": lambda path: path + "?scope=appointments:write&access_token=x",
    "an escaped slash": lambda path: "/" + path[1:].replace("/", "%2f"),
    "in capitals": lambda path: path.upper(),
}


def is_json(body: bytes) -> bool:
    try:
        msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def twists() -> Iterator[tuple[str, Twist]]:
    """Each with its name."""
    for name, literal in LITERALS.items():
        for where in (b"{", b'"params":{', b'"_meta":{'):
            yield f"{name} after {where.decode()}", _with_member(where, literal)
    for name, write in TEXTS.items():
        yield name, lambda request, write=write: request.with_body(write(request.body))
    for name, member in TWICE.items():
        yield f"{name} twice, last counts", _with_body(lambda text, m=member: b"{" + m + b"," + text[1:])
        yield f"{name} twice, first counts", _with_body(lambda text, m=member: text[:-1] + b"," + m + b"}")
    yield "another tool's name first", _with_body(_another_name(first=True))
    yield "another tool's name last", _with_body(_another_name(first=False))
    for name, headers in HEADERS.items():
        replaced = tuple(key.lower() for key, _ in headers)
        yield (
            name,
            lambda request, headers=headers, replaced=replaced: request.with_headers(
                *headers, without=replaced
            ),
        )
    for name, moved in PATHS.items():
        yield name, lambda request, moved=moved: request.at(moved(request.path))
    for method in ("GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "post", "TRACE"):
        yield f"by {method}", lambda request, method=method: structs.replace(request, method=method)


def _with_body(write: Callable[[bytes], bytes]) -> Twist:
    return lambda request: request.with_body(write(request.body))


def _with_member(where: bytes, literal: bytes) -> Twist:
    """A member nobody asks for; in front of everything where there is no such place."""

    def write(text: bytes) -> bytes:
        place = where if where in text else b"{"
        rest = text.partition(place)[2]
        comma = b"" if rest.startswith(b"}") else b","
        return text.replace(place, place + b'"x":' + literal + comma, 1)

    return _with_body(write)


def _another_name(*, first: bool) -> Callable[[bytes], bytes]:
    place = b'"params":{'

    def write(text: bytes) -> bytes:
        if first:
            return text.replace(place, place + b'"name":"no_such_tool",', 1)
        return text[:-2] + b',"name":"no_such_tool"}}'

    return write
