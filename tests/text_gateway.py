"""A provider of text messages on this machine, in both shapes that we speak: it checks who asks, takes each
message once where the shape knows repeats, and answers as it is told."""

import asyncio
import base64
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qsl

from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.text_providers.arrange import set_provider
from booking_core.text_providers.provider_choice import ProviderChoice, TextPlace
from tests.cast import owner_of
from tests.serving import listening, port_of
from web.secrets.sealing import text_seal

SECRET_KEY = "a key that only the tests know, and long"
SECRET = "a secret between the two of us"
ACCOUNT = "AC" + "0123456789abcdef" * 2
NUMBER = "+4930901820"
HUNG_UP = 0


class Sent(Struct, frozen=True):
    """A message that went to a telephone."""

    recipient: str
    text: str
    sender: str
    callback: str


class TextGateway:
    """``answers`` are the next ones, before it simply takes what comes: a status, or ``HUNG_UP`` after taking
    it; ``retry_after`` and ``told`` (JSON) go with each but the last."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.asked = 0
        self.answers: list[int] = []
        self.retry_after = ""
        self.told: dict[str, object] = {}
        self.known: set[str] = set()
        self.origin = ""

    @property
    def place(self) -> TextPlace:
        return TextPlace(text_seal(SECRET_KEY), frozenset({self.origin}))

    def choice(self, kind: str = "signed", **changed: str) -> ProviderChoice:
        given = {"kind": kind, "sender": NUMBER, "secret": SECRET, "account": ACCOUNT, "url": self.origin}
        return ProviderChoice(**{**given, **changed})

    async def chosen_by(self, core: BookingCore, organization_id: str, kind: str = "signed") -> None:
        """The owner sends text messages by it."""
        actor, choice = owner_of(organization_id), self.choice(kind)
        await core.transaction(organization_id, actor, lambda desk: set_provider(desk, choice, self.place))

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:] if line)
        }
        body = await reader.readexactly(int(headers["content-length"]))
        self.asked += 1
        status = self._answer(lines[0].split()[1], headers, body)
        if status != HUNG_UP:
            told = json.dumps(self.told).encode()
            extra = f"Retry-After: {self.retry_after}\r\n" if self.retry_after else ""
            extra += f"Location: {self.origin}/elsewhere\r\n" if status == 307 else ""
            head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(told)}\r\nConnection: close\r\n{extra}\r\n"
            writer.write(head.encode() + told)
        writer.close()

    def _answer(self, path: str, headers: dict[str, str], body: bytes) -> int:
        is_twilio = path == f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
        message = self._of_twilio(headers, body) if is_twilio else self._of_ours(headers, body)
        if message is None:
            return 401
        status = self.answers.pop(0) if self.answers else 201
        if status in (HUNG_UP, 201):
            key = headers.get("idempotency-key", f"{self.asked}")
            if is_twilio or key not in self.known:
                self.sent.append(message)
            self.known.add(key)
        return status

    @staticmethod
    def _of_ours(headers: dict[str, str], body: bytes) -> Sent | None:
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        right = base64.b64encode(hmac.digest(SECRET.encode(), signed, "sha256")).decode()
        if headers["webhook-signature"] != f"v1,{right}":
            return None
        told = json.loads(body)
        assert headers["idempotency-key"] == told["id"] == headers["webhook-id"]
        return Sent(told["to"], told["text"], told["from"], told["callback"])

    @staticmethod
    def _of_twilio(headers: dict[str, str], body: bytes) -> Sent | None:
        signed_in = base64.b64encode(f"{ACCOUNT}:{SECRET}".encode()).decode()
        if headers.get("authorization") != f"Basic {signed_in}":
            return None
        told = dict(parse_qsl(body.decode()))
        return Sent(told["To"], told["Body"], told["From"], told.get("StatusCallback", ""))


@asynccontextmanager
async def text_gateway() -> AsyncIterator[TextGateway]:
    running = TextGateway()
    with listening() as listener:
        running.origin = f"http://127.0.0.1:{port_of(listener)}"
        async with await asyncio.start_server(running.handle, sock=listener):
            yield running
