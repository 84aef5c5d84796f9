"""Appointments that are kept although a change of the catalogue forbids their time: who decided so, and
when."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base


class KeptAppointment(Base):
    """Decided about the appointment's ``version``, and over once it moves. ``broken_rules`` are the rules,
    each with its resource, that no longer count against it."""

    __tablename__ = "kept_appointments"

    appointment_id: Mapped[str] = mapped_column(ForeignKey("appointments.id"), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    version: Mapped[int]
    broken_rules: Mapped[list[str]]
    kept_by: Mapped[str]
    kept_at: Mapped[datetime]
