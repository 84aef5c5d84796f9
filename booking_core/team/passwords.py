"""Passwords: hashed with argon2id, never more than two at once."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from booking_core.errors import InvalidField
from booking_core.input.clean_text import visible_text
from booking_core.input.guessable import is_guessable

T = TypeVar("T")
# OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# At most two passwords are checked at once: a flood of sign-ins cannot take the memory of the process.
CHECKERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="password")
# Checked when there is no such account, so that an unknown address takes as long as a wrong password.
NOBODY = HASHER.hash("nobody has this password")
# NIST SP 800-63B asks for eight at least; hashing takes as long for any length, and nobody has a longer one.
SHORTEST, LONGEST = 10, 1024


async def hash_password(password: str, known: Sequence[str] = ()) -> str:
    """``known`` is what others know of whose it is. Raises ``InvalidField`` as ``must_be_good``."""
    must_be_good(password, known)
    return await _in_background(HASHER.hash, password)


def must_be_good(password: str, known: Sequence[str] = ()) -> None:
    """Raises ``InvalidField`` for a password that is too short to keep anybody out, too long, or among the
    first that are tried."""
    # Spaces count once, and what is not seen not at all: who types it has to know what there is.
    if len(" ".join(visible_text(password).split())) < SHORTEST:
        raise InvalidField("password", f"A password needs at least {SHORTEST} characters.")
    if len(password) > LONGEST:
        raise InvalidField("password", f"A password has at most {LONGEST} characters.")
    if is_guessable(password, known):
        raise InvalidField(
            "password",
            "This password is easy to guess. Please choose another: a few words that do not belong together"
            " are best.",
        )


async def is_password(password_hash: str | None, password: str) -> bool:
    """Whether the password belongs to the hash. Takes as long for nobody (None) as for a wrong password;
    needs no database meanwhile."""
    if "\0" in password or len(password) > LONGEST:
        password = ""
    matches = await _in_background(_matches, password_hash or NOBODY, password)
    return matches and password_hash is not None


def _matches(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


async def _in_background(work: Callable[..., T], *arguments: str) -> T:
    return await asyncio.get_running_loop().run_in_executor(CHECKERS, work, *arguments)
