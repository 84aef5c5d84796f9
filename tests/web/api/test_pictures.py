"""Pictures: kept once, served for ever, gone with the last that names them, and nobody else's."""

from io import BytesIO

import httpx
import pytest
from PIL import Image
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.purge import purge
from booking_core.pictures.encode import FACE
from booking_core.pictures.picture import Picture
from tests.pictures import upload
from tests.web.api.conftest import Program


async def change(core: BookingCore, statement: str, **values: object) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(text(statement), values)


async def read_kept(core: BookingCore, salon: DemoSalon) -> int:
    count = select(func.count()).where(Picture.organization_id == salon.organization_id)
    async with core.sessions() as session, session.begin():
        return await session.scalar(count) or 0


async def test_programs_are_told_where_pictures_are(
    core: BookingCore, salon: DemoSalon, program: Program, http: httpx.AsyncClient
) -> None:
    picture = await upload(core, salon)
    await change(
        core, "UPDATE services SET picture = :p WHERE id = :i", p=picture, i=salon.services["Haircut"]
    )
    await change(
        core, "UPDATE resources SET picture = :p WHERE id = :i", p=picture, i=salon.resources["Dana"]
    )
    items = (await program.gets("/services")).json()["items"]
    haircut = next(one for one in items if one["name"] == "Haircut")
    faces = {one["name"]: one["picture_url"] for one in haircut["staff"]}
    assert haircut["picture_url"] == faces["Dana"]
    assert faces["Miriam"] is None
    answer = await http.get(httpx.URL(haircut["picture_url"]).raw_path.decode())
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    assert Image.open(BytesIO(answer.content)).size == FACE.pixels
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


async def test_a_picture_is_served_for_its_own_business_and_by_its_own_name_only(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, http: httpx.AsyncClient
) -> None:
    picture = await upload(core, salon)
    own = f"/pictures/{salon.organization_id}"
    assert (await http.get(f"{own}/{picture}.webp")).status_code == 200
    for path in (
        f"/pictures/{other_salon.organization_id}/{picture}.webp",
        f"{own}/{picture}",
        f"{own}/{picture}.svg",
        f"{own}/{picture.upper()}.webp",
        f"{own}/{'0' * 64}.webp",
        f"{own}/..%2F{picture}.webp",
        f"/pictures/%00/{picture}.webp",
    ):
        assert (await http.get(path)).status_code == 404, path


async def test_a_picture_goes_with_the_last_that_names_it(core: BookingCore, salon: DemoSalon) -> None:
    picture = await upload(core, salon)
    assert await upload(core, salon) == picture
    assert await read_kept(core, salon) == 1
    dana = {"i": salon.resources["Dana"]}
    business = {"i": salon.organization_id}
    await change(core, "UPDATE resources SET picture = :p WHERE id = :i", p=picture, **dana)
    await change(core, "UPDATE organizations SET logo = :p WHERE id = :i", p=picture, **business)
    await change(core, "UPDATE resources SET picture = NULL WHERE id = :i", **dana)
    assert await read_kept(core, salon) == 1
    other = await upload(core, salon, "tomato")
    await change(core, "UPDATE organizations SET logo = :p WHERE id = :i", p=other, **business)
    assert await read_kept(core, salon) == 1
    await change(core, "UPDATE organizations SET logo = NULL WHERE id = :i", **business)
    assert await read_kept(core, salon) == 0


async def test_what_was_uploaded_and_named_by_nobody_goes_after_a_day(
    core: BookingCore, salon: DemoSalon
) -> None:
    unnamed, named = await upload(core, salon), await upload(core, salon, "tomato")
    await change(core, "UPDATE services SET picture = :p WHERE id = :i", p=named, i=salon.services["Haircut"])
    later = "UPDATE pictures SET created_at = created_at - interval '25 hours' WHERE organization_id = :o"
    await change(core, later, o=salon.organization_id)
    assert (await purge(core))["pictures"] >= 1
    async with core.sessions() as session, session.begin():
        of_salon = select(Picture.hash).where(Picture.organization_id == salon.organization_id)
        assert list(await session.scalars(of_salon)) == [named]
    assert unnamed != named


async def test_a_picture_of_another_business_cannot_be_named(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    picture = await upload(core, other_salon)
    naming = "UPDATE services SET picture = :p WHERE id = :i"
    with pytest.raises(IntegrityError, match="services_picture_is_there"):
        await change(core, naming, p=picture, i=salon.services["Haircut"])


async def test_services_are_listed_category_by_category(
    core: BookingCore, salon: DemoSalon, program: Program
) -> None:
    own = {"o": salon.organization_id}
    added = "INSERT INTO service_categories (id, organization_id, name, translations, position) VALUES"
    await change(core, f"{added} ('{salon.organization_id}b', :o, 'Body', '{{}}', 1)", **own)
    await change(
        core,
        f"{added} ('{salon.organization_id}h', :o, 'Hair', '{{\"de\"\\: {{\"name\"\\: \"Haar\"}}}}', 0)",
        **own,
    )
    for name, category in (("Massage", "b"), ("Haircut", "h"), ("Beard trim", "h")):
        await change(
            core,
            "UPDATE services SET category_id = :c WHERE id = :i",
            c=f"{salon.organization_id}{category}",
            i=salon.services[name],
        )
    items = (await program.gets("/services", headers={"Accept-Language": "de"})).json()["items"]
    told = [(one["name"], one["category"] and one["category"]["name"]) for one in items]
    assert told[:4] == [
        ("Haircut", "Haar"),
        ("Beard trim", "Haar"),
        ("Massage", "Body"),
        ("Colour and cut", None),
    ]
