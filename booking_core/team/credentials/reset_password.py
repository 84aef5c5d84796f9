"""A new password by a one-time link, and by the old one."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.errors import InvalidField, NotFound
from booking_core.team.accounts import Account
from booking_core.team.links import (
    PASSWORD,
    NewLink,
    OneTimeLink,
    Purpose,
    TokenOf,
    find_link,
    issue_link,
    use_link,
    withdraw_links,
)
from booking_core.team.memberships import note_account_change
from booking_core.team.passwords import hash_password
from booking_core.team.sessions import AccountSession

Sessions = async_sessionmaker[AsyncSession]


async def issue_reset(session: AsyncSession, account: Account, token_of: TokenOf, now: datetime) -> NewLink:
    """A link with which the account gets a new password; earlier ones are withdrawn. The caller commits."""
    await withdraw_links(session, OneTimeLink.account_id == account.id, OneTimeLink.kind == PASSWORD)
    return issue_link(session, Purpose(PASSWORD, account.email, account_id=account.id), token_of, now)


async def reset_password(sessions: Sessions, token: str, password: str, now: datetime) -> None:
    """The link's account has this password, and is signed out everywhere.

    Raises ``Gone``; ``InvalidField`` for a password that will not do, which leaves the link as good as it
    was. Raises ``NotFound`` for an invitation.
    """
    async with sessions() as session:
        link = await find_link(session, token, now)
    if link.kind != PASSWORD:
        raise NotFound("This link is for joining a business.")
    password_hash = await hash_password(password, (link.email,))
    async with sessions() as session, session.begin():
        used = await use_link(session, token, now)
        await _set(session, str(used.account_id), password_hash, "one-time link", now)


async def change_password(sessions: Sessions, account: Account, new: str, now: datetime) -> None:
    """By who has just said the old one; every session ends, and open links for a new password with them.
    Raises ``InvalidField`` (``new``)."""
    try:
        password_hash = await hash_password(new, (account.email, account.name))
    except InvalidField as wrong:
        raise InvalidField("new", wrong.detail) from wrong
    async with sessions() as session, session.begin():
        await withdraw_links(session, OneTimeLink.account_id == account.id)
        await _set(session, account.id, password_hash, "password", now)


async def _set(session: AsyncSession, account_id: str, password_hash: str, proof: str, now: datetime) -> None:
    await session.execute(update(Account).where(Account.id == account_id).values(password_hash=password_hash))
    await session.execute(delete(AccountSession).where(AccountSession.account_id == account_id))
    await note_account_change(session, account_id, "account.password", now, proof)
