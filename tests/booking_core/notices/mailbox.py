"""A real mail server for tests: it keeps what it is sent, and is as rude as it is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope

from booking_core.notices.outbox import CODE_MARK, Mail

# What is no answer: the line is cut once the letter is there, at once or after a while.
HANGS_UP, SAYS_NOTHING, SILENCE_S = "hangs up", "says nothing", 1.5


class Mailbox:
    """``answers`` are given one after the other to letters; once they are over, every letter is taken."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.letters: list[EmailMessage] = []
        self.sources: list[bytes] = []
        self.passwords: list[bytes] = []
        self.url = ""

    async def handle_DATA(self, server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer == SAYS_NOTHING:
            await asyncio.sleep(SILENCE_S)
        if answer in (HANGS_UP, SAYS_NOTHING):
            server.transport.abort()
        if answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.sources.append(envelope.content)
            self.letters.append(
                cast(EmailMessage, message_from_bytes(envelope.content, policy=cast(Any, default)))
            )
        return answer

    def let_in(self, *given: Any) -> AuthResult:
        """Whoever signs in, without TLS too, as on a server of which somebody in between took the offer
        away."""
        self.passwords.append(given[-1].password)
        return AuthResult(success=True)


@asynccontextmanager
async def mailbox(*answers: str) -> AsyncIterator[Mailbox]:
    """A server on a port of its own, without TLS."""
    box = Mailbox(*answers)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(box, authenticator=box.let_in, auth_require_tls=False), "127.0.0.1", 0
    )
    box.url = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield box
    server.close()


def whole_text(mail: Mail) -> str:
    return mail.text.replace(CODE_MARK, "271828")
