"""People, rooms and equipment: what appointments occupy."""

from booking_core.back_office.nouns.noun import Edit, OrderedNoun
from booking_core.back_office.nouns.references import REFERENCE, must_be_offered
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import EQUIPMENT, ROOM, STAFF, Resource
from booking_core.input.fields import Field
from booking_core.input.kinds import OneOf, Text


class Resources(OrderedNoun[Resource]):
    table = Resource
    verb, prefix, word = "resource", "res", "person or room"
    fields = (
        Field("kind", OneOf((STAFF, ROOM, EQUIPMENT)), fixed=True, tells="A service takes one of each kind."),
        Field("name", Text(80), tells="What customers call them."),
        Field("bio", Text(600, lines=True, may_be_empty=True), "", tells="A sentence or two for customers."),
        Field("location_id", REFERENCE, tells="Where they are."),
    )

    async def check(self, edit: Edit) -> None:
        await self.name_must_be_free(edit)
        if "location_id" in edit.changed:
            place = (edit.values["location_id"],)
            await must_be_offered(self.context, "location_id", Location, place, "location")
