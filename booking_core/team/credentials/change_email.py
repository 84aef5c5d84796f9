"""Another address to sign in with: whoever has just said the password asks for it, and whoever reads the new
mailbox makes it so."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.customers.contacts import normalise_email
from booking_core.errors import Gone, InvalidField
from booking_core.team.accounts import Account, account_with_email
from booking_core.team.links import (
    NEW_ADDRESS,
    NewLink,
    OneTimeLink,
    Purpose,
    TokenOf,
    hash_of,
    issue_link,
    use_link,
    withdraw_links,
)
from booking_core.team.memberships import note_account_change

Sessions = async_sessionmaker[AsyncSession]
CHANGED = "account.email"
# Writes to the address until then of what the link has done.
Tell = Callable[[AsyncSession, OneTimeLink, str], Awaitable[None]]


async def issue_address_change(
    session: AsyncSession, account: Account, email: str, token_of: TokenOf, now: datetime
) -> NewLink | None:
    """A link that changes the address of the account to this one; earlier ones are withdrawn. None where it
    is somebody else's, which only the mailbox itself is told. Raises ``InvalidField``. The caller commits."""
    wanted = normalise_email(email)
    if wanted == account.email:
        raise InvalidField("email", "You sign in with this address already.", reason="same")
    await withdraw_links(session, OneTimeLink.account_id == account.id, OneTimeLink.kind == NEW_ADDRESS)
    if await account_with_email(session, wanted) is not None:
        return None
    return issue_link(session, Purpose(NEW_ADDRESS, wanted, account_id=account.id), token_of, now)


async def change_address(sessions: Sessions, token: str, now: datetime, tell: Tell) -> None:
    """The link's account signs in with the link's address from now on, which ``tell`` tells the address until
    then in the same transaction. Its links for a new password open nothing any more. Pressing twice is a
    success that does nothing.

    Raises ``Gone``, and ``InvalidField`` where somebody else has the address by now, which leaves the link as
    good as it was."""
    try:
        async with sessions() as session, session.begin():
            link = await use_link(session, token, now)
            account = await session.get_one(Account, link.account_id, with_for_update=True)
            before, account.email = account.email, link.email
            await session.flush()
            await withdraw_links(session, OneTimeLink.account_id == account.id)
            await note_account_change(session, account.id, CHANGED, now, "one-time link")
            await tell(session, link, before)
    except IntegrityError as error:
        raise InvalidField("email", "Somebody else signs in with this address.", reason="taken") from error
    except Gone:
        async with sessions() as session:
            if not await _is_done(session, token):
                raise


async def _is_done(session: AsyncSession, token: str) -> bool:
    """Whether the link has done its work, and nothing has changed since."""
    found = await session.scalar(
        select(OneTimeLink.id)
        .join(Account, Account.id == OneTimeLink.account_id)
        .where(
            OneTimeLink.token_hash == hash_of(token),
            OneTimeLink.kind == NEW_ADDRESS,
            OneTimeLink.used_at.is_not(None),
            Account.email == OneTimeLink.email,
        )
    )
    return found is not None
