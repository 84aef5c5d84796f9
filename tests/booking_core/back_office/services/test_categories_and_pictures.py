"""How services are grouped, and pictures of them, of people and of the business."""

import pytest
from sqlalchemy import func, select

from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.pictures.encode import FACE, LOGO, EncodedPicture, Shape, encode_picture
from booking_core.pictures.picture import Picture
from booking_core.storage.audit import AuditEntry
from tests.booking_core.back_office.conftest import Arranger
from tests.pictures import png


async def test_services_are_shown_category_by_category(owner: Arranger, salon: DemoSalon) -> None:
    body = await owner.does(lambda office: office.categories.create({"name": "Body"}, key="body"))
    hair = await owner.does(lambda office: office.categories.create({"name": "Hair"}, key="hair"))
    for service, category in (("Massage", body.id), ("Haircut", hair.id)):
        row, change = salon.services[service], {"category_id": category}
        await owner.does(lambda office, r=row, c=change: office.services.change(r, c, expected_version=1))
    ids = [hair.id, body.id]
    await owner.does(lambda office: office.categories.reorder(ids, seen=ids[::-1]))
    shown = [one.name for one in (await owner.sees()).services.values()]
    assert shown[:2] == ["Haircut", "Massage"]
    await owner.does(lambda office: office.categories.archive(hair.id, expected_version=1))
    assert list((await owner.sees()).categories) == [body.id]

    async def of(office: BackOffice) -> object:
        row = await office.services.find(salon.services["Haircut"])
        return (await office.services.values_of(row))["category_id"]

    assert await owner.does(of) is None
    with pytest.raises(InvalidField) as refused:
        gone = {"category_id": hair.id}
        await owner.does(
            lambda office: office.services.change(salon.services["Massage"], gone, expected_version=2)
        )
    assert refused.value.field == "category_id"
    await owner.does(lambda office: office.categories.restore(hair.id, expected_version=2))
    assert await owner.does(of) == hair.id


def picture(colour: str, shape: Shape = FACE) -> EncodedPicture:
    return encode_picture(png(colour), shape)


async def read_kept(core: BookingCore, salon: DemoSalon) -> int:
    count = select(func.count()).where(Picture.organization_id == salon.organization_id)
    async with core.sessions() as session, session.begin():
        return await session.scalar(count) or 0


async def test_a_face_a_service_and_a_logo(core: BookingCore, owner: Arranger, salon: DemoSalon) -> None:
    red, blue = picture("red"), picture("blue", LOGO)
    for shown in (salon.resources["Dana"], salon.services["Haircut"], salon.organization_id):
        for _ in range(2):
            row = await owner.does(lambda office, i=shown: office.pictures.change(i, red, expected_version=1))
            assert row.version == 2
    assert await read_kept(core, salon) == 1
    logo = await owner.does(
        lambda office: office.pictures.change(salon.organization_id, blue, expected_version=2)
    )
    assert (logo.version, (await owner.sees()).organization.logo) == (3, blue.hash)
    async with core.sessions() as session, session.begin():
        told = await session.scalars(
            select(AuditEntry.details)
            .where(AuditEntry.subject == salon.organization_id)
            .order_by(AuditEntry.id)
        )
        assert list(told)[-1] == {
            "version": 3,
            "before": {"picture": red.hash},
            "after": {"picture": blue.hash},
        }
    for shown, version in (
        (salon.resources["Dana"], 2),
        (salon.services["Haircut"], 2),
        (salon.organization_id, 3),
    ):
        for _ in range(2):
            row = await owner.does(
                lambda office, i=shown, v=version: office.pictures.remove(i, expected_version=v)
            )
            assert row.version == version + 1
    assert await read_kept(core, salon) == 0


async def test_a_picture_is_not_overwritten_unseen_nor_put_on_what_is_not_ours(
    owner: Arranger, stranger: Arranger, salon: DemoSalon
) -> None:
    red, dana = picture("red"), salon.resources["Dana"]
    with pytest.raises(Conflict):
        await owner.does(lambda office: office.pictures.change(dana, red, expected_version=7))
    for shown in (dana, salon.organization_id, salon.location_id):
        with pytest.raises(NotFound):
            await stranger.does(lambda office, i=shown: office.pictures.change(i, red, expected_version=1))
