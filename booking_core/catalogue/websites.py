"""An organization's own websites: which may show its chat, and the key with which they say who their customer
is.

Websites are kept as origins (RFC 6454), which browsers compare with the page around the chat.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import Organization
from booking_core.errors import InvalidField
from booking_core.storage.audit import Actor, AuditEntry

# https://shop.example, https://*.shop.example, http://localhost:3000: nothing that could end a header or a
# policy.
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


def origin_of(address: str) -> str:
    """The origin of an address somebody typed or copied. Raises ``InvalidField`` where there is none to be
    seen."""
    parts = urlsplit(address.strip() if "://" in address else f"https://{address.strip()}")
    origin = f"{parts.scheme}://{parts.netloc}".lower()
    if not ORIGIN.fullmatch(origin) or ".." in origin or ("." not in origin and "localhost" not in origin):
        raise InvalidField("website", f"{address!r} is no website. Write it as https://www.example.com.")
    return origin


def is_page(address: str) -> bool:
    """Whether an address names more than its origin: a path, a query or a fragment."""
    parts = urlsplit(address.strip() if "://" in address else f"https://{address.strip()}")
    return bool(parts.path.strip("/") or parts.query or parts.fragment)


async def allow_websites(
    session: AsyncSession, organization_id: str, addresses: Iterable[str], actor: Actor, now: datetime
) -> list[str]:
    """From now on only these may show the chat; with none, every site may. Raises ``InvalidField``. The
    caller commits."""
    origins = sorted({origin_of(address) for address in addresses})
    organization = await session.get_one(Organization, organization_id, with_for_update=True)
    organization.websites = origins
    session.add(
        AuditEntry.of(actor, organization_id, "websites_allowed", organization_id, now, websites=origins)
    )
    return origins


async def renew_identity_key(
    session: AsyncSession, organization_id: str, actor: Actor, now: datetime
) -> Organization:
    """What the site signed with the key before is worth nothing any more. The caller commits."""
    organization = await session.get_one(Organization, organization_id, with_for_update=True)
    organization.identity_key_number += 1
    session.add(AuditEntry.of(actor, organization_id, "identity_key_renewed", organization_id, now))
    return organization
