"""Opening hours: weekly windows, dates that differ, and time off; and the pure reading of them as minutes of
a horizon."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.hours.repetition import repeats_on
from booking_core.storage.database import Base
from booking_core.time.timeline import Horizon, union
from booking_core.time.wall_clock import local_days

# Minutes from local midnight, [opens, closes); closes may pass 1440 for a night that ends on the next date.
Window = tuple[int, int]


def format_window(window: Window, dash: str = "–") -> str:
    """``09:00–17:00``, on the location's clock."""
    return dash.join(f"{minutes // 60 % 24:02}:{minutes % 60:02}" for minutes in window)


class OpeningWindow(Base):
    """One weekly window of a location, of a resource, or of a person at a further place of theirs (both).

    Weekday 0 is Monday (ISO 8601 less one). Of several that hold on a date, all count.
    """

    __tablename__ = "opening_windows"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="opening_windows_weekday"),
        CheckConstraint(
            "opens >= 0 AND opens < 1440 AND closes > opens AND closes <= 2880", name="opening_windows_order"
        ),
        CheckConstraint("num_nonnulls(location_id, resource_id) > 0", name="opening_windows_one_owner"),
        CheckConstraint(
            "every_weeks = 1 OR (every_weeks BETWEEN 2 AND 52 AND anchor IS NOT NULL)",
            name="opening_windows_repeat",
        ),
        CheckConstraint("until >= anchor", name="opening_windows_end_after_they_begin"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    location_id: Mapped[str | None] = mapped_column(
        ForeignKey("locations.id", ondelete="CASCADE"), index=True
    )
    resource_id: Mapped[str | None] = mapped_column(
        ForeignKey("resources.id", ondelete="CASCADE"), index=True
    )
    weekday: Mapped[int]
    opens: Mapped[int]
    closes: Mapped[int]
    # Every so many weeks, see ``repetition``.
    every_weeks: Mapped[int] = mapped_column(server_default="1")
    anchor: Mapped[date | None]
    until: Mapped[date | None]

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a local date of its weekday."""
        return repeats_on(day, self.every_weeks or 1, self.anchor, self.until)


class OpeningOverride(Base):
    """Other hours on one date, in place of the weekly ones. No windows means closed."""

    __tablename__ = "opening_overrides"
    __table_args__ = (
        CheckConstraint("num_nonnulls(location_id, resource_id) > 0", name="opening_overrides_one_owner"),
        Index(
            "opening_overrides_once_a_day",
            text("coalesce(location_id, '')"),
            text("coalesce(resource_id, '')"),
            "day",
            unique=True,
            postgresql_where=text("archived_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    location_id: Mapped[str | None] = mapped_column(
        ForeignKey("locations.id", ondelete="CASCADE"), index=True
    )
    resource_id: Mapped[str | None] = mapped_column(
        ForeignKey("resources.id", ondelete="CASCADE"), index=True
    )
    day: Mapped[date]
    windows: Mapped[list[Any]]
    note: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]


class TimeOff(Base):
    """A resource is away for [starts_at, ends_at), whatever its weekly hours say."""

    __tablename__ = "time_off"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="time_off_order"),
        Index("time_off_of_resource", "resource_id", "ends_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]


class RepeatedTimeOff(Base):
    """A resource is away on a weekday, every so many weeks from ``anchor`` on, in minutes from local midnight
    on the clock of the place it belongs to; ``ends`` may pass 1440 for a night."""

    __tablename__ = "repeated_time_off"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="repeated_time_off_weekday"),
        CheckConstraint(
            "starts >= 0 AND starts < 1440 AND ends > starts AND ends <= 2880", name="repeated_time_off_order"
        ),
        CheckConstraint("every_weeks BETWEEN 1 AND 52", name="repeated_time_off_repeats"),
        CheckConstraint("until >= anchor", name="repeated_time_off_ends_after_it_begins"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id", ondelete="CASCADE"), index=True)
    weekday: Mapped[int]
    starts: Mapped[int]
    ends: Mapped[int]
    every_weeks: Mapped[int] = mapped_column(server_default="1")
    anchor: Mapped[date]
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]

    def holds_on(self, day: date) -> bool:
        """Whether it begins on a local date."""
        return day.weekday() == self.weekday and repeats_on(
            day, self.every_weeks or 1, self.anchor, self.until
        )


def open_bits(horizon: Horizon, zone_name: str, windows_of: Callable[[date], Sequence[Window]]) -> int:
    """The minutes of the horizon at which somebody with these hours is open.

    ``windows_of`` gives the windows of a local date. Pure; the zone's clock changes are exact (see
    ``wall_clock``).
    """
    return union(
        (max(day.midnight + opens, day.first), min(day.midnight + closes, day.last))
        for day in local_days(horizon, zone_name)
        for opens, closes in windows_of(day.date)
    )
