"""How many parts a text message takes on its way, and how words of any language are made to take few. Pure.

GSM 03.38: 160 letters of a small alphabet, or 70 of any other (UCS-2); of several parts each holds a few
less, because it says which it is. Operators count, and charge, by parts.
"""

import unicodedata

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Each is written as two.
GSM_DOUBLE = frozenset("^{}\\[~]|€")
ONE_GSM, OF_SEVERAL_GSM = 160, 153
ONE_UCS2, OF_SEVERAL_UCS2 = 70, 67
# What stands for marks that the small alphabet has not, where nobody misses them.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        "…": "...",
        "·": "-",
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "œ": "oe",
        "Œ": "OE",
        "đ": "d",
        "Đ": "D",
    }
)


def in_gsm(text: str) -> bool:
    return all(one in GSM or one in GSM_DOUBLE for one in text)


def parts_of(text: str) -> int:
    """How many parts this takes."""
    if in_gsm(text):
        length = len(text) + sum(letter in GSM_DOUBLE for letter in text)
        return 1 if length <= ONE_GSM else -(-length // OF_SEVERAL_GSM)
    length = len(text.encode("utf-16-be")) // 2
    return 1 if length <= ONE_UCS2 else -(-length // OF_SEVERAL_UCS2)


def with_plain_letters(text: str) -> str:
    """In letters of the small alphabet, as far as it has the script: accents it lacks go, and typographic
    marks become plain ones. Text of another script stays as it is."""
    plain = "".join(map(_plain_letter, text.translate(PLAIN)))
    return plain if in_gsm(plain) else text


def _plain_letter(letter: str) -> str:
    if letter in GSM or letter in GSM_DOUBLE:
        return letter
    bare = "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
    # Direction marks are not seen, and pictures not missed.
    return "" if unicodedata.category(letter) in ("Cf", "So", "Sk") else bare


def cut(text: str, longest: int) -> str:
    """At most so many letters, and a full stop for what is missing."""
    return text if len(text) <= longest else f"{text[: max(1, longest - 1)].rstrip()}."
