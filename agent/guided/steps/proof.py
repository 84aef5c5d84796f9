"""The built-in receptionist finds a booking that was made elsewhere: who asks proves that it is theirs, and then goes on as wanted."""

from typing import Any

from agent.consent.proof_requests import ENTER_CODE, claim_in, is_proving
from agent.conversation.verification import EXPIRED, RIGHT, SPENT, UNASKED, USED
from agent.guided.steps.step import Step
from agent.languages import words_in
from agent.turn_context import Talk
from agent.wishes.understanding import intent_in, times_said, without_booking_codes

FIND = "find_my_booking"


def asking_whose(talk: Talk, deed: str) -> Step:
    """Find the booking first; ``deed`` (``move``, ``cancel`` or ``show``) is what the customer wants with it."""
    talk.notepad.wanting = deed
    if deed == "cancel":
        talk.notepad.wish = talk.text
    return Step(tool=FIND, arguments=claim_in(talk))


def proving(talk: Talk) -> Step | None:
    """The step for a message that helps to prove whose booking it is; None for any other."""
    pressed, notepad = talk.pressed, talk.notepad
    if talk.code is not None:
        return _after_code(talk, talk.code)
    if pressed is not None and pressed.verb == "identify":
        return Step(tool=FIND, arguments={key: value for key, value in talk.payload.items() if value})
    if pressed is not None and pressed.verb == "booking":
        return going_on(talk, pressed.value)
    if is_proving(talk):
        intent = intent_in(words_in(talk.locale), without_booking_codes(talk.text))
        if intent in ("move", "cancel"):
            # What was asked for last is what is wanted.
            notepad.wanting, notepad.wish = intent, talk.text
        if notepad.wanting == "move" and not times_said(talk, talk.text).is_empty:
            notepad.wish = talk.text
        return Step(tool=FIND, arguments={**notepad.claim, **claim_in(talk)})
    return None


def found(talk: Talk, result: dict[str, Any]) -> Step:
    """After ``find_my_booking``."""
    if "form_shown" in result:
        return Step(talk.says.WHOSE_BOOKING)
    if "code_sent" in result:
        return Step(talk.says.CODE_SENT)
    bookings = result["bookings"]
    if not bookings:
        return Step(talk.says.NO_BOOKING)
    if len(bookings) == 1:
        return going_on(talk, bookings[0]["booking"])
    tool = {"cancel": "propose_cancel", "move": "start_move"}.get(talk.notepad.wanting)
    if tool is not None and talk.notepad.claim.get("booking_code"):
        return Step(tool=tool)  # Of all that are proven by now, the one with that code.
    return Step(talk.says.WHICH_BOOKING)


def which_one(talk: Talk, result: dict[str, Any], deed: str) -> Step | None:
    """After ``propose_cancel`` or ``start_move``, where the customer's words did not name one appointment."""
    if "not_known_here" in result:
        return asking_whose(talk, deed)
    if "already_cancelled" in result:
        *_, is_cancelled = talk.says.DEED_DONE["cancel"]
        talk.told_of_records = is_cancelled.format(**result["already_cancelled"])
        return Step(talk.told_of_records)
    return Step(talk.says.ASK_WHICH[result["ask_which"]]) if "ask_which" in result else None


def going_on(talk: Talk, handle: str) -> Step:
    """With the booking found: what the customer wanted with it."""
    match talk.notepad.wanting:
        case "cancel":
            return Step(tool="propose_cancel", arguments={"booking": handle})
        case "move":
            return Step(tool="start_move", arguments={"booking": handle})
    return Step(talk.says.HERE_IT_IS)


def _after_code(talk: Talk, worth: str) -> Step:
    if talk.notepad.proving_contact and worth in (RIGHT, USED, SPENT, EXPIRED):
        return _after_code_of_contact(talk, worth)
    if worth in (RIGHT, USED):
        return Step(tool=FIND)
    if worth in (SPENT, EXPIRED):
        return Step(talk.says.NEW_CODE[worth], tool=FIND, arguments=talk.notepad.claim)
    return Step(talk.says.CODE_UNASKED if worth == UNASKED else talk.says.CODE_WRONG)


def _after_code_of_contact(talk: Talk, worth: str) -> Step:
    """On with the booking that waited for it; where the code is no longer good, that sends another."""
    say = talk.says.NEW_CODE.get(worth, "")
    if worth in (RIGHT, USED):
        talk.notepad.close(ENTER_CODE)
    if talk.notepad.hold_id is None:
        return Step(say or talk.says.NOTED_WHICH_TIME)
    return Step(say, tool="propose_booking")
