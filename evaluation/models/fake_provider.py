"""A Chat Completions server that sends exactly the bytes it is told, as slowly and as rudely as it is
told."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

# Ways to part without a word: the end of the connection, or its reset.
HANG_UP = "hang up"
RESET = "reset"

Part = bytes | float | str

DONE = b"data: [DONE]\n\n"


def event(data: Any) -> bytes:
    return b"data: " + json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n\n"


def chunk(finish: str | None = None, **delta: Any) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return event({"choices": [choice]})


def tool_calls_chunk(*entries: Any, finish: str | None = None) -> bytes:
    return chunk(finish, tool_calls=list(entries))


def entry(arguments: Any = None, name: str | None = None, **fields: Any) -> dict[str, Any]:
    """One entry of `delta.tool_calls`; what is not given is absent."""
    function = {k: v for k, v in {"name": name, "arguments": arguments}.items() if v is not None}
    return {**fields, "function": function}


@dataclass
class ProviderAnswer:
    """Bytes to send, seconds to wait, HANG_UP or RESET, in order."""

    parts: Sequence[Part] = ()
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def speech(cls, text: str = "Hello.") -> Self:
        return cls([chunk(content=text), chunk("stop"), DONE])

    @classmethod
    def error(cls, status: int, body: Any = None, **headers: str) -> Self:
        said = json.dumps(body or {"error": {"message": "no"}}).encode()
        return cls([said], status, {"Content-Type": "application/json", **headers})


@dataclass
class ReceivedRequest:
    headers: dict[str, str]
    body: dict[str, Any]


class FakeProvider:
    """Answers in the order given; the last answer is given again and again. ``answering`` makes each answer
    from its request instead. Without a ``port`` it takes a free one."""

    def __init__(
        self,
        *answers: ProviderAnswer,
        answering: Callable[[ReceivedRequest], ProviderAnswer] | None = None,
        port: int = 0,
    ) -> None:
        self._port = port
        self.answers = list(answers)
        self.answering = answering
        self.asked: list[ReceivedRequest] = []
        self.connections = 0
        self.was_asked = asyncio.Event()
        self.customer_left = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self.base_url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (task := asyncio.current_task()) is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self.connections += 1
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        headers = {
            k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head.split("\r\n")[1:])
        }
        length = int(headers.get("content-length", 0))
        asked = ReceivedRequest(headers, json.loads(await reader.readexactly(length)) if length else {})
        self.was_asked.set()
        answer = self._answer(asked)
        writer.write(_head(answer))
        for part in answer.parts:
            if part == RESET:
                writer.transport.abort()
                return False
            if part == HANG_UP:
                return False
            if isinstance(part, float):
                await self._wait(part, reader)
            elif isinstance(part, bytes):
                writer.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
                await writer.drain()
                # Two writes in a row would reach the reader as one.
                await asyncio.sleep(0)
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True

    def _answer(self, asked: ReceivedRequest) -> ProviderAnswer:
        if self.answering is not None:
            return self.answering(asked)
        self.asked.append(asked)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    async def _wait(self, seconds: float, reader: asyncio.StreamReader) -> None:
        try:
            async with asyncio.timeout(seconds):
                left = await reader.read(1) == b""
        except TimeoutError:
            return
        if left:
            self.customer_left.set()
            raise ConnectionResetError


def _head(answer: ProviderAnswer) -> bytes:
    headers = {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked", **answer.headers}
    lines = [f"HTTP/1.1 {answer.status} X", *(f"{key}: {value}" for key, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
