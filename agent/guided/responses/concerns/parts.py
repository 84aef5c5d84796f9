"""A message with a concern in its parts: every concern that it has, and the wish beside them."""

from agent.guided.responses.clauses import PAUSE, SENTENCES, cut, hear_part
from agent.guided.steps.search import offers_on_screen
from agent.languages import language_of
from agent.mentions.concerns import Concern, concern_in
from agent.mentions.service_questions import asks_about_children
from agent.turn_context import TurnContext
from agent.wishes.understanding import parse_message

WANTED = frozenset({"book", "cancel", "move"})
# Nobody reads more of one message.
MOST_CLAUSES = 8


def all_concerns(context: TurnContext) -> list[Concern]:
    """The concerns of a message in their order, each once; one that only a whole sentence or the whole
    message tells is found there."""
    language = language_of(context.locale)
    found: list[Concern] = []
    for sentence in cut(context, context.text, SENTENCES):
        clauses = cut(context, sentence, PAUSE)[:MOST_CLAUSES]
        found += [one for text in (*clauses, sentence) if (one := concern_in(text, language)) is not None]
    whole = concern_in(context.text, language)
    return list(dict.fromkeys(found if found or whole is None else [whole]))


def wish_beside(context: TurnContext) -> str:
    """The clauses that want something of the desk and are no concern; "" where there is none."""
    clauses = [
        clause
        for sentence in cut(context, context.text, SENTENCES)
        # "Can my son come along, he is 6": of no hour.
        if not asks_about_children(sentence)
        for clause in cut(context, sentence, PAUSE)
    ]
    return ", ".join(clause for clause in clauses[:MOST_CLAUSES] if _is_wish(context, clause))


def _is_wish(context: TurnContext, clause: str) -> bool:
    if concern_in(clause, language_of(context.locale)) is not None:
        return False
    with hear_part(context, clause, is_alone=True):
        told = parse_message(context, offers_on_screen(context))
    return told.chosen is not None or told.intent in WANTED or bool(told.services and told.has_time)
