"""The second step of signing in: a code of the app, a passkey, or a recovery code."""

import json
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.core import BookingCore
from booking_core.second_factor.passkey import RelyingParty
from booking_core.second_factor.passkeys import sign_in_options, use_passkey
from booking_core.second_factor.pending import PendingSignIn, end_pending, find_pending
from booking_core.second_factor.second_factor import second_factor_of, use_any_code
from web.access.throttle import Throttle, wait_s
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.completion import complete_sign_in, safe_address, session_cookies
from web.console.access.cookies import Cookies
from web.console.rendering.form_page import form_page
from web.console.rendering.page import PageRequest
from web.console.words.translate import N_, gettext
from web.secrets.sealing import authenticator_seal
from web.settings import Settings

# Of one account, however often its password is typed in between; a person mistypes twice.
TRIED = Throttle("second-factor", free=5)
WRONG = N_("That did not fit. Codes change every half minute, and each works once.")
TO_SIGN_IN = "/console/sign-in"


class SecondFactorForm(Struct):
    """``credential`` is what the browser answered for a passkey, as JSON."""

    code: str = ""
    credential: str = ""
    next: str = ""


@get("/second-factor")
async def second_factor_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
    next: FromQuery[str] = "",  # noqa: A002 - its name in the address
) -> Response[str] | Redirect:
    async with core.sessions() as session:
        pending = await find_pending(session, request.cookies.get(jar.pending, ""), core.clock.now())
        if pending is None:
            return Redirect(TO_SIGN_IN, status_code=303)
        return await _page(session, request, jar, settings, pending, next)


@post("/second-factor", status_code=303)
async def second_factor(
    request: PageRequest,
    data: URLEncodedBody[SecondFactorForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
) -> Response[str] | Redirect:
    """Each try counts before it is judged. After five wrong ones the password is asked for again."""
    now = core.clock.now()
    async with core.sessions() as session, session.begin():
        pending = await find_pending(session, request.cookies.get(jar.pending, ""), now, to_try=True)
        if pending is None:
            return Redirect(TO_SIGN_IN, status_code=303, cookies=[jar.delete(jar.pending)])
        waits = await wait_s(core.redis, now, [(TRIED, (pending.account_id,))])
        if waits:
            return await _page(
                session, request, jar, settings, pending, data.next, status=429, error=too_many_tries(waits)
            )
        if not await _is_right(session, core, settings, pending, data):
            return await _page(
                session, request, jar, settings, pending, data.next, status=422, error=gettext(WRONG)
            )
        account = await end_pending(session, pending)
        secret = await complete_sign_in(session, request, core, jar, account)
    await TRIED.forget(core.redis, account.id)
    cookies = session_cookies(jar, secret, PasswordTry.of(request, core, jar, settings, account.email))
    return Redirect(safe_address(data.next), status_code=303, cookies=cookies)


async def _is_right(
    session: AsyncSession,
    core: BookingCore,
    settings: Settings,
    pending: PendingSignIn,
    data: SecondFactorForm,
) -> bool:
    now = core.clock.now()
    if data.credential:
        answer = read_credential(data.credential)
        site = RelyingParty.of(settings.public_url)
        return await use_passkey(session, site, pending.account_id, pending.challenge, answer, now)
    seal = authenticator_seal(settings.secret_key, settings.secret_key_old)
    return await use_any_code(session, pending.account_id, data.code, seal, now)


async def _page(
    session: AsyncSession,
    request: PageRequest,
    jar: Cookies,
    settings: Settings,
    pending: PendingSignIn,
    to: str,
    *,
    status: int = 200,
    error: str = "",
) -> Response[str]:
    has = await second_factor_of(session, pending.account_id)
    options = None
    if has.passkeys:
        site = RelyingParty.of(settings.public_url)
        options = await sign_in_options(session, site, pending.account_id, pending.challenge)
    shown = {"has": has, "options": options, "next": to, "error": error}
    return form_page(request, jar, "second_factor.html", status_code=status, **shown)


def read_credential(text: str) -> dict[str, Any]:
    """What the browser answered; empty for what is no object."""
    try:
        read = json.loads(text)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
