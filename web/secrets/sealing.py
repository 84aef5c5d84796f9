"""Keys made from the one secret of the installation: some to seal what is stored, some to sign what we will
be shown again."""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Callable, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
KEY_ID = 4
SIGNATURE = 16
# What base64 writes otherwise where a text may stand in an address (RFC 4648 §5).
URL_SAFE = bytes.maketrans(b"+/", b"-_")


class Seal:
    """AES-256-GCM for one purpose. A sealed text begins with the id of its key, so that the one it needs is
    found among several.

    ``old`` are the secrets of before: they open, and seal no more. What was sealed with another secret cannot
    be opened, and says so.
    """

    def __init__(self, secret_key: str, purpose: str, old: Sequence[str] = ()) -> None:
        keys = [derive_key(one, purpose) for one in (secret_key, *old)]
        self._ciphers = {key_id(key): AESGCM(key) for key in reversed(keys)}
        self.key_id = key_id(keys[0])

    def close(self, plain: bytes, bound: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return self.key_id + nonce + self._ciphers[self.key_id].encrypt(nonce, plain, bound)

    def open(self, sealed: bytes, bound: bytes) -> bytes | None:
        which, nonce, rest = sealed[:KEY_ID], sealed[KEY_ID : KEY_ID + NONCE], sealed[KEY_ID + NONCE :]
        if which not in self._ciphers:
            return None
        try:
            return self._ciphers[which].decrypt(nonce, rest, bound)
        except InvalidTag:
            return None

    def reseal(self, sealed: bytes, bound: bytes) -> bytes | None:
        """The same with the newest key; None where it has that already or cannot be opened."""
        if sealed[:KEY_ID] == self.key_id:
            return None
        plain = self.open(sealed, bound)
        return None if plain is None else self.close(plain, bound)


def answer_seal(secret_key: str, old: Sequence[str]) -> Seal:
    return Seal(secret_key, "stored answers", old)


def model_key_seal(secret_key: str, old: Sequence[str] = ()) -> Seal:
    return Seal(secret_key, "model keys", old)


def mail_password_seal(secret_key: str, old: Sequence[str] = ()) -> Seal:
    return Seal(secret_key, "mail passwords", old)


def text_seal(secret_key: str, old: Sequence[str] = ()) -> Seal:
    return Seal(secret_key, "text message secrets", old)


def authenticator_seal(secret_key: str, old: Sequence[str] = ()) -> Seal:
    return Seal(secret_key, "authenticator secrets", old)


def calendar_seal(secret_key: str, old: Sequence[str] = ()) -> Seal:
    return Seal(secret_key, "calendar addresses", old)


def webhook_seal(secret_key: str, old: Sequence[str] = ()) -> Seal:
    return Seal(secret_key, "webhook secrets", old)


class Signature:
    """HMAC-SHA-256 over a text and whom it is for: short words that only we can have written, and only for
    them.

    What was signed with one of the ``old`` secrets is read as well.
    """

    def __init__(self, secret_key: str, purpose: str, old: Sequence[str] = ()) -> None:
        self._keys = [derive_key(one, purpose) for one in (secret_key, *old)]

    def sign(self, text: bytes, reader: str) -> str:
        return self.writer(reader)(text)

    def writer(self, reader: str) -> Callable[[bytes], str]:
        """Signs many texts for one reader: what comes before each is hashed once."""
        begun = hmac.new(self._keys[0], _before(reader), "sha256")

        def sign(text: bytes) -> str:
            whole = begun.copy()
            whole.update(text)
            return f"{_encode(text)}.{_encode(whole.digest()[:SIGNATURE])}"

        return sign

    def read(self, token: str, reader: str) -> bytes | None:
        """The text; None for what we did not sign for this reader."""
        written, _, signature = token.partition(".")
        try:
            text, claimed = _bytes_of(written), _bytes_of(signature)
        except ValueError:
            return None
        known = [hmac.compare_digest(claimed, _signature(key, text, reader)) for key in self._keys]
        return text if any(known) else None


def derive_key(secret_key: str, purpose: str) -> bytes:
    """32 bytes for one purpose (HKDF, RFC 5869), so that no key serves two."""
    return HKDF(SHA256(), 32, salt=None, info=f"zimun {purpose}".encode()).derive(secret_key.encode())


def key_id(key: bytes) -> bytes:
    """Says which key, and nothing about it."""
    return hashlib.sha256(key).digest()[:KEY_ID]


def _signature(key: bytes, text: bytes, reader: str) -> bytes:
    return hmac.digest(key, _before(reader) + text, "sha256")[:SIGNATURE]


def _before(reader: str) -> bytes:
    return reader.encode() + b"\n"


def _encode(text: bytes) -> str:
    return binascii.b2a_base64(text, newline=False).translate(URL_SAFE, b"=").decode()


def _bytes_of(text: str) -> bytes:
    padded = text + "=" * (-len(text) % 4)
    decoded = base64.b64decode(padded, altchars=b"-_", validate=True)
    # Only the one spelling we write: spare bits at the end would give one token many faces.
    if _encode(decoded) != text:
        raise ValueError(text)
    return decoded
