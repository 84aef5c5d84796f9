"""Text as it is compared: in one case, without marks, invisible letters and letters that only look like
others."""

import re
import unicodedata

# Cyrillic and Greek letters that look like Latin ones.
LOOKALIKES = str.maketrans("авекмнорстухіјѕԁоαερτυιν’‘ʼ`", "abekmhopctyxijsdoaeptuiv'''\x00")
_MARKS = re.compile(r"[*_~\x00]")
_SPELT_OUT = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-·]){4,}[^\W\d_](?!\w)")
_BETWEEN_LETTERS = re.compile(r"[ .\-·]")


def fold_for_claims(text: str) -> str:
    """Only for comparing: its places are not those of the text."""
    plain = text.casefold() if text.isascii() else _strip_marks(text)
    plain = _MARKS.sub("", plain)
    return _SPELT_OUT.sub(lambda found: _BETWEEN_LETTERS.sub("", found[0]), plain)


def _strip_marks(text: str) -> str:
    compared = unicodedata.normalize("NFKC", text).casefold()
    plain = "".join(letter for letter in compared if unicodedata.category(letter) not in ("Cf", "Mn"))
    return plain.translate(LOOKALIKES) if re.search(r"[a-z]", plain) else plain.replace("’", "'")
