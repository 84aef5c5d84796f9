"""Adding a passkey: the password, then the browser makes the key and signs for this site."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.second_factor.passkey import Site
from booking_core.second_factor.passkeys import add_passkey, registration_options
from booking_core.second_factor.pending import new_challenge
from booking_core.second_factor.second_factor import first_recovery_codes
from booking_core.team.memberships import note_account_change
from booking_core.team.sessions import AccountSession, session_id
from web.console.access.cookies import Cookies
from web.console.access.signed_in import Person
from web.console.people.second_factor import read_credential
from web.console.profile.page import show_profile
from web.console.profile.proof import ProofForm, prove
from web.console.rendering.page import PageRequest, page
from web.settings import Settings


class PasskeyForm(Struct):
    """``credential`` is what the browser answered, as JSON."""

    name: str = ""
    credential: str = ""


@post("/profile/passkey", status_code=200)
async def begin_passkey(
    request: PageRequest,
    data: URLEncodedBody[ProofForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
    person: NamedDependency[Person],
) -> Response[str]:
    """The page on which the browser makes the key, for a challenge of this session."""
    try:
        await prove(request, core, jar, settings, person, data.password)
    except InvalidField as wrong:
        return await show_profile(request, core, jar, person, form="passkey", wrong=wrong)
    challenge = new_challenge()
    async with core.sessions() as session, session.begin():
        mine = await session.get_one(AccountSession, session_id(request.cookies[jar.session]))
        mine.passkey_challenge = challenge
        site = Site.of(settings.public_url)
        options = await registration_options(session, site, person.account, challenge)
    return page("profile_passkey.html", person=person, options=options)


@post("/profile/passkey/confirm", status_code=303)
async def confirm_passkey(
    request: PageRequest,
    data: URLEncodedBody[PasskeyForm],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
    settings: NamedDependency[Settings],
    person: NamedDependency[Person],
) -> Response[str] | Redirect:
    """A challenge is good for one answer. The first recovery codes are shown this once."""
    account_id, now = person.account.id, core.clock.now()
    async with core.sessions() as session, session.begin():
        challenge = await _take_challenge(session, session_id(request.cookies[jar.session]))
    if challenge is None:
        return Redirect("/console/profile", status_code=303)
    try:
        async with core.sessions() as session, session.begin():
            answer, site = read_credential(data.credential), Site.of(settings.public_url)
            await add_passkey(session, site, account_id, challenge, answer, data.name, now)
            codes = await first_recovery_codes(session, account_id)
            await note_account_change(session, account_id, "account.passkey_added", now)
    except InvalidField as wrong:
        return await show_profile(
            request, core, jar, person, form="passkey", wrong=InvalidField("password", wrong.detail)
        )
    if codes:
        return page("recovery_codes.html", person=person, codes=codes)
    return Redirect("/console/profile?done=passkey", status_code=303)


async def _take_challenge(session: AsyncSession, id_: str) -> bytes | None:
    """What the session's new key has to sign, and nothing else after it; None where nothing was asked for."""
    mine = await session.get_one(AccountSession, id_, with_for_update=True)
    challenge, mine.passkey_challenge = mine.passkey_challenge, None
    return challenge
