"""The websites that may show an organization's chat.

Websites are kept as origins (RFC 6454), which browsers compare with the page around the chat.
"""

import re
from urllib.parse import SplitResult

from booking_core.errors import InvalidField
from booking_core.input.web_address import split_address

# A wildcard stands for the sites of one business, never for everything below "com".
# https://shop.example, https://*.shop.example, http://localhost:3000: nothing that could end a header or a
# policy.
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


def origin_of(address: str) -> str:
    """The origin of an address somebody typed or copied. Raises ``InvalidField`` where there is none to be
    seen."""
    parts = _split(address)
    origin = f"{parts.scheme}://{parts.netloc}".lower() if parts else ""
    host = origin.partition("://")[2].removeprefix("*.")
    if not ORIGIN.fullmatch(origin) or ".." in origin or ("." not in host and "localhost" not in host):
        raise InvalidField("website", f"{address!r} is no website. Write it as https://www.example.com.")
    return origin


def is_page(address: str) -> bool:
    """Whether an address names more than its origin: a path, a query or a fragment."""
    parts = _split(address)
    return parts is not None and bool(parts.path.strip("/") or parts.query or parts.fragment)


def _split(address: str) -> SplitResult | None:
    return split_address(address.strip() if "://" in address else f"https://{address.strip()}")
