"""How often a password may be tried: by one network, at one account from one network, at one account from
anywhere, on one device.

Nobody is locked out: waits grow to a minute, and a device on which the account has signed in before has a
count of its own. Known and unknown accounts are counted and told alike.
"""

import hmac
import logging
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from redis.asyncio import Redis

from web.access.known_devices import KnownDevice
from web.access.throttle import Throttle, wait_s
from web.secrets.sealing import derive_key

logger = logging.getLogger("zimun.access")
# A person mistypes twice; whoever is wrong more often waits, first for a second and at most for a minute.
PER_ACCOUNT_AND_NETWORK = Throttle("sign-in-account", free=3)
PER_DEVICE = Throttle("sign-in-device", free=3)
# A whole front desk shares one address, and so does whoever tries many accounts; only wrong tries count.
PER_NETWORK = Throttle("sign-in-network", free=20)
# Addresses are cheap (an IPv6 /48 has 65,536 networks): all of them together get as many guesses at one
# account.
PER_ACCOUNT = Throttle("sign-in-account-anywhere", free=20)
NAME_LENGTH = 12


class Attempt(Struct, frozen=True):
    """Somebody tries a password. ``account`` is what they typed, in lower case; ``network`` where they
    are."""

    account: str
    network: str
    device: KnownDevice | None


class SignInAttempts:
    def __init__(self, redis: Redis, secret_key: str) -> None:
        self._redis = redis
        self._key = derive_key(secret_key, "names in logs")

    async def wait_s(self, attempt: Attempt, now: datetime) -> int:
        """Seconds to wait before this attempt, which then does not count; 0 lets it through and counts it."""
        return await wait_s(self._redis, now, self._throttles(attempt))

    async def note_success(self, attempt: Attempt) -> None:
        """What was wrong before does not count any more where it was done; elsewhere only this attempt is
        taken back."""
        for throttle, who in self._throttles(attempt):
            if throttle in (PER_NETWORK, PER_ACCOUNT):
                await throttle.forgive(self._redis, *who)
            else:
                await throttle.forget(self._redis, *who)

    def note_failure(self, attempt: Attempt) -> None:
        """A line in the log with names that mean nothing elsewhere: the same account or network has the same
        one in every line."""
        logger.warning(
            "Wrong password: account %s, network %s, %s device",
            self._name(attempt.account),
            self._name(attempt.network),
            "known" if attempt.device else "new",
        )

    def _throttles(self, attempt: Attempt) -> Sequence[tuple[Throttle, tuple[str, ...]]]:
        account, network = attempt.account, attempt.network
        if attempt.device:
            return ((PER_DEVICE, (attempt.device.id, account)),)
        return (
            (PER_ACCOUNT_AND_NETWORK, (network, account)),
            (PER_NETWORK, (network,)),
            (PER_ACCOUNT, (account,)),
        )

    def _name(self, value: str) -> str:
        return hmac.digest(self._key, value.encode("utf-8", "surrogatepass"), "sha256").hex()[:NAME_LENGTH]
