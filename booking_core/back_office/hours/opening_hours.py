"""Weekly hours: a location's, a person's or a room's of their own, or a person's at a further place.

They belong to their location or resource, and have its version. A resource without any is there whenever its
location is open; at a further place somebody is only there in the hours they keep there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, select

from booking_core.access.roles import require_role
from booking_core.appointments.find import find_row
from booking_core.back_office.hours.windows import MEMBERS, WeekWindows, week_of
from booking_core.back_office.nouns.first_steps import note_saved
from booking_core.back_office.nouns.references import must_work_there
from booking_core.back_office.nouns.versioned import must_be_offered_still, must_be_version, record
from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import WEEK_SAVED
from booking_core.catalogue.resources import Resource
from booking_core.context import OperationContext
from booking_core.errors import NotFound
from booking_core.input.fields import Field, read_new
from booking_core.storage.ids import new_id

FIELDS = (Field("windows", WeekWindows(), tells="When it is open, on the clock of its location."),)
Week = list[dict[str, Any]]
Owner = Location | Resource
# The ids of a location and of a person or room: both at a further place of a person.
Whose = tuple[str | None, str | None]


class OpeningHours:
    """The weeks of locations and resources. ``at`` is the further place of a person whose hours there are
    meant."""

    def __init__(self, context: OperationContext) -> None:
        self.context = context

    async def owner(self, owner_id: str) -> Owner:
        """Whose hours these are, with their version. Raises ``NotFound``."""
        require_role(self.context.actor.role, "week.read")
        return await self._owner(owner_id, for_update=False)

    async def of(self, owner_id: str, at: str | None = None) -> Week:
        """The week of a location or a resource. Raises ``NotFound``."""
        require_role(self.context.actor.role, "week.read")
        return await self._week_of(await self._owner(owner_id, for_update=False), at)

    async def every(self) -> dict[Whose, Week]:
        """All weeks of the business that have any window."""
        require_role(self.context.actor.role, "week.read")
        mine = OpeningWindow.organization_id == self.context.organization_id
        # Plain rows: a large business has thousands of them.
        columns = ("location_id", "resource_id", *MEMBERS)
        windows = select(*(getattr(OpeningWindow, name) for name in columns)).where(mine)
        found: dict[Whose, list[Any]] = defaultdict(list)
        for row in await self.context.session.execute(windows):
            found[row.location_id, row.resource_id].append(row)
        return {whose: week_of(rows) for whose, rows in found.items()}

    async def change(
        self,
        owner_id: str,
        windows: Sequence[Mapping[str, Any]],
        *,
        expected_version: int,
        at: str | None = None,
    ) -> Owner:
        """The whole week anew. ``expected_version`` is that of the location or resource, which is given back.
        Raises ``NotFound``, ``InvalidField`` and ``Conflict`` (``version_conflict``,
        ``archived``)."""
        require_role(self.context.actor.role, "week.change")
        wanted: Week = read_new(FIELDS, {"windows": windows})["windows"]
        owner = await self._owner(owner_id, for_update=True)
        before = await self._week_of(owner, at)
        if isinstance(owner, Location):
            await note_saved(self.context, WEEK_SAVED)
        if wanted == before:
            return owner
        must_be_version(owner, expected_version)
        must_be_offered_still(owner)
        await self._write(owner, at, wanted)
        owner.version += 1
        await self.context.session.flush()
        self._record(owner, at, before, wanted)
        return owner

    async def forget(self, owner: Resource, at: str) -> None:
        """The hours of somebody who works at a further place no longer. The caller changes the version."""
        if before := week_of(await self._rows(owner, at)):
            await self._write(owner, at, [])
            self._record(owner, at, before, [])

    async def _owner(self, owner_id: str, *, for_update: bool) -> Owner:
        try:
            return await find_row(self.context, Resource, owner_id, "person or room", for_update=for_update)
        except NotFound:
            return await find_row(self.context, Location, owner_id, "location", for_update=for_update)

    async def _week_of(self, owner: Owner, at: str | None) -> Week:
        if at is not None:
            await must_work_there(self.context, owner.id, at)
        return week_of(await self._rows(owner, at))

    async def _rows(self, owner: Owner, at: str | None) -> Sequence[OpeningWindow]:
        return (await self.context.session.scalars(select(OpeningWindow).where(_is_own(owner, at)))).all()

    async def _write(self, owner: Owner, at: str | None, week: Week) -> None:
        session = self.context.session
        await session.execute(delete(OpeningWindow).where(_is_own(owner, at)))
        whose = {"location_id": at, "resource_id": owner.id}
        if isinstance(owner, Location):
            whose = {"location_id": owner.id}
        session.add_all(
            OpeningWindow(id=new_id("win"), organization_id=owner.organization_id, **whose, **window)
            for window in week
        )

    def _record(self, owner: Owner, at: str | None, before: Week, after: Week) -> None:
        where = {} if at is None else {"location_id": at}
        was, is_now = {**where, "windows": before}, {**where, "windows": after}
        record(self.context, "week.change", owner, before=was, after=is_now)


def _is_own(owner: Owner, at: str | None) -> ColumnElement[bool]:
    """Hours of a person at a further place name both: they are neither the place's nor those at home."""
    place, whose = OpeningWindow.location_id, OpeningWindow.resource_id
    if isinstance(owner, Location):
        return and_(place == owner.id, whose.is_(None))
    return and_(whose == owner.id, place.is_not_distinct_from(at))
