"""One sentence, played through the real receptionist where it stands. Nothing is written: what would write
ends the turn before it does."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from msgspec import Struct, field

from agent.conversation.state import ConversationState
from agent.distress.answering import distress_in
from agent.events import BlockShown, BlockUpdated, TextAdded
from agent.guided.after_concern import step_after_hand_over
from agent.guided.receptionist import GuidedModel
from agent.llm.budget import Budget
from agent.models.protocol import CallRequested, ModelEvent, ModelMessage, TextDelta, ToolSpec
from agent.turn_context import TurnContext, TurnResult
from agent.turns.reply import reply_to_message
from booking_core.core import BookingCore
from evaluation.trials.trial_runner import LOCALES
from tests.agent.heard.states import Screen

# These write, or end a turn; a call of them is what was understood.
ENDS = frozenset({"hold_time", "propose_booking", "propose_cancel", "hand_over", "release_time"})
# No attempt of a turn has this epoch, so that every write is fenced off.
NO_EPOCH = -1
# Behind every message of the screens, whose positions are counted through all of a database.
LATER = 1_000_000_000


class HeardEnough(Exception):
    """The next thing would be written."""


class Heard(Struct):
    """What a sentence led to: the calls, what was said, and the state before and after. ``agreed`` where a
    summary's operation would have been carried out, ``declined`` where the summary was closed."""

    context: TurnContext
    before: ConversationState
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    said: str = ""
    spoken: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    agreed: bool = False
    declined: bool = False
    distress: str = ""

    @property
    def state(self) -> ConversationState:
        return self.context.state

    def called(self, *tools: str) -> bool:
        return any(tool in tools for tool, _ in self.calls)


class Listener(GuidedModel):
    """The built-in receptionist, stopped where it would write."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard

    async def stream(
        self, messages: Sequence[ModelMessage], tools: Sequence[ToolSpec], conversation: Any
    ) -> AsyncIterator[ModelEvent]:
        async for event in super().stream(messages, tools, conversation):
            if isinstance(event, TextDelta):
                self._heard.spoken += f"{event.text}\n"
            if isinstance(event, CallRequested):
                self._heard.calls.append((event.call.name, event.call.arguments))
                if event.call.name == "hand_over":
                    self._go_on_after_hand_over(conversation)
                if event.call.name in ENDS:
                    raise HeardEnough
            yield event

    def _go_on_after_hand_over(self, context: TurnContext) -> None:
        """What would come once the team was told."""
        told = {"ways_to_reach_a_person": []}
        step = step_after_hand_over(context, told)
        if step.tool:
            self._heard.calls.append((step.tool, step.arguments))


class WouldHaveDone(Exception):
    """The transaction of an operation ends here, with nothing changed."""

    def __init__(self, result: TurnResult) -> None:
        self.said = "".join(event.text for event in result.events if isinstance(event, TextAdded))


async def write_nothing(_: Any, result: TurnResult) -> None:
    raise WouldHaveDone(result)


async def hear(core: BookingCore, screen: Screen, language: str, text: str) -> Heard:
    state = ConversationState.read(screen.state)
    state.locale = ""
    context = TurnContext(
        core=core,
        catalogue=await core.catalogue_of(screen.salon.organization_id),
        conversation_id=screen.conversation_id,
        run_id="heard",
        position=LATER,
        said=text,
        state=state,
        locale=LOCALES[language].replace("-", "_"),
        epoch=NO_EPOCH,
        write_answer=write_nothing,
    )
    heard = Heard(context, state.copy())
    distress = distress_in(context)
    heard.distress = distress.kind.value if distress else ""
    try:
        async for event in reply_to_message(context, (), Listener(heard), Budget()):
            match event:
                case TextAdded():
                    heard.said += event.text
                case BlockShown():
                    heard.blocks.append(event.block)
                case BlockUpdated():
                    heard.declined |= event.block.get("outcome") == "declined"
    except WouldHaveDone as done:
        heard.agreed, heard.said = True, heard.said + done.said
    except HeardEnough:
        heard.said = heard.spoken  # What was still being looked through has not reached the page.
    return heard
