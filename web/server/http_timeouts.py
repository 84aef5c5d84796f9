"""How long one connection may keep us waiting: for its request, and for it to read what we send; and how much
it may say before its body.

uvicorn itself waits for ever for both, and keeps any number of headers of any length. A reader who does not
read costs us 64 KB here and as much in the kernel until it is hung up on.
"""

import asyncio
import socket
from typing import cast

import msgspec
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from booking_core.storage.ids import new_id
from web.problems import problem_body

# A phone that lost its network comes back within seconds or with a new connection.
SECONDS_TO_READ = 20
# Nothing that anybody sends us is longer than 64 KiB; the slowest network has sent that by then.
SECONDS_TO_ASK = 30
SEND_BUFFER = 64 * 1024
# Cookies, a token and the longest address come to a tenth of this. Trailers behind a body count too.
LONGEST_HEAD = 32 * 1024
# Requests that wait for the answer of the one before them, on one connection. Browsers send none at all.
MOST_WAITING = 16


class HeadTooLong(Exception):
    """Stops the parser."""


class TimeoutProtocol(HttpToolsProtocol):
    """One connection."""

    _reading: asyncio.TimerHandle | None = None
    _asking: asyncio.TimerHandle | None = None
    # Bytes of this request's line, headers and trailers, and bytes since the parser last told us of anything:
    # it keeps to itself whatever is not complete, be it a header, a trailer or the size of a chunk.
    _head = 0
    _untold = 0
    _is_too_long = False

    def _unsupported_upgrade_warning(self) -> None:
        """A request for another protocol is answered as any other: whoever sends it writes nothing into our
        log."""

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

    def data_received(self, data: bytes) -> None:
        self._untold += len(data)
        super().data_received(data)
        if self._untold > LONGEST_HEAD and not self.transport.is_closing():
            self._is_too_long = True
            self.send_400_response("")

    def send_400_response(self, msg: str) -> None:
        """431 where the head is too long; nothing where that would get mixed up with an answer that is being
        sent."""
        if not self._is_too_long:
            super().send_400_response(msg)
        elif self.cycle is not None and not self.cycle.response_complete:
            self.transport.abort()
        else:
            problem = problem_body(
                431, "head_too_large", "The headers of this request are too long.", new_id("req")
            )
            told = msgspec.json.encode(problem)
            self.transport.write(
                b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Type: application/problem+json\r\n"
                b"Connection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(told), told)
            )
            self.transport.close()

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(len(name) + len(value) + len(": \r\n"))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if len(self.pipeline) >= MOST_WAITING:
            self._is_too_long = True
            raise HeadTooLong
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._untold = 0
        super().on_body(body)

    def _count(self, length: int) -> None:
        self._untold = 0
        self._head += length
        if self._head > LONGEST_HEAD:
            self._is_too_long = True
            raise HeadTooLong

    def on_message_begin(self) -> None:
        self._head = self._untold = 0
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
