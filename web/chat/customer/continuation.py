"""A conversation continued on another device, by the link that its customer was sent."""

from typing import Annotated, Any

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from agent.intake.reception import Reception
from booking_core.appointments.by_link.link import find_linked
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Gone, NotFound
from booking_core.storage.audit import PAGE, Actor
from booking_core.storage.idempotency import use_once
from web.secrets.continue_links import ByAppointment, proof_in
from web.settings import Settings

# What is kept of each link that was followed.
FOLLOWED, PROOF = "continue in the chat", "manage link"


class Continue(Struct, forbid_unknown_fields=True):
    link: Annotated[str, Meta(max_length=512)]


@post("/", status_code=200)
async def continue_conversation(
    data: JSONBody[Continue],
    reception: NamedDependency[Reception],
    settings: NamedDependency[Settings],
) -> dict[str, Any]:
    proof = proof_in(data.link, settings, reception.core.clock.now())
    if proof is None or not (proof.by is None or await _is_first_use(reception.core, proof.by)):
        raise Gone("This link is no longer valid. You can start a new conversation.", code="link_expired")
    return {
        "conversation_id": proof.conversation_id,
        "token": await reception.issue_token(proof.conversation_id),
    }


async def _is_first_use(core: BookingCore, by: ByAppointment) -> bool:
    """Of a link that is still the appointment's. Whoever replaces it at the same moment waits."""

    async def use(desk: Desk) -> bool:
        await find_linked(desk, by.appointment_id, by.number)
        return await use_once(desk, FOLLOWED, by.use)

    try:
        return await core.transaction(by.organization_id, Actor(PAGE, by.appointment_id, PROOF), use)
    except NotFound:
        return False


ROUTER = Router("/chat/v1/conversations/resume", route_handlers=[continue_conversation])
