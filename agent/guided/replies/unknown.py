"""What is said to a question that nobody here can answer."""

from agent.conversation.conversation import UNANSWERED
from agent.languages.texts.concerns import concern_texts_in
from agent.languages.wording import join_words
from agent.turn_context import TurnContext


def unknown_answer(context: TurnContext) -> str:
    """That nobody here knows, and who does; counted for the owner."""
    context.record_decision(UNANSWERED, allowed=False)
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [concern_texts_in(context.locale).unknown]
    if ways:
        told.append(context.says.ABOUT_CONTACT.format(contact=join_words(ways, context.says.OR)))
    return " ".join(told)
