"""Accepting an invitation, or being the first owner: the link is used, and its address works there."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import Organization
from booking_core.customers.contacts import normalise_email
from booking_core.errors import Conflict, InvalidField, NotFound, raise_together
from booking_core.input.clean_text import visible_text
from booking_core.storage.audit import Actor, AuditEntry
from booking_core.storage.ids import new_id
from booking_core.team.accounts import LONGEST_NAME, Account, account_with_email, has_password
from booking_core.team.first_owner import must_have_no_owner
from booking_core.team.links import (
    FIRST_OWNER,
    PASSWORD,
    OneTimeLink,
    find_link,
    use_link,
    withdraw_links_to,
)
from booking_core.team.memberships import OF_APPOINTMENTS, Membership, add_membership
from booking_core.team.owners import lock_owners
from booking_core.team.passwords import hash_password, must_be_good

Sessions = async_sessionmaker[AsyncSession]


async def accept_invitation(
    sessions: Sessions, token: str, name: str, password: str, now: datetime, *, email: str = ""
) -> Membership:
    """The membership that the link promises. Whoever has an account at its address already says its password,
    and keeps account, name and password; anybody else chooses them here. A first owner may sign in with
    another address (``email``) than the link was made for.

    Raises ``Gone`` for a link that is none (any more); ``InvalidField`` for name, address or password, or
    ``InvalidFields`` for several of them, which leaves the link as good as it was; ``Conflict``:
    ``already_here``, ``has_an_owner``; ``NotFound`` for a link that sets a password. No connection is held
    while a password is hashed.
    """
    async with sessions() as session:
        link = await find_link(session, token, now)
        known = await account_with_email(session, link.email)
        place = await session.get(Organization, link.organization_id) if link.organization_id else None
        own, wrong = await _own_address(session, link, email)
    if link.kind == PASSWORD:
        raise NotFound("This link is for a new password.")
    if known is not None and not await has_password(known, password):
        raise InvalidField("password", "This is not the password of your account.", reason="wrong_password")
    if known is None:
        wrong += _mistakes(own, name, password, place.name if place else "")
        raise_together(wrong)
    account = known or await _new_account(own, name, password)
    try:
        return await _use(sessions, link, token, account, now, is_new=known is None)
    except IntegrityError as error:
        # This account or membership was made, or the account removed, while we looked.
        raise Conflict(
            "You may work here already: please sign in. If you do not, open the link once more.",
            code="already_here",
        ) from error


async def _use(
    sessions: Sessions, link: OneTimeLink, token: str, account: Account, now: datetime, *, is_new: bool
) -> Membership:
    async with sessions() as session, session.begin():
        # Whoever invites the same address meanwhile waits, and sees that they work here.
        await lock_owners(session, str(link.organization_id))
        link = await use_link(session, token, now)
        if is_new:
            session.add(account)
            await session.flush()
        return await _join(session, link, account, now)


async def find_mistakes(
    sessions: Sessions, token: str, name: str, password: str, now: datetime, *, email: str, business: str
) -> list[InvalidField]:
    """All that is wrong with what somebody new says, before anything is used up: they read it at once.
    ``business`` is what a password must not be. Raises ``Gone``."""
    async with sessions() as session:
        link = await find_link(session, token, now)
        own, wrong = await _own_address(session, link, email)
    return [*wrong, *_mistakes(own, name, password, business)]


async def _own_address(
    session: AsyncSession, link: OneTimeLink, email: str
) -> tuple[str, list[InvalidField]]:
    """That of the link, or the one that a first owner gives instead, which is nobody's yet; and what is wrong
    with it."""
    if not email or link.kind != FIRST_OWNER:
        return link.email, []
    try:
        own = normalise_email(email)
    except InvalidField as wrong:
        return link.email, [wrong]
    if own != link.email and await account_with_email(session, own):
        said = "Somebody signs in with this address already: please give another."
        return link.email, [InvalidField("email", said)]
    return own, []


async def _join(session: AsyncSession, link: OneTimeLink, account: Account, now: datetime) -> Membership:
    organization_id = str(link.organization_id)
    if link.kind == FIRST_OWNER:
        await must_have_no_owner(session, organization_id)
    await withdraw_links_to(session, organization_id, link.email)
    membership = add_membership(session, organization_id, account, Role(str(link.role)), link.resource_id)
    if link.resource_id is not None:
        # Who is booked hears of it, until they choose otherwise.
        membership.notification_kinds = list(OF_APPOINTMENTS)
    await session.flush()
    actor = Actor(door="console", id=account.id, proof="one-time link")
    session.add(
        AuditEntry.of(actor, organization_id, "team.join", membership.id, now, role=link.role, link=link.id)
    )
    return membership


def _mistakes(email: str, name: str, password: str, business: str) -> list[InvalidField]:
    wrong, name = [], _one_line(name)
    if not visible_text(name).strip() or len(name) > LONGEST_NAME or not name.isprintable():
        said = f"Please write your name, with at most {LONGEST_NAME} characters."
        wrong.append(InvalidField("name", said))
    try:
        must_be_good(password, (email, name, business))
    except InvalidField as refused:
        wrong.append(refused)
    return wrong


async def _new_account(email: str, name: str, password: str) -> Account:
    """Of what is known to be right."""
    password_hash = await hash_password(password)
    return Account(id=new_id("acc"), email=email, name=_one_line(name), password_hash=password_hash)


def _one_line(name: str) -> str:
    return " ".join(name.split())


async def has_account(session: AsyncSession, link: OneTimeLink) -> bool:
    """Whether somebody signs in with the link's address, who then needs no new password."""
    return await account_with_email(session, link.email) is not None
