"""The outbox: letters to customers and to the business, each written down in the transaction of what it tells
of, and sent by a job afterwards.

A letter keeps its id, and its Message-ID with it, however often it is tried. Secrets are no part of it: where
a code belongs stands ``CODE_MARK``, where a way back into a conversation or to an appointment ``LINK_MARK``,
and only who delivers the letter knows what to put there. The letter of an appointment is written down without
words, by the record of the change; who delivers it says what stands in it then.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ForeignKey, Index, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import setting_of
from booking_core.core import BookingCore
from booking_core.errors import Unavailable
from booking_core.notices.mailer import Letter, Mailer
from booking_core.notices.refused_letters import Refused
from booking_core.storage.database import Base
from booking_core.storage.jobs import MAIL, defer

MAIL_JOB = "send_mail"
# What mail programs show as an address, and what turns round the letters before one.
ADDRESS_MARKS = re.compile(r"[@＠﹫<>\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Letters of appointments to one address: a family has a few, each with what becomes of it.
MOST_OF_ONE_A_DAY, A_DAY = 30, timedelta(days=1)
CODE_MARK, LINK_MARK = "[code]", "[link]"
# Where a customer says that they want no more reminders.
STOP_MARK = "[stop]"
# Where a letter to the business names the conversation it is about: an address of the console.
CONVERSATION_MARK = "[conversation]"
# How a notice goes: by letter, or as a text message to a telephone.
BY_MAIL, BY_TEXT = "mail", "text"
# Why a letter was not sent; anything else is the mail server's own number.
TOO_LATE, SUPERSEDED, GIVEN_UP = "too late", "superseded", "given up"
# Its reader got too many that day; of a text message: they want none, nobody knows whether it arrived, or no
# mobile has its number.
STOPPED, TOO_MANY, UNKNOWN, NO_MOBILE = "stopped", "too many", "unknown", "no mobile"


class Mail(Base):
    """A letter, or a text message. ``failure`` says why it will not be sent; ``verification_id`` whose code
    belongs into it, ``conversation_id`` where its link leads, or what it is about, ``one_time_link_id`` which
    link of the team belongs into it: that letter is nobody's but its reader's.

    ``recipient`` is an address, or of a text message (``channel``) a number in E.164.

    One of an appointment has what ``change`` it tells of, which made it ``appointment_version``: by whom,
    where it was before, and what the business said.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_by_age", "organization_id", "created_at"),
        Index("outbox_by_recipient", "organization_id", "recipient"),
        Index("outbox_of_appointment", "appointment_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    kind: Mapped[str]
    recipient: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    verification_id: Mapped[str | None]
    conversation_id: Mapped[str | None]
    one_time_link_id: Mapped[str | None]
    appointment_id: Mapped[str | None]
    appointment_version: Mapped[int | None]
    channel: Mapped[str] = mapped_column(server_default=BY_MAIL)
    # Of a letter to the team: a membership's id, or that it goes to the business; nothing for the customer's.
    reader: Mapped[str | None]
    change: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    tries: Mapped[int]
    sent_at: Mapped[datetime | None]
    failure: Mapped[str | None]
    # Why the last try failed, of one that is tried again: a ``Reason``.
    waits_because: Mapped[str | None]


class Enclosure(Struct, frozen=True):
    """What goes with a letter's text: the same as HTML, and a calendar file with its METHOD. ``thread`` is
    the id of the letter that its thread began with, ``stop_link`` stops letters like it, ``reply_to`` is who
    is written back to, if that is not the business."""

    html: str
    calendar: bytes
    calendar_method: str
    thread: str
    stop_link: str = ""
    reply_to: str = ""


class NewMail(Struct, frozen=True):
    """What is to be written. The same ``id`` is written once."""

    id: str
    organization_id: str
    kind: str
    recipient: str
    subject: str
    text: str
    verification_id: str | None = None
    conversation_id: str | None = None
    one_time_link_id: str | None = None
    expires_at: datetime | None = None


async def post(session: AsyncSession, mail: NewMail, now: datetime) -> None:
    """Write a letter down and promise its delivery, within the transaction of what it tells of."""
    row = {name: getattr(mail, name) for name in mail.__struct_fields__}
    written = insert(Mail).values(**row, created_at=now, tries=0).on_conflict_do_nothing()
    if await session.scalar(written.returning(Mail.id)) is not None:
        await defer(session, MAIL_JOB, lock=mail.id, queue=MAIL, mail_id=mail.id)


async def deliver(
    core: BookingCore,
    mailer: Mailer | None,
    mail_id: str,
    whole_text: Callable[[Mail], str],
    enclosure: Enclosure | None = None,
    *,
    is_last_try: bool = False,
) -> None:
    """Send a letter, once; ``whole_text`` puts its secrets in. Without a mailer it stays where it is, for the
    console to show, and so does every letter of the demo but those to its team.

    Raises ``Unavailable`` where another try may succeed, unless this is the last one.
    """
    if mailer is None:
        return
    async with core.sessions() as session:
        mail = await session.get(Mail, mail_id)
        if mail is None or mail.sent_at is not None or mail.failure is not None:
            return
        organization = await session.get_one(Organization, mail.organization_id)
        if organization.is_demo and mail.one_time_link_id is None:
            return
        obstacle = await _obstacle(session, mail, core.clock.now())
    if obstacle is not None:
        await note(core, mail_id, failure=obstacle)
        return
    await note(core, mail_id, tries=mail.tries + 1)
    try:
        await mailer.send(_letter(mail, organization, whole_text(mail), enclosure))
    except Refused as refused:
        await _note_refusal(core, mail_id, refused, is_last_try)
        return
    await note(core, mail_id, sent_at=core.clock.now())


async def _note_refusal(core: BookingCore, mail_id: str, refused: Refused, is_last_try: bool) -> None:
    """Raises ``Unavailable`` where another try may succeed, and is made."""
    if refused.may_pass and not is_last_try:
        await note(core, mail_id, waits_because=refused.reason.value)
        raise Unavailable(f"the mail server said {refused.code}", code="mail_not_sent") from None
    await note(core, mail_id, failure=GIVEN_UP if refused.may_pass else refused.code)


async def mails_of(
    session: AsyncSession, organization_id: str, most: int, *, only_unsent: bool = False
) -> list[Mail]:
    """The newest letters of an organization, newest first; none that lets somebody in. ``only_unsent`` leaves
    out what was sent, or replaced by a later one."""
    newest = select(Mail).where(Mail.organization_id == organization_id, Mail.one_time_link_id.is_(None))
    if only_unsent:
        newest = newest.where(Mail.sent_at.is_(None), func.coalesce(Mail.failure, "") != SUPERSEDED)
    return list(await session.scalars(newest.order_by(Mail.created_at.desc(), Mail.id).limit(most)))


async def letters_of_appointment(
    session: AsyncSession, organization_id: str, appointment_id: str
) -> list[Mail]:
    """What the customer of an appointment was written, oldest first; none that is no longer kept."""
    theirs = select(Mail).where(
        Mail.organization_id == organization_id,
        Mail.appointment_id == appointment_id,
        Mail.reader.is_(None),
    )
    return list(await session.scalars(theirs.order_by(Mail.appointment_version)))


def sender_name(organization: Organization) -> str:
    """Whom customers read that a letter comes from: never what looks like another address."""
    name: str = setting_of(organization, "letters.sender_name") or organization.name
    return ADDRESS_MARKS.sub(" ", name)


async def _obstacle(session: AsyncSession, mail: Mail, now: datetime) -> str | None:
    """Why it is not sent at all."""
    if mail.expires_at is not None and now >= mail.expires_at:
        return TOO_LATE
    return TOO_MANY if await _is_flood(session, mail, now) else None


async def _is_flood(session: AsyncSession, mail: Mail, now: datetime) -> bool:
    """Whether this address has had so many letters of appointments from this business that somebody else
    must be writing to it by way of us: anybody can book under any address, and move that again and again."""
    if mail.appointment_id is None or mail.reader is not None:
        return False
    sent = select(func.count()).where(
        Mail.organization_id == mail.organization_id,
        Mail.recipient == mail.recipient,
        Mail.appointment_id.is_not(None),
        Mail.sent_at > now - A_DAY,
    )
    return (await session.scalar(sent) or 0) >= MOST_OF_ONE_A_DAY


def _letter(mail: Mail, organization: Organization, text: str, enclosure: Enclosure | None) -> Letter:
    return Letter(
        id=mail.id,
        written_at=mail.created_at,
        sender_name=sender_name(organization),
        reply_to=(enclosure and enclosure.reply_to) or organization.email,
        recipient=mail.recipient,
        subject=mail.subject,
        text=text,
        html=enclosure.html if enclosure else "",
        calendar=enclosure.calendar if enclosure else b"",
        calendar_method=enclosure.calendar_method if enclosure else "",
        thread=enclosure.thread if enclosure else "",
        stop_link=enclosure.stop_link if enclosure else "",
    )


async def note(core: BookingCore, mail_id: str, **what: object) -> None:
    """Keep what became of a letter, in a transaction of its own."""
    async with core.sessions() as session, session.begin():
        await session.execute(update(Mail).where(Mail.id == mail_id).values(**what))
