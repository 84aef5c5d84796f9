"""Time off that comes again: on a weekday, every so many weeks, from one date to another."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement

from booking_core.back_office.hours.windows import CLOSES, OPENS, RHYTHM, WEEKDAYS
from booking_core.back_office.nouns.noun import Edit, Noun
from booking_core.back_office.nouns.references import REFERENCE, must_be_offered
from booking_core.catalogue.hours.opening_hours import RepeatedTimeOff
from booking_core.catalogue.hours.repetition import check_repetition
from booking_core.catalogue.resources import Resource
from booking_core.errors import InvalidField
from booking_core.input.dates import Day
from booking_core.input.fields import Field
from booking_core.input.kinds import Text, Whole


class RepeatedTimesOff(Noun[RepeatedTimeOff]):
    table = RepeatedTimeOff
    verb, prefix, word = "repeated_time_off", "rto", "repeated time off"
    fields = (
        Field("resource_id", REFERENCE, fixed=True, tells="Who is away, or what cannot be used."),
        Field("weekday", Whole(0, WEEKDAYS - 1), tells="On which day of the week; 0 is Monday."),
        Field("starts", OPENS, tells="From when on, in minutes from midnight where they belong."),
        Field("ends", CLOSES, tells="Until when; it may pass 1440 into the next day."),
        Field("every_weeks", RHYTHM["every_weeks"], 1, tells="In every week, or every so many weeks."),
        Field("anchor", Day(), tells="From which date on; its week is the first."),
        Field("until", RHYTHM["until"], None, tells="The last date, if there is one."),
        Field("note", Text(200, may_be_empty=True), "", private=True, tells="Why; no record keeps it."),
    )

    async def check(self, edit: Edit) -> None:
        values = edit.values
        if "resource_id" in edit.changed:
            who = (values["resource_id"],)
            await must_be_offered(self.context, "resource_id", Resource, who, "person or room")
        if values["ends"] <= values["starts"]:
            raise InvalidField("ends", "It has to end after it starts.")
        check_repetition(values["every_weeks"], values["anchor"], values["until"])

    def _order(self) -> Sequence[ColumnElement[Any]]:
        return (
            self._column("resource_id"),
            self._column("weekday"),
            self._column("starts"),
            self._column("id"),
        )
