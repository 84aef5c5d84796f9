"""Signing in and out."""

import re

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.storage.ids import new_secret
from booking_core.team.accounts import account_with_email, has_password, normal_email
from booking_core.team.sessions import begin_session, end_session
from web.access.known_devices import LASTS, KnownDevices
from web.access.sign_in_attempts import Attempt, SignInAttempts
from web.access.throttle import network_of
from web.console.access.cookies import Cookies
from web.console.access.forgery import token_of, token_secret
from web.console.rendering.page import page
from web.settings import Settings

WRONG = "That e-mail address and password do not belong together."
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
) -> Response[str]:
    return _form(request, jar, SignInForm(next=next))


@post("/sign-in", status_code=303)
async def sign_in(
    request: PageRequest,
    data: URLEncodedBody[SignInForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
) -> Response[str] | Redirect:
    """The same answer, after the same time, for a wrong password and for an account that does not exist."""
    attempts = SignInAttempts(core.redis, settings.secret_key)
    devices = KnownDevices(settings.secret_key, settings.secret_key_old)
    account, now = normal_email(data.email), core.clock.now()
    cookie = request.cookies.get(jar.device)
    network = network_of(request.client.host if request.client else "")
    attempt = Attempt(account, network, devices.find(cookie, account, now))
    wait_s = await attempts.wait_s(attempt, now)
    if wait_s > 0:
        return _wait(request, jar, data, wait_s)
    secret = await _new_session(core, account, data.password, replacing=request.cookies.get(jar.session))
    if secret is None:
        attempts.note_failure(attempt)
        return _form(request, jar, data, status_code=422, error=WRONG)
    await attempts.note_success(attempt)
    known = jar.set(jar.device, devices.remember(cookie, account, now), LASTS)
    kept = [jar.set(jar.session, secret), known, jar.delete(jar.visit)]
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


async def _new_session(
    core: BookingCore, account: str, password: str, *, replacing: str | None
) -> str | None:
    """The secret of a new session, in place of the one this browser had; None when the password is not right.

    No connection is held while the password is checked: a flood of sign-ins must not take them from bookings.
    """
    async with core.sessions() as session:
        person = await account_with_email(session, account)
    if not await has_password(person, password) or person is None:
        return None
    async with core.sessions() as session, session.begin():
        if replacing:
            await end_session(session, replacing)
        return await begin_session(session, person, core.clock.now())


def _form(
    request: PageRequest, cookies: Cookies, data: SignInForm, *, status_code: int = 200, error: str = ""
) -> Response[str]:
    secret = token_secret(request, cookies)
    fresh = secret or new_secret()
    answer = page(
        "sign_in.html",
        status_code=status_code,
        csrf_token=token_of(fresh),
        email=data.email,
        next=data.next,
        error=error,
    )
    if secret is None:
        answer.set_cookie(cookies.set(cookies.visit, fresh))
    return answer


def _wait(request: PageRequest, cookies: Cookies, data: SignInForm, wait_s: int) -> Response[str]:
    words = f"Too many tries. Please wait {wait_s} second{'' if wait_s == 1 else 's'} and try again."
    answer = _form(request, cookies, data, status_code=429, error=words)
    answer.headers["Retry-After"] = str(wait_s)
    return answer


def _safe(address: str) -> str:
    return address if OURS.fullmatch(address) and "//" not in address else "/console/conversations"
