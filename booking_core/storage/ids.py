"""Names for things: prefixed ids nobody can guess, and booking codes people can read out."""

import hashlib
import secrets

# Neither 0/O, 1/I/L nor vowels: a code survives the telephone and never spells a word.
CODE_LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789"
ID_LETTERS = b"abcdefghijkmnpqrstuvwxyz23456789"
# There are 32 letters: five bits of each byte choose one, all alike.
_CHOSEN = bytes(ID_LETTERS[byte & 31] for byte in range(256))


def new_id(prefix: str) -> str:
    """A fresh id such as ``apt_k3f…``: 100 random bits behind the prefix of its noun."""
    return f"{prefix}_{secrets.token_bytes(20).translate(_CHOSEN).decode()}"


def derived_id(prefix: str, *parts: str) -> str:
    """An id of the same form, the same for the same ``parts``: who repeats a making finds what was made.
    As secret as the parts are."""
    return (
        f"{prefix}_{hashlib.sha256(chr(10).join(parts).encode()).digest()[:20].translate(_CHOSEN).decode()}"
    )


def new_booking_code() -> str:
    """Six letters and digits for people, unique within an organization by the table that keeps them."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(6))


def new_secret() -> str:
    """256 random bits, URL-safe: conversation tokens, manage links, session ids."""
    return secrets.token_urlsafe(32)
