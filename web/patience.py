"""How long one connection may keep us waiting: for its request, and for it to read what we send.

uvicorn itself waits for ever for both. A reader who does not read costs us 64 KB here and as much in the kernel until it is hung up on.
"""

import asyncio
import socket
from typing import cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# A phone that lost its network comes back within seconds or with a new connection.
SECONDS_TO_READ = 20
# Nothing that anybody sends us is longer than 64 KiB; the slowest network has sent that by then.
SECONDS_TO_ASK = 30
SEND_BUFFER = 64 * 1024


class PatientProtocol(HttpToolsProtocol):
    """One connection."""

    _reading: asyncio.TimerHandle | None = None
    _asking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        # The kernel would take megabytes for somebody who never reads.
        accepted = cast("socket.socket", transport.get_extra_info("socket"))
        accepted.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        super().connection_made(transport)
        self._asking = self.loop.call_later(SECONDS_TO_ASK, transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._reading, self._asking):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._asking is None:
            self._asking = self.loop.call_later(SECONDS_TO_ASK, self.transport.abort)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self._reading = self.loop.call_later(SECONDS_TO_READ, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
