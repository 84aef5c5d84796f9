"""A server of calendars on this machine: answers a path, or a method and a path, as it is told, and remembers
what it was asked."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from msgspec import Struct

from tests.serving import listening, port_of


class Answer(Struct):
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = {}


class Request(Struct):
    path: str
    headers: dict[str, str]


class CalendarServer:
    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[Request] = []
        self.origin = ""

    def url(self, path: str = "/cal.ics") -> str:
        return f"{self.origin}{path}"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
        method, path, _ = lines[0].split()
        await reader.readexactly(int(headers.get("content-length", 0)))
        self.requests.append(Request(path, headers))
        answer = self.answers.get(f"{method} {path}") or self.answers.get(path) or Answer(status=404)
        tag = answer.headers.get("ETag")
        if tag is not None and headers.get("if-none-match") == tag.lower():
            answer = Answer(status=304, headers=answer.headers)
        head = [f"HTTP/1.1 {answer.status} X", f"Content-Length: {len(answer.body)}", "Connection: close"]
        head += [f"{name}: {value}" for name, value in answer.headers.items()]
        writer.write("\r\n".join([*head, "", ""]).encode() + answer.body)
        writer.close()


@asynccontextmanager
async def calendar_server() -> AsyncIterator[CalendarServer]:
    running = CalendarServer()
    with listening() as listener:
        running.origin = f"http://127.0.0.1:{port_of(listener)}"
        server = await asyncio.start_server(running.handle, sock=listener)
        async with server:
            yield running
