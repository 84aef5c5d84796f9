"""The last step of signing in: the session begins, and the browser keeps its cookies."""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from litestar import Request
from litestar.datastructures import Cookie, State
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.core import BookingCore
from booking_core.second_factor.pending import LASTS, begin_pending
from booking_core.second_factor.second_factor import second_factor_of
from booking_core.team.accounts import Account
from booking_core.team.sessions import begin_session, end_session
from web.console.access.attempt import PasswordTry
from web.console.access.cookies import Cookies

# Where a sign-in may lead: a page of the console and nothing that a browser could take for another site.
OURS = re.compile(r"/console(/[\w\-./]*)?(\?[\w\-.~%&=+:]*)?", re.ASCII)
# The first that a browser names counts: Edge names Chrome too, and Chrome Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)
AnyRequest = Request[object, object, State]


async def let_in(
    request: AnyRequest, core: BookingCore, jar: Cookies, attempt: PasswordTry, account: Account, to: str
) -> Redirect:
    """Whoever has proven the account's password: to the page ``to`` in a new session, or first to their
    second factor."""
    async with core.sessions() as session, session.begin():
        if (await second_factor_of(session, account.id)).is_asked_for:
            begun = jar.set(jar.pending, begin_pending(session, account, core.clock.now()), LASTS)
            further = f"/console/second-factor?{urlencode({'next': to})}"
            return Redirect(further, status_code=303, cookies=[begun])
        secret = await complete_sign_in(session, request, core, jar, account)
    return Redirect(to, status_code=303, cookies=session_cookies(jar, secret, attempt))


async def complete_sign_in(
    session: AsyncSession, request: AnyRequest, core: BookingCore, jar: Cookies, account: Account
) -> str:
    """The secret of a new session, in place of the one this browser had. The caller commits."""
    replacing = request.cookies.get(jar.session)
    if replacing:
        await end_session(session, replacing)
    return await begin_session(session, account, core.clock.now(), device_name(request))


def session_cookies(jar: Cookies, secret: str, attempt: PasswordTry) -> Sequence[Cookie]:
    """The session, the device that is known from now on, and none of what led here."""
    kept = [jar.set(jar.session, secret), attempt.know_device()]
    return [*kept, jar.delete(jar.visit), jar.delete(jar.pending)]


def safe_address(address: str) -> str:
    """The address, or the console's first page for one that leads out of it."""
    path = address.partition("?")[0]
    leads_away = "//" in address or {".", ".."} & set(path.split("/"))
    return address if OURS.fullmatch(address) and not leads_away else "/console"


def device_name(request: AnyRequest) -> str:
    """Such as ``Firefox on Windows``, by what the browser says; empty for what says nothing we know."""
    agent = request.headers.get("user-agent", "")
    browser = next((name for sign, name in BROWSERS if sign in agent), "")
    system = next((name for sign, name in SYSTEMS if sign in agent), "")
    return f"{browser} on {system}" if browser and system else browser or system
