"""One's own account: who one is, where one works, and everything that lets one in."""

from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.second_factor.recovery_codes import HOW_MANY
from booking_core.second_factor.second_factor import second_factor_of
from booking_core.team.sessions import session_id, sessions_of
from web.console.access.cookies import Cookies
from web.console.access.signed_in import Person
from web.console.rendering.page import PageRequest, page

NEWS = {
    "app": "The authenticator app is set up.",
    "passkey": "The passkey is added.",
    "removed": "It is removed.",
    "ended": "That session is over.",
}


@get("/profile")
async def profile_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    person: NamedDependency[Person],
    done: FromQuery[str] = "",
) -> Response[str]:
    return await show_profile(request, core, jar, person, news=NEWS.get(done, ""))


async def show_profile(
    request: PageRequest,
    core: BookingCore,
    jar: Cookies,
    person: Person,
    *,
    news: str = "",
    form: str = "",
    wrong: InvalidField | None = None,
) -> Response[str]:
    """``form`` is the one that something is ``wrong`` in."""
    async with core.sessions() as session:
        has = await second_factor_of(session, person.account.id)
        open_sessions = await sessions_of(session, person.account.id, core.clock.now())
    shown: dict[str, Any] = {
        "person": person,
        "has": has,
        "sessions": open_sessions,
        "this_session": session_id(request.cookies.get(jar.session, "")),
        "codes_in_all": HOW_MANY,
        "news": news,
        "wrong": {form: {wrong.field: wrong.detail}} if wrong else {},
    }
    return page("profile.html", status_code=422 if wrong else 200, **shown)
