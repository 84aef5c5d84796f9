"""Who gets notices: a mail server, a provider of text messages and a receiver of webhooks that fail at
random, and remember what they took."""

import asyncio
import random
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from email import message_from_bytes
from time import monotonic
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope
from msgspec import Struct

from tests.attack.outages.notices.letter_ids import LetterId
from tests.text_gateway import HUNG_UP, TextGateway, text_gateway
from tests.webhooks.receivers import Receiver, receiving

TAKEN, NOT_NOW, NEVER = "250 taken", "451 not now", "554 never"
CUT_BEFORE, CUT_AFTER = "cut before", "cut after"
MOODS = {TAKEN: 76, NOT_NOW: 10, CUT_BEFORE: 5, CUT_AFTER: 7, NEVER: 2}
# The first letter of an appointment is taken slowly: whatever overtook it would be taken before it.
FIRST_TAKES_S, OTHERS_TAKE_S = 2.5, 0.03
MESSAGE_ID = re.compile(r"<(.+)@")
# More than are asked for.
ANSWERS = 20_000


class Taken(Struct, frozen=True):
    """A letter that was taken: when it began to come (monotonic seconds)."""

    letter: LetterId
    began: float


class MailServer:
    """``on_taken`` is called with the port of whoever has brought a letter, once that is taken and before
    they are told."""

    def __init__(self, on_taken: Callable[[int], bool]) -> None:
        self.taken: list[Taken] = []
        self.refused: set[str] = set()
        self.url = ""
        self._on_taken = on_taken

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        began = monotonic()
        assert isinstance(envelope.content, bytes)
        found = MESSAGE_ID.match(message_from_bytes(envelope.content)["Message-ID"])
        letter = LetterId.of(found[1] if found else "")
        mood = random.choices([*MOODS], [*MOODS.values()])[0]
        await asyncio.sleep(FIRST_TAKES_S if letter.version == 1 else OTHERS_TAKE_S)
        if mood in (TAKEN, CUT_AFTER):
            self.taken.append(Taken(letter, began))
            if self._on_taken(session.peer[1]):
                return TAKEN
        if mood in (CUT_BEFORE, CUT_AFTER):
            server.transport.abort()
        if mood == NEVER:
            self.refused.add(letter.id)
        return mood if mood[0].isdigit() else TAKEN


class Receivers(Struct):
    mail: MailServer
    texts: TextGateway
    hooks: Receiver


@asynccontextmanager
async def failing_receivers(on_taken: Callable[[int], bool]) -> AsyncIterator[Receivers]:
    """All three, on ports of their own."""
    async with AsyncExitStack() as stack:
        texts = await stack.enter_async_context(text_gateway())
        texts.answers = random.choices([201, HUNG_UP, 429, 500], [80, 8, 6, 6], k=ANSWERS)
        answers = random.choices([204, 500, 503, b""], [80, 8, 6, 6], k=ANSWERS)
        hooks = await stack.enter_async_context(receiving(Receiver(*answers)))
        mail = MailServer(on_taken)
        server = await asyncio.get_running_loop().create_server(lambda: SMTP(mail), "127.0.0.1", 0)
        stack.callback(server.close)
        mail.url = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield Receivers(mail, texts, hooks)
