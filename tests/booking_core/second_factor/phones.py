"""A phone with an authenticator app."""

from datetime import timedelta

from pyotp import TOTP

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.second_factor.authenticator import (
    begin_authenticator,
    confirm_authenticator,
)
from booking_core.second_factor.second_factor import use_any_code
from booking_core.team.accounts import Account
from booking_core.time.clock import FrozenClock
from tests.booking_core.team.staff import somebody
from web.secrets.sealing import authenticator_seal

SEAL = authenticator_seal("a key of thirty-two characters!!")
STEP = timedelta(seconds=30)


class Phone:
    """An account, and the app that was set up for it."""

    def __init__(self, core: BookingCore, account: Account, secret: str) -> None:
        self.core = core
        self.account = account
        self.app = TOTP(secret)

    def code(self, off: timedelta = timedelta()) -> str:
        return self.app.at(self.core.clock.now() + off)

    async def tries(self, code: str) -> bool:
        async with self.core.sessions() as session, session.begin():
            return await use_any_code(session, self.account.id, code, SEAL, self.core.clock.now())


async def new_phone(core: BookingCore, salon: DemoSalon, clock: FrozenClock) -> Phone:
    """Set up a while ago: its first code is used."""
    olive = await somebody(core, salon.organization_id)
    async with core.sessions() as session, session.begin():
        secret = await begin_authenticator(session, olive.account.id, SEAL, core.clock.now())
    phone = Phone(core, olive.account, secret)
    async with core.sessions() as session, session.begin():
        await confirm_authenticator(session, olive.account.id, phone.code(), SEAL, core.clock.now())
    clock.advance(10 * STEP)
    return phone
