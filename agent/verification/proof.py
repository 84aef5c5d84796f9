"""Proof that a customer booked an appointment, or owns the mailbox they book with.

Proof is a one-time code sent to the e-mail address stored on the booking, the booking code together with the
contact it was booked with, or the link of the booking. It covers those bookings, in this conversation, for
half an hour. Asking takes the same steps and answers the same whether or not there is such a booking: a row
is written and a job deferred either way.
"""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from agent.verification.code_delivery import CodeDelivery, choose_delivery, mailbox_hash
from agent.verification.one_time_codes import MOST_TRIES
from agent.verification.proof_request import (
    BY_BOOKING_CODE,
    BY_LINK,
    BY_MAIL,
    OF_CONTACT,
    ProofRequest,
    hash_of,
)
from agent.verification.request_limits import limit_requests
from agent.verification.verification import PROOF_LASTS, Verification
from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.storage.ids import new_id
from booking_core.storage.jobs import MAIL, defer

CODE_JOB = "send_code"
# Upcoming bookings that one proof covers; more than any customer has.
MOST_BOOKINGS = 10


async def ask_for_proof(desk: Desk, asked: ProofRequest, key: str) -> bool:
    """Store a request for proof; returns whether booking code and contact prove it at once. Otherwise a code
    is sent, if a booking with an e-mail address was found.

    Idempotent per ``key``. Raises ``TooMany`` where this conversation or address has asked too often. Where
    the same contact or booking code was named too often from here, nothing is sent and nothing is proven.
    """
    too_often = await limit_requests(desk, asked)
    # Lock order, as in erasure: the conversation's row before the rows of its proofs.
    await desk.pass_guard()
    found = [] if too_often else await _appointments_in_request(desk, asked)
    proven = asked.kind == BY_BOOKING_CODE and _proves_at_once(asked, found)
    now = desk.clock.now()
    email = found[0][1].email if found and not proven else None
    sending = await choose_delivery(desk, asked, email)
    row = {
        "kind": BY_BOOKING_CODE if proven else BY_MAIL,
        "appointment_ids": [appointment.id for appointment, _ in found],
        "used_at": now if proven else None,
        "proven_until": now + PROOF_LASTS if proven else None,
    }
    await _store_request(desk, asked, key, sending, row)
    return proven


async def ask_for_proof_of_contact(desk: Desk, asked: ProofRequest, key: str) -> None:
    """Send a code to the mailbox of a contact that a customer wants to book with, unless they have a valid
    one.

    Idempotent per ``key``. Raises ``TooMany`` where this conversation or address has asked too often.
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
    await limit_requests(desk, asked)
    await desk.pass_guard()
    sending = await choose_delivery(desk, asked, asked.contact)
    await _store_request(desk, asked, key, sending, {"kind": OF_CONTACT, "appointment_ids": []})


async def prove_by_link(desk: Desk, conversation_id: str, appointment: Appointment) -> None:
    """Whoever came by the link of an appointment may change it in this conversation, as after a code, for as
    long as it has that link."""
    now = desk.clock.now()
    desk.session.add(
        Verification(
            id=new_id("ver"),
            organization_id=desk.organization_id,
            conversation_id=conversation_id,
            kind=BY_LINK,
            asked_for=_hash_of_link(desk.organization_id, appointment.id, appointment.link_number),
            appointment_ids=[appointment.id],
            created_at=now,
            expires_at=now,
            used_at=now,
            proven_until=now + PROOF_LASTS,
        )
    )
    await desk.session.flush()


async def is_contact_proven(desk: Desk, conversation_id: str, email: str | None) -> bool:
    """Whether this conversation has a valid proof that the mailbox belongs to its customer."""
    if email is None:
        return False
    proven = select(Verification.id).where(
        Verification.conversation_id == conversation_id,
        Verification.mailbox == mailbox_hash(desk.organization_id, email),
        Verification.proven_until > desk.clock.now(),
    )
    return await desk.session.scalar(proven.limit(1)) is not None


async def _store_request(
    desk: Desk, asked: ProofRequest, key: str, sending: CodeDelivery, row: dict[str, Any]
) -> None:
    """Insert the row, expire the earlier codes of this conversation, and defer the job that writes the
    letter."""
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


async def appointments_with_proof(
    session: AsyncSession, conversation_id: str, now: datetime
) -> dict[str, str]:
    """The appointments this conversation may change, by id, each with the id of its proof. A link that was
    replaced proves nothing any more."""
    given = select(Verification).where(
        Verification.conversation_id == conversation_id, Verification.proven_until > now
    )
    proofs = list(await session.scalars(given))
    by_link = {one.appointment_ids[0] for one in proofs if one.kind == BY_LINK}
    links = await _links_of(session, by_link) if by_link else frozenset()
    good = [one for one in proofs if one.kind != BY_LINK or one.asked_for in links]
    return {appointment_id: proof.id for proof in good for appointment_id in proof.appointment_ids}


async def _links_of(session: AsyncSession, appointment_ids: Collection[str]) -> Collection[bytes]:
    """Hashes of the links that these appointments have now."""
    columns = (Appointment.organization_id, Appointment.id, Appointment.link_number)
    found = await session.execute(select(*columns).where(Appointment.id.in_(appointment_ids)))
    return {_hash_of_link(*row) for row in found}


def _hash_of_link(organization_id: str, appointment_id: str, number: int) -> bytes:
    return hash_of(organization_id, f"{appointment_id} {number}")


async def _replace_earlier(
    session: AsyncSession, conversation_id: str, verification_id: str, now: datetime
) -> None:
    """Expire all codes of a conversation but the newest."""
    earlier = (Verification.conversation_id == conversation_id, Verification.id != verification_id)
    await session.execute(
        update(Verification).where(*earlier, Verification.expires_at > now).values(expires_at=now)
    )


async def _appointments_in_request(desk: Desk, asked: ProofRequest) -> list[tuple[Appointment, Customer]]:
    """The upcoming appointments that the request names, with their customers. Where one of them has a
    mailbox, only those of that mailbox."""
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
    """Whether booking code and contact are proof enough: for a booking without an e-mail address, or for all
    where the owner has set so."""
    return bool(found) and (asked.code_is_enough or found[0][1].email is None)
