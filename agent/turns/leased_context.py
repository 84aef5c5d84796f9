"""The context of a leased turn, with personal values in place of placeholders."""

from typing import Any

import msgspec

from agent.conversation.choices import ChosenTime, Input
from agent.conversation.conversation import CUSTOMER
from agent.conversation.state import ConversationState
from agent.models.protocol import ModelMessage
from agent.turn_context import TurnContext
from agent.turns.lease import LeasedTurn
from booking_core.core import BookingCore


def context_of_turn(core: BookingCore, leased: LeasedTurn) -> TurnContext:
    """What a turn works with, as the customer wrote it."""
    vault, behind = leased.vault, leased.input or {}
    state = ConversationState.read(vault.reveal_all(leased.state))
    pressed = _pressed_input(state, behind)
    text = vault.reveal(leased.text)
    return TurnContext(
        core=core,
        catalogue=leased.catalogue,
        conversation_id=leased.run.conversation_id,
        run_id=leased.run.id,
        position=leased.position,
        # A button with a label in the customer's language has its meaning in ``value``.
        said=pressed.value if pressed is not None and pressed.verb == "say" else text,
        state=state,
        locale=leased.locale,
        pressed=pressed,
        payload=vault.reveal_all(behind.get("payload") or {}),
        code=behind.get("code"),
        vault=vault,
        history=[
            ModelMessage("user" if role == CUSTOMER else "assistant", vault.reveal(text))
            for role, text in leased.history
        ],
        address_hash=leased.address_hash,
        network_hash=leased.network_hash,
        epoch=leased.run.epoch,
        visitor_zone=leased.time_zone,
    )


def _pressed_input(state: ConversationState, behind: dict[str, Any]) -> Input | None:
    """The button or form behind a message, or the time of the page's own list."""
    if "time" in behind:
        return state.press_time(msgspec.convert(behind["time"], ChosenTime), behind["label"])
    return state.inputs.get(behind.get("input_id", ""))
