"""One's own account, and who asks for its pages: every form of the profile proves its password here, and is
answered by the page again where something is wrong."""

from litestar import Response
from litestar.di import NamedDependency
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.second_factor.recovery_codes import HOW_MANY
from booking_core.second_factor.second_factor import second_factor_of
from booking_core.team.accounts import Account, has_password
from booking_core.team.sessions import session_id, sessions_of
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.cookies import Cookies
from web.console.access.signed_in import Person
from web.console.rendering.page import PageRequest, page
from web.console.words.translate import gettext
from web.settings import Settings


class ProofForm(Struct):
    password: str = ""


class OwnAccount(Struct, frozen=True):
    """What every page of the profile works with."""

    request: PageRequest
    core: BookingCore
    jar: Cookies
    settings: Settings
    person: Person

    @property
    def account(self) -> Account:
        return self.person.account

    @property
    def session_secret(self) -> str:
        """That of the session which asks."""
        return self.request.cookies.get(self.jar.session, "")

    async def prove(self, password: str) -> None:
        """Whoever finds a browser open changes nothing. Raises ``InvalidField`` (``password``) for a wrong
        one, and for one too soon after several."""
        attempt = PasswordTry.of(self.request, self.core, self.jar, self.settings, self.account.email)
        waits = await attempt.wait_s()
        if waits:
            raise InvalidField("password", too_many_tries(waits), reason="too_many")
        if not await has_password(self.account, password):
            attempt.note_failure()
            raise InvalidField("password", gettext("This is not your password."), reason="wrong_password")
        await attempt.note_success()

    async def show(
        self, *, news: str = "", form: str = "", wrong: InvalidField | None = None, typed: str = ""
    ) -> Response[str]:
        """The profile; ``form`` is the one that something is ``wrong`` in, ``typed`` the address it held."""
        async with self.core.sessions() as session:
            has = await second_factor_of(session, self.account.id)
            open_sessions = await sessions_of(session, self.account.id, self.core.clock.now())
        return page(
            "profile.html",
            status_code=422 if wrong else 200,
            person=self.person,
            has=has,
            sessions=open_sessions,
            this_session=session_id(self.session_secret),
            codes_in_all=HOW_MANY,
            news=news,
            typed=typed,
            wrong={form: {wrong.field: wrong.detail}} if wrong else {},
        )


def own_account(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
    person: NamedDependency[Person],
) -> OwnAccount:
    """The account of whoever is signed in; a dependency of the pages of the profile."""
    return OwnAccount(request, core, jar, settings, person)
