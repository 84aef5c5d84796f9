"""Keys made from the one secret of the installation: one to seal stored answers, one to sign what we will be shown again."""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
KEY_ID = 4
SIGNATURE = 16


class AnswerSeal:
    """AES-256-GCM. A sealed text begins with the id of its key: with another secret it cannot be opened, and says so."""

    def __init__(self, secret_key: str) -> None:
        key = derived(secret_key, "stored answers")
        self._cipher = AESGCM(key)
        self._key_id = hashlib.sha256(key).digest()[:KEY_ID]

    def close(self, plain: bytes, bound: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return self._key_id + nonce + self._cipher.encrypt(nonce, plain, bound)

    def open(self, sealed: bytes, bound: bytes) -> bytes | None:
        key_id, nonce, rest = (
            sealed[:KEY_ID],
            sealed[KEY_ID : KEY_ID + NONCE],
            sealed[KEY_ID + NONCE :],
        )
        if key_id != self._key_id:
            return None
        try:
            return self._cipher.decrypt(nonce, rest, bound)
        except InvalidTag:
            return None


class Signature:
    """HMAC-SHA-256 over a text and whom it is for: short words that only we can have written, and only for them."""

    def __init__(self, secret_key: str, purpose: str) -> None:
        self._key = derived(secret_key, purpose)

    def signed(self, text: bytes, reader: str) -> str:
        return f"{_written(text)}.{_written(self._of(text, reader))}"

    def read(self, token: str, reader: str) -> bytes | None:
        """The text; None for what we did not sign for this reader."""
        written, _, signature = token.partition(".")
        try:
            text, claimed = _bytes_of(written), _bytes_of(signature)
        except ValueError:
            return None
        return text if hmac.compare_digest(claimed, self._of(text, reader)) else None

    def _of(self, text: bytes, reader: str) -> bytes:
        return hmac.digest(self._key, reader.encode() + b"\n" + text, "sha256")[:SIGNATURE]


def derived(secret_key: str, purpose: str) -> bytes:
    """32 bytes for one purpose (HKDF, RFC 5869), so that no key serves two."""
    return HKDF(SHA256(), 32, salt=None, info=f"zimun {purpose}".encode()).derive(secret_key.encode())


def _written(text: bytes) -> str:
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


def _bytes_of(text: str) -> bytes:
    padded = text + "=" * (-len(text) % 4)
    decoded = base64.b64decode(padded, altchars=b"-_", validate=True)
    # Only the one spelling we write: spare bits at the end would give one token many faces.
    if _written(decoded) != text:
        raise ValueError(text)
    return decoded
