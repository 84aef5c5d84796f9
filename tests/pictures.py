"""A picture as an owner would upload it."""

from io import BytesIO

from PIL import Image

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.pictures.encode import FACE, encode_picture
from booking_core.pictures.picture import store_picture


def png(colour: str = "teal") -> bytes:
    """The file of a plain picture."""
    out = BytesIO()
    Image.new("RGB", (300, 300), colour).save(out, "PNG")
    return out.getvalue()


async def upload(core: BookingCore, salon: DemoSalon, colour: str = "teal") -> str:
    """A picture that nobody names yet; its hash."""
    async with core.sessions() as session, session.begin():
        made = encode_picture(png(colour), FACE)
        return await store_picture(session, salon.organization_id, made, core.clock.now())
