"""Passwords that whoever guesses would try first (NIST SP 800-63B, section 3.1.1.2): what many use, keys in a
row, and what is known of whose it is. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from booking_core.input.clean_text import visible_text

# Keys beside each other count like letters and digits that follow each other.
ROWS = (
    "1234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "qsdfghjklm",
    "zxcvbnm",
    "yxcvbnm",
)
NEIGHBOURS = frozenset(pair for row in ROWS for pair in pairwise(row))
# Of which a password is not made: three characters in a row are one thing to remember, and to guess.
IN_A_ROW = 3
FEWEST_KINDS = 4
LOOKS_LIKE = str.maketrans("013457@$!", "oleastasi")
# What lists of leaked passwords begin with, in the languages of the console; digits around them help little.
COMMON = frozenset(
    word
    for line in (
        "password passwort passw pass contrasena contraseña clave motdepasse parola senha סיסמה סיסמא",
        "كلمةالسر كلمةالمرور qwerty qwertz azerty qazwsx qazwsxedc letmein admin administrator root user",
        "login master secret geheim secreto segreto test testing changeme default guest zimun trustno",
        "welcome willkommen bienvenue bienvenido benvenuto hello hallo bonjour hola ciao שלום مرحبا",
        "iloveyou ichliebedich schatz jetaime teamo tiamo amore princess monkey dragon sunshine shadow",
        "football fussball baseball superman batman pokemon starwars michael jordan charlie donald",
        "soleil doudou loulou marseille barcelona realmadrid juventus napoli liverpool chelsea mustang",
        "summer winter sommer spring autumn business salon booking company computer internet freedom",
    )
    for word in line.split()
)
AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
LONGEST_LOOKED_AT = 64


def is_guessable(password: str, known: Sequence[str] = ()) -> bool:
    """``known`` is what others know of whose it is: name, address, business."""
    text = "".join(visible_text(unicodedata.normalize("NFKC", password)).casefold().split())
    if not text or len(set(text)) < FEWEST_KINDS:
        return True
    if len(text) > LONGEST_LOOKED_AT:
        return False
    if len(text) >= IN_A_ROW * _count_rows(text):
        return True
    words = {_plain(one) for said in known for one in (said, *re.split(r"[@\s]", said))} - {""}
    return any(_is_made_of(one, COMMON | words) for one in (_plain(text), _plain(AROUND.sub("", text))))


def _plain(text: str) -> str:
    """Letters alone, however they are dressed up."""
    dressed = text.casefold().translate(LOOKS_LIKE)
    return "".join(one for one in dressed if one.isalpha())


def _is_made_of(text: str, words: frozenset[str] | set[str]) -> bool:
    """One of the words, or one again and again."""
    return any(text == word * max(1, len(text) // len(word)) for word in words)


def _count_rows(text: str) -> int:
    """Of how many runs of the same or of neighbours it is made."""
    breaks = sum(not _is_step(one, after) for one, after in pairwise(text))
    return 1 + breaks


def _is_step(one: str, after: str) -> bool:
    is_beside = abs(ord(one) - ord(after)) <= 1
    return is_beside or (one, after) in NEIGHBOURS or (after, one) in NEIGHBOURS
