"""Requests that two readers may understand differently: JSON on which parsers disagree, and what HTTP lets
one say twice."""

import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct, structs

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


# What stands where JSON has a value, and is none to some parsers.
LITERALS: dict[str, bytes] = {
    "NaN": b"NaN",
    "Infinity": b"Infinity",
    "minus Infinity": b"-Infinity",
    "1e999": b"1e999",
    "minus 1E+400": b"-1E+400",
    "1e-999": b"1e-999",
    "30 digits": b"9" * 30,
    "5,000 digits": b"9" * 5_000,
    "a leading zero": b"01",
    "a plus sign": b"+1",
    "hexadecimal": b"0x10",
    "no digit after the point": b"1.",
    "a lone high surrogate": b'"\\ud800"',
    "a lone low surrogate": b'"\\udc00"',
    "surrogates the wrong way round": b'"\\udc00\\ud800"',
    "a surrogate in UTF-8": b'"\xed\xa0\x80"',
    "invalid UTF-8": b'"\xff\xfe"',
    "overlong UTF-8": b'"\xc0\xaf"',
    "a byte of latin-1": b'"\xe9"',
    "an escaped NUL": b'"\\u0000"',
    "a raw control character": b'"\x01"',
    "a raw line feed": b'"a\nb"',
    "an unknown escape": b'"\\x41"',
    "200 deep": b"[" * 200 + b"]" * 200,
    "500 deep": b"[" * 500 + b"]" * 500,
    "1,500 deep": b"[" * 1_500 + b"]" * 1_500,
    "20,000 deep": b"[" * 20_000 + b"]" * 20_000,
    "objects 900 deep": b'{"a":' * 900 + b"1" + b"}" * 900,
    "a comment": b"1/**/",
    "single quotes": b"'a'",
    "undefined": b"undefined",
    "True": b"True",
}
# The text as a whole, written otherwise.
TEXTS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda text: text,
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text,
    "UTF-16": lambda text: text.decode().encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.decode().encode("utf-16-le"),
    "UTF-16, big end first": lambda text: text.decode().encode("utf-16-be"),
    "UTF-32": lambda text: text.decode().encode("utf-32"),
    "UTF-32 without a mark": lambda text: text.decode().encode("utf-32-be"),
    "UTF-7": lambda text: text.decode().encode("utf-7"),
    "a trailing comma": lambda text: text[:-1] + b",}",
    "a trailing NUL": lambda text: text + b"\0",
    "twice in a row": lambda text: text + text,
    "one line of two": lambda text: b"{}\n" + text,
    "a form feed before": lambda text: b"\f" + text,
    "a no-break space before": lambda text: b"\xc2\xa0" + text,
    "a guard against scripts": lambda text: b")]}',\n" + text,
    "white space around": lambda text: b" \r\n\t" + text + b"\n ",
    "in an array": lambda text: b"[" + text + b"]",
    "second of a batch": lambda text: b'[{"jsonrpc":"2.0","id":9,"method":"ping"},' + text + b"]",
    "as a string": lambda text: json.dumps(text.decode()).encode(),
    "as a form": lambda text: b"payload=" + text,
    "cut short": lambda text: text[:-1],
    "escaped letters": lambda text: text.replace(b"e", b"\\u0065"),
    "gzip": gzip.compress,
    "without an id": lambda text: text.replace(b'"id":1,', b""),
    "id null": lambda text: text.replace(b'"id":1,', b'"id":null,'),
    "id a fraction": lambda text: text.replace(b'"id":1,', b'"id":1.5,'),
    "id without end": lambda text: text.replace(b'"id":1,', b'"id":1e999,'),
    "id not a number": lambda text: text.replace(b'"id":1,', b'"id":NaN,'),
    "id a lone surrogate": lambda text: text.replace(b'"id":1,', b'"id":"\\ud800",'),
}
# A member given twice, the harmless one first or last.
TWICE: dict[str, bytes] = {
    "method": b'"method":"ping"',
    "method, escaped": b'"\\u006dethod":"ping"',
    "params": b'"params":{}',
    "id": b'"id":7',
    "jsonrpc": b'"jsonrpc":"2.0"',
    "hold_id": b'"hold_id":"hold_x"',
}
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
