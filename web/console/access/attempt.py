"""One try at a password, wherever in the console it is typed: counted together with all others at the same
account, from the same network and device."""

from litestar import Request
from litestar.datastructures import Cookie, State
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.team.accounts import normal_email
from web.access.known_devices import LASTS, KnownDevices
from web.access.sign_in_attempts import Attempt, SignInAttempts
from web.access.throttle import network_of
from web.console.access.cookies import Cookies
from web.console.words.translate import ngettext
from web.settings import Settings


class PasswordTry(Struct, frozen=True):
    """Somebody at a browser tries the password of ``account``, an address as it was typed, in lower case."""

    attempts: SignInAttempts
    attempt: Attempt
    devices: KnownDevices
    core: BookingCore
    jar: Cookies
    cookie: str | None

    @classmethod
    def of(
        cls,
        request: Request[object, object, State],
        core: BookingCore,
        jar: Cookies,
        settings: Settings,
        email: str,
    ) -> "PasswordTry":
        devices = KnownDevices(settings.secret_key, settings.secret_key_old)
        account, cookie = normal_email(email), request.cookies.get(jar.device)
        network = network_of(request.client.host if request.client else "")
        attempt = Attempt(account, network, devices.find(cookie, account, core.clock.now()))
        return cls(SignInAttempts(core.redis, settings.secret_key), attempt, devices, core, jar, cookie)

    async def wait_s(self) -> int:
        """Seconds to wait before this try, which then does not count; 0 lets it through and counts it."""
        return await self.attempts.wait_s(self.attempt, self.core.clock.now())

    def note_failure(self) -> None:
        self.attempts.note_failure(self.attempt)

    async def note_success(self) -> None:
        """The password was right; wrong ones before it do not count any more."""
        await self.attempts.note_success(self.attempt)

    def know_device(self) -> Cookie:
        """The device is known to this account from now on: the cookie that says so."""
        known = self.devices.remember(self.cookie, self.attempt.account, self.core.clock.now())
        return self.jar.set(self.jar.device, known, LASTS)


def too_many_tries(wait_s: int) -> str:
    return ngettext(
        "Too many tries. Please wait %(num)s second and try again.",
        "Too many tries. Please wait %(num)s seconds and try again.",
        wait_s,
    )
