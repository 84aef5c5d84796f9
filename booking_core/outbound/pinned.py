"""Requests to the very address that the guard has looked at: no name is looked up a second time."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

import httpx2

from booking_core.outbound.guard import Target

T = TypeVar("T")


async def ask_first_reached(addresses: Sequence[str], ask: Callable[[str], Awaitable[T]]) -> T:
    """The answer of the first of the addresses that can be reached; only what never connected is sent to the
    next. Raises what the last of them raises."""
    for address in addresses[:-1]:
        try:
            return await ask(address)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            continue
    return await ask(addresses[-1])


def pinned_request(
    target: Target, address: str, method: str, headers: Mapping[str, str], body: bytes
) -> httpx2.Request:
    """Host, SNI and the name on the certificate are the target's own."""
    host = f"[{address}]" if ":" in address else address
    all_headers = {"Host": target.authority, "User-Agent": "Zimun", "Connection": "close", **headers}
    pinned = {"sni_hostname": target.host, "target": target.path.encode("ascii")}
    url = f"{target.scheme}://{host}:{target.port}/"
    return httpx2.Request(method, url, headers=all_headers, content=body, extensions=pinned)
