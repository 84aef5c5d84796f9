"""The look at a name before an address is kept: one that leads inside is refused at once, and not only when
something is sent there."""

import asyncio

from booking_core.errors import InvalidField
from booking_core.outbound.guard import Forbidden, UnknownHost, addresses_of, target_of
from booking_core.outbound.public_addresses import Resolve, is_anywhere

# Somebody waits; every later request looks again.
LOOKED_UP_S = 2.0


async def must_lead_outside(url: str, allowed: frozenset[str], resolve: Resolve | None = None) -> None:
    """Raises ``InvalidField`` (``url``) for a name that leads to an address that is not public.

    One that nobody knows yet may be known tomorrow, and what is no address at all is refused by whoever keeps
    it. To be called outside of transactions: another machine is asked.
    """
    try:
        target = target_of(url, allowed)
    except Forbidden:
        return
    try:
        async with asyncio.timeout(LOOKED_UP_S):
            await addresses_of(target, allowed, resolve, is_anywhere)
    except (UnknownHost, TimeoutError):
        return
    except Forbidden as error:
        raise InvalidField("url", str(error), code="url_not_allowed") from error
