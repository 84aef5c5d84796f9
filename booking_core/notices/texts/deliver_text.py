"""Sending a text message that stands in the outbox: once, to whoever still wants any, at no time at night.

A worker may die between sending and noting it. A provider that knows repeats is asked again, under the same
id; to any other nothing is sent twice: what became of such a message is not known, and that is noted before
it is sent.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import func, select

from booking_core.appointments.by_link.texts_stopped import stop_texts, wants_no_texts
from booking_core.catalogue.settings.settings import setting_of
from booking_core.core import BookingCore
from booking_core.customers.phones import takes_texts
from booking_core.desk import Desk
from booking_core.errors import Unavailable
from booking_core.notices.outbox import (
    BY_TEXT,
    GIVEN_UP,
    NO_MOBILE,
    STOPPED,
    TOO_LATE,
    TOO_MANY,
    UNKNOWN,
    Mail,
    note,
)
from booking_core.notices.reminder_times import QuietHours
from booking_core.notices.texts.providers import NotTaken, TextMessage, TextSender
from booking_core.storage.audit import Actor

A_DAY = timedelta(days=1)
# To one number: a family has a few appointments, and nobody's telephone is a toy.
MOST_OF_ONE_A_DAY = 10
WORKER = Actor("system", "text messages")


class Later(Exception):
    """Not before ``again_at`` (UTC)."""

    def __init__(self, again_at: datetime) -> None:
        super().__init__(f"again at {again_at:%Y-%m-%d %H:%M:%S}")
        self.again_at = again_at


class TextTry(Struct, frozen=True):
    """One try: ``whole_text`` puts in what no table keeps, ``quiet`` are hours in which it may not go (None
    for an answer to what its reader has just done), ``callback`` is where its provider tells more."""

    whole_text: Callable[[Mail], str]
    quiet: QuietHours | None = None
    callback: str = ""
    is_last: bool = False


async def deliver_text(core: BookingCore, sender: TextSender, mail_id: str, this: TextTry) -> None:
    """Raises ``Later`` and ``Unavailable`` where another try may succeed."""
    async with core.sessions() as session:
        mail = await session.get(Mail, mail_id)
    if mail is None or mail.sent_at is not None or mail.failure is not None:
        return
    now = core.clock.now()
    failure = await core.read_only(mail.organization_id, WORKER, lambda desk: _obstacle(desk, mail, now))
    if failure is not None:
        await note(core, mail_id, failure=failure)
        return
    if this.quiet is not None and this.quiet.holds_at(now):
        raise Later(this.quiet.end_after(now))
    await note(core, mail_id, tries=mail.tries + 1, failure=None if sender.knows_repeats else UNKNOWN)
    try:
        await sender.send(TextMessage(mail.id, mail.recipient, this.whole_text(mail), this.callback))
    except NotTaken as refusal:
        await _note_refusal(core, mail, refusal, this, knows_repeats=sender.knows_repeats)
    else:
        await note(core, mail_id, sent_at=core.clock.now(), failure=None)


async def _obstacle(desk: Desk, mail: Mail, now: datetime) -> str | None:
    """Why it is not sent at all."""
    if mail.expires_at is not None and now >= mail.expires_at:
        return TOO_LATE
    if not takes_texts(mail.recipient):
        return NO_MOBILE
    if await wants_no_texts(desk, mail.recipient):
        return STOPPED
    sent = select(func.count()).where(
        Mail.organization_id == desk.organization_id, Mail.channel == BY_TEXT, Mail.sent_at > now - A_DAY
    )
    most: Any = setting_of(desk.catalogue.organization, "letters.texts_a_day")
    of_theirs = await desk.session.scalar(sent.where(Mail.recipient == mail.recipient)) or 0
    if of_theirs >= MOST_OF_ONE_A_DAY or (await desk.session.scalar(sent) or 0) >= most:
        return TOO_MANY
    return None


async def _note_refusal(
    core: BookingCore, mail: Mail, refusal: NotTaken, this: TextTry, *, knows_repeats: bool
) -> None:
    if refusal.opted_out:
        await core.transaction(mail.organization_id, WORKER, lambda desk: stop_texts(desk, mail.recipient))
        await note(core, mail.id, failure=STOPPED)
    elif refusal.perhaps_taken and not knows_repeats:
        await note(core, mail.id, failure=UNKNOWN)
    elif not refusal.may_pass:
        await note(core, mail.id, failure=refusal.code)
    elif this.is_last:
        await note(core, mail.id, failure=GIVEN_UP)
    else:
        await note(core, mail.id, failure=None)
        if refusal.again_in is not None:
            raise Later(core.clock.now() + refusal.again_in) from None
        raise Unavailable(f"the provider said {refusal.code}", code="text_not_sent") from None
