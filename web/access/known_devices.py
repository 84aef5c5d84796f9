"""Devices on which somebody has signed in before: a signed cookie says so, and nothing about it is kept on
the server.

Whoever guesses at an account slows down every device but these (OWASP: "Slow down online guessing attacks
with device cookies").
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from web.secrets.sealing import Signature

LASTS = timedelta(days=180)
# People who share the computer of a front desk.
MOST_ACCOUNTS = 8
ID_BYTES, TIME_BYTES = 12, 4
BETWEEN = "~"


class KnownDevice(Struct, frozen=True):
    """``id`` is random, and the same for everybody who uses the device."""

    id: str


class KnownDevices:
    """Reads and writes the cookie: one signed word for each account, newest first, good for that account
    alone."""

    def __init__(self, secret_key: str, old: Sequence[str]) -> None:
        self._signature = Signature(secret_key, "known devices", old)

    def find(self, cookie: str | None, account: str, now: datetime) -> KnownDevice | None:
        """The device, if this account has signed in on it in the last months."""
        for word in _words_of(cookie):
            said = self._signature.read(word, _reader(account))
            if said is None or len(said) != ID_BYTES + TIME_BYTES:
                continue
            since = datetime.fromtimestamp(int.from_bytes(said[ID_BYTES:], "big"), UTC)
            if now - LASTS < since:
                return KnownDevice(said[:ID_BYTES].hex())
        return None

    def remember(self, cookie: str | None, account: str, now: datetime) -> str:
        """The cookie after this account has signed in. The words of others on the same device stay."""
        known = self.find(cookie, account, now)
        device = bytes.fromhex(known.id) if known else secrets.token_bytes(ID_BYTES)
        word = self._signature.sign(
            device + int(now.timestamp()).to_bytes(TIME_BYTES, "big"), _reader(account)
        )
        others = [one for one in _words_of(cookie) if self._signature.read(one, _reader(account)) is None]
        return BETWEEN.join([word, *others][:MOST_ACCOUNTS])


def _words_of(cookie: str | None) -> list[str]:
    return (cookie or "").split(BETWEEN)[:MOST_ACCOUNTS]


def _reader(account: str) -> str:
    """An account is what somebody typed; its hash has one length and one alphabet."""
    return hashlib.sha256(account.encode("utf-8", "surrogatepass")).hexdigest()
