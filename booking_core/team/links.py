"""One-time links: whoever has one may do one thing once, as the person with its address.

Only a hash of the token is kept. The token is made from the link's id and a key of the installation
(``TokenOf``, passed in), so that a letter that waits need not hold it.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.access.roles import Role
from booking_core.errors import Gone
from booking_core.storage.database import Base
from booking_core.storage.ids import new_id

INVITATION, FIRST_OWNER, PASSWORD, NEW_ADDRESS = "invitation", "first_owner", "password", "new_address"
# A colleague is back from a week away; whoever has forgotten a password is sitting there and waits.
LASTS = {
    INVITATION: timedelta(days=7),
    FIRST_OWNER: timedelta(days=7),
    PASSWORD: timedelta(hours=1),
    NEW_ADDRESS: timedelta(days=1),
}
TokenOf = Callable[[str], str]
Condition = ColumnElement[bool]


class OneTimeLink(Base):
    """``kind`` is what it does. One for an organization makes whoever has the address ``role`` there; one for
    a password belongs to the account with the address, one for a new address to the account that wants it."""

    __tablename__ = "one_time_links"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('password', 'new_address') AND organization_id IS NULL AND account_id IS NOT NULL"
            " OR kind IN ('invitation', 'first_owner') AND organization_id IS NOT NULL AND role IS NOT NULL",
            name="one_time_links_have_a_purpose",
        ),
        Index("one_time_links_by_end", "expires_at"),
        Index(
            "one_time_links_invite_once",
            "organization_id",
            "email",
            unique=True,
            postgresql_where=text("kind = 'invitation' AND used_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    email: Mapped[str]
    organization_id: Mapped[str | None] = mapped_column(ForeignKey("organizations.id"), index=True)
    role: Mapped[str | None]
    resource_id: Mapped[str | None] = mapped_column(ForeignKey("resources.id", ondelete="SET NULL"))
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    # The account that invited; nobody where a command did.
    invited_by: Mapped[str | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Purpose(Struct, frozen=True):
    """What a new link is for."""

    kind: str
    email: str
    organization_id: str | None = None
    role: Role | None = None
    resource_id: str | None = None
    account_id: str | None = None
    invited_by: str | None = None


class NewLink(Struct, frozen=True):
    """A link with the token that stands in its address and is kept nowhere."""

    link: OneTimeLink
    token: str


def issue_link(session: AsyncSession, purpose: Purpose, token_of: TokenOf, now: datetime) -> NewLink:
    """Written with the next flush."""
    id_ = new_id("lnk")
    token = token_of(id_)
    link = OneTimeLink(
        id=id_,
        token_hash=hash_of(token),
        kind=purpose.kind,
        email=purpose.email,
        organization_id=purpose.organization_id,
        role=purpose.role and purpose.role.value,
        resource_id=purpose.resource_id,
        account_id=purpose.account_id,
        invited_by=purpose.invited_by,
        created_at=now,
        expires_at=now + LASTS[purpose.kind],
    )
    session.add(link)
    return NewLink(link, token)


async def find_link(session: AsyncSession, token: str, now: datetime) -> OneTimeLink:
    """The link of this token, which stays as good as it is. Raises ``Gone`` alike for one that never was, was
    used, withdrawn, or is over."""
    link = await session.scalar(select(OneTimeLink).where(*_good(token, now)))
    if link is None:
        raise _link_gone()
    return link


async def use_link(session: AsyncSession, token: str, now: datetime) -> OneTimeLink:
    """The same, and from this commit on it is used. Of several at once the first has it; the others wait for
    its commit. Raises ``Gone``."""
    statement = update(OneTimeLink).where(*_good(token, now)).values(used_at=now).returning(OneTimeLink)
    link = await session.scalar(statement, execution_options={"synchronize_session": False})
    if link is None:
        raise _link_gone()
    return link


async def withdraw_links(session: AsyncSession, *which: Condition) -> int:
    """Links for which all these conditions hold open nothing any more, from this commit on; how many did."""
    withdrawn = await session.scalars(
        delete(OneTimeLink).where(OneTimeLink.used_at.is_(None), *which).returning(OneTimeLink.id),
        execution_options={"synchronize_session": False},
    )
    return len(withdrawn.all())


async def withdraw_links_to(session: AsyncSession, organization_id: str, email: str) -> None:
    """No link lets whoever has this address into the organization any more."""
    await withdraw_links(session, OneTimeLink.organization_id == organization_id, OneTimeLink.email == email)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _good(token: str, now: datetime) -> tuple[Condition, ...]:
    hashed = OneTimeLink.token_hash == hash_of(token)
    return hashed, OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > now


def _link_gone() -> Gone:
    return Gone(
        "This link has been used, is too old, or was withdrawn. Please ask for a new one.",
        code="link_not_valid",
    )
