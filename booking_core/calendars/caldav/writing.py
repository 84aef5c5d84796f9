"""Calendar writings: which of our appointments stand in which calendar elsewhere, and what somebody did to
them there."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

MOVED, REMOVED = "moved", "removed"


class CalendarWriting(Base):
    """``version`` is that of the appointment as it was written, 0 where it must be written anew; ``edit``
    what somebody has done to it there at ``edited_at``, until somebody here has seen it."""

    __tablename__ = "calendar_writings"
    __table_args__ = (
        CheckConstraint("edit IN ('moved', 'removed')", name="calendar_writings_edit_is_known"),
        Index("calendar_writings_of_appointment", "appointment_id"),
        Index("calendar_writings_of_organization", "organization_id"),
    )

    calendar_id: Mapped[str] = mapped_column(
        ForeignKey("external_calendars.id", ondelete="CASCADE"), primary_key=True
    )
    appointment_id: Mapped[str] = mapped_column(
        ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True
    )
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    version: Mapped[int]
    etag: Mapped[str]
    edit: Mapped[str | None]
    edited_at: Mapped[datetime | None]

    @property
    def name(self) -> str:
        return object_name(self.appointment_id)


def object_name(appointment_id: str) -> str:
    """What its object is called there: the same whoever writes it, so that none is there twice."""
    return f"{appointment_id}.ics"
