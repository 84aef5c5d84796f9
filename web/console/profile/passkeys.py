"""Adding a passkey: the password, then the browser makes the key and signs for this site."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.errors import InvalidField
from booking_core.second_factor.passkey import RelyingParty
from booking_core.second_factor.passkeys import add_passkey, registration_options
from booking_core.second_factor.pending import new_challenge
from booking_core.second_factor.second_factor import issue_first_recovery_codes
from booking_core.team.memberships import note_account_change
from booking_core.team.sessions import AccountSession, session_id
from web.console.people.second_factor import read_credential
from web.console.profile.own_account import OwnAccount, ProofForm
from web.console.rendering.page import page


class PasskeyForm(Struct):
    """``credential`` is what the browser answered, as JSON."""

    name: str = ""
    credential: str = ""


@post("/profile/passkey", status_code=200)
async def begin_passkey(
    data: URLEncodedBody[ProofForm],
    own: NamedDependency[OwnAccount],
) -> Response[str]:
    """The page on which the browser makes the key, for a challenge of this session."""
    try:
        await own.prove(data.password)
    except InvalidField as wrong:
        return await own.show(form="passkey", wrong=wrong)
    challenge = new_challenge()
    async with own.core.sessions() as session, session.begin():
        mine = await session.get_one(AccountSession, session_id(own.session_secret))
        mine.passkey_challenge = challenge
        site = RelyingParty.of(own.settings.public_url)
        options = await registration_options(session, site, own.account, challenge)
    return page("profile_passkey.html", person=own.person, options=options)


@post("/profile/passkey/confirm", status_code=303)
async def confirm_passkey(
    data: URLEncodedBody[PasskeyForm],
    own: NamedDependency[OwnAccount],
) -> Response[str] | Redirect:
    """A challenge is good for one answer. The first recovery codes are shown this once."""
    account_id, now = own.account.id, own.core.clock.now()
    async with own.core.sessions() as session, session.begin():
        challenge = await _take_challenge(session, session_id(own.session_secret))
    if challenge is None:
        return Redirect("/console/profile", status_code=303)
    try:
        async with own.core.sessions() as session, session.begin():
            answer, site = read_credential(data.credential), RelyingParty.of(own.settings.public_url)
            await add_passkey(session, site, account_id, challenge, answer, data.name, now)
            codes = await issue_first_recovery_codes(session, account_id)
            await note_account_change(session, account_id, "account.passkey_added", now)
    except InvalidField as wrong:
        return await own.show(form="passkey", wrong=InvalidField("password", wrong.detail))
    if codes:
        return page("recovery_codes.html", person=own.person, codes=codes)
    return Redirect("/console/profile?done=passkey", status_code=303)


async def _take_challenge(session: AsyncSession, id_: str) -> bytes | None:
    """What the session's new key has to sign, and nothing else after it; None where nothing was asked for."""
    mine = await session.get_one(AccountSession, id_, with_for_update=True)
    challenge, mine.passkey_challenge = mine.passkey_challenge, None
    return challenge
