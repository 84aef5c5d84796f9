"""Busy times: when somebody is busy by a calendar elsewhere, and nothing else of what is written there."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, delete, select, text
from sqlalchemy.dialects.postgresql import TSTZRANGE, Range, insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.storage.database import Base

# [start, end), UTC.
Stretch = tuple[datetime, datetime]
AT_ONCE = 1000


class BusyTime(Base):
    """One stretch. ``object`` is the resource of a CalDAV server it stems from; empty for a whole file."""

    __tablename__ = "busy_times"
    __table_args__ = (
        Index("busy_times_of_resource", "resource_id", "during", postgresql_using="gist"),
        Index("busy_times_of_organization", "organization_id"),
    )

    calendar_id: Mapped[str] = mapped_column(
        ForeignKey("external_calendars.id", ondelete="CASCADE"), primary_key=True
    )
    object: Mapped[str] = mapped_column(primary_key=True)
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE, primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id", ondelete="CASCADE"))


# As free times see it: by calendars that somebody still answers for, as long as they block.
BUSY = text(
    """
    SELECT busy_times.resource_id, lower(busy_times.during) AS starts_at, upper(busy_times.during) AS ends_at
    FROM busy_times
    JOIN working_calendars AS calendar ON calendar.id = busy_times.calendar_id
    WHERE busy_times.organization_id = :organization AND calendar.blocks_until > :now
      AND busy_times.during && tstzrange(:start, :end)
    """
)


async def busy_within(
    session: AsyncSession, organization_id: str, now: datetime, start: datetime, end: datetime
) -> dict[str, list[Stretch]]:
    """When people and rooms are busy elsewhere between two moments (aware), by their ids."""
    asked = {"organization": organization_id, "now": now, "start": start, "end": end}
    found: dict[str, list[Stretch]] = {}
    for one in await session.execute(BUSY, asked):
        found.setdefault(one.resource_id, []).append((one.starts_at, one.ends_at))
    return {resource: merge(stretches) for resource, stretches in found.items()}


async def replace_busy_times(
    session: AsyncSession, calendar: ExternalCalendar, stretches: Iterable[Stretch], name: str = ""
) -> None:
    """From now on its owner is busy at these times by this calendar, or by its one object of that ``name``.
    What was known already is left as it is."""
    own = (BusyTime.calendar_id == calendar.id, BusyTime.object == name)
    known = {(one.lower, one.upper) for one in await session.scalars(select(BusyTime.during).where(*own))}
    wanted = set(stretches)
    gone = [Range(*one, bounds="[)") for one in known - wanted]
    for number in range(0, len(gone), AT_ONCE):
        await session.execute(
            delete(BusyTime).where(*own, BusyTime.during.in_(gone[number : number + AT_ONCE]))
        )
    new = [
        {
            "calendar_id": calendar.id,
            "object": name,
            "during": Range(*one, bounds="[)"),
            "organization_id": calendar.organization_id,
            "resource_id": calendar.resource_id,
        }
        for one in sorted(wanted - known)
    ]
    for number in range(0, len(new), AT_ONCE):
        await session.execute(insert(BusyTime).on_conflict_do_nothing(), new[number : number + AT_ONCE])


def merge(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same times, where nothing overlaps or touches; earliest first."""
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
