"""Mail servers as owners write them down: each has a fault of its own, or none."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope
from msgspec import Struct

NO_SUCH_USER, NOT_YOURS, LATER, SPAM = "550 5.1.1 no", "553 5.7.1 no", "451 4.7.1 later", "554 5.7.1 spam"


class Fault(Struct, frozen=True):
    """Answers to the steps of a letter; empty where all is well."""

    sender: str = ""
    recipient: str = ""
    letter: str = ""
    signs_in: bool = True


class RudeServer:
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.passwords: list[bytes] = []
        self.sources: list[bytes] = []
        self.senders: list[str] = []
        self.recipients: list[str] = []
        self.port = 0

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any
    ) -> str:
        envelope.mail_from = address
        self.senders.append(address)
        return self.fault.sender or "250 fine"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any
    ) -> str:
        envelope.rcpt_tos.append(address)
        self.recipients.append(address)
        return self.fault.recipient or "250 fine"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.sources.append(envelope.content)
        return self.fault.letter or "250 taken"

    def sign_in(self, *given: Any) -> AuthResult:
        self.passwords.append(given[-1].password)
        return AuthResult(success=self.fault.signs_in, handled=False)


@asynccontextmanager
async def rude_server(
    fault: Fault | None = None, *, tls: ssl.SSLContext | None = None, start_tls: ssl.SSLContext | None = None
) -> AsyncIterator[RudeServer]:
    """``tls`` from the first byte, or offered (``start_tls``), or none at all."""
    box = RudeServer(fault or Fault())
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(
            box,
            authenticator=box.sign_in,
            auth_require_tls=False,
            tls_context=start_tls,
            hostname="mail.example",
        ),
        "127.0.0.1",
        0,
        ssl=tls,
    )
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()


@asynccontextmanager
async def silent_server() -> AsyncIterator[int]:
    """Takes the line and never says a word."""

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
