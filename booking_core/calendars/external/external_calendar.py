"""External calendars: one row for each calendar elsewhere by which a person or a room is busy."""

from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, column, select, table
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.idempotency import Sealer

ICS, CALDAV = "ics", "caldav"
# Read as often as programs read ours.
EVERY = timedelta(minutes=15)
# So long the last known busy times count while a calendar cannot be read: a provider's bad night blocks
# nothing, a broken calendar opens nothing at once, and nobody's week is shut by one that is gone.
KEPT_FOR = timedelta(days=1)
# A view: those whose owners work there and may see what is shown.
WORKING = table("working_calendars", column("id"))


class ExternalCalendar(Base):
    """``sealed_address`` is its address, which is a secret; ``host`` is what is shown of it. It
    works for as long as ``account_id``, who connected it, works there and may see the appointments of its
    resource; else it is paused: nothing is written there, and it blocks nothing.

    Busy times count until ``blocks_until``. ``failing_since`` is the first failure after the last success,
    ``problem`` why, in a sentence; ``skipped`` are events that could not be understood. ``etag``,
    ``last_modified`` and ``digest`` are those of what was read in full at ``read_at``.
    """

    __tablename__ = "external_calendars"
    __table_args__ = (
        CheckConstraint("kind IN ('ics', 'caldav')", name="external_calendars_kind_is_known"),
        Index("external_calendars_of_organization", "organization_id"),
        Index("external_calendars_by_check", "checked_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id", ondelete="CASCADE"))
    account_id: Mapped[str]
    kind: Mapped[str]
    sealed_address: Mapped[bytes]
    host: Mapped[str]
    created_at: Mapped[datetime]
    checked_at: Mapped[datetime | None]
    succeeded_at: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    problem: Mapped[str | None]
    blocks_until: Mapped[datetime | None]
    skipped: Mapped[int] = mapped_column(server_default="0")
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    digest: Mapped[str | None]
    read_at: Mapped[datetime | None]

    @property
    def bound(self) -> bytes:
        """What its address is sealed to: nobody can move it to another calendar."""
        return f"{self.organization_id}\n{self.id}".encode()

    def seal_address(self, address: str, seal: Sealer) -> None:
        self.sealed_address = seal.close(address.encode(), self.bound)

    def open_address(self, seal: Sealer) -> str | None:
        """None where no key of ours opens it."""
        opened = seal.open(self.sealed_address, self.bound)
        return None if opened is None else opened.decode()

    def succeeds(self, at: datetime) -> None:
        """It was read, or has not changed since."""
        self.checked_at = self.succeeded_at = at
        self.blocks_until = at + KEPT_FOR
        self.failing_since = self.problem = None

    def fails(self, at: datetime, problem: str) -> None:
        """It could not be read; what is known of it counts until ``blocks_until``."""
        self.checked_at, self.problem = at, problem
        self.failing_since = self.failing_since or at

    def blocks(self, now: datetime) -> bool:
        return self.blocks_until is not None and now < self.blocks_until

    def has_just_stopped(self, now: datetime) -> bool:
        """Whether it has blocked nothing since a failure of more than a day, and for less than another."""
        return self.failing_since is not None and KEPT_FOR <= now - self.failing_since < 2 * KEPT_FOR


def is_working() -> ColumnElement[bool]:
    """Whether an external calendar is not paused."""
    return ExternalCalendar.id.in_(select(WORKING.c.id))
