"""How often proof may be asked for: by a conversation, an address and a network.

Nobody can use up the requests of others. An organization that is asked very often becomes stricter with each
conversation and address, and closes to nobody.
"""

from sqlalchemy import Select, func, select

from agent.verification.proof_request import ProofRequest
from agent.verification.verification import HOUR, Verification, matches_known_value
from booking_core.appointments.locks import lock_resources
from booking_core.desk import Desk
from booking_core.errors import TooMany
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from booking_core.storage.alarms import raise_alarm

# Requests within an hour. The last one counts requests that name the same booking code or contact.
PER_CONVERSATION, PER_ADDRESS, PER_ADDRESS_AND_TARGET = 5, 15, 5
# From so many for one organization on, each conversation and address is given fewer, and an alarm is raised.
BUSY_HOUR = 300
PER_CONVERSATION_THEN, PER_ADDRESS_THEN = 2, 4


async def limit_requests(desk: Desk, asked: ProofRequest) -> bool:
    """Whether this contact or booking code was named too often from here; the caller then sends nothing.

    Raises ``TooMany`` where the conversation, address or network has asked too often. Locks the address and
    the network until the transaction ends.
    """
    here = (asked.address_hash, asked.network_hash)
    await lock_resources(desk.session, [f"asks for proof:{one}" for one in here if one])
    counts = (await desk.session.execute(_count_requests(desk, asked))).one()
    in_conversation, from_address, from_network, with_same_target, in_organization = counts
    is_busy = in_organization >= BUSY_HOUR
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
    return bool(with_same_target >= PER_ADDRESS_AND_TARGET)


def _count_requests(desk: Desk, asked: ProofRequest) -> Select[int, int, int, int, int]:
    """The requests of the last hour: of the conversation, address, network, of the address for the same
    target, and of the organization."""
    is_from_here = matches_known_value(Verification.address_hash, asked.address_hash)
    is_same = Verification.asked_for == asked.target(desk.organization_id)
    counts = select(
        func.count().filter(Verification.conversation_id == asked.conversation_id),
        func.count().filter(is_from_here),
        func.count().filter(matches_known_value(Verification.network_hash, asked.network_hash)),
        func.count().filter(is_from_here, is_same),
        func.count(),
    )
    return counts.where(
        Verification.organization_id == desk.organization_id,
        Verification.created_at > desk.clock.now() - HOUR,
    )
