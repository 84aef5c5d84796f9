"""People, rooms and equipment: what appointments occupy."""

from collections.abc import Mapping
from typing import Any

from booking_core.back_office.hours.dates import Dates
from booking_core.back_office.hours.opening_hours import OpeningHours
from booking_core.back_office.nouns.keys import KEY
from booking_core.back_office.nouns.links import Link, linked_ids, write_links
from booking_core.back_office.nouns.noun import Edit
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.back_office.nouns.references import REFERENCE, References, must_be_offered
from booking_core.back_office.nouns.words import translations_field
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import EQUIPMENT, ROOM, STAFF, Resource
from booking_core.catalogue.workplaces import ResourceLocation, check_workplaces
from booking_core.errors import InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import OneOf, Text

FURTHER = "further_location_ids"
WORKS_AT = Link(ResourceLocation, "resource_id", "location_id", Location, "location")


class Resources(OrderedNoun[Resource]):
    table = Resource
    verb, prefix, word = "resource", "res", "person or room"
    fields = (
        Field("kind", OneOf((STAFF, ROOM, EQUIPMENT)), fixed=True, tells="A service takes one of each kind."),
        Field("name", Text(80), tells="What customers call them."),
        Field("bio", Text(600, lines=True, may_be_empty=True), "", tells="A sentence or two for customers."),
        Field("location_id", REFERENCE, tells="Where they are."),
        Field(FURTHER, References(), [], tells="Where else somebody works, in the hours they keep there."),
        translations_field(Resource),
        KEY,
    )

    async def check(self, edit: Edit) -> None:
        await self.name_must_be_free(edit)
        await self.key_must_be_free(edit)
        values = edit.values
        if "location_id" in edit.changed:
            place = (values["location_id"],)
            await must_be_offered(self.context, "location_id", Location, place, "location")
        if FURTHER in edit.changed:
            if values["location_id"] in values[FURTHER]:
                raise InvalidField(FURTHER, "Only places other than their own are further ones.")
            await must_be_offered(self.context, FURTHER, Location, values[FURTHER], "location")
            check_workplaces(values["kind"], values["location_id"], values[FURTHER])

    async def store(self, row: Resource, values: Mapping[str, Any]) -> None:
        own = {name: value for name, value in values.items() if name != FURTHER}
        await super().store(row, own)
        await self.session.flush()
        places = await linked_ids(self.session, WORKS_AT, row.id)
        wanted = set(values.get(FURTHER, places)) - {row.location_id}
        await write_links(self.session, WORKS_AT, row, sorted(wanted))
        for place in sorted(set(places) - wanted):
            await OpeningHours(self.context).forget(row, place)
            await Dates(self.context).forget(row.id, place)

    async def values_of(self, row: Resource) -> dict[str, Any]:
        own = {field.name: getattr(row, field.name) for field in self.fields if field.name != FURTHER}
        return own | {FURTHER: await linked_ids(self.session, WORKS_AT, row.id)}
