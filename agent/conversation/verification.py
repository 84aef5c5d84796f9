"""Proof that somebody who writes is who booked: a one-time code to the e-mail address stored on the booking,
or the booking code with the contact it was booked with.

Asking looks and answers the same whether or not there is such a booking: a row is written and a job promised
either way. A code is made from the row's id with a key that is in no table, so it is nowhere at rest. The
proof it gives is for those bookings, in this conversation, for half an hour. A mailbox that a customer books
with is proven the same way, where the business wants that.

How often proof is asked for is limited by who asks: a conversation, an address. Nobody can use up what others
have: an organization that is asked very often is only stricter with each, and a mailbox that was written to
very often gets one letter for each ten minutes, whose code is then good in every conversation that asks for
it, so that its owner always has one. Of all that it was handed on to, those of one network have five tries
together, so that no stranger uses up the owner's, and all networks together ``MOST_TOGETHER``, so that
guessing from many is bounded; whoever asked for the letter has five of their own, which nobody else can use
up.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, ForeignKey, Index, false, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from agent.privacy.personal import contacts_in
from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.appointments.time_blocks import lock_resources
from booking_core.customers.contacts import mailbox_of
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.errors import TooMany
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from booking_core.storage.alarms import raise_alarm
from booking_core.storage.database import Base
from booking_core.storage.jobs import MAIL, defer

CODE_JOB = "send_code"
MOST_TRIES = 5
# Of a code that is handed on, by everybody. With a new letter every eight minutes at most, one guess in 3,000
# an hour is right.
MOST_TOGETHER = 40
CODE_LASTS, PROOF_LASTS = timedelta(minutes=10), timedelta(minutes=30)
# How often proof may be asked for within an hour, and how often the same booking code or contact may be named
# from one address.
HOUR = timedelta(hours=1)
PER_CONVERSATION, PER_ADDRESS, PER_ADDRESS_AND_TARGET = 5, 15, 5
# From so many for one organization on, each conversation and address has less; and its operators are told.
BUSY_HOUR = 300
PER_CONVERSATION_THEN, PER_ADDRESS_THEN = 2, 4
# Letters to one mailbox within an hour: asked for from one address, and from everywhere. Then there is one
# for as long as a code lasts.
LETTERS_PER_ADDRESS, LETTERS_PER_MAILBOX = 3, 5
# A code that is handed on has to last until it was found and typed.
HANDED_ON_FOR = CODE_LASTS - timedelta(minutes=2)
# More than anybody has ahead of them.
MOST_BOOKINGS = 10
BY_MAIL, BY_BOOKING_CODE, OF_CONTACT = "mail", "booking_code", "contact"
# Whether six digits in a conversation are probably a code, for statements that ask for more of it.
AWAITS_CODE = "EXISTS (SELECT FROM verifications WHERE conversation_id = :conversation_id) AS awaits_code"
RIGHT, WRONG, SPENT, EXPIRED, USED, UNASKED = "right", "wrong", "spent", "expired", "used", "unasked"


class Verification(Base):
    """Proof that was asked for. ``appointment_ids`` are what it would prove, none where there was nothing to
    prove.

    ``asked_for`` is a hash of the contact or booking code that was named, ``mailbox`` one of the mailbox that
    is written to, where there is one; ``address_hash`` and ``network_hash`` are where the conversation was
    opened. How often each occurs is limited. ``code_of`` is the verification whose letter has the code, where
    it is not this one's own. ``proven_until`` is set once proof has been given.
    """

    __tablename__ = "verifications"
    __table_args__ = (
        Index("verifications_of_conversation", "conversation_id", "created_at"),
        Index("verifications_by_mailbox", "organization_id", "mailbox", "created_at"),
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
    mailbox: Mapped[bytes | None]
    address_hash: Mapped[str | None]
    network_hash: Mapped[str | None]
    code_of: Mapped[str | None]

    @property
    def letter_of(self) -> str:
        """The verification whose letter has the code of this one."""
        return self.code_of or self.id


class OneTimeCodes:
    """The six-digit codes of verifications. Without the ``key`` of the installation nobody can tell one, the
    database included."""

    def __init__(self, key: bytes = b"") -> None:
        self._key = key or secrets.token_bytes(32)

    def of(self, verification_id: str) -> str:
        digest = hmac.digest(self._key, f"one-time code {verification_id}".encode(), "sha256")
        return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"


class ProofRequest(Struct, frozen=True):
    """Whose bookings somebody claims: ``contact`` as it is kept (e-mail address or number), ``booking_code``,
    or both.

    ``address_hash`` and ``network_hash`` are where they are.
    """

    conversation_id: str
    contact: str = ""
    booking_code: str = ""
    # Set by owners who would rather have booking codes than letters.
    code_is_enough: bool = False
    address_hash: str | None = None
    network_hash: str | None = None

    @property
    def kind(self) -> str:
        return BY_BOOKING_CODE if self.contact and self.booking_code else BY_MAIL

    def target(self, organization_id: str) -> bytes:
        return hash_of(organization_id, self.booking_code.upper() or self.contact)


class _CodeDelivery(Struct, frozen=True):
    """The code of a mailbox: that of a letter it has already (``code_of``), else one of its own, until
    ``expires_at``."""

    mailbox: bytes | None
    code_of: str | None
    expires_at: datetime


async def ask_for_proof(desk: Desk, asked: ProofRequest, key: str) -> bool:
    """Whether the claim is proven at once, by booking code and contact; else a code is on its way, if there
    is where to send it.

    The same ``key`` asks once. Raises ``TooMany`` where this conversation or address has asked too often;
    where the same contact or booking code has been named too often from here, nothing is sent and nothing is
    proven.
    """
    too_often = await _limit_requests(desk, asked)
    # The conversation's row before the rows of its proofs: so does whoever erases it.
    await desk.pass_guard()
    found = [] if too_often else await _appointments_in_request(desk, asked)
    proven = asked.kind == BY_BOOKING_CODE and _proves_at_once(asked, found)
    now = desk.clock.now()
    email = found[0][1].email if found and not proven else None
    sending = await _choose_delivery(desk, asked, email)
    row = {
        "kind": BY_BOOKING_CODE if proven else BY_MAIL,
        "appointment_ids": [appointment.id for appointment, _ in found],
        "used_at": now if proven else None,
        "proven_until": now + PROOF_LASTS if proven else None,
    }
    await _store_request(desk, asked, key, sending, row)
    return proven


async def ask_for_proof_of_contact(desk: Desk, asked: ProofRequest, key: str) -> None:
    """A code for the mailbox of a contact that a customer wants to book with, unless they have one that is
    good.

    The same ``key`` asks once. Raises ``TooMany`` where this conversation or address has asked too often.
    """
    good = select(Verification.id).where(
        Verification.conversation_id == asked.conversation_id,
        Verification.kind == OF_CONTACT,
        Verification.asked_for == asked.target(desk.organization_id),
        Verification.expires_at > desk.clock.now(),
        Verification.used_at.is_(None),
        Verification.tries < MOST_TRIES,
    )
    if await desk.session.scalar(good.limit(1)) is not None:
        return
    await _limit_requests(desk, asked)
    await desk.pass_guard()
    sending = await _choose_delivery(desk, asked, asked.contact)
    await _store_request(desk, asked, key, sending, {"kind": OF_CONTACT, "appointment_ids": []})


async def is_contact_proven(desk: Desk, conversation_id: str, email: str | None) -> bool:
    """Whether this conversation has lately shown that the mailbox is its customer's."""
    if email is None:
        return False
    proven = select(Verification.id).where(
        Verification.conversation_id == conversation_id,
        Verification.mailbox == mailbox_hash(desk.organization_id, email),
        Verification.proven_until > desk.clock.now(),
    )
    return await desk.session.scalar(proven.limit(1)) is not None


def mailbox_hash(organization_id: str, email: str) -> bytes:
    return hash_of(organization_id, mailbox_of(email))


async def _store_request(
    desk: Desk, asked: ProofRequest, key: str, sending: _CodeDelivery, row: dict[str, Any]
) -> None:
    """The row, and the job that writes its letter; the codes before it in this conversation are over."""
    written = insert(Verification).values(
        id=f"ver_{hashlib.sha256(f'{asked.conversation_id} {key}'.encode()).hexdigest()[:32]}",
        organization_id=desk.organization_id,
        conversation_id=asked.conversation_id,
        asked_for=asked.target(desk.organization_id),
        address_hash=asked.address_hash,
        network_hash=asked.network_hash,
        mailbox=sending.mailbox,
        code_of=sending.code_of,
        created_at=desk.clock.now(),
        expires_at=sending.expires_at,
        **row,
    )
    verification_id = await desk.session.scalar(written.on_conflict_do_nothing().returning(Verification.id))
    if verification_id is not None:
        await _replace_earlier(desk.session, asked.conversation_id, verification_id, desk.clock.now())
        await defer(desk.session, CODE_JOB, queue=MAIL, verification_id=verification_id)


async def _choose_delivery(desk: Desk, asked: ProofRequest, email: str | None) -> _CodeDelivery:
    """A mailbox that was written to very often is not written to while it has a letter whose code is good."""
    now = desk.clock.now()
    if email is None:
        return _CodeDelivery(None, None, now + CODE_LASTS)
    mailbox = mailbox_hash(desk.organization_id, email)
    await lock_resources(desk.session, [f"mailbox:{mailbox.hex()}"])
    is_own = _matches_known_value(Verification.address_hash, asked.address_hash)
    letters = (
        Verification.organization_id == desk.organization_id,
        Verification.mailbox == mailbox,
        Verification.code_of.is_(None),
    )
    lately = select(func.count(), func.count().filter(is_own)).where(
        *letters, Verification.created_at > now - HOUR
    )
    from_everywhere, from_here = (await desk.session.execute(lately)).one()
    if from_everywhere < LETTERS_PER_MAILBOX and from_here < LETTERS_PER_ADDRESS:
        return _CodeDelivery(mailbox, None, now + CODE_LASTS)
    newest = (
        select(Verification.id, Verification.created_at)
        .where(*letters, Verification.created_at > now - HANDED_ON_FOR)
        .order_by(Verification.created_at.desc(), Verification.id)
        .limit(1)
    )
    letter = (await desk.session.execute(newest)).one_or_none()
    if letter is None or await _was_used(desk, mailbox, letter.id):
        return _CodeDelivery(mailbox, None, now + CODE_LASTS)
    return _CodeDelivery(mailbox, letter.id, letter.created_at + CODE_LASTS)


async def _was_used(desk: Desk, mailbox: bytes, letter_id: str) -> bool:
    """Whether the code of a letter has proven something already."""
    has_its_code = or_(Verification.id == letter_id, Verification.code_of == letter_id)
    used = select(Verification.id).where(
        Verification.organization_id == desk.organization_id,
        Verification.mailbox == mailbox,
        Verification.used_at.is_not(None),
        has_its_code,
    )
    return await desk.session.scalar(used.limit(1)) is not None


async def check_code(
    session: AsyncSession, conversation_id: str, codes: OneTimeCodes, said: str, now: datetime
) -> str:
    """What a code that was typed is worth: right once, wrong five times, nothing later or elsewhere. Every
    try counts."""
    newest = select(Verification).where(
        Verification.conversation_id == conversation_id, Verification.kind.in_((BY_MAIL, OF_CONTACT))
    )
    newest = newest.order_by(Verification.expires_at.desc()).limit(1).with_for_update()
    asked = await session.scalar(newest)
    if asked is None:
        return UNASKED
    if asked.used_at is not None:
        return USED
    if now >= asked.expires_at:
        return EXPIRED
    if await _is_spent(session, asked):
        return SPENT
    asked.tries += 1
    # Compared even where there is nothing to prove, so that it takes as long.
    is_right = hmac.compare_digest(codes.of(asked.letter_of), said)
    if is_right and (asked.appointment_ids or asked.kind == OF_CONTACT):
        asked.used_at, asked.proven_until = now, now + PROOF_LASTS
    await session.flush()
    if asked.used_at is not None:
        return RIGHT
    return SPENT if await _is_spent(session, asked) else WRONG


async def _is_spent(session: AsyncSession, asked: Verification) -> bool:
    """Whether a code was tried too often: here, or where it was handed on, by this network or by all networks
    together."""
    if asked.code_of is not None and asked.tries < MOST_TRIES:
        await lock_resources(session, [f"code:{asked.code_of}"])
        of_network = Verification.network_hash.is_not_distinct_from(asked.network_hash)
        of_address = Verification.address_hash.is_not_distinct_from(asked.address_hash)
        is_near = of_network if asked.network_hash is not None else of_address
        tried = func.sum(Verification.tries)
        counted = select(func.coalesce(tried.filter(is_near), 0), func.coalesce(tried, 0)).where(
            Verification.organization_id == asked.organization_id,
            Verification.mailbox == asked.mailbox,
            Verification.code_of == asked.code_of,
        )
        near, together = (await session.execute(counted)).one()
        if near >= MOST_TRIES or together >= MOST_TOGETHER:
            # So that it is known for spent wherever it is looked at.
            asked.tries = MOST_TRIES
    return asked.tries >= MOST_TRIES


async def appointments_with_proof(
    session: AsyncSession, conversation_id: str, now: datetime
) -> dict[str, str]:
    """The appointments this conversation may change because of a proof, each with the id of that."""
    proofs = await session.execute(
        select(Verification.appointment_ids, Verification.id).where(
            Verification.conversation_id == conversation_id, Verification.proven_until > now
        )
    )
    return {appointment_id: proof for ids, proof in proofs for appointment_id in ids}


async def _limit_requests(desk: Desk, asked: ProofRequest) -> bool:
    """Whether this contact or booking code was named too often from here. Raises ``TooMany`` for the other
    limits."""
    here = (asked.address_hash, asked.network_hash)
    await lock_resources(desk.session, [f"asks for proof:{one}" for one in here if one])
    recent = (
        Verification.organization_id == desk.organization_id,
        Verification.created_at > desk.clock.now() - HOUR,
    )
    is_from_here = _matches_known_value(Verification.address_hash, asked.address_hash)
    is_same = Verification.asked_for == asked.target(desk.organization_id)
    counts = select(
        func.count().filter(Verification.conversation_id == asked.conversation_id),
        func.count().filter(is_from_here),
        func.count().filter(_matches_known_value(Verification.network_hash, asked.network_hash)),
        func.count().filter(is_from_here, is_same),
        func.count(),
    )
    in_conversation, from_address, from_network, same, in_all = (
        await desk.session.execute(counts.where(*recent))
    ).one()
    is_busy = in_all >= BUSY_HOUR
    if is_busy:
        raise_alarm("proof is asked for very often", desk.organization_id, desk.clock.now())
    per_conversation = PER_CONVERSATION_THEN if is_busy else PER_CONVERSATION
    per_address = PER_ADDRESS_THEN if is_busy else PER_ADDRESS
    if (
        in_conversation >= per_conversation
        or from_address >= per_address
        or from_network >= per_address * ADDRESSES_OF_A_NETWORK
    ):
        raise TooMany(
            "That was asked for several times already. Please try again in an hour, or reach us directly.",
            code="too_many_codes",
            retry_after_s=int(HOUR.total_seconds()),
        )
    return bool(same >= PER_ADDRESS_AND_TARGET)


async def _replace_earlier(
    session: AsyncSession, conversation_id: str, verification_id: str, now: datetime
) -> None:
    """Only the newest code of a conversation is good."""
    earlier = (Verification.conversation_id == conversation_id, Verification.id != verification_id)
    await session.execute(
        update(Verification).where(*earlier, Verification.expires_at > now).values(expires_at=now)
    )


async def _appointments_in_request(desk: Desk, asked: ProofRequest) -> list[tuple[Appointment, Customer]]:
    """The appointments to come that the claim names, with their customers: those of one mailbox, where there
    is one."""
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


def _proves_at_once(asked: ProofRequest, found: Sequence[tuple[Appointment, Customer]]) -> bool:
    """Booking code and contact prove what no letter can: a booking without an e-mail address, or any where
    the owner says so."""
    return bool(found) and (asked.code_is_enough or found[0][1].email is None)


def normal_contact(written: str, country: str) -> str:
    """An e-mail address or telephone number as customers' are kept; empty for what is neither."""
    return next((normal for _, _, normal in contacts_in(written, country)), "")


def _matches_known_value(column: InstrumentedAttribute[str | None], known: str | None) -> ColumnElement[bool]:
    """Nobody whose address is not known is taken for anybody else."""
    return false() if known is None else column == known


def hash_of(organization_id: str, named: str) -> bytes:
    return hashlib.sha256(f"{organization_id}\n{named}".encode()).digest()
