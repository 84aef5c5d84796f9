"""How well words on a colour can be read (WCAG 2.2, relative luminance)."""

from msgspec import Struct

from booking_core.catalogue.settings.kinds import Accent
from booking_core.input.kinds import WrongValue

# The widget's own colour, where a business has chosen none.
OURS = "#5b4bd6"


class Contrast(Struct, frozen=True):
    """``ink`` is what is written on the colour, ``ratio`` of 1 to 21 how far both are apart."""

    ink: str
    ratio: float


def contrast_on(accent: str) -> Contrast:
    """Of black and white the one that is read better, as the widget chooses."""
    light = luminance(_accent_or_ours(accent))
    white, black = 1.05 / (light + 0.05), (light + 0.05) / 0.05
    return Contrast("white", white) if white >= black else Contrast("black", black)


def luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _accent_or_ours(accent: str) -> str:
    try:
        return Accent().read(accent) if accent else OURS
    except WrongValue:
        return OURS
