"""The job of booking cards: an appointment was changed, and what conversations show of it follows."""

from procrastinate.job_context import JobContext
from procrastinate.retry import RetryStrategy

from agent.live_stream.stream import ConversationLog
from agent.ui_blocks.cards import refresh_cards
from booking_core.appointments.record import CARDS_JOB
from booking_core.core import BookingCore
from booking_core.storage.jobs import USUAL, jobs

CORE, LOG = "core", "log"
# PostgreSQL may be away for a while; until then the card shows what was.
UNTIL_SHOWN = RetryStrategy(max_attempts=20, wait=2, linear_wait=5)


@jobs.task(name=CARDS_JOB, queue=USUAL, pass_context=True, retry=UNTIL_SHOWN)
async def refresh_booking_cards(context: JobContext, appointment_id: str) -> None:
    core: BookingCore = context.additional_context[CORE]
    log: ConversationLog = context.additional_context[LOG]
    await refresh_cards(core, log, appointment_id)
