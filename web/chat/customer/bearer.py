"""A conversation's token: the bearer of everything a customer does in it."""

from typing import Annotated

from litestar.di import NamedDependency
from litestar.exceptions import NotAuthorizedException
from litestar.params import FromPath, HeaderParameter

from agent.intake.conversation_token import AuthenticatedConversation
from web.context import AppContext


async def own_conversation(
    conversation_id: FromPath[str],
    context: NamedDependency[AppContext],
    authorization: Annotated[str | None, HeaderParameter(name="Authorization")] = None,
) -> AuthenticatedConversation:
    """The conversation in the path, for whoever bears its token. A wrong token and a wrong id look the
    same."""
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAuthorizedException(
            "This conversation needs its token.", headers={"WWW-Authenticate": 'Bearer realm="conversation"'}
        )
    return await context.reception.conversation_of(conversation_id, token.strip())
