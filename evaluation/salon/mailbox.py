"""The customer's mailbox: where a one-time code arrives, if it was sent to them."""

from sqlalchemy import select

from agent.letters.code_letter import write_code_letter
from agent.verification.one_time_codes import OneTimeCodes
from agent.verification.proof_request import BY_MAIL, OF_CONTACT
from agent.verification.verification import Verification
from booking_core.notices.outbox import Mail
from evaluation.salon.stage import SalonStage


async def newest_code(
    stage: SalonStage, conversation_id: str, codes: OneTimeCodes, address: str | None
) -> str | None:
    """The newest code of this conversation that a letter took to this address; None where none came."""
    async with stage.core.sessions() as session:
        asked = select(Verification).where(
            Verification.conversation_id == conversation_id, Verification.kind.in_((BY_MAIL, OF_CONTACT))
        )
        verifications = list(await session.scalars(asked.order_by(Verification.created_at.desc())))
    for verification in verifications:
        # What the job that was deferred would do.
        await write_code_letter(stage.core, verification.id)
        async with stage.core.sessions() as session:
            letter = select(Mail.id).where(
                Mail.verification_id == verification.letter_of, Mail.recipient == address
            )
            if await session.scalar(letter) is not None:
                return codes.of(verification.letter_of)
    return None
