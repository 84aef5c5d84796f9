"""Somebody who holds a passkey."""

from typing import Any

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.second_factor.passkey import Passkey, RelyingParty
from booking_core.second_factor.passkeys import (
    add_passkey,
    registration_options,
    sign_in_options,
    use_passkey,
)
from booking_core.second_factor.pending import new_challenge
from booking_core.team.accounts import Account
from tests.booking_core.second_factor.software_key import SoftwareKey
from tests.booking_core.team.staff import somebody

ORIGIN, HOST = "https://chat.example.com", "chat.example.com"
SITE = RelyingParty.of(f"{ORIGIN}/console")


class Holder:
    """Somebody with a key, and what they do with it."""

    def __init__(self, core: BookingCore, account: Account, key: SoftwareKey | None = None) -> None:
        self.core = core
        self.account = account
        self.key = key or SoftwareKey(ORIGIN, HOST)

    async def adds(self, challenge: bytes | None = None, **changes: Any) -> Passkey:
        asked = new_challenge()
        async with self.core.sessions() as session, session.begin():
            options = await registration_options(session, SITE, self.account, asked)
            answer = self.key.make(options, **changes)
            now, expected = self.core.clock.now(), challenge or asked
            return await add_passkey(session, SITE, self.account.id, expected, answer, "Phone", now)

    async def signs(self, challenge: bytes | None = None, **changes: Any) -> bool:
        asked = new_challenge()
        async with self.core.sessions() as session, session.begin():
            options = await sign_in_options(session, SITE, self.account.id, asked)
            return await self.uses(self.key.sign(options, **changes), challenge or asked)

    async def uses(self, answer: dict[str, Any], challenge: bytes) -> bool:
        async with self.core.sessions() as session, session.begin():
            return await use_passkey(session, SITE, self.account.id, challenge, answer, self.core.clock.now())


async def holder(core: BookingCore, salon: DemoSalon, key: SoftwareKey | None = None) -> Holder:
    return Holder(core, (await somebody(core, salon.organization_id)).account, key)
