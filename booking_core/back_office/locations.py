"""Locations: where the business is, on which clock, and whose public holidays close it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select

from booking_core.back_office.nouns.keys import KEY
from booking_core.back_office.nouns.noun import Edit
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.back_office.nouns.references import REFERENCE, must_be_offered
from booking_core.back_office.nouns.words import translations_field
from booking_core.back_office.prices import must_suit_prices
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.workplaces import LONGEST_TRAVEL_MIN, TravelTime
from booking_core.errors import Conflict, InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import Named, OrNothing, Text, Whole, YesNo
from booking_core.input.world import Country, Currency, TimeZone
from booking_core.time.public_holidays import is_known

TRAVEL, MOST_WAYS = "travel_min", 500


class Locations(OrderedNoun[Location]):
    table = Location
    verb, prefix, word = "location", "loc", "location"
    fields = (
        Field("name", Text(80), tells="What customers call it."),
        Field("address", Text(300, may_be_empty=True), "", tells="Where to come to."),
        Field("time_zone", TimeZone(), tells="Whose clock its hours are on."),
        Field(
            "country",
            OrNothing(Country()),
            None,
            tells="Whose public holidays count; the business's if none.",
        ),
        Field(
            "subdivision",
            OrNothing(Text(3)),
            None,
            tells="The part of the country, as in ISO 3166-2: BE of DE-BE.",
        ),
        Field("closed_on_public_holidays", YesNo(), True, tells="Whether it is closed on them."),
        Field("currency", OrNothing(Currency()), None, tells="What is paid there; else what services say."),
        Field(
            TRAVEL,
            Named(REFERENCE, Whole(0, LONGEST_TRAVEL_MIN), MOST_WAYS),
            {},
            tells="Minutes to other locations; the way back takes as long, unless it says something else.",
        ),
        translations_field(Location),
        KEY,
    )

    async def check(self, edit: Edit) -> None:
        await self.name_must_be_free(edit)
        await self.key_must_be_free(edit)
        values = edit.values
        part = values["subdivision"]
        business = await self.session.get_one(Organization, self.context.organization_id)
        country = values["country"] or business.country
        if part is not None and not is_known(country, part):
            raise InvalidField("subdivision", f"No public holidays are known of {part} in {country}.")
        if edit.row_id is not None and edit.changed.get("currency") is not None:
            await must_suit_prices(self.context, edit.row_id, values["currency"])
        if edit.row_id in edit.changed.get(TRAVEL, {}):
            raise InvalidField(TRAVEL, "A way leads to another location.")
        await must_be_offered(self.context, TRAVEL, Location, edit.changed.get(TRAVEL, {}), "location")

    async def check_archive(self, row: Location) -> None:
        if all(one.id == row.id for one in await self._rows(Location.archived_at.is_(None))):
            raise Conflict("A business is somewhere: add another location first.", code="last_location")

    async def store(self, row: Location, values: Mapping[str, Any]) -> None:
        await super().store(row, {name: value for name, value in values.items() if name != TRAVEL})
        await self.session.flush()
        if TRAVEL not in values:
            return
        ways, gone = values[TRAVEL], (await self._ways(row)).keys()
        leads = TravelTime.to_location_id.in_(gone)
        await self.session.execute(delete(TravelTime).where(TravelTime.from_location_id == row.id, leads))
        self.session.add_all(
            TravelTime(
                organization_id=row.organization_id,
                from_location_id=row.id,
                to_location_id=place,
                minutes=minutes,
            )
            for place, minutes in ways.items()
        )

    async def values_of(self, row: Location) -> dict[str, Any]:
        own = {field.name: getattr(row, field.name) for field in self.fields if field.name != TRAVEL}
        return own | {TRAVEL: await self._ways(row)}

    async def _ways(self, row: Location) -> dict[str, int]:
        """To what is offered."""
        rows = await self.session.execute(
            select(TravelTime.to_location_id, TravelTime.minutes)
            .join(Location, Location.id == TravelTime.to_location_id)
            .where(TravelTime.from_location_id == row.id, Location.archived_at.is_(None))
        )
        return {row.to_location_id: row.minutes for row in rows}
