"""The demo's faces and pictures are drawn once, and not over what somebody has changed."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.resources import Resource
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.demo_pictures import LOOKS, MOTIFS, dress_demo, face_of, picture_of
from booking_core.pictures.picture import Picture


async def test_everybody_has_a_face_and_every_service_a_picture(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        await dress_demo(session, salon, core.clock)
        await dress_demo(session, salon, core.clock)
        assert await pictures_of(session, salon) == len(LOOKS) + len(MOTIFS)
    catalogue = await core.catalogue_of(salon.organization_id)
    assert catalogue.resource(salon.resources["Dana"]).picture == face_of("Dana").hash
    assert {one.picture for one in catalogue.services.values()} == {picture_of(name).hash for name in MOTIFS}


async def test_what_somebody_has_changed_stays(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        dana = Resource.id == salon.resources["Dana"]
        await session.execute(update(Resource).where(dana).values(version=2))
        await dress_demo(session, salon, core.clock)
    assert (await core.catalogue_of(salon.organization_id)).resource(salon.resources["Dana"]).picture is None


async def pictures_of(session: AsyncSession, salon: DemoSalon) -> int:
    own = select(Picture).where(Picture.organization_id == salon.organization_id)
    return len(list(await session.scalars(own)))
