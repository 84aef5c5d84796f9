"""One-time links: a page that says what the link is for. Only its form uses it up, because mail scanners open
links, too."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.errors import InvalidField, TooMany
from booking_core.team.accept import accept_invitation, has_account
from booking_core.team.links import PASSWORD, OneTimeLink, find_link
from booking_core.team.reset_password import reset_password
from web.access.throttle import Throttle, network_of, wait_s
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.cookies import Cookies
from web.console.rendering.form_page import form_page
from web.console.rendering.page import PageRequest
from web.settings import Settings

# A token is as long as any key; this only keeps whoever tries many from being a burden.
GUESSED = Throttle("one-time-link", free=50)


class LinkForm(Struct):
    name: str = ""
    password: str = ""


class LinkPage(Struct, frozen=True):
    """What the page says. ``organization`` is empty where it is for a new password; ``knows`` that there is
    an account at the address already, whose password is asked for."""

    token: str
    email: str
    organization: str
    role: str
    knows: bool

    @property
    def template(self) -> str:
        return "link_join.html" if self.organization else "link_password.html"


@get("/link/{token:str}")
async def link_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    token: FromPath[str],
) -> Response[str]:
    """Changes nothing, however often it is asked for."""
    asked = await _page_of(request, core, token)
    return form_page(request, jar, asked.template, link=asked, form=LinkForm())


@post("/link/{token:str}", status_code=303)
async def use_link(
    request: PageRequest,
    data: URLEncodedBody[LinkForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
    token: FromPath[str],
) -> Response[str] | Redirect:
    asked = await _page_of(request, core, token)
    try:
        if asked.organization:
            await _join(request, data, core, jar, settings, asked)
        else:
            await reset_password(core.sessions, token, data.password, core.clock.now())
    except (InvalidField, TooMany) as wrong:
        field = wrong.field if isinstance(wrong, InvalidField) else "password"
        status = 422 if isinstance(wrong, InvalidField) else 429
        shown = {"link": asked, "form": data, "wrong": {field: wrong.detail}}
        return form_page(request, jar, asked.template, status_code=status, **shown)
    after = "joined" if asked.organization else "password"
    return Redirect(f"/console/sign-in?after={after}", status_code=303)


async def _join(
    request: PageRequest, data: LinkForm, core: BookingCore, jar: Cookies, settings: Settings, asked: LinkPage
) -> None:
    """The password of an account that exists can be guessed here as slowly as anywhere else."""
    attempt = PasswordTry.of(request, core, jar, settings, asked.email) if asked.knows else None
    waits = await attempt.wait_s() if attempt else 0
    if waits:
        raise TooMany(too_many_tries(waits), retry_after_s=waits)
    try:
        await accept_invitation(core.sessions, asked.token, data.name, data.password, core.clock.now())
    except InvalidField as wrong:
        if attempt and wrong.reason == "wrong_password":
            attempt.note_failure()
        raise
    if attempt:
        await attempt.note_success()


async def _page_of(request: PageRequest, core: BookingCore, token: str) -> LinkPage:
    """Raises ``Gone``, and ``TooMany`` for whoever has asked for many that are none."""
    who = (network_of(request.client.host if request.client else ""),)
    waits = await wait_s(core.redis, core.clock.now(), [(GUESSED, who)])
    if waits:
        raise TooMany(too_many_tries(waits), retry_after_s=waits)
    async with core.sessions() as session:
        link = await find_link(session, token, core.clock.now())
        await GUESSED.forgive(core.redis, *who)
        knows = await has_account(session, link)
        organization = await session.get(Organization, link.organization_id or "")
    return _link_page(link, token, organization, knows=knows)


def _link_page(link: OneTimeLink, token: str, organization: Organization | None, *, knows: bool) -> LinkPage:
    if link.kind == PASSWORD or organization is None:
        return LinkPage(token, link.email, "", "", knows)
    return LinkPage(token, link.email, organization.name, link.role or "", knows)
