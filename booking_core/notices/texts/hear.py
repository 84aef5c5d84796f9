"""What follows from what a provider tells: whoever writes STOP gets no more, and what did not arrive is
noted."""

from sqlalchemy import update

from booking_core.appointments.by_link.texts_stopped import stop_texts
from booking_core.context import OperationContext
from booking_core.customers.phones import caller_number
from booking_core.notices.outbox import BY_TEXT, STOPPED, Mail
from booking_core.notices.texts.inbound import ProviderNews
from booking_core.notices.texts.providers import OPTED_OUT
from booking_core.notices.texts.stop_words import wants_again, wants_no_more
from booking_core.storage.idempotency import use_once

# What the ids of answers are kept under.
HEARD = "text answer"


async def hear(context: OperationContext, news: ProviderNews) -> None:
    """The same answer counts once, so that an old STOP undoes no START. What is neither, such as a question,
    is read by nobody. Raises ``InvalidField`` for a STOP of a number that cannot be read: its provider has to
    know that it is lost."""
    is_stop = wants_no_more(news.text)
    if is_stop or wants_again(news.text):
        phone = caller_number(news.phone, context.catalogue.organization.country)
        if not news.id or await use_once(context, HEARD, news.id):
            await stop_texts(context, phone, stop=is_stop)
    if news.failed_id:
        await _note_failed(context, news)


async def _note_failed(context: OperationContext, news: ProviderNews) -> None:
    opted_out = news.code in OPTED_OUT
    this = update(Mail).where(
        Mail.organization_id == context.organization_id,
        Mail.channel == BY_TEXT,
        Mail.id == news.failed_id,
        Mail.tries > 0,
    )
    failed = this.values(sent_at=None, failure=STOPPED if opted_out else news.code).returning(Mail.recipient)
    recipient = await context.session.scalar(failed)
    if opted_out and recipient is not None:
        await stop_texts(context, recipient)
