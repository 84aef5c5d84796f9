"""A bare application that holds streams open, as the baseline."""

import asyncio
import socket
import sys

import psutil

from bench.plain_http import head_of_answer, request

# One address is given so many places; a laptop has all of 127.0.0.0/8.
PER_ADDRESS = 40
SETTLES_S = 3.0
BARE = """
import asyncio, sys, uvicorn
async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type",
        b"text/event-stream")]})
    await send({"type": "http.response.body", "body": b"x" * 600, "more_body": True})
    await asyncio.sleep(600)
uvicorn.run(app, port=int(sys.argv[1]), log_level="error", http="httptools", lifespan="off")
"""


async def bare_streams(streams: int) -> float:
    """Kilobytes of each stream of an application that does nothing else."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    server = await asyncio.create_subprocess_exec(sys.executable, "-c", BARE, str(port))
    try:
        while not await listens(port):  # noqa: ASYNC110 - it tells nobody when it is ready
            await asyncio.sleep(0.1)
        process = psutil.Process(server.pid)
        before = process.memory_info().rss
        opened = [await read_asked(f"http://127.0.0.1:{port}", number, "/", {}) for number in range(streams)]
        await asyncio.sleep(SETTLES_S)
        each = (process.memory_info().rss - before) / streams / 1024
        for _, writer in opened:
            writer.close()
        return each
    finally:
        server.kill()
        await server.wait()


async def listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def read_asked(
    url: str, number: int, path: str, headers: dict[str, str]
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A request from one of many addresses of this machine."""
    host, _, port = url.removeprefix("http://").partition(":")
    here = f"127.0.1.{1 + number // PER_ADDRESS}"
    reader, writer = await asyncio.open_connection(host, int(port), local_addr=(here, 0))
    writer.write(request("GET", path, {"Host": host, **headers}))
    await head_of_answer(reader)
    return reader, writer
