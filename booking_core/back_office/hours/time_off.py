"""Time off: somebody is away, or something cannot be used, from one moment to another."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement

from booking_core.back_office.nouns.noun import Edit, Noun
from booking_core.back_office.nouns.references import REFERENCE, must_be_offered
from booking_core.catalogue.hours.opening_hours import TimeOff
from booking_core.catalogue.resources import Resource
from booking_core.errors import InvalidField
from booking_core.input.dates import Moment
from booking_core.input.fields import Field
from booking_core.input.kinds import Text

# A parental leave; whoever is away for longer is archived.
LONGEST = timedelta(days=3 * 366)


class TimesOff(Noun[TimeOff]):
    table = TimeOff
    verb, prefix, word = "time_off", "off", "time off"
    fields = (
        Field("resource_id", REFERENCE, fixed=True, tells="Who is away, or what cannot be used."),
        Field("starts_at", Moment(), tells="From when on."),
        Field("ends_at", Moment(), tells="Until when."),
        Field("note", Text(200, may_be_empty=True), "", private=True, tells="Why; no record keeps it."),
    )

    async def check(self, edit: Edit) -> None:
        if "resource_id" in edit.changed:
            who = (edit.values["resource_id"],)
            await must_be_offered(self.context, "resource_id", Resource, who, "person or room")
        if not timedelta() < edit.values["ends_at"] - edit.values["starts_at"] <= LONGEST:
            raise InvalidField("ends_at", "It has to end after it starts, and within three years.")

    def _order(self) -> Sequence[ColumnElement[Any]]:
        return self._column("starts_at"), self._column("id")
