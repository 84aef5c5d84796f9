"""Before an account changes, its password is typed again: whoever finds a browser open changes nothing."""

from litestar import Request
from litestar.datastructures import State
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.team.accounts import has_password
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.cookies import Cookies
from web.console.access.signed_in import Person
from web.settings import Settings


class ProofForm(Struct):
    password: str = ""


async def prove(
    request: Request[object, object, State],
    core: BookingCore,
    jar: Cookies,
    settings: Settings,
    person: Person,
    password: str,
) -> None:
    """Raises ``InvalidField`` (``password``) for a wrong one, and for one too soon after several."""
    attempt = PasswordTry.of(request, core, jar, settings, person.account.email)
    waits = await attempt.wait_s()
    if waits:
        raise InvalidField("password", too_many_tries(waits), reason="too_many")
    if not await has_password(person.account, password):
        attempt.note_failure()
        raise InvalidField("password", "This is not your password.", reason="wrong_password")
    await attempt.note_success()
