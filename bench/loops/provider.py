"""A provider that always says the same, as fast as it is told: ``python -m bench.loops.provider
PAUSE_SECONDS`` prints its port."""

import asyncio
import json
import sys

CALLS = ('{"service": "haircut", ', '"when": "tuesday ', 'after five"}')
WORDS = [
    "These",
    "times",
    "are",
    "free",
    "on",
    "Tuesday",
    "for",
    "a",
    "haircut",
    "with",
    "Dana",
    "or",
    "Miriam:",
    "a",
    "quarter",
    "past",
    "five,",
    "six,",
    "and",
    "half",
    "past",
    "six.",
    "Which",
    "one",
    "suits",
    "you",
    "best",
    "today?",
]


def event(data: object) -> bytes:
    return b"data: " + json.dumps(data, separators=(",", ":")).encode() + b"\n\n"


def chunk(finish: str | None = None, **delta: object) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    head = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "fake-1"}
    return event({**head, "choices": [choice]})


def has_called(number: int) -> list[bytes]:
    head = {
        "index": 0,
        "id": f"call_{number}",
        "type": "function",
        "function": {"name": "find_times", "arguments": ""},
    }
    pieces = [{"index": 0, "function": {"arguments": piece}} for piece in CALLS]
    return [
        chunk(role="assistant", content=None, tool_calls=[head]),
        *(chunk(tool_calls=[one]) for one in pieces),
    ]


def answer(calls_made: int) -> list[bytes]:
    usage = {"prompt_tokens": 900, "completion_tokens": 60, "total_tokens": 960}
    if calls_made < 2:
        said, reason = has_called(calls_made), "tool_calls"
    else:
        said, reason = (
            [chunk(role="assistant", content=""), *(chunk(content=f"{word} ") for word in WORDS)],
            "stop",
        )
    head = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "fake-1"}
    return [*said, chunk(reason), event({**head, "choices": [], "usage": usage}), b"data: [DONE]\n\n"]


ANSWERS = [answer(made) for made in range(3)]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


async def serve(pause: float) -> None:
    async def exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line[15:])
                    for line in head.lower().split(b"\r\n")
                    if line.startswith(b"content-length:")
                )
                body = json.loads(await reader.readexactly(length))
                writer.write(HEAD)
                for part in ANSWERS[min(2, sum(message["role"] == "tool" for message in body["messages"]))]:
                    writer.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
                    await writer.drain()
                    await asyncio.sleep(pause)
                writer.write(b"0\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(exchange, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
