"""Pictures: of a service, of a person or a room, and the logo of the business.

Each has the version of what it shows.
A file is made into a picture first (``make_picture``, outside of any transaction).
"""

from sqlalchemy import select

from booking_core.access.roles import require_role
from booking_core.appointments.find import find_row
from booking_core.back_office.nouns.versioned import must_be_offered_still, must_be_version, record
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service
from booking_core.context import OperationContext
from booking_core.errors import NotFound
from booking_core.pictures.encode import EncodedPicture
from booking_core.pictures.picture import store_picture

Shown = Organization | Resource | Service


class Pictures:
    """Of whatever has one, named by its id; of the business by that of the organization."""

    def __init__(self, context: OperationContext) -> None:
        self.context = context

    async def change(self, shown_id: str, picture: EncodedPicture, *, expected_version: int) -> Shown:
        """Another picture. Raises ``NotFound``, and ``Conflict`` (``version_conflict``, ``archived``).
        Repeating it is a success that does nothing."""
        require_role(self.context.actor.role, "picture.change")
        shown = await self._find_shown(shown_id)
        if picture_of(shown) != picture.hash:
            must_be_version(shown, expected_version)
            context = self.context
            await store_picture(context.session, context.organization_id, picture, context.clock.now())
            await self._write(shown, picture.hash)
        return shown

    async def remove(self, shown_id: str, *, expected_version: int) -> Shown:
        """No picture any more. Raises like ``change``."""
        require_role(self.context.actor.role, "picture.remove")
        shown = await self._find_shown(shown_id)
        if picture_of(shown) is not None:
            must_be_version(shown, expected_version)
            await self._write(shown, None)
        return shown

    async def _find_shown(self, shown_id: str) -> Shown:
        if shown_id == self.context.organization_id:
            found = select(Organization).where(Organization.id == shown_id).with_for_update(key_share=True)
            fresh = {"populate_existing": True}
            return (await self.context.session.scalars(found, execution_options=fresh)).one()
        try:
            return await find_row(self.context, Service, shown_id, "service", for_update=True)
        except NotFound:
            return await find_row(
                self.context, Resource, shown_id, "service, person or room", for_update=True
            )

    async def _write(self, shown: Shown, picture: str | None) -> None:
        if not isinstance(shown, Organization):
            must_be_offered_still(shown)
        before = picture_of(shown)
        setattr(shown, "logo" if isinstance(shown, Organization) else "picture", picture)
        shown.version += 1
        await self.context.session.flush()
        verb = "picture.change" if picture else "picture.remove"
        record(self.context, verb, shown, before={"picture": before}, after={"picture": picture})


def picture_of(shown: Shown) -> str | None:
    """The hash of its picture."""
    return shown.logo if isinstance(shown, Organization) else shown.picture
