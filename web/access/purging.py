"""Sign-ins and access tokens that are over: each is swept up with the next of the same person or program, and
here where none comes."""

from datetime import timedelta

from booking_core.core import BookingCore
from booking_core.maintenance.purge import Purge, each_by_itself
from booking_core.team.sessions import AT_MOST

# An expired token opens nothing; a day later nobody asks any more why.
TOKENS_KEPT = timedelta(days=1)
PURGES = {
    # As few as people at the front desk, so that they need no index.
    "sign-ins": Purge(
        "account_sessions", "SELECT ctid FROM account_sessions WHERE created_at < :before", AT_MOST
    ),
    "begun sign-ins": Purge(
        "pending_sign_ins", "SELECT ctid FROM pending_sign_ins WHERE expires_at < :before", timedelta()
    ),
    # Nobody who still holds the letter is told another thing by a link that is gone than by one that is over.
    "one-time links": Purge(
        "one_time_links",
        "SELECT ctid FROM one_time_links WHERE expires_at < :before",
        timedelta(),
    ),
    "access tokens": Purge(
        "access_tokens", "SELECT ctid FROM access_tokens WHERE expires_at < :before", TOKENS_KEPT
    ),
}


async def purge_access(core: BookingCore) -> dict[str, int]:
    """Remove what opens nothing any more; how much of what."""
    return await each_by_itself({name: one.of(core) for name, one in PURGES.items()})
