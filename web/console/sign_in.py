"""Signing in and out."""

from urllib.parse import unquote

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.team.accounts import account_with_email, has_password
from booking_core.team.sessions import end_session
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.completion import let_in, safe_address
from web.console.access.cookies import Cookies
from web.console.access.headers import CLEAR_ON_SIGN_OUT
from web.console.rendering.form_page import form_page
from web.console.rendering.page import PageRequest
from web.console.words.translate import N_, gettext
from web.settings import Settings

WRONG = N_("That email address and password do not belong together.")
# What somebody reads who comes here from a link.
NEWS = {
    "password": N_("Your new password is set. Please sign in."),
}


class SignInForm(Struct):
    email: str = ""
    password: str = ""
    next: str = ""


@get("/sign-in")
async def sign_in_page(
    request: PageRequest,
    jar: NamedDependency[Cookies],
    next: FromQuery[str] = "",  # noqa: A002 - its name in the address
    after: FromQuery[str] = "",
) -> Response[str]:
    email = unquote(request.cookies.get(jar.address, "")) if after in NEWS else ""
    return _form(request, jar, SignInForm(email, next=next), news=gettext(NEWS.get(after, "")))


@post("/sign-in", status_code=303)
async def sign_in(
    request: PageRequest,
    data: URLEncodedBody[SignInForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
) -> Response[str] | Redirect:
    """The same answer, after the same time, for a wrong password and for an account that does not exist. Who
    has a second factor is asked for it next, and is not signed in before."""
    attempt = PasswordTry.of(request, core, jar, settings, data.email)
    wait_s = await attempt.wait_s()
    if wait_s > 0:
        return _wait(request, jar, data, wait_s)
    # No connection is held while a password is checked: a flood of sign-ins must not take them from bookings.
    async with core.sessions() as session:
        account = await account_with_email(session, data.email)
    if not await has_password(account, data.password) or account is None:
        attempt.note_failure()
        return _form(request, jar, data, status_code=422, error=gettext(WRONG))
    await attempt.note_success()
    return await let_in(request, core, jar, attempt, account, safe_address(data.next))


@post("/sign-out", status_code=303)
async def sign_out(
    request: PageRequest, core: NamedDependency[BookingCore], jar: NamedDependency[Cookies]
) -> Redirect:
    secret = request.cookies.get(jar.session)
    if secret:
        async with core.sessions() as session, session.begin():
            await end_session(session, secret)
    gone = [jar.delete(jar.session)]
    return Redirect("/console/sign-in", status_code=303, cookies=gone, headers=CLEAR_ON_SIGN_OUT)


def _form(
    request: PageRequest, jar: Cookies, data: SignInForm, *, status_code: int = 200, **more: str
) -> Response[str]:
    shown = {"email": data.email, "next": data.next, **more}
    return form_page(request, jar, "sign_in.html", status_code=status_code, **shown)


def _wait(request: PageRequest, jar: Cookies, data: SignInForm, wait_s: int) -> Response[str]:
    answer = _form(request, jar, data, status_code=429, error=too_many_tries(wait_s))
    answer.headers["Retry-After"] = str(wait_s)
    return answer
