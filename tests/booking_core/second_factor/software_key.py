"""A passkey in software: makes a key for one site and signs what it is asked to, as a device would."""

import hashlib
import json
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from booking_core.storage.ids import new_secret

USER_PRESENT, HAS_KEY = 0x01, 0x40
# COSE (RFC 9052): an elliptic key of P-256, for ES256.
COSE_KEY = {1: 2, 3: -7, -1: 1}


class SoftwareKey:
    """``origin`` is where its browser is; ``counter`` how often it has signed."""

    def __init__(self, origin: str, rp_id: str) -> None:
        self.origin = origin
        self.rp_id = rp_id
        self.id = new_secret().encode()
        self.counter = 0
        self._key = ec.generate_private_key(ec.SECP256R1())

    def make(self, options: str, **changes: Any) -> dict[str, Any]:
        """The answer to ``navigator.credentials.create``."""
        said = self._client_data("webauthn.create", options, changes)
        numbers = self._key.public_key().public_numbers()
        cose = {**COSE_KEY, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        attested = bytes(16) + struct.pack(">H", len(self.id)) + self.id + cbor2.dumps(cose)
        data = self._authenticator_data(USER_PRESENT | HAS_KEY) + attested
        statement = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._credential(clientDataJSON=said, attestationObject=statement)

    def sign(self, options: str, **changes: Any) -> dict[str, Any]:
        """The answer to ``navigator.credentials.get``."""
        self.counter += 1
        said = self._client_data("webauthn.get", options, changes)
        data = self._authenticator_data(USER_PRESENT)
        signature = self._key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._credential(clientDataJSON=said, authenticatorData=data, signature=signature)

    def _client_data(self, kind: str, options: str, changes: dict[str, Any]) -> bytes:
        asked = {"type": kind, "challenge": json.loads(options)["challenge"], "origin": self.origin}
        return json.dumps({**asked, **changes}).encode()

    def _authenticator_data(self, flags: int) -> bytes:
        return hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags]) + struct.pack(">I", self.counter)

    def _credential(self, **response: bytes) -> dict[str, Any]:
        id_ = encode(self.id)
        parts = {name: encode(value) for name, value in response.items()}
        return {"id": id_, "rawId": id_, "type": "public-key", "response": parts}


def encode(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
