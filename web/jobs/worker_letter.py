"""The letter to whoever runs this installation that no worker is alive: a web process sends it itself, as no
worker can."""

import logging
from contextlib import suppress

from redis.asyncio import Redis
from redis.exceptions import RedisError

from booking_core.notices.mailer import Letter, Mailer
from booking_core.notices.refused_letters import Refused
from booking_core.storage.ids import new_id
from booking_core.time.clock import SystemClock
from web.jobs.mail import mailer_of
from web.settings import Settings

logger = logging.getLogger("zimun.watch")
# Known to all web processes, so that one of them writes; a day later it is worth another letter.
SENT, SENT_FOR_S = "zimun:told:no-worker", 24 * 60 * 60
SUBJECT = "Zimun: no worker is alive"
TEXT = """\
Hello,

At {url} no Zimun worker has been alive for a while: customers who write in the chat get no answer, and no
email is sent. Start `zimun worker`, or look at its log; `zimun doctor` says what else is wrong.

What is known: {complaint}.

This is said once. When a worker is back, nothing more has to be done.
"""


class WorkerLetter:
    """Sends the letter once for all web processes, until a worker lives again."""

    def __init__(self, redis: Redis, mailer: Mailer, recipient: str, url: str) -> None:
        self._redis, self._mailer = redis, mailer
        self._recipient, self._url = recipient, url

    async def send(self, complaint: str) -> None:
        """Where Redis is away, every web process sends its own."""
        with suppress(RedisError):
            if not await self._redis.set(SENT, "1", nx=True, ex=SENT_FOR_S):
                return
        text = TEXT.format(url=self._url, complaint=complaint)
        letter = Letter(new_id("mail"), SystemClock().now(), "Zimun", None, self._recipient, SUBJECT, text)
        try:
            await self._mailer.send(letter)
        except Refused as refusal:
            logger.error("the letter about it was not taken: %s", refusal.code)
            await self.forget()

    async def forget(self) -> None:
        """A worker lives: the next time is worth a letter again."""
        with suppress(RedisError):
            await self._redis.delete(SENT)


def worker_letter(settings: Settings, redis: Redis) -> WorkerLetter | None:
    """To `ALARM_EMAIL`, else to the address that letters come from; None where no mail server or no address
    is set."""
    mailer, recipient = mailer_of(settings), settings.alarm_email or settings.mail_from
    if mailer is None or recipient is None:
        return None
    return WorkerLetter(redis, mailer, recipient, settings.public_url)
