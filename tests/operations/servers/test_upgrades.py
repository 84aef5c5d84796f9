"""A request for another protocol: answered as plain HTTP, and no line in the log."""

import asyncio
import logging

import pytest

from tests.serving import serving, settings_on
from web.embedded import EmbeddedServers

ASKS = (
    b"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close, Upgrade\r\nUpgrade: %s\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


@pytest.mark.parametrize("protocol", [b"websocket", b"h2c", b"\xff"])
async def test_whoever_asks_for_another_protocol_makes_no_noise(
    servers: EmbeddedServers, caplog: pytest.LogCaptureFixture, protocol: bytes
) -> None:
    caplog.set_level(logging.INFO)
    async with serving(settings_on(servers)) as url:
        port = int(url.rpartition(":")[2])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(ASKS % protocol)
        answer = await asyncio.wait_for(reader.read(), 10)
        writer.close()
    assert answer.startswith(b"HTTP/1.1 200")
    assert not [line for line in caplog.messages if "upgrade" in line.lower() or "websocket" in line.lower()]
