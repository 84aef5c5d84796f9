"""The built-in receptionist finds a booking that was made elsewhere: who asks proves that it is theirs, and
then goes on as wanted."""

from typing import Any

from agent.consent.proof_requests import (
    ENTER_CODE,
    answers_proof_request,
    asks_for_code_again,
    proof_details_in,
)
from agent.guided.steps.step import GuidedStep
from agent.languages import words_in
from agent.mentions.names.services import services_in
from agent.mentions.own_appointment import wants_another
from agent.privacy.personal import booking_codes_in
from agent.turn_context import TurnContext
from agent.verification.one_time_codes import EXPIRED, RIGHT, SPENT, UNASKED, USED
from agent.wishes.choices import position_in_list
from agent.wishes.intents import intent_in, without_booking_codes
from agent.wishes.spoken_times import times_in

FIND = "find_my_booking"


def ask_whose_booking(context: TurnContext, operation: str) -> GuidedStep:
    """Find the booking first; ``operation`` (``move``, ``cancel`` or ``show``) is what the customer wants
    with it."""
    context.state.wanting = operation
    if operation == "cancel":
        context.state.wish = context.text
    return GuidedStep(tool=FIND, arguments=proof_details_in(context))


def proof_step(context: TurnContext) -> GuidedStep | None:
    """The step for a message that helps to prove whose booking it is; None for any other."""
    pressed, state = context.pressed, context.state
    if context.code is not None:
        return _after_code(context, context.code)
    if pressed is not None and pressed.verb == "identify":
        return GuidedStep(
            tool=FIND, arguments={key: value for key, value in context.payload.items() if value}
        )
    if pressed is not None and pressed.verb == "booking":
        return continue_with_booking(context, pressed.value)
    if asks_for_code_again(context):
        return GuidedStep(tool=FIND, arguments=state.claim)
    if (named := _appointment_named(context)) is not None:
        return named
    if answers_proof_request(context):
        intent = intent_in(words_in(context.locale), without_booking_codes(context.text))
        if intent in ("move", "cancel"):
            # What was asked for last is what is wanted.
            state.wanting, state.wish = intent, context.text
        if state.wanting == "move" and not times_in(context, context.text).is_empty:
            state.wish = context.text
        return GuidedStep(tool=FIND, arguments={**state.claim, **proof_details_in(context)})
    return None


def _appointment_named(context: TurnContext) -> GuidedStep | None:
    """The typed answer to which of several appointments is meant: its place in the list, its booking code,
    its day, its service."""
    state, words = context.state, words_in(context.locale)
    offered = [known.value for known in state.inputs.values() if known.verb == "booking"]
    tool = {"cancel": "propose_cancel", "move": "start_move"}.get(state.wanting)
    if tool is None or len(offered) < 2 or context.pressed is not None:
        return None
    place = position_in_list(context.text.casefold(), words)
    if place is not None and place < len(offered):
        return continue_with_booking(context, offered[place])
    is_other = intent_in(words, without_booking_codes(context.text)) not in ("", state.wanting)
    is_timed = not times_in(context, context.text).is_empty
    is_named = is_timed or booking_codes_in(context.text) or services_in(context.catalogue, context.text)
    if is_other or not is_named or wants_another(context.text, words.tag):
        return None
    return GuidedStep(tool=tool)


def after_find_booking(context: TurnContext, result: dict[str, Any]) -> GuidedStep:
    """After ``find_my_booking``."""
    if "form_shown" in result:
        return GuidedStep(context.says.WHOSE_BOOKING)
    if "code_sent" in result:
        return GuidedStep(context.says.CODE_SENT)
    bookings = result["bookings"]
    if not bookings:
        return GuidedStep(context.says.NO_BOOKING)
    if len(bookings) == 1:
        return continue_with_booking(context, bookings[0]["booking"])
    tool = {"cancel": "propose_cancel", "move": "start_move"}.get(context.state.wanting)
    if tool is not None and context.state.claim.get("booking_code"):
        return GuidedStep(tool=tool)  # Of all that are proven by now, the one with that code.
    return GuidedStep(context.says.WHICH_BOOKING)


def ask_which_booking(context: TurnContext, result: dict[str, Any], operation: str) -> GuidedStep | None:
    """After ``propose_cancel`` or ``start_move``, where the customer's words did not name one appointment."""
    if "not_known_here" in result:
        return ask_whose_booking(context, operation)
    if "already_cancelled" in result:
        *_, is_cancelled = context.says.DEED_DONE["cancel"]
        context.record_sentence = is_cancelled.format(**result["already_cancelled"])
        return GuidedStep(context.record_sentence)
    if "ask_which" not in result:
        return None
    context.state.wanting = operation
    return GuidedStep(context.says.ASK_WHICH[result["ask_which"]])


def continue_with_booking(context: TurnContext, handle: str) -> GuidedStep:
    """With the booking found: what the customer wanted with it."""
    match context.state.wanting:
        case "cancel":
            return GuidedStep(tool="propose_cancel", arguments={"booking": handle})
        case "move":
            return GuidedStep(tool="start_move", arguments={"booking": handle})
    return GuidedStep(context.says.HERE_IT_IS)


def _after_code(context: TurnContext, worth: str) -> GuidedStep:
    if context.state.proving_contact and worth in (RIGHT, USED, SPENT, EXPIRED):
        return _after_code_of_contact(context, worth)
    if worth in (RIGHT, USED):
        return GuidedStep(tool=FIND)
    if worth in (SPENT, EXPIRED):
        return GuidedStep(context.says.NEW_CODE[worth], tool=FIND, arguments=context.state.claim)
    return GuidedStep(context.says.CODE_UNASKED if worth == UNASKED else context.says.CODE_WRONG)


def _after_code_of_contact(context: TurnContext, worth: str) -> GuidedStep:
    """On with the booking that waited for it; where the code is no longer good, that sends another."""
    say = context.says.NEW_CODE.get(worth, "")
    if worth in (RIGHT, USED):
        context.state.close(ENTER_CODE)
    if context.state.hold_id is None:
        return GuidedStep(say or context.says.NOTED_WHICH_TIME)
    return GuidedStep(say, tool="propose_booking")
