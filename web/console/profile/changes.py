"""Changes of one's own account that are one form each: the password, sessions, recovery codes, and what is
removed."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy import update

from booking_core.errors import InvalidField
from booking_core.second_factor.authenticator import remove_authenticator
from booking_core.second_factor.passkeys import remove_passkey
from booking_core.second_factor.recovery_codes import replace_recovery_codes
from booking_core.second_factor.second_factor import second_factor_of, tidy_recovery_codes
from booking_core.team.accounts import Account
from booking_core.team.credentials.reset_password import change_password
from booking_core.team.memberships import note_account_change
from booking_core.team.sessions import end_other_sessions, end_session_by_id
from web.console.profile.own_account import OwnAccount, ProofForm
from web.console.rendering.page import page
from web.console.words.language import known_language


class PasswordForm(Struct):
    password: str = ""
    new: str = ""


class RemovalForm(Struct):
    """``what`` is ``app`` or the id of a passkey."""

    what: str = ""
    password: str = ""


class LanguageForm(Struct):
    """``language`` is a tag, or empty for what the browser asks for."""

    language: str = ""


class SessionForm(Struct):
    """``id`` is one session's, or ``others``."""

    id: str = ""


@post("/profile/password", status_code=303)
async def new_password(
    data: URLEncodedBody[PasswordForm],
    own: NamedDependency[OwnAccount],
) -> Response[str] | Redirect:
    """Everybody is signed out, here too."""
    try:
        await own.prove(data.password)
        await change_password(own.core.sessions, own.account, data.new, own.core.clock.now())
    except InvalidField as wrong:
        return await own.show(form="password", wrong=wrong)
    away = [own.jar.delete(own.jar.session)]
    return Redirect("/console/sign-in?after=password", status_code=303, cookies=away)


@post("/profile/remove", status_code=303)
async def remove(
    data: URLEncodedBody[RemovalForm],
    own: NamedDependency[OwnAccount],
) -> Response[str] | Redirect:
    """The app, or a passkey; the recovery codes go with the last of them."""
    try:
        await own.prove(data.password)
    except InvalidField as wrong:
        return await own.show(form=data.what, wrong=wrong)
    account_id, now = own.account.id, own.core.clock.now()
    async with own.core.sessions() as session, session.begin():
        if data.what == "app":
            await remove_authenticator(session, account_id)
        else:
            await remove_passkey(session, account_id, data.what)
        await tidy_recovery_codes(session, account_id)
        await note_account_change(session, account_id, "account.second_factor_removed", now)
    return Redirect("/console/profile?done=removed", status_code=303)


@post("/profile/recovery-codes", status_code=200)
async def recovery_codes(
    data: URLEncodedBody[ProofForm],
    own: NamedDependency[OwnAccount],
) -> Response[str] | Redirect:
    """New ones, shown this once; the old ones are worth nothing any more. None where nothing is asked for."""
    try:
        await own.prove(data.password)
    except InvalidField as wrong:
        return await own.show(form="codes", wrong=wrong)
    async with own.core.sessions() as session, session.begin():
        if not (await second_factor_of(session, own.account.id)).is_asked_for:
            return Redirect("/console/profile", status_code=303)
        codes = await replace_recovery_codes(session, own.account.id)
        await note_account_change(session, own.account.id, "account.recovery_codes", own.core.clock.now())
    return page("recovery_codes.html", person=own.person, codes=codes)


@post("/profile/language", status_code=303)
async def choose_language(data: URLEncodedBody[LanguageForm], own: NamedDependency[OwnAccount]) -> Redirect:
    """Of all their pages, on whatever device."""
    async with own.core.sessions() as session, session.begin():
        await session.execute(
            update(Account).where(Account.id == own.account.id).values(language=known_language(data.language))
        )
    return Redirect("/console/profile?done=language", status_code=303)


@post("/profile/sessions", status_code=303)
async def end_sessions(
    data: URLEncodedBody[SessionForm],
    own: NamedDependency[OwnAccount],
) -> Redirect:
    async with own.core.sessions() as session, session.begin():
        if data.id == "others":
            await end_other_sessions(session, own.account.id, own.session_secret)
        else:
            await end_session_by_id(session, own.account.id, data.id)
    return Redirect("/console/profile?done=ended", status_code=303)
