"""Organizations: whose customers, whose calendar, whose rules."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, func
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.translations import Translatable, Words
from booking_core.pictures.picture import Picture
from booking_core.storage.database import Base

# Enough for directions or terms in a paragraph; models are given all facts at once.
LONGEST_TOPIC, LONGEST_FACT = 60, 600
# What a business is called that nobody has named yet.
UNNAMED = "My business"
# What the demo salon is called. Nobody owns a name that ends so (RFC 2606): no real business is taken for it.
DEMO_NAME, DEMO_EMAIL = "Salon Lavender", "hello@lavender.example"
# What it begins with so that it can begin, and is a guess until somebody has seen and saved it.
BUSINESS_SAVED, WEEK_SAVED, MAIL_WORKS = "business", "week", "mail"


class Organization(Translatable, Base):
    """A business. ``revision`` grows with every change of its catalogue (a trigger sees to it), so that a
    cached copy knows its age.

    ``one_appointment_at_a_time`` is a rule of booking: nobody is booked for two things at once.
    """

    # Of facts the text is translated, by their topic.
    TRANSLATED_EACH: ClassVar[tuple[str, ...]] = ("facts",)
    __tablename__ = "organizations"
    __table_args__ = (
        ForeignKeyConstraint(
            ["id", "logo"],
            [f"{Picture.__tablename__}.organization_id", f"{Picture.__tablename__}.hash"],
            name="organizations_logo_is_there",
            use_alter=True,
        ),
        Index("organizations_by_logo", "id", "logo"),
        CheckConstraint("travel_min BETWEEN 0 AND 1440", name="organizations_travel_within_a_day"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    time_zone: Mapped[str]
    locale: Mapped[str]
    currency: Mapped[str]
    country: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    # The hash of its logo.
    logo: Mapped[str | None]
    # Chat settings: greeting, accent, facts the owner wants told.
    chat: Mapped[dict[str, Any]]
    # Origins of the only sites that may show the chat; with none, every site may.
    websites: Mapped[list[str]] = mapped_column(server_default="{}")
    # Which key signs what the organization's own site says of its customers; the next one makes the last
    # invalid.
    identity_key_number: Mapped[int] = mapped_column(server_default="1")
    one_appointment_at_a_time: Mapped[bool] = mapped_column(server_default="false")
    # How many minutes it takes from one place to another where nothing is said of the two.
    travel_min: Mapped[int] = mapped_column(server_default="30")
    # How much may be booked without the front desk, see ``booking_caps``; it knows the defaults.
    booking_rules: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    # What other people's agents may do at the MCP door; the door knows the switches.
    mcp: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    # Whom letters come from, what they say beside the facts, and who is written to.
    letters: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    # What of its beginnings somebody has seen and saved.
    steps_saved: Mapped[list[str]] = mapped_column(server_default="{}")
    revision: Mapped[int] = mapped_column(server_default="1")
    # Of the settings in this row; ``revision`` is that of the whole catalogue.
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())

    @property
    def is_demo(self) -> bool:
        """Whoever gives it another name or address has made it their own: then it is a business like any
        other."""
        return (self.name, self.email) == (DEMO_NAME, DEMO_EMAIL)

    @property
    def facts(self) -> dict[str, str]:
        """What the owner wants told, by topic: cut to what somebody reads, whatever was pasted in."""
        told = self.chat.get("facts", {})
        return {str(topic)[:LONGEST_TOPIC]: str(text)[:LONGEST_FACT] for topic, text in told.items()}

    def translated_columns(self, translated: Words) -> dict[str, Any]:
        """Facts stand among the settings of the chat."""
        facts = {"facts": translated["facts"]} if "facts" in translated else {}
        named = {"name": translated["name"]} if "name" in translated else {}
        return {**named, "chat": {**self.chat, **facts}}
