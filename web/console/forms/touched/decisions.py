"""What was decided about the appointments that a change touches, as the list's form sends it. Where they are
many, one decision is for all but a few."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, structs

from booking_core.back_office.decisions import Ask, Cancel, Decision, Decisions, Keep, Move
from booking_core.errors import InvalidField, Refusal, complaints_of
from booking_core.input.dates import Moment, typed_moment
from booking_core.input.kinds import Text, WrongValue
from web.console.forms.sent import Sent
from web.console.words.refusals import refusal_text

SEEN, DECISION = "touched.seen", "touched.decision"
OTHERS, CHOSEN, CHOOSE = "touched.others", "touched.chosen", "touched.choose"
# What is said to everybody to whom nothing is said by themselves.
TO_ALL = "touched.to-all"
MESSAGE = Text(500, lines=True, may_be_empty=True)
KEEP, ASK, MOVE, CANCEL = "keep", "ask", "move", "cancel"
ALIKE: Mapping[str, Keep | Ask | Cancel] = {KEEP: Keep(), ASK: Ask(), CANCEL: Cancel()}
# A free time that was offered is sent with its start and with whom: ``move 2026-11-26T09:00:00+00:00 res_…``.
APART = " "


class Deciding(Struct, frozen=True):
    """What is wrong with decisions so far: a sentence by appointment, or by nothing for all of them."""

    problems: Mapping[str, str] = {}

    @classmethod
    def with_refusal(cls, refusal: Refusal) -> "Deciding":
        about = refusal.details.get("appointment_id")
        if about is not None:
            return cls({about: refusal_text(refusal.detail)})
        return cls({name.split(".")[-1]: refusal_text(text) for name, text in complaints_of(refusal)})

    @property
    def sentences(self) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(self.problems.values()))


def is_about_touched(refusal: Refusal) -> bool:
    """Whether a decision was refused, and not the form itself."""
    named = (name.startswith("touched.") for name, _ in complaints_of(refusal))
    return "appointment_id" in refusal.details or any(named)


def decisions_of(sent: Sent) -> Decisions | None:
    """What was decided on the list; None before anybody has seen it, and while some are still chosen to be
    decided about one by one. Raises ``InvalidField``."""
    seen = sent.text(SEEN)
    if not seen or sent.text(CHOOSE):
        return None
    of = {id_: _decision(id_, what, sent) for id_, what in sent.below(DECISION).items()}
    return Decisions(seen, of, _others(sent) if OTHERS in sent.texts else None)


def _decision(appointment_id: str, what: str, sent: Sent) -> Decision:
    if what == MOVE:
        return _move_as_typed(appointment_id, sent)
    if what.startswith(MOVE + APART):
        return _move_as_offered(appointment_id, what, sent)
    decided = _alike(f"touched.{appointment_id}", what)
    if isinstance(decided, Keep):
        return decided
    return structs.replace(decided, reason=_message(appointment_id, sent))


def _others(sent: Sent) -> Keep | Ask | Cancel:
    decided = _alike(OTHERS, sent.text(OTHERS))
    return decided if isinstance(decided, Keep) else structs.replace(decided, reason=_message_to_all(sent))


def _alike(field: str, what: str) -> Keep | Ask | Cancel:
    """What can be decided about many at once."""
    if what not in ALIKE:
        raise InvalidField(field, "Please decide: keep, move or cancel.")
    return ALIKE[what]


def _move_as_offered(appointment_id: str, what: str, sent: Sent) -> Move:
    try:
        _, start, staff = what.split(APART)
        moment = Moment().read(start)
    except (ValueError, WrongValue) as error:
        raise _no_time(appointment_id) from error
    return Move(moment, staff, reason=_message(appointment_id, sent))


def _move_as_typed(appointment_id: str, sent: Sent) -> Move:
    local, clock = sent.text(f"touched.start.{appointment_id}"), sent.text(f"touched.zone.{appointment_id}")
    try:
        start = typed_moment(f"touched.{appointment_id}", datetime.fromisoformat(local), clock)
    except (ValueError, KeyError) as error:
        raise _no_time(appointment_id) from error
    staff = sent.text(f"touched.staff.{appointment_id}") or "any"
    return Move(start, staff, reason=_message(appointment_id, sent))


def _no_time(appointment_id: str) -> InvalidField:
    return InvalidField(f"touched.{appointment_id}", "Please say when to move it to.")


def _message(appointment_id: str, sent: Sent) -> str | None:
    """What the business says of it in the letter to the customer."""
    own = _read(f"touched.{appointment_id}", sent.text(f"touched.message.{appointment_id}"))
    return own or _message_to_all(sent)


def _message_to_all(sent: Sent) -> str | None:
    return _read(TO_ALL, sent.text(TO_ALL))


def _read(field: str, text: str) -> str | None:
    try:
        return MESSAGE.read(text) or None
    except WrongValue as wrong:
        raise InvalidField(field, str(wrong)) from wrong
