"""Locations: where the business is, on which clock, and whose public holidays close it."""

from booking_core.back_office.nouns.noun import Edit, OrderedNoun
from booking_core.catalogue.locations import Location
from booking_core.errors import Conflict, InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import OrNothing, Text, YesNo
from booking_core.input.world import Country, TimeZone
from booking_core.time.public_holidays import is_known


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
    )

    async def check(self, edit: Edit) -> None:
        await self.name_must_be_free(edit)
        values = edit.values
        part = values["subdivision"]
        country = values["country"] or self.context.catalogue.organization.country
        if part is not None and not is_known(country, part):
            raise InvalidField("subdivision", f"No public holidays are known of {part} in {country}.")

    async def check_archive(self, row: Location) -> None:
        if all(one.id == row.id for one in await self._rows(Location.archived_at.is_(None))):
            raise Conflict("A business is somewhere: add another location first.", code="last_location")
