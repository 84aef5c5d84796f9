"""Any picture somebody uploads, made anew as a small WebP: what comes out holds pixels and nothing else.

Nothing of the file itself is kept, so no second meaning, comment or place of a camera goes along. What says
that it unfolds to more than a camera takes is refused before it does.
"""

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageOps

from booking_core.errors import InvalidField

# A camera's own file.
LARGEST_FILE = 12 * 1024 * 1024
# Decoding costs time and memory by the pixel. A JPEG is decoded at a fraction of its size; anything else in
# full, and a file of a few kilobytes may unfold to as much as this.
MOST_PIXELS = {"JPEG": 30_000_000, "PNG": 12_000_000, "WEBP": 12_000_000}
# One at a time: whoever sends many waits for themselves, and everything else goes on.
ENCODER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="picture")
# A page of people and services loads in a moment on a phone.
LARGEST_PICTURE = 20 * 1024
QUALITIES = (82, 70, 58, 46, 34, 22)
SHRINKS = 0.75


class Shape(Struct, frozen=True):
    """How large a picture is shown, in CSS pixels; kept at twice that, for screens that show two for one.
    ``fills`` cuts off what does not fit the shape, otherwise it stands whole within it."""

    width: int
    height: int
    fills: bool = True

    @property
    def pixels(self) -> tuple[int, int]:
        return 2 * self.width, 2 * self.height


FACE, SERVICE, LOGO = Shape(96, 96), Shape(160, 120), Shape(160, 80, fills=False)


class EncodedPicture(Struct, frozen=True):
    """WebP, and its name: the SHA-256 of the content in hexadecimal digits."""

    content: bytes
    width: int
    height: int

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


async def make_picture(content: bytes, shape: Shape) -> EncodedPicture:
    """``encode_picture`` beside the event loop, one after the other."""
    return await asyncio.get_running_loop().run_in_executor(ENCODER, encode_picture, content, shape)


def encode_picture(content: bytes, shape: Shape) -> EncodedPicture:
    """The picture of a file in a shape. It takes as long as half a second of a processor. Raises
    ``InvalidField``."""
    if len(content) > LARGEST_FILE:
        raise InvalidField("picture", "That file is too large. Send one of at most 12 MB.")
    image = _decode(content, shape)
    while True:
        for quality in QUALITIES:
            encoded = _encode(image, quality)
            if len(encoded) <= LARGEST_PICTURE:
                return EncodedPicture(encoded, *image.size)
        image = image.resize((max(1, int(image.width * SHRINKS)), max(1, int(image.height * SHRINKS))))


def _decode(content: bytes, shape: Shape) -> Image.Image:
    """Turned as the camera was held, in colours every browser shows, as large as the shape."""
    try:
        with Image.open(BytesIO(content), formats=tuple(MOST_PIXELS)) as opened:
            most = MOST_PIXELS[opened.format or ""]
            if opened.width * opened.height > most:
                detail = f"Send a {opened.format} of at most {most // 10**6} million."
                raise InvalidField("picture", f"That picture has too many pixels. {detail}")
            opened.draft("RGB", (2 * shape.pixels[0], 2 * shape.pixels[1]))
            turned = ImageOps.exif_transpose(opened)
            plain = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    except InvalidField:
        raise
    except Exception as error:
        # Decoders raise whatever a broken or hostile file makes them stumble over.
        raise InvalidField("picture", "That is no picture we can read. Send a JPEG, PNG or WebP.") from error
    return ImageOps.fit(plain, shape.pixels) if shape.fills else _contain(plain, shape.pixels)


def _contain(image: Image.Image, pixels: tuple[int, int]) -> Image.Image:
    """The whole picture within these, and never less than a pixel of it: one of 1 by 400 is a line."""
    scale = min(pixels[0] / image.width, pixels[1] / image.height)
    return image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))


def _encode(image: Image.Image, quality: int) -> bytes:
    # Of a picture as it was made only its pixels: none of what came along with the file.
    made = Image.new(image.mode, image.size)
    made.paste(image)
    out = BytesIO()
    made.save(out, "WEBP", quality=quality, method=6)
    return out.getvalue()
