"""Somebody who is signed in and looks after their account."""

import html
import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from pyotp import TOTP

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accounts import Account
from booking_core.time.clock import FrozenClock
from tests.accounts import PASSWORD
from tests.booking_core.second_factor.software_key import SoftwareKey
from tests.web.console.stage import HERE, Browser, operator_of

SECRET = re.compile(r'<code dir="ltr">([A-Z2-7 ]+)</code>')
CODE = re.compile(r"<li><code>([a-z0-9-]+)</code></li>")
OPTIONS = re.compile(r'data-options="([^"]+)"')
STEP = timedelta(seconds=30)


def secret_on(page: str) -> str:
    """The secret that a page shows below its QR code."""
    found = SECRET.search(page)
    assert found is not None
    return found[1].replace(" ", "")


class Olive(Browser):
    """Her browser, her phone and her key."""

    def __init__(self, core: BookingCore, account: Account, clock: FrozenClock) -> None:
        super().__init__(core)
        self.core = core
        self.account = account
        self.clock = clock
        self.key = SoftwareKey(HERE, "console.test")
        self.app: TOTP | None = None
        self.recovery_codes: list[str] = []

    async def sets_up_the_app(self) -> None:
        await self.see("/console/profile")
        begun = await self.send("/console/profile/app", password=PASSWORD)
        secret = secret_on(begun.text)
        self.app = TOTP(secret)
        done = await self.send("/console/profile/app/confirm", code=self.code(), secret=secret)
        self.recovery_codes += CODE.findall(done.text)
        self.clock.advance(3 * STEP)

    async def adds_the_key(self) -> None:
        await self.see("/console/profile")
        begun = await self.send("/console/profile/passkey", password=PASSWORD)
        answer = self.key.make(options_of(begun.text))
        done = await self.send("/console/profile/passkey/confirm", credential=as_text(answer), name="Phone")
        assert done.status_code < 400, done.text
        self.recovery_codes += CODE.findall(done.text)

    def code(self) -> str:
        assert self.app is not None
        return self.app.at(self.clock.now())

    async def types_the_password(self) -> str:
        """Where that leads."""
        await self.see("/console/sign-in")
        answer = await self.send("/console/sign-in", email=self.account.email, password=PASSWORD)
        return answer.headers["location"]

    async def is_signed_in(self) -> bool:
        return (await self.client.get("/console/profile")).status_code == 200


def options_of(page: str) -> str:
    found = OPTIONS.search(page)
    assert found is not None
    return html.unescape(found[1])


def as_text(answer: dict[str, object]) -> str:
    return json.dumps(answer)


@pytest.fixture
async def olive(core: BookingCore, salon: DemoSalon, clock: FrozenClock) -> AsyncIterator[Olive]:
    """Signed in, with a password and nothing else."""
    account = await operator_of(core, salon)
    async with Olive(core, account, clock) as browser:
        await browser.sign_in(account.email)
        yield browser
