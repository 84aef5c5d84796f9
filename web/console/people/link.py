"""One-time links: a page that says what the link is for. Only its form uses it up, because mail scanners open
links, too."""

from datetime import timedelta
from urllib.parse import quote

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import NAME
from booking_core.catalogue.organizations import UNNAMED, Organization
from booking_core.core import BookingCore
from booking_core.errors import InvalidField, TooMany
from booking_core.input.kinds import WrongValue
from booking_core.storage.audit import Actor
from booking_core.team.accept import accept_invitation, has_account
from booking_core.team.accounts import Account
from booking_core.team.links import FIRST_OWNER, PASSWORD, OneTimeLink, find_link
from booking_core.team.memberships import Membership
from booking_core.team.reset_password import reset_password
from web.access.throttle import Throttle, network_of, wait_s
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.completion import let_in
from web.console.access.cookies import Cookies
from web.console.rendering.form_page import form_page
from web.console.rendering.page import PageRequest
from web.settings import Settings

# A token is as long as any key; this only keeps whoever tries many from being a burden.
GUESSED = Throttle("one-time-link", free=50)
# The sign-in that follows is filled in with it; later somebody else may sit there.
ADDRESS_LASTS = timedelta(minutes=10)


class LinkForm(Struct):
    business: str = ""
    name: str = ""
    password: str = ""


class LinkPage(Struct, frozen=True):
    """What the page says. ``organization`` is empty where it is for a new password; ``knows`` that there is
    an account at the address already, whose password is asked for; ``names_business`` that its name is."""

    token: str
    email: str
    organization: str
    role: str
    knows: bool
    names_business: bool = False

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
            return await _join(request, data, core, jar, settings, asked)
        await reset_password(core.sessions, token, data.password, core.clock.now())
    except (InvalidField, TooMany) as wrong:
        field = wrong.field if isinstance(wrong, InvalidField) else "password"
        status = 422 if isinstance(wrong, InvalidField) else 429
        shown = {"link": asked, "form": data, "wrong": {field: wrong.detail}}
        return form_page(request, jar, asked.template, status_code=status, **shown)
    # Whoever has read the letter types what they have chosen: nobody is let in by a link alone.
    address = jar.set(jar.address, quote(asked.email), ADDRESS_LASTS)
    return Redirect("/console/sign-in?after=password", status_code=303, cookies=[address])


async def _join(
    request: PageRequest, data: LinkForm, core: BookingCore, jar: Cookies, settings: Settings, asked: LinkPage
) -> Redirect:
    """Joined, and signed in: the password has just been chosen or proven, and a second factor is asked for
    as ever. That of an account that exists can be guessed here as slowly as anywhere else."""
    called = _read_name(data.business) if asked.names_business else ""
    attempt = PasswordTry.of(request, core, jar, settings, asked.email)
    waits = await attempt.wait_s() if asked.knows else 0
    if waits:
        raise TooMany(too_many_tries(waits), retry_after_s=waits)
    try:
        now = core.clock.now()
        joined = await accept_invitation(core.sessions, asked.token, data.name, data.password, now)
    except InvalidField as wrong:
        if asked.knows and wrong.reason == "wrong_password":
            attempt.note_failure()
        raise
    if asked.knows:
        await attempt.note_success()
    if called:
        await _name_business(core, joined, called)
    async with core.sessions() as session:
        account = await session.get_one(Account, joined.account_id)
    return await let_in(request, core, jar, attempt, account, "/console")


def _read_name(said: str) -> str:
    """Raises ``InvalidField``."""
    try:
        return str(NAME.read(said))
    except WrongValue as wrong:
        raise InvalidField("business", str(wrong)) from wrong


async def _name_business(core: BookingCore, joined: Membership, name: str) -> None:
    """And its place, which began with the same name."""
    role, whose = Role(joined.role), joined.organization_id
    owner = Actor("console", joined.account_id, "one-time link", role=role, organization_id=whose)

    async def work(office: BackOffice) -> None:
        row = await office.settings.row()
        await office.settings.change({"name": name}, expected_version=row.version)
        for place in await office.locations.offered():
            if place.name == UNNAMED:
                await office.locations.change(place.id, {"name": name}, expected_version=place.version)

    await core.arrange(whose, owner, work)


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
    names = link.kind == FIRST_OWNER and organization.name == UNNAMED
    return LinkPage(token, link.email, organization.name, link.role or "", knows, names)
