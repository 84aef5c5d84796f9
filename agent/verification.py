"""Proof that somebody who writes is who booked: a one-time code to the e-mail address stored on the booking, or the booking code with
the contact it was booked with.

Asking looks and answers the same whether or not there is such a booking: a row is written and a job promised either way. A code is
made from the row's id with a key that is in no table, so it is nowhere at rest. The proof it gives is for those bookings, in this
conversation, for half an hour.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import ForeignKey, Index, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from agent.personal import contacts_in
from booking_core.appointments import CONFIRMED, PENDING, Appointment
from booking_core.customers import Customer
from booking_core.database import Base
from booking_core.desk import Desk
from booking_core.errors import TooMany
from booking_core.jobs import MAIL, defer

CODE_JOB = "send_code"
MOST_TRIES = 5
CODE_LASTS, PROOF_LASTS = timedelta(minutes=10), timedelta(minutes=30)
# How often proof may be asked for within an hour.
HOUR = timedelta(hours=1)
PER_CONVERSATION, PER_TARGET, PER_ORGANIZATION = 5, 5, 300
# More than anybody has ahead of them.
MOST_BOOKINGS = 10
BY_MAIL, BY_BOOKING_CODE = "mail", "booking_code"
# Whether six digits in a conversation are probably a code, for statements that ask for more of it.
AWAITS_CODE = "EXISTS (SELECT FROM verifications WHERE conversation_id = :conversation_id) AS awaits_code"
RIGHT, WRONG, SPENT, EXPIRED, USED, UNASKED = "right", "wrong", "spent", "expired", "used", "unasked"


class Verification(Base):
    """Proof that was asked for. ``appointment_ids`` are what it would prove, none where there was nothing to prove.

    ``asked_for`` is a hash of the contact or booking code that was named: how often one was named is limited.
    ``proven_until`` is set once it has been given.
    """

    __tablename__ = "verifications"
    __table_args__ = (
        Index("verifications_of_conversation", "conversation_id", "created_at"),
        Index("verifications_by_target", "organization_id", "asked_for", "created_at"),
        Index("verifications_by_age", "organization_id", "created_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    kind: Mapped[str]
    asked_for: Mapped[bytes]
    appointment_ids: Mapped[list[str]]
    tries: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    proven_until: Mapped[datetime | None]


class Codes:
    """The six-digit codes of verifications. Without the ``key`` of the installation nobody can tell one, the database included."""

    def __init__(self, key: bytes = b"") -> None:
        self._key = key or secrets.token_bytes(32)

    def of(self, verification_id: str) -> str:
        digest = hmac.digest(self._key, f"one-time code {verification_id}".encode(), "sha256")
        return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"


class Asked(Struct, frozen=True):
    """Whose bookings somebody claims: ``contact`` as it is kept (e-mail address or number), ``booking_code``, or both."""

    conversation_id: str
    contact: str = ""
    booking_code: str = ""
    # Set by owners who would rather have booking codes than letters.
    code_is_enough: bool = False

    @property
    def kind(self) -> str:
        return BY_BOOKING_CODE if self.contact and self.booking_code else BY_MAIL

    def target(self, organization_id: str) -> bytes:
        named = self.booking_code.upper() or self.contact
        return hashlib.sha256(f"{organization_id}\n{named}".encode()).digest()


async def ask_for_proof(desk: Desk, asked: Asked, key: str) -> bool:
    """Whether the claim is proven at once, by booking code and contact; else a code is on its way, if there is where to send it.

    The same ``key`` asks once. Raises ``TooMany`` where this conversation or this organization has asked too often; where the same
    contact or booking code has been named too often, nothing is sent and nothing is proven.
    """
    target = asked.target(desk.organization_id)
    await desk.session.execute(
        text("SELECT pg_advisory_xact_lock(:key)"), {"key": int.from_bytes(target[:8], signed=True)}
    )
    too_often = await _must_not_be_too_often(desk, asked, target)
    # The conversation's row before the rows of its proofs: so does whoever erases it.
    await desk.pass_guard()
    found = [] if too_often else await _claimed(desk, asked)
    proven = asked.kind == BY_BOOKING_CODE and _is_enough(asked, found)
    now = desk.clock.now()
    row = {
        "id": f"ver_{hashlib.sha256(f'{asked.conversation_id} {key}'.encode()).hexdigest()[:32]}",
        "organization_id": desk.organization_id,
        "conversation_id": asked.conversation_id,
        "kind": BY_BOOKING_CODE if proven else BY_MAIL,
        "asked_for": target,
        "appointment_ids": [appointment.id for appointment, _ in found],
        "created_at": now,
        "expires_at": now + CODE_LASTS,
        "used_at": now if proven else None,
        "proven_until": now + PROOF_LASTS if proven else None,
    }
    written = insert(Verification).values(row).on_conflict_do_nothing().returning(Verification.id)
    verification_id = await desk.session.scalar(written)
    if verification_id is not None:
        await _replace_earlier(desk.session, asked.conversation_id, verification_id, now)
        await defer(desk.session, CODE_JOB, queue=MAIL, verification_id=verification_id)
    return proven


async def judged(session: AsyncSession, conversation_id: str, codes: Codes, said: str, now: datetime) -> str:
    """What a code that was typed is worth: right once, wrong five times, nothing later or elsewhere. Every try counts."""
    newest = select(Verification).where(
        Verification.conversation_id == conversation_id, Verification.kind == BY_MAIL
    )
    newest = newest.order_by(Verification.expires_at.desc()).limit(1).with_for_update()
    asked = await session.scalar(newest)
    if asked is None:
        return UNASKED
    if asked.used_at is not None:
        return USED
    if now >= asked.expires_at:
        return EXPIRED
    if asked.tries >= MOST_TRIES:
        return SPENT
    asked.tries += 1
    # Compared even where there is nothing to prove, so that it takes as long.
    is_right = hmac.compare_digest(codes.of(asked.id), said)
    if is_right and asked.appointment_ids:
        asked.used_at, asked.proven_until = now, now + PROOF_LASTS
    await session.flush()
    if asked.used_at is not None:
        return RIGHT
    return SPENT if asked.tries >= MOST_TRIES else WRONG


async def proven_appointments(session: AsyncSession, conversation_id: str, now: datetime) -> dict[str, str]:
    """The appointments this conversation may change because of a proof, each with the id of that."""
    proofs = await session.execute(
        select(Verification.appointment_ids, Verification.id).where(
            Verification.conversation_id == conversation_id, Verification.proven_until > now
        )
    )
    return {appointment_id: proof for ids, proof in proofs for appointment_id in ids}


async def _must_not_be_too_often(desk: Desk, asked: Asked, target: bytes) -> bool:
    """Whether this contact or booking code was named too often. Raises ``TooMany`` for the other limits."""
    recent = (
        Verification.organization_id == desk.organization_id,
        Verification.created_at > desk.clock.now() - HOUR,
    )
    here = func.count().filter(Verification.conversation_id == asked.conversation_id)
    same = func.count().filter(Verification.asked_for == target)
    by_now = (await desk.session.execute(select(here, same, func.count()).where(*recent))).one()
    if by_now[0] >= PER_CONVERSATION or by_now[2] >= PER_ORGANIZATION:
        raise TooMany(
            "That was asked for several times already. Please try again in an hour, or reach us directly.",
            code="too_many_codes",
            retry_after_s=int(HOUR.total_seconds()),
        )
    return bool(by_now[1] >= PER_TARGET)


async def _replace_earlier(
    session: AsyncSession, conversation_id: str, verification_id: str, now: datetime
) -> None:
    """Only the newest code of a conversation is good."""
    earlier = (Verification.conversation_id == conversation_id, Verification.id != verification_id)
    await session.execute(
        update(Verification).where(*earlier, Verification.expires_at > now).values(expires_at=now)
    )


async def _claimed(desk: Desk, asked: Asked) -> list[tuple[Appointment, Customer]]:
    """The appointments to come that the claim names, with their customers: those of one mailbox, where there is one."""
    wanted = (
        select(Appointment, Customer)
        .join(Customer, Customer.id == Appointment.customer_id)
        .where(
            Appointment.organization_id == desk.organization_id,
            Appointment.status.in_((CONFIRMED, PENDING)),
            Appointment.starts_at > desk.clock.now(),
        )
        .order_by(Appointment.starts_at)
        .limit(MOST_BOOKINGS)
    )
    if asked.contact:
        wanted = wanted.where(or_(Customer.email == asked.contact, Customer.phone == asked.contact))
    if asked.booking_code:
        wanted = wanted.where(Appointment.code == asked.booking_code.upper())
    found = [(row[0], row[1]) for row in await desk.session.execute(wanted)]
    mailbox = next((customer.email for _, customer in found if customer.email), None)
    return [(appointment, customer) for appointment, customer in found if customer.email == mailbox]


def _is_enough(asked: Asked, found: Sequence[tuple[Appointment, Customer]]) -> bool:
    """Booking code and contact prove what no letter can: a booking without an e-mail address, or any where the owner says so."""
    return bool(found) and (asked.code_is_enough or found[0][1].email is None)


def normal_contact(written: str, country: str) -> str:
    """An e-mail address or telephone number as customers' are kept; empty for what is neither."""
    return next((normal for _, _, normal in contacts_in(written, country)), "")
