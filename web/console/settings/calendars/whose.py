"""Whose calendar it is: people, rooms and locations to choose from, as far as the operator may arrange
them."""

from booking_core.calendars.whose import only_resource
from booking_core.context import OperationContext
from web.console.forms.field import Option
from web.console.words.translate import gettext


async def whose_options(context: OperationContext, *, with_locations: bool = False) -> list[Option]:
    """People and rooms, and after them locations. Raises ``NotAllowed`` for a member who is nobody in the
    agenda."""
    only = await only_resource(context)
    catalogue = context.catalogue
    found = [Option(one.id, one.name) for one in catalogue.resources.values() if only in (None, one.id)]
    if with_locations and only is None:
        found += [
            Option(one.id, gettext("Everybody at %(place)s", place=one.name or catalogue.organization.name))
            for one in catalogue.locations.values()
        ]
    return found


def whose_name(context: OperationContext, resource_id: str | None, location_id: str | None = None) -> str:
    catalogue = context.catalogue
    if resource_id is not None:
        return catalogue.resource(resource_id).name
    place = catalogue.location(location_id or "").name or catalogue.organization.name
    return gettext("Everybody at %(place)s", place=place)
