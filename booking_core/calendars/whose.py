"""Whose calendars somebody may arrange: owners and managers everybody's, a member their own."""

from booking_core.access.roles import ARRANGERS
from booking_core.context import OperationContext
from booking_core.errors import InvalidField, NotAllowed, NotFound
from booking_core.team.memberships import membership_of


async def only_resource(context: OperationContext) -> str | None:
    """The one resource whose calendars the actor may arrange; None for whoever may arrange all of them.
    Raises ``NotAllowed`` for a member who is nobody in the agenda."""
    if context.actor.role in ARRANGERS:
        return None
    mine = await membership_of(context.session, context.organization_id, context.actor.id)
    if mine is None or mine.resource_id is None:
        raise NotAllowed("You are nobody in the agenda, so you have no calendar here.")
    return mine.resource_id


async def must_be_theirs(context: OperationContext, resource_id: str | None, location_id: str | None) -> None:
    """Raises ``NotAllowed`` for a calendar that is not theirs to arrange, and ``InvalidField`` (``whose``)
    for nobody of this organization."""
    only = await only_resource(context)
    if only is not None and resource_id != only:
        raise NotAllowed("A member arranges no calendar but their own.")
    try:
        if resource_id is not None:
            context.catalogue.resource(resource_id)
        elif location_id is not None:
            context.catalogue.location(location_id)
    except NotFound as unknown:
        raise InvalidField("whose", "Please choose whose calendar it is.") from unknown
    if (resource_id is None) == (location_id is None):
        raise InvalidField("whose", "Please choose whose calendar it is.")
