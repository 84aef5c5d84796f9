"""Dates that differ: a location or a resource is closed on a date, or has other hours than usual; or somebody
has them at a further place of theirs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement

from booking_core.back_office.hours.windows import DayWindows
from booking_core.back_office.nouns.noun import Edit, Noun
from booking_core.back_office.nouns.references import REFERENCE, must_be_offered, must_work_there
from booking_core.back_office.nouns.versioned import archive, record
from booking_core.catalogue.hours.opening_hours import OpeningOverride
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.errors import InvalidField
from booking_core.input.dates import Day
from booking_core.input.fields import Field
from booking_core.input.kinds import OrNothing, Text


class Dates(Noun[OpeningOverride]):
    table = OpeningOverride
    verb, prefix, word = "date", "ovr", "date"
    fields = (
        Field(
            "location_id",
            OrNothing(REFERENCE),
            None,
            fixed=True,
            tells="Whose date it is, of a location; or the further place where somebody has it.",
        ),
        Field(
            "resource_id", OrNothing(REFERENCE), None, fixed=True, tells="Whose date it is, of anybody else."
        ),
        Field("day", Day(), tells="The date, on the clock of the location."),
        Field("windows", DayWindows(), [], tells="When it is open then; with none it is closed."),
        Field("note", Text(200, may_be_empty=True), "", tells="Why."),
    )

    async def check(self, edit: Edit) -> None:
        location, resource = edit.values["location_id"], edit.values["resource_id"]
        if location is None and resource is None:
            raise InvalidField("location_id", "A date is of one location, or of one person or room.")
        if location is not None and "location_id" in edit.changed:
            await must_be_offered(self.context, "location_id", Location, (location,), "location")
        if resource is not None and "resource_id" in edit.changed:
            await must_be_offered(self.context, "resource_id", Resource, (resource,), "person or room")
        if location is not None and resource is not None:
            await must_work_there(self.context, resource, location)
        await self._must_be_the_only_one(edit)

    async def forget(self, resource_id: str, location_id: str) -> None:
        """The dates of somebody who works at a further place no longer."""
        for row in await self._rows(
            OpeningOverride.archived_at.is_(None),
            OpeningOverride.resource_id == resource_id,
            OpeningOverride.location_id == location_id,
        ):
            archive(row, self.context.clock.now())
            record(self.context, "date.archive", row)

    async def _must_be_the_only_one(self, edit: Edit) -> None:
        values = edit.values
        others = await self._rows(
            OpeningOverride.archived_at.is_(None),
            OpeningOverride.day == values["day"],
            OpeningOverride.location_id.is_not_distinct_from(values["location_id"]),
            OpeningOverride.resource_id.is_not_distinct_from(values["resource_id"]),
        )
        if any(one.id != edit.row_id for one in others):
            raise InvalidField("day", "This date has other hours already: change those.", code="day_taken")

    def _order(self) -> Sequence[ColumnElement[Any]]:
        return self._column("day"), self._column("id")
