"""Memberships: what a person is in an organization. A person has one in each they work for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, any_, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import Organization
from booking_core.customers.contacts import normalise_email
from booking_core.errors import InvalidField, NotFound
from booking_core.input.clean_text import visible_text
from booking_core.storage.audit import CONSOLE, Actor, AuditEntry
from booking_core.storage.database import Base
from booking_core.storage.ids import new_id
from booking_core.team.accounts import LONGEST_NAME, Account

# What people may be written about. A conversation in which a customer asks for a person:
PERSON_WANTED = "person_wanted"
# What becomes of appointments, as ``appointments/team/team_letters.py`` calls it.
OF_APPOINTMENTS = ("booked", "requested", "moved", "cancelled")
NOTIFICATIONS = (PERSON_WANTED, *OF_APPOINTMENTS)


class Membership(Base):
    """``resource_id`` is the member of staff they are in the agenda, if any. ``public_name`` is what
    customers read; without one, the account's."""

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("organization_id", "account_id", name="memberships_happen_once"),
        CheckConstraint("role IN ('owner', 'manager', 'member')", name="memberships_role_is_known"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    resource_id: Mapped[str | None] = mapped_column(ForeignKey("resources.id", ondelete="SET NULL"))
    public_name: Mapped[str | None]
    notification_email: Mapped[str | None]
    notification_kinds: Mapped[list[str]] = mapped_column(server_default="{}")
    # Of all appointments rather than of their own, for whoever sees all.
    notifies_of_all: Mapped[bool] = mapped_column(server_default="false")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Presence(Struct, frozen=True):
    """What somebody says of themselves in an organization; empty for what they leave open."""

    public_name: str = ""
    notification_email: str = ""
    notification_kinds: Sequence[str] = ()
    notifies_of_all: bool = False


class Workplace(Struct, frozen=True):
    """An organization as somebody who works there sees it in a list. ``resource_id`` is who they are in its
    agenda, if anybody; ``locale`` the language of the business."""

    organization_id: str
    organization_name: str
    role: Role
    resource_id: str | None
    locale: str = "en"


def add_membership(
    session: AsyncSession, organization_id: str, account: Account, role: Role, resource_id: str | None = None
) -> Membership:
    """Written with the next flush; PostgreSQL refuses a second of the same person and organization."""
    membership = Membership(
        id=new_id("mem"),
        organization_id=organization_id,
        account_id=account.id,
        role=role.value,
        resource_id=resource_id,
    )
    session.add(membership)
    return membership


async def membership_of(session: AsyncSession, organization_id: str, account_id: str) -> Membership | None:
    """What they are there; None where they are nothing, or there is no such organization."""
    return await session.scalar(
        select(Membership).where(
            Membership.organization_id == organization_id, Membership.account_id == account_id
        )
    )


async def workplaces_of(session: AsyncSession, account_id: str) -> Sequence[Workplace]:
    """Every organization they work for, by name."""
    statement = (
        select(
            Organization.id,
            Organization.name,
            Membership.role,
            Membership.resource_id,
            Organization.locale,
        )
        .join(Membership, Membership.organization_id == Organization.id)
        .where(Membership.account_id == account_id)
        .order_by(Organization.name, Organization.id)
    )
    rows = await session.execute(statement)
    return [Workplace(id_, name, Role(role), resource, locale) for id_, name, role, resource, locale in rows]


async def change_presence(
    session: AsyncSession, organization_id: str, account_id: str, presence: Presence
) -> Membership:
    """How they appear in an organization and what they hear of. Raises ``NotFound`` where they are nothing
    there, and ``InvalidField`` (``notification_email``, ``public_name``)."""
    membership = await membership_of(session, organization_id, account_id)
    if membership is None:
        raise NotFound("You do not work here.")
    name, email = " ".join(presence.public_name.split()), presence.notification_email.strip()
    if len(name) > LONGEST_NAME or not name.isprintable() or (name and not visible_text(name).strip()):
        raise InvalidField("public_name", f"Please write at most {LONGEST_NAME} characters.")
    try:
        address = normalise_email(email) if email else None
    except InvalidField as wrong:
        raise InvalidField("notification_email", wrong.detail) from wrong
    membership.public_name, membership.notification_email = name or None, address
    membership.notification_kinds = [one for one in NOTIFICATIONS if one in presence.notification_kinds]
    membership.notifies_of_all = presence.notifies_of_all and membership.role != Role.MEMBER
    return membership


async def addresses_to_notify(session: AsyncSession, organization_id: str, kind: str) -> Mapping[str, str]:
    """Where those want a letter who want to hear of this ``kind``, by the id of their membership: the address
    they named for it, else that of their account."""
    statement = (
        select(Membership.id, func.coalesce(Membership.notification_email, Account.email))
        .join(Account, Account.id == Membership.account_id)
        .where(
            Membership.organization_id == organization_id,
            literal(kind) == any_(Membership.notification_kinds),
        )
        .order_by(Membership.created_at, Membership.id)
    )
    return {row.id: row[1] for row in await session.execute(statement)}


async def note_account_change(
    session: AsyncSession,
    account_id: str,
    action: str,
    now: datetime,
    proof: str = "session",
    *,
    by: Actor | None = None,
) -> None:
    """Note in every organization they work for that what lets them in was changed: by themselves, where
    nobody else is named."""
    actor = by or Actor(door=CONSOLE, id=account_id, proof=proof)
    for place in await workplaces_of(session, account_id):
        session.add(AuditEntry.of(actor, place.organization_id, action, account_id, now))
