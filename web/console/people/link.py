"""One-time links: a page that says what the link is for. Only its form uses it up, because mail scanners open
links, too."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import UNNAMED, Organization
from booking_core.core import BookingCore
from booking_core.errors import Invalid, InvalidField, InvalidFields, TooMany, complaints_of, raise_together
from booking_core.notices.outbox import post as post_letter
from booking_core.team.accept import accept_invitation, find_mistakes, has_account
from booking_core.team.accounts import Account
from booking_core.team.credentials.reset_password import reset_password
from booking_core.team.links import FIRST_OWNER, NEW_ADDRESS, PASSWORD, OneTimeLink, find_link
from booking_core.team.memberships import Membership
from web.access.throttle import Throttle, network_of, wait_s
from web.console.access.attempt import PasswordTry, too_many_tries
from web.console.access.completion import let_in
from web.console.access.cookies import Cookies
from web.console.forms.choices import country_choices, language_choices, time_zones
from web.console.forms.country import PART, part_field
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent
from web.console.people.letters import welcome_letter
from web.console.people.new_business import NewBusiness, begin_business, guess_business
from web.console.rendering.form_page import form_page
from web.console.rendering.page import PageRequest
from web.console.words.language import come_to_business, language, speak
from web.console.words.translate import N_
from web.settings import Settings

# Whatever else is wrong, the field of the password comes back empty.
TYPE_AGAIN = N_("Please type it once more: passwords are not kept.")
# A token is as long as any key; this only keeps whoever tries many from being a burden.
GUESSED = Throttle("one-time-link", free=50)
# The sign-in that follows is filled in with it; later somebody else may sit there.
ADDRESS_LASTS = timedelta(minutes=10)


class LinkForm(NewBusiness, frozen=True):
    email: str = ""
    name: str = ""
    password: str = ""


class LinkPage(Struct, frozen=True):
    """What the page says. ``organization`` is empty where it is for a new password; ``knows`` that there is
    an account at the address already, whose password is asked for. ``guess`` is of a business that has no
    name yet, which is asked for with its language, country and clock; ``is_address`` where it is for another
    address to sign in with."""

    token: str
    email: str
    organization: str
    role: str
    knows: bool
    guess: NewBusiness | None = None
    is_address: bool = False
    is_first_owner: bool = False

    @property
    def template(self) -> str:
        if self.is_address:
            return "link_address.html"
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
    return _form(request, jar, asked, asked.guess or LinkForm())


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
    except (Invalid, TooMany) as wrong:
        told = {field or "password": sentence for field, sentence in complaints_of(wrong)}
        told.setdefault("password", TYPE_AGAIN)
        status = 422 if isinstance(wrong, Invalid) else 429
        return _form(request, jar, asked, data, status_code=status, wrong=told)
    # Whoever has read the letter types what they have chosen: nobody is let in by a link alone.
    address = jar.set(jar.address, quote(asked.email), ADDRESS_LASTS)
    return Redirect("/console/sign-in?after=password", status_code=303, cookies=[address])


def _form(
    request: PageRequest,
    jar: Cookies,
    asked: LinkPage,
    form: NewBusiness,
    *,
    status_code: int = 200,
    **more: Any,
) -> Response[str]:
    return form_page(
        request,
        jar,
        asked.template,
        status_code=status_code,
        link=asked,
        form=form,
        languages=language_choices(),
        countries=country_choices(),
        zones=time_zones(form.time_zone),
        part=part_field(form.country),
        part_state=FormState(Form(()), Sent({PART: [form.subdivision]})),
        **more,
    )


async def _join(
    request: PageRequest, data: LinkForm, core: BookingCore, jar: Cookies, settings: Settings, asked: LinkPage
) -> Redirect:
    """Joined, and signed in: the password has just been chosen or proven, and a second factor is asked for
    as ever. That of an account that exists can be guessed here as slowly as anywhere else."""
    own = data.email if asked.guess and not asked.knows else ""
    business = await _read_all(core, data, asked, own)
    attempt = PasswordTry.of(request, core, jar, settings, asked.email)
    waits = await attempt.wait_s() if asked.knows else 0
    if waits:
        raise TooMany(too_many_tries(waits), retry_after_s=waits)
    try:
        now = core.clock.now()
        joined = await accept_invitation(core.sessions, asked.token, data.name, data.password, now, email=own)
    except InvalidField as wrong:
        if asked.knows and wrong.reason == "wrong_password":
            attempt.note_failure()
        raise
    if asked.knows:
        await attempt.note_success()
    if business is not None:
        await begin_business(core, joined, business, data.part)
    async with core.sessions() as session, session.begin():
        account = await session.get_one(Account, joined.account_id)
        if asked.is_first_owner and settings.smtp_url is not None:
            await _welcome(session, account, joined, settings.public_url, core.clock.now())
    return await let_in(request, core, jar, attempt, account, "/console")


async def _welcome(
    session: AsyncSession, account: Account, joined: Membership, public_url: str, now: datetime
) -> None:
    business = await session.get_one(Organization, joined.organization_id)
    come_to_business(business.locale)
    with speak(account.language, language()):
        letter = welcome_letter(account.email, joined, business.name, public_url)
    await post_letter(session, letter, now)


async def _read_all(core: BookingCore, data: LinkForm, asked: LinkPage, own: str) -> dict[str, Any] | None:
    """The settings of a new business. Raises ``InvalidField`` and ``InvalidFields`` for everything that is
    wrong in the form, so that nobody types their password once for each of it."""
    wrong: list[InvalidField] = []
    business = None
    try:
        business = data.read() if asked.guess else None
    except InvalidFields as refused:
        wrong += refused.fields
    if not asked.knows:
        said = (asked.token, data.name, data.password, core.clock.now())
        named = data.business or asked.organization
        wrong += await find_mistakes(core.sessions, *said, email=own, business=named)
    raise_together(wrong)
    return business


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
    accepted = request.headers.get("accept-language", "")
    return _link_page(link, token, organization, accepted, knows=knows)


def _link_page(
    link: OneTimeLink, token: str, organization: Organization | None, accepted: str, *, knows: bool
) -> LinkPage:
    if link.kind in (PASSWORD, NEW_ADDRESS) or organization is None:
        return LinkPage(token, link.email, "", "", knows, is_address=link.kind == NEW_ADDRESS)
    is_unnamed = link.kind == FIRST_OWNER and organization.name == UNNAMED
    guess = guess_business(accepted, organization) if is_unnamed else None
    return LinkPage(
        token,
        link.email,
        organization.name,
        link.role or "",
        knows,
        guess,
        is_first_owner=link.kind == FIRST_OWNER,
    )
