"""Who the customer is, as the site they came from says it: a token that the site's server signed."""

from typing import Annotated, Any

from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody
from msgspec import Meta, Struct

from agent.intake.conversation_token import AuthenticatedConversation
from agent.intake.introduction import introduce
from booking_core.core import BookingCore
from web.access.identity import identity_key, read_identity
from web.chat.customer.bearer import own_conversation
from web.settings import Settings


class Identity(Struct, forbid_unknown_fields=True):
    token: Annotated[str, Meta(max_length=4000)]


@post("/", status_code=200)
async def identify(
    data: JSONBody[Identity],
    conversation: NamedDependency[AuthenticatedConversation],
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
) -> dict[str, Any]:
    organization = (await core.catalogue_of(conversation.organization_id, conversation.revision)).organization
    # The site has the key of before until its owner puts the new one there.
    secrets = (settings.secret_key, *settings.secret_key_old)
    keys = [identity_key(one, organization.id, organization.identity_key_number) for one in secrets]
    introduced = read_identity(data.token, keys, organization.id, core.clock.now())
    await introduce(core, conversation.id, introduced)
    return {"subject": introduced.subject}


ROUTER = Router(
    "/chat/v1/conversations/{conversation_id:str}/identity",
    route_handlers=[identify],
    dependencies={"conversation": Provide(own_conversation)},
)
