"""A conversation continued on another device, by a link that was sent to its customer.

The link's proof stands behind the ``#``, which browsers send to nobody; the page exchanges it for a token of its own.
"""

from datetime import datetime, timedelta
from typing import Annotated, Any

import msgspec
from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from agent.reception import Reception
from booking_core.errors import Gone
from web.api.sealing import Signature
from web.settings import Settings

LINK_LASTS = timedelta(days=30)
PURPOSE = "links that continue a conversation"
READER = "customer"


class Proof(Struct, frozen=True):
    """``until`` is seconds since 1970."""

    conversation_id: str
    until: int


class Continue(Struct, forbid_unknown_fields=True):
    link: Annotated[str, Meta(max_length=512)]


def link_to(organization_id: str, conversation_id: str, settings: Settings, now: datetime) -> str:
    """An address for the customer's own mailbox, and nobody else's: whoever opens it is in the conversation.

    The letter with a one-time code does not carry it. Who asked for that code is not known yet: the owner of the mailbox would
    follow the link into a stranger's conversation, and say the code there.
    """
    proof = Proof(conversation_id, int((now + LINK_LASTS).timestamp()))
    signed = signature(settings).signed(msgspec.json.encode(proof), READER)
    return f"{settings.public_url}/c/{organization_id}#continue={signed}"


def signature(settings: Settings) -> Signature:
    """A link lasts longer than a new secret key takes."""
    return Signature(settings.secret_key, PURPOSE, settings.secret_key_old)


@post("/", status_code=200)
async def continue_conversation(
    data: JSONBody[Continue],
    reception: NamedDependency[Reception],
    settings: NamedDependency[Settings],
) -> dict[str, Any]:
    read = signature(settings).read(data.link, READER)
    proof = msgspec.json.decode(read, type=Proof) if read else None
    if proof is None or proof.until < reception.core.clock.now().timestamp():
        raise Gone("This link is no longer valid. You can start a new conversation.", code="link_expired")
    return {
        "conversation_id": proof.conversation_id,
        "token": await reception.continued(proof.conversation_id),
    }


ROUTER = Router("/chat/v1/conversations/resume", route_handlers=[continue_conversation])
