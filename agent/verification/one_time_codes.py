"""One-time codes: six digits, derived from the id of a verification with a key that is in no table.

A letter's code can be handed on to other conversations that ask for the same mailbox. Of all these, those of
one network have ``MOST_TRIES`` together, so that no stranger uses up the owner's tries, and all networks have
``MOST_TOGETHER``, so that guessing from many is bounded. Whoever asked for the letter has tries of their own.
"""

import hmac
import secrets
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.verification.proof_request import BY_MAIL, OF_CONTACT
from agent.verification.verification import PROOF_LASTS, Verification
from booking_core.appointments.locks import lock_resources

# Tries of one verification, and of those of one network that share a letter's code.
MOST_TRIES = 5
# Tries of one letter's code by all networks together. With a new letter every eight minutes at most, one
# guess in 3,000 an hour is right.
MOST_TOGETHER = 40
RIGHT, WRONG, SPENT, EXPIRED, USED, UNASKED = "right", "wrong", "spent", "expired", "used", "unasked"


class OneTimeCodes:
    """Derives the six-digit code of a verification from its id. Without the ``key`` of the installation,
    which the database does not have, no code can be computed."""

    def __init__(self, key: bytes = b"") -> None:
        self._key = key or secrets.token_bytes(32)

    def of(self, verification_id: str) -> str:
        digest = hmac.digest(self._key, f"one-time code {verification_id}".encode(), "sha256")
        return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"

    def digest(self, content: bytes) -> str:
        """A digest that nobody without the key can compare guesses with."""
        return hmac.new(self._key, b"message " + content, "sha256").hexdigest()


async def check_code(
    session: AsyncSession, conversation_id: str, codes: OneTimeCodes, said: str, now: datetime
) -> str:
    """Check a code that was typed against the newest verification of the conversation, and count the try.

    Returns ``RIGHT``, ``WRONG``, ``SPENT``, ``EXPIRED``, ``USED`` or ``UNASKED``. A code is right once.
    """
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
    # Compare even where there is nothing to prove, so that the time taken does not tell.
    is_right = hmac.compare_digest(codes.of(asked.letter_of), said)
    if is_right and (asked.appointment_ids or asked.kind == OF_CONTACT):
        asked.used_at, asked.proven_until = now, now + PROOF_LASTS
    await session.flush()
    if asked.used_at is not None:
        return RIGHT
    return SPENT if await _is_spent(session, asked) else WRONG


async def _is_spent(session: AsyncSession, asked: Verification) -> bool:
    """Whether a code was tried too often: by this verification or, where it was handed on, by this network or
    by all networks together."""
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
            # Stored, as other readers look at this row alone.
            asked.tries = MOST_TRIES
    return asked.tries >= MOST_TRIES
