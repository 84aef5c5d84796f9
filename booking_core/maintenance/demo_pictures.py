"""The faces of the demo's people and the pictures of its services, drawn by code: nobody's photograph."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageDraw
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service
from booking_core.maintenance.demo import DemoSalon
from booking_core.pictures.encode import FACE, SERVICE, EncodedPicture, Shape, encode_picture
from booking_core.pictures.picture import store_picture
from booking_core.time.clock import Clock

# Drawn larger than they are kept, so that their edges are smooth.
SCALE = 4
Draw = ImageDraw.ImageDraw
LAVENDER, CREAM, INK = "#e7defa", "#fbf6ee", "#3d2a63"


class Look(Struct, frozen=True):
    """The colours of a face, and which hair it has."""

    ground: str
    skin: str
    hair: str
    top: str
    style: str


LOOKS = {
    "Dana": Look("#efe4d3", "#e8b894", "#3a2418", "#7a4fb5", "long"),
    "Miriam": Look("#dbe9e4", "#f2cdb0", "#b4552d", "#2f6f62", "bob"),
    "Jonas": Look("#dfe4f3", "#d9a47c", "#6b4a2b", "#39507f", "beard"),
}


async def dress_demo(session: AsyncSession, salon: DemoSalon, clock: Clock) -> None:
    """Give the demo's people faces and its services pictures, those that nobody has changed. The caller
    commits."""
    pictures: list[tuple[type[Resource] | type[Service], str, EncodedPicture]] = [
        *((Resource, salon.resources[name], face_of(name)) for name in LOOKS),
        *((Service, salon.services[name], picture_of(name)) for name in MOTIFS),
    ]
    for table, id_, picture in pictures:
        hashed = await store_picture(session, salon.organization_id, picture, clock.now())
        untouched = (table.id == id_) & (table.version == 1)
        await session.execute(update(table).where(untouched).values(picture=hashed))


@cache
def face_of(name: str) -> EncodedPicture:
    look = LOOKS[name]
    return _draw(FACE, look.ground, lambda draw: _face(draw, look))


@cache
def picture_of(name: str) -> EncodedPicture:
    ground, motif = MOTIFS[name]
    return _draw(SERVICE, ground, motif)


def _draw(shape: Shape, ground: str, motif: Callable[[Draw], None]) -> EncodedPicture:
    """A motif is drawn in CSS pixels times ``SCALE``."""
    image = Image.new("RGB", (shape.width * SCALE, shape.height * SCALE), ground)
    motif(ImageDraw.Draw(image))
    out = BytesIO()
    image.save(out, "PNG")
    return encode_picture(out.getvalue(), shape)


def _face(draw: Draw, look: Look) -> None:
    """On a square of 96."""
    if look.style == "long":
        _round(draw, 25, 16, 71, 84, look.hair)
    if look.style == "bob":
        _round(draw, 24, 15, 72, 64, look.hair)
    _round(draw, 14, 72, 82, 128, look.top)
    _box(draw, 41, 54, 55, 80, look.skin)
    _round(draw, 31, 22, 65, 66, look.skin)
    if look.style == "beard":
        draw.chord(_scale(31, 26, 65, 67), 10, 170, look.hair)
        _round(draw, 40, 46, 56, 54, look.skin)
    draw.chord(_scale(29, 16, 67, 54), 180, 360, look.hair)
    if look.style != "beard":
        draw.chord(_scale(36, 26, 78, 46), 180, 270, look.skin)
    for x in (41, 55):
        _round(draw, x - 2, 42, x + 2, 46, "#2b1d16")
    draw.arc(_scale(41, 46, 55, 56), 20, 160, "#9a4b3c", width=2 * SCALE)


def _haircut(draw: Draw) -> None:
    for x, y in ((60, 78), (100, 78)):
        draw.ellipse(_scale(x - 13, y - 13, x + 13, y + 13), outline=INK, width=5 * SCALE)
    draw.line(_scale(67, 68, 104, 22), INK, width=6 * SCALE)
    draw.line(_scale(93, 68, 56, 22), INK, width=6 * SCALE)
    _round(draw, 77, 52, 83, 58, LAVENDER)


def _beard(draw: Draw) -> None:
    draw.rounded_rectangle(_scale(30, 38, 130, 58), 8 * SCALE, "#6b4a2b")
    for left in range(36, 122, 9):
        draw.rounded_rectangle(_scale(left, 50, left + 5, 86), 2 * SCALE, "#6b4a2b")


def _colour(draw: Draw) -> None:
    for number, colour in enumerate(("#7a4fb5", "#c2577f", "#e0a13f", "#2f8f7f")):
        left = 34 + number * 24
        draw.rounded_rectangle(_scale(left, 26 + number * 4, left + 18, 96), 9 * SCALE, colour)


def _blow_dry(draw: Draw) -> None:
    _round(draw, 36, 28, 88, 76, INK)
    draw.polygon(_scale(78, 36, 118, 30, 118, 74, 78, 68), "#5a4390")
    draw.rounded_rectangle(_scale(50, 66, 68, 106), 7 * SCALE, INK)
    _round(draw, 50, 42, 72, 64, CREAM)
    for y in (38, 52, 66):
        draw.line(_scale(124, y, 142, y), "#9d8cc9", width=4 * SCALE)


def _massage(draw: Draw) -> None:
    for left, top, right, bottom, colour in (
        (38, 76, 122, 104, "#6f6a78"),
        (48, 54, 112, 80, "#8b8695"),
        (60, 34, 100, 58, "#a8a3b2"),
    ):
        _round(draw, left, top, right, bottom, colour)
    draw.chord(_scale(74, 8, 104, 38), 120, 300, "#5f9a6a")


def _yoga(draw: Draw) -> None:
    _round(draw, 70, 18, 90, 40, "#7a4fb5")
    draw.polygon(_scale(80, 42, 100, 82, 60, 82), "#7a4fb5")
    draw.chord(_scale(34, 64, 126, 108), 0, 180, "#5a4390")
    draw.line(_scale(70, 52, 44, 82), "#7a4fb5", width=8 * SCALE)
    draw.line(_scale(90, 52, 116, 82), "#7a4fb5", width=8 * SCALE)


def _bridal(draw: Draw) -> None:
    for x, y in ((80, 34), (58, 50), (102, 50), (66, 76), (94, 76)):
        _round(draw, x - 16, y - 16, x + 16, y + 16, "#f3c9d4")
    _round(draw, 68, 46, 92, 70, "#e0a13f")


MOTIFS: dict[str, tuple[str, Callable[[Draw], None]]] = {
    "Haircut": (LAVENDER, _haircut),
    "Beard trim": ("#f0e3d2", _beard),
    "Colour and cut": (CREAM, _colour),
    "Blow-dry": (CREAM, _blow_dry),
    "Massage": ("#e3efe6", _massage),
    "Yoga class": (LAVENDER, _yoga),
    "Bridal styling": ("#fdf1ee", _bridal),
}


def _round(draw: Draw, left: int, top: int, right: int, bottom: int, colour: str) -> None:
    draw.ellipse(_scale(left, top, right, bottom), colour)


def _box(draw: Draw, left: int, top: int, right: int, bottom: int, colour: str) -> None:
    draw.rectangle(_scale(left, top, right, bottom), colour)


def _scale(*points: int) -> list[int]:
    return [SCALE * point for point in points]
