"""Organizations: whose customers, whose calendar, whose rules."""

from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

# Enough for directions or terms in a paragraph; models are given all facts at once.
LONGEST_TOPIC, LONGEST_FACT = 60, 600


class Organization(Base):
    """A business. ``revision`` grows with every change of its catalogue (a trigger sees to it), so that a
    cached copy knows its age.

    ``one_appointment_at_a_time`` is a rule of booking: nobody is booked for two things at once.
    """

    __tablename__ = "organizations"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    time_zone: Mapped[str]
    locale: Mapped[str]
    currency: Mapped[str]
    country: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    # Chat settings: greeting, accent, facts the owner wants told.
    chat: Mapped[dict[str, Any]]
    # Origins of the only sites that may show the chat; with none, every site may.
    websites: Mapped[list[str]] = mapped_column(server_default="{}")
    # Which key signs what the organization's own site says of its customers; the next one makes the last
    # invalid.
    identity_key_number: Mapped[int] = mapped_column(server_default="1")
    one_appointment_at_a_time: Mapped[bool] = mapped_column(server_default="false")
    # How much may be booked without the front desk, see ``booking_caps``; it knows the defaults.
    booking_rules: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    # What other people's agents may do at the MCP door; the door knows the switches.
    mcp: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    revision: Mapped[int] = mapped_column(server_default="1")
    # Of the settings in this row; ``revision`` is that of the whole catalogue.
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())

    @property
    def facts(self) -> dict[str, str]:
        """What the owner wants told, by topic: cut to what somebody reads, whatever was pasted in."""
        told = self.chat.get("facts", {})
        return {str(topic)[:LONGEST_TOPIC]: str(text)[:LONGEST_FACT] for topic, text in told.items()}
