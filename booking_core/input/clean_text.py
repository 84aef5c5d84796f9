"""Text as people type and paste it, before it is stored or compared: composed, and without what nobody sees.
Pure."""

import re
import unicodedata

# Marks of direction, zero-width spaces, soft hyphens and byte order marks: copied along unseen, and no part
# of what was meant.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
JOINERS = re.compile("[\u200c\u200d]")
# Fillers and an empty pattern of dots, which are letters and symbols to Unicode and nothing to the eye; and
# controls, marks of format, and what no character is.
BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
)
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
# Canonical_Combining_Class of a virama (Unicode, table 4-3).
VIRAMA = 9


def clean_text(text: str) -> str:
    """The text composed (Unicode NFC) and without invisible characters.

    Joiners (U+200C, U+200D) stay where a script is written with them: beside Arabic letters, after or before
    a virama, and in emoji.
    """
    composed = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return JOINERS.sub(lambda found: found.group() if _joins(composed, found.start()) else "", composed)


def _joins(text: str, at: int) -> bool:
    before, after = text[:at][-1:], text[at + 1 :][:1]
    if not before or not after or before.isspace() or after.isspace():
        return False
    return any(
        unicodedata.combining(one) == VIRAMA
        or unicodedata.bidirectional(one) == "AL"
        or unicodedata.category(one) in ("So", "Sk", "Cn")
        or one == "\ufe0f"
        for one in (before, after)
    )


def visible_text(text: str) -> str:
    """What of a text is seen: no marks, no joiners, and no letters that are drawn as nothing."""
    return "".join(one for one in text if one not in BLANK and unicodedata.category(one) not in UNSEEN)


def compared_name(name: str) -> str:
    """Two names with the same value look the same to whoever reads them (UTS 39 has more: letters of other
    scripts are not compared)."""
    return " ".join(visible_text(unicodedata.normalize("NFKC", name)).casefold().split())
