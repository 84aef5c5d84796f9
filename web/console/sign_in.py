"""Signing in and out."""

import re

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.team.accounts import account_with_email, has_password
from booking_core.team.sessions import begin_session, end_session
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.cookies import Cookies
from web.console.rendering.form_page import form_page
from web.settings import Settings

WRONG = "That e-mail address and password do not belong together."
# What somebody reads who comes here from a link.
NEWS = {"joined": "You are in. Please sign in.", "password": "Your new password is set. Please sign in."}
# Where a sign-in may lead: a page of the console and nothing that a browser could take for another site.
OURS = re.compile(r"/console(/[\w\-./]*)?(\?[\w\-.~%&=+:]*)?", re.ASCII)
PageRequest = Request[object, object, State]


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
    return _form(request, jar, SignInForm(next=next), news=NEWS.get(after, ""))


@post("/sign-in", status_code=303)
async def sign_in(
    request: PageRequest,
    data: URLEncodedBody[SignInForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
) -> Response[str] | Redirect:
    """The same answer, after the same time, for a wrong password and for an account that does not exist."""
    attempt = PasswordTry.of(request, core, jar, settings, data.email)
    wait_s = await attempt.wait_s()
    if wait_s > 0:
        return _wait(request, jar, data, wait_s)
    secret = await _new_session(core, data.email, data.password, replacing=request.cookies.get(jar.session))
    if secret is None:
        attempt.note_failure()
        return _form(request, jar, data, status_code=422, error=WRONG)
    kept = [jar.set(jar.session, secret), await attempt.note_success(), jar.delete(jar.visit)]
    return Redirect(_safe(data.next), status_code=303, cookies=kept)


@post("/sign-out", status_code=303)
async def sign_out(
    request: PageRequest, core: NamedDependency[BookingCore], jar: NamedDependency[Cookies]
) -> Redirect:
    secret = request.cookies.get(jar.session)
    if secret:
        async with core.sessions() as session, session.begin():
            await end_session(session, secret)
    return Redirect("/console/sign-in", status_code=303, cookies=[jar.delete(jar.session)])


async def _new_session(core: BookingCore, email: str, password: str, *, replacing: str | None) -> str | None:
    """The secret of a new session, in place of the one this browser had; None when the password is not right.

    No connection is held while the password is checked: a flood of sign-ins must not take them from bookings.
    """
    async with core.sessions() as session:
        account = await account_with_email(session, email)
    if not await has_password(account, password) or account is None:
        return None
    async with core.sessions() as session, session.begin():
        if replacing:
            await end_session(session, replacing)
        return await begin_session(session, account, core.clock.now())


def _form(
    request: PageRequest, jar: Cookies, data: SignInForm, *, status_code: int = 200, **more: str
) -> Response[str]:
    shown = {"email": data.email, "next": data.next, **more}
    return form_page(request, jar, "sign_in.html", status_code=status_code, **shown)


def _wait(request: PageRequest, jar: Cookies, data: SignInForm, wait_s: int) -> Response[str]:
    answer = _form(request, jar, data, status_code=429, error=too_many_tries(wait_s))
    answer.headers["Retry-After"] = str(wait_s)
    return answer


def _safe(address: str) -> str:
    return address if OURS.fullmatch(address) and "//" not in address else "/console"
