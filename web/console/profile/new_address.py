"""Another address to sign in with: asked for with the password, proven by a letter to the new mailbox, and
told to the old one."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.notices.outbox import post as post_letter
from booking_core.team.credentials.change_email import change_address, issue_address_change
from booking_core.team.links import OneTimeLink
from booking_core.team.memberships import workplaces_of
from web.access.throttle import Throttle, wait_s
from web.console.access.attempt import too_many_tries
from web.console.access.cookies import Cookies
from web.console.people.letters import address_changed_letter, address_taken_letter, new_address_letter
from web.console.profile.own_account import OwnAccount
from web.console.rendering.form_page import form_page
from web.console.rendering.page import PageRequest
from web.console.words.translate import gettext
from web.secrets.team_links import TeamLinks

# Letters to mailboxes that may be somebody else's.
PER_ACCOUNT = Throttle("new-address", free=3)


class NewAddressForm(Struct):
    password: str = ""
    email: str = ""


@post("/profile/email", status_code=303)
async def ask_for_address(
    data: URLEncodedBody[NewAddressForm], own: NamedDependency[OwnAccount]
) -> Response[str] | Redirect:
    """The answer is the same for an address that is somebody else's: only its mailbox is told."""
    try:
        await own.prove(data.password)
        await _write_to(own, data.email)
    except InvalidField as wrong:
        return await own.show(form="email", wrong=wrong, typed=data.email)
    return Redirect("/console/profile?done=letter", status_code=303)


@post("/link/{token:str}/address", status_code=303)
async def use_address(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    token: FromPath[str],
) -> Response[str] | Redirect:
    """Raises ``Gone`` for a link that is none."""
    now = core.clock.now()

    async def tell(session: AsyncSession, link: OneTimeLink, before: str) -> None:
        places = await workplaces_of(session, str(link.account_id))
        if places:
            await post_letter(
                session, address_changed_letter(link, places[0].organization_id, before, now), now
            )

    try:
        await change_address(core.sessions, token, now, tell)
    except InvalidField as wrong:
        return form_page(request, jar, "link_address.html", status_code=422, token=token, wrong=wrong.detail)
    return Redirect("/console/profile?done=address", status_code=303)


async def _write_to(own: OwnAccount, email: str) -> None:
    """Raises ``InvalidField``."""
    if own.settings.smtp_url is None:
        raise InvalidField("email", gettext("No mail server is set, so nobody could prove a new address."))
    now = own.core.clock.now()
    waits = await wait_s(own.core.redis, now, [(PER_ACCOUNT, (own.account.id,))])
    if waits:
        raise InvalidField("email", too_many_tries(waits), reason="too_many")
    places = own.person.places
    if not places:
        raise InvalidField("email", gettext("You work in no business any more."))
    here = places[0].organization_id
    async with own.core.sessions() as session, session.begin():
        new = await issue_address_change(session, own.account, email, TeamLinks.of(own.settings).token, now)
        await session.flush()
        letter = new_address_letter(new.link, here) if new else address_taken_letter(email, here, now)
        await post_letter(session, letter, now)
