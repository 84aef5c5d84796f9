"""Which letter carries the code of a verification: a new one, or one that its mailbox already has.

Limits on letters must not lock the owner of a mailbox out. A mailbox that was written to very often gets one
letter for each ten minutes, whose code is valid in every conversation that asks for it.
"""

from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import func, or_, select

from agent.verification.proof_request import ProofRequest, hash_of
from agent.verification.verification import CODE_LASTS, HOUR, Verification, matches_known_value
from booking_core.appointments.locks import lock_resources
from booking_core.customers.contacts import mailbox_of
from booking_core.desk import Desk

# Letters to one mailbox within an hour: asked for from one address, and from everywhere. Beyond that it gets
# one for each lifetime of a code.
LETTERS_PER_ADDRESS, LETTERS_PER_MAILBOX = 3, 5
# A code that is handed on must stay valid for as long as it takes to find and type it.
HANDED_ON_FOR = CODE_LASTS - timedelta(minutes=2)


class CodeDelivery(Struct, frozen=True):
    """Where the code of a verification comes from: the letter of another (``code_of``), else one of its own.

    ``mailbox`` is a hash, None where nothing is sent; the code expires at ``expires_at``.
    """

    mailbox: bytes | None
    code_of: str | None
    expires_at: datetime


def mailbox_hash(organization_id: str, email: str) -> bytes:
    return hash_of(organization_id, mailbox_of(email))


async def choose_delivery(desk: Desk, asked: ProofRequest, email: str | None) -> CodeDelivery:
    """Choose the letter for ``email``; None sends nothing.

    While a mailbox that was written to very often has a letter whose code is valid, that code is handed on.
    Locks the mailbox until the transaction ends.
    """
    now = desk.clock.now()
    if email is None:
        return CodeDelivery(None, None, now + CODE_LASTS)
    mailbox = mailbox_hash(desk.organization_id, email)
    await lock_resources(desk.session, [f"mailbox:{mailbox.hex()}"])
    is_own = matches_known_value(Verification.address_hash, asked.address_hash)
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
        return CodeDelivery(mailbox, None, now + CODE_LASTS)
    newest = (
        select(Verification.id, Verification.created_at)
        .where(*letters, Verification.created_at > now - HANDED_ON_FOR)
        .order_by(Verification.created_at.desc(), Verification.id)
        .limit(1)
    )
    letter = (await desk.session.execute(newest)).one_or_none()
    if letter is None or await _was_used(desk, mailbox, letter.id):
        return CodeDelivery(mailbox, None, now + CODE_LASTS)
    return CodeDelivery(mailbox, letter.id, letter.created_at + CODE_LASTS)


async def _was_used(desk: Desk, mailbox: bytes, letter_id: str) -> bool:
    """Whether the code of a letter was used for a proof already."""
    has_its_code = or_(Verification.id == letter_id, Verification.code_of == letter_id)
    used = select(Verification.id).where(
        Verification.organization_id == desk.organization_id,
        Verification.mailbox == mailbox,
        Verification.used_at.is_not(None),
        has_its_code,
    )
    return await desk.session.scalar(used.limit(1)) is not None
