"""Whatever is uploaded, a small WebP of pixels comes out, or a refusal that says what to send."""

import random
import struct

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from booking_core.errors import InvalidField
from booking_core.pictures.encode import (
    FACE,
    LARGEST_FILE,
    LARGEST_PICTURE,
    LOGO,
    SERVICE,
    Shape,
    encode_picture,
)
from tests.booking_core.pictures.picture_files import file_of, noise, png_saying, read

SCRIPT = b"<script>alert(1)</script><?php system('id'); ?>"
EXIF_TURNED = 6


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("shape", [FACE, SERVICE, LOGO])
def test_noise_of_any_kind_becomes_small_and_fits(kind: str, shape: Shape) -> None:
    made = encode_picture(file_of(noise(900, 700), kind), shape)
    image = read(made.content)
    assert len(made.content) <= LARGEST_PICTURE
    assert (image.format, image.size) == ("WEBP", (made.width, made.height))
    assert image.width <= shape.pixels[0]
    assert image.height <= shape.pixels[1]


def test_a_shape_that_is_filled_is_filled_and_a_logo_stands_whole() -> None:
    plain = file_of(Image.new("RGB", (1000, 250), "navy"))
    assert (made := encode_picture(plain, SERVICE)).width == SERVICE.pixels[0]
    assert made.height == SERVICE.pixels[1]
    assert (encode_picture(plain, LOGO).width, encode_picture(plain, LOGO).height) == (320, 80)


def test_the_same_picture_has_the_same_name() -> None:
    content = file_of(noise(300, 300))
    assert encode_picture(content, FACE).hash == encode_picture(content, FACE).hash
    assert encode_picture(content, FACE).hash != encode_picture(content, SERVICE).hash


def test_what_may_be_seen_through_stays_so() -> None:
    clear = file_of(Image.new("RGBA", (400, 200), (200, 0, 0, 0)))
    shown = read(encode_picture(clear, LOGO).content).convert("RGBA")
    assert shown.getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_a_picture_is_turned_as_the_camera_was_held() -> None:
    """Its left half is red; held sideways, its upper half is."""
    image = Image.new("RGB", (800, 600), "blue")
    image.paste("red", (0, 0, 400, 600))
    exif = Image.Exif()
    exif[0x0112] = EXIF_TURNED
    exif[0x8825] = {1: "N", 2: (52.0, 31.0, 12.0)}
    exif[0x010E] = "Lavendelweg, at home"
    turned = encode_picture(file_of(image, "JPEG", exif=exif), FACE)
    pixels = read(turned.content).convert("RGB")
    assert pixels.getpixel((96, 20))[0] > 150  # type: ignore[index]
    assert pixels.getpixel((96, 170))[2] > 150  # type: ignore[index]
    assert not read(turned.content).getexif()
    assert b"Lavendelweg" not in turned.content


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_of_a_file_with_a_second_meaning_only_the_picture_is_kept(kind: str) -> None:
    made = encode_picture(file_of(noise(100, 100), kind) + SCRIPT, FACE)
    assert b"<script" not in made.content
    assert b"<?php" not in made.content
    assert made.content[:4] == b"RIFF"
    assert struct.unpack("<I", made.content[4:8])[0] + 8 == len(made.content)


def test_what_a_file_carries_beside_its_pixels_is_gone() -> None:
    told = PngInfo()
    told.add_text("Comment", SCRIPT.decode())
    content = file_of(noise(100, 100), pnginfo=told, icc_profile=b"profile of a private printer" * 20)
    made = encode_picture(content, FACE)
    assert b"script" not in made.content
    assert b"private printer" not in made.content


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "LA"])
def test_pictures_in_any_colours_are_read(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    made = encode_picture(file_of(Image.new(mode, (200, 200)), kind), FACE)
    assert read(made.content).size == FACE.pixels


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        SCRIPT,
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"%PDF-1.7\n1 0 obj\n",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
        b"RIFF\x10\0\0\0WEBPVP8 ",
        file_of(Image.new("RGB", (64, 64)), "GIF"),
        file_of(Image.new("RGB", (64, 64)), "BMP"),
        file_of(Image.new("RGB", (64, 64)), "TIFF"),
        file_of(noise(200, 200), "PNG")[:5000],
        file_of(noise(200, 200), "WEBP")[:400],
        png_saying(50_000, 50_000),
        png_saying(4_000, 3_001),
        png_saying(100, 100),
        b"\0" * (LARGEST_FILE + 1),
    ],
    ids=range(16),
)
def test_what_is_no_picture_or_unfolds_too_far_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidField) as refused:
        encode_picture(content, FACE)
    assert refused.value.field == "picture"
    assert "Send" in refused.value.detail


@pytest.mark.parametrize("seed", range(60))
def test_a_broken_file_is_a_picture_or_a_refusal(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(file_of(noise(80, 60), chance.choice(("PNG", "JPEG", "WEBP"))))
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    try:
        made = encode_picture(bytes(content), FACE)
    except InvalidField:
        return
    assert len(made.content) <= LARGEST_PICTURE


@pytest.mark.parametrize("size", [(1, 400), (20_000, 1), (1, 20_000), (1, 1)])
@pytest.mark.parametrize("shape", [LOGO, FACE])
def test_of_a_thin_picture_a_line_is_left(size: tuple[int, int], shape: Shape) -> None:
    made = encode_picture(file_of(Image.new("RGB", size)), shape)
    assert min(made.width, made.height) >= 1
    assert made.width <= shape.pixels[0]
    assert made.height <= shape.pixels[1]
