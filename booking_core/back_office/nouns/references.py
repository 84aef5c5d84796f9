"""What a field may name: rows of the same organization that are offered."""

from collections.abc import Collection
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.catalogue.locations import Location
from booking_core.catalogue.workplaces import ResourceLocation
from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from booking_core.input.kinds import Listed, Text

# An id, whoever made it.
REFERENCE = Text(60)


class References(Struct, frozen=True):
    """A set of ids, in an order that is always the same."""

    most: int = 500

    @property
    def takes(self) -> str:
        return f"at most {self.most} ids"

    def read(self, value: Any) -> list[str]:
        return sorted(Listed(REFERENCE, self.most).read(value))


async def must_be_offered(
    context: OperationContext, field: str, table: type[Any], ids: Collection[str], word: str
) -> None:
    """Raises ``InvalidField`` for a row that is unknown, archived or another organization's."""
    columns = table.__table__.c
    known = set(
        await context.session.scalars(
            select(columns.id).where(
                columns.organization_id == context.organization_id,
                columns.archived_at.is_(None),
                columns.id.in_(ids),
            )
        )
    )
    if unknown := [one for one in ids if one not in known]:
        raise InvalidField(field, f"There is no such {word}: {', '.join(unknown)}.", code="unknown_reference")


async def must_work_there(context: OperationContext, resource_id: str, location_id: str) -> None:
    """Raises ``InvalidField`` where a place is none of somebody's further places."""
    found = (
        select(ResourceLocation.location_id)
        .join(Location, Location.id == ResourceLocation.location_id)
        .where(
            ResourceLocation.organization_id == context.organization_id,
            ResourceLocation.resource_id == resource_id,
            ResourceLocation.location_id == location_id,
            Location.archived_at.is_(None),
        )
    )
    if await context.session.scalar(found) is None:
        raise InvalidField("location_id", "This is no further place of their work.", code="unknown_reference")
