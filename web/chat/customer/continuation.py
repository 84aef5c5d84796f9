"""A conversation continued on another device, by the link that its customer was sent."""

from typing import Annotated, Any

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from agent.intake.reception import Reception
from booking_core.errors import Gone
from web.secrets.continue_links import conversation_of
from web.settings import Settings


class Continue(Struct, forbid_unknown_fields=True):
    link: Annotated[str, Meta(max_length=512)]


@post("/", status_code=200)
async def continue_conversation(
    data: JSONBody[Continue],
    reception: NamedDependency[Reception],
    settings: NamedDependency[Settings],
) -> dict[str, Any]:
    conversation_id = conversation_of(data.link, settings, reception.core.clock.now())
    if conversation_id is None:
        raise Gone("This link is no longer valid. You can start a new conversation.", code="link_expired")
    return {
        "conversation_id": conversation_id,
        "token": await reception.issue_token(conversation_id),
    }


ROUTER = Router("/chat/v1/conversations/resume", route_handlers=[continue_conversation])
