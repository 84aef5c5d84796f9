"""The jobs of webhooks: an event becomes deliveries, a delivery is tried until it is taken or given up."""

from datetime import datetime
from typing import Any

import msgspec
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from booking_core.core import BookingCore
from booking_core.storage.events import ANNOUNCE, Event
from booking_core.storage.jobs import WEBHOOKS, jobs
from booking_core.webhooks.courier import DELIVER, Courier
from booking_core.webhooks.sender import Sender
from web.secrets.sealing import webhook_seal
from web.settings import Settings

COURIER = "courier"
# What went wrong on our side is over by then, or nobody looks after it.
MOST_MISHAPS = 1000


class NotTaken(Exception):
    """The endpoint did not take it; ``again_at`` is when to come back (UTC)."""

    def __init__(self, again_at: datetime) -> None:
        super().__init__(f"again at {again_at:%Y-%m-%d %H:%M:%S}")
        self.again_at = again_at


class UntilTaken(BaseRetryStrategy):
    """Comes back when the delivery says; after a mishap of ours in a minute."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, NotTaken):
            return RetryDecision(retry_at=exception.again_at)
        return RetryDecision(retry_in={"seconds": 60}) if job.attempts < MOST_MISHAPS else None


@jobs.task(name=ANNOUNCE, queue=WEBHOOKS, pass_context=True, retry=UntilTaken())
async def announce(context: JobContext, event: dict[str, Any]) -> None:
    courier: Courier = context.additional_context[COURIER]
    await courier.announce(msgspec.convert(event, Event))


@jobs.task(name=DELIVER, queue=WEBHOOKS, pass_context=True, retry=UntilTaken())
async def deliver(context: JobContext, delivery_id: str) -> None:
    """Try a delivery. Raises ``NotTaken``, with when to try again, where the receiver did not take it."""
    courier: Courier = context.additional_context[COURIER]
    again_at = await courier.deliver(delivery_id)
    if again_at is not None:
        raise NotTaken(again_at)


def courier_of(settings: Settings, core: BookingCore) -> Courier:
    seal = webhook_seal(settings.secret_key, settings.secret_key_old)
    return Courier(core, seal, Sender(frozenset(settings.webhook_loopback)))
