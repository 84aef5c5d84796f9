"""Calendar feeds: one row for each secret address, of which only the hash is kept.

An address is shown once, when it is made. It could be derived from a key of the installation instead, and be
shown again; but then whoever sits down at a console that somebody left open could copy it unseen, and an
exchange of the secret key would silence calendars in many pockets. Another address is made in a moment, is
seen in the list, and is revoked by itself.
"""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.access.roles import ARRANGERS
from booking_core.storage.database import Base
from booking_core.team.memberships import Membership

# Programs ask every few minutes; when they last did is noted as often as somebody may want to know it.
NOTED_EVERY = timedelta(hours=1)


class CalendarFeed(Base):
    """Of a resource or of a location. It opens for as long as ``account_id``, who made it, works there and
    may see what it shows.

    ``digest`` is that of what it showed last, and ``changed_at`` when that was new.
    """

    __tablename__ = "calendar_feeds"
    __table_args__ = (
        CheckConstraint(
            "(resource_id IS NULL) <> (location_id IS NULL)", name="calendar_feeds_are_of_one_thing"
        ),
        Index("calendar_feeds_of_organization", "organization_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    token_hash: Mapped[str] = mapped_column(unique=True)
    resource_id: Mapped[str | None] = mapped_column(ForeignKey("resources.id", ondelete="CASCADE"))
    location_id: Mapped[str | None] = mapped_column(ForeignKey("locations.id", ondelete="CASCADE"))
    account_id: Mapped[str]
    shows_names: Mapped[bool]
    created_at: Mapped[datetime]
    digest: Mapped[str | None]
    changed_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    def note_reading(self, digest: str, now: datetime) -> None:
        """Somebody reads what has this digest."""
        if digest != self.digest:
            self.digest, self.changed_at = digest, now
        if self.read_at is None or now - self.read_at >= NOTED_EVERY:
            self.read_at = now


def feed_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def find_feed(session: AsyncSession, token: str) -> CalendarFeed | None:
    """The feed that this address opens; None alike for a guess, one that was revoked, and one whose maker may
    not see it any more."""
    return await session.scalar(
        select(CalendarFeed)
        .join(
            Membership,
            (Membership.organization_id == CalendarFeed.organization_id)
            & (Membership.account_id == CalendarFeed.account_id),
        )
        .where(
            CalendarFeed.token_hash == feed_hash(token),
            Membership.role.in_([role.value for role in ARRANGERS])
            | (Membership.resource_id == CalendarFeed.resource_id),
        )
    )
