"""Answers of endless length, cut off: for endpoints that nobody has tried before."""

from collections.abc import AsyncIterator

import httpx2


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Passes on at most so many bytes of one answer, then breaks it off. Closing it leaves the transport
    within open."""

    def __init__(self, within: httpx2.AsyncBaseTransport, most_bytes: int) -> None:
        self._within = within
        self._most = most_bytes

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        # What is compressed could unfold to any size.
        request.headers["Accept-Encoding"] = "identity"
        answer = await self._within.handle_async_request(request)
        if answer.headers.get("content-encoding", "identity") != "identity":
            await answer.aclose()
            raise httpx2.ReadError("The answer is compressed.", request=request)
        answer.stream = _BoundedStream(answer.stream, self._most)
        return answer


class _BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, within: object, most_bytes: int) -> None:
        self._within = within
        self._left = most_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._within:  # type: ignore[attr-defined]
            self._left -= len(piece)
            if self._left < 0:
                raise httpx2.ReadError("The answer is too long.")
            yield piece

    async def aclose(self) -> None:
        await self._within.aclose()  # type: ignore[attr-defined]
