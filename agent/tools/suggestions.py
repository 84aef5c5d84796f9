"""suggest_answers: short answers as buttons below a question."""

from msgspec import Struct

from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks

MOST_ANSWERS, LONGEST_ANSWER = 6, 60


class SuggestAnswers(Struct, frozen=True):
    """Show up to six short answers as buttons below your question, such as places or the choices of a booking
    question."""

    answers: tuple[str, ...]
    meanings: dict[str, str] = {}


async def suggest_answers(context: TurnContext, ask: SuggestAnswers) -> ToolOutcome:
    """Buttons with answers, in place of those shown before."""
    labels = [answer[:LONGEST_ANSWER] for answer in ask.answers[:MOST_ANSWERS] if answer.strip()]
    context.state.close("say")
    block = blocks.quick_replies(context.state, {label: ask.meanings.get(label, label) for label in labels})
    return ToolOutcome({"answers_shown": labels}, (block,) if labels else ())


# `meanings` is for code, whose buttons may mean something else than they read; what models write means what
# it reads.
TOOL = Tool("suggest_answers", SuggestAnswers, suggest_answers, "One moment", hidden=("meanings",))
