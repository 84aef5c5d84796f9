"""Weekly hours: a location's, or a person's or a room's of their own.

They belong to their location or resource, and have its version. A resource without any is there whenever its
location is open.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, and_, delete, select

from booking_core.access.roles import require_role
from booking_core.appointments.find import find_row
from booking_core.back_office.hours.windows import WeekWindows
from booking_core.back_office.nouns.versioned import must_be_version, record
from booking_core.catalogue.locations import Location
from booking_core.catalogue.opening_hours import OpeningWindow
from booking_core.catalogue.resources import Resource
from booking_core.context import OperationContext
from booking_core.errors import NotFound
from booking_core.input.fields import Field, read_new
from booking_core.storage.ids import new_id

FIELDS = (Field("windows", WeekWindows(), tells="When it is open, on the clock of its location."),)
Week = list[dict[str, int]]


class OpeningHours:
    """The weeks of locations and resources."""

    def __init__(self, context: OperationContext) -> None:
        self.context = context

    async def of(self, owner_id: str) -> Week:
        """The week of a location or a resource. Raises ``NotFound``."""
        require_role(self.context.actor.role, "week.read")
        return await self._week_of(await self._owner(owner_id))

    async def change(
        self, owner_id: str, windows: Sequence[Mapping[str, int]], *, expected_version: int
    ) -> Location | Resource:
        """The whole week anew. ``expected_version`` is that of the location or resource, which is given back.
        Raises ``NotFound``, ``InvalidField`` and ``Conflict`` (``version_conflict``)."""
        require_role(self.context.actor.role, "week.change")
        wanted: Week = read_new(FIELDS, {"windows": windows})["windows"]
        owner = await self._owner(owner_id)
        before = await self._week_of(owner)
        if wanted == before:
            return owner
        must_be_version(owner, expected_version)
        session = self.context.session
        await session.execute(delete(OpeningWindow).where(_is_own(owner)))
        whose = "location_id" if isinstance(owner, Location) else "resource_id"
        session.add_all(
            OpeningWindow(
                id=new_id("win"), organization_id=owner.organization_id, **{whose: owner.id}, **window
            )
            for window in wanted
        )
        owner.version += 1
        await session.flush()
        record(self.context, "week.change", owner, before={"windows": before}, after={"windows": wanted})
        return owner

    async def _owner(self, owner_id: str) -> Location | Resource:
        try:
            return await find_row(self.context, Resource, owner_id, "person or room", for_update=True)
        except NotFound:
            return await find_row(self.context, Location, owner_id, "location", for_update=True)

    async def _week_of(self, owner: Location | Resource) -> Week:
        rows = await self.context.session.scalars(
            select(OpeningWindow)
            .where(_is_own(owner))
            .order_by(OpeningWindow.weekday, OpeningWindow.opens, OpeningWindow.closes)
        )
        return [{"weekday": row.weekday, "opens": row.opens, "closes": row.closes} for row in rows]


def _is_own(owner: Location | Resource) -> ColumnElement[bool]:
    """Hours of a person at a further place name both: they are neither the place's nor those at home."""
    at, whose = OpeningWindow.location_id, OpeningWindow.resource_id
    mine, other = (at, whose) if isinstance(owner, Location) else (whose, at)
    return and_(mine == owner.id, other.is_(None))
