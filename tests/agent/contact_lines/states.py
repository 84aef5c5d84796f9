"""What a conversation knows by now."""

from agent.conversation.state import ConversationState
from tests.agent.customers import Chatter


async def state_of(chatter: Chatter) -> ConversationState:
    return (await chatter.view()).state
