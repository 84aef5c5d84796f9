"""A message that is out for something other than a time: a person, a change, an end."""

import re

from msgspec import structs

from agent.assent import asks_for_operation, takes_back
from agent.conversation.choices import Draft
from agent.guided.replies.manners import courtesy_step
from agent.guided.responses.clauses import PAUSE, cut, hear_part
from agent.guided.steps.appointments import (
    cancel_step,
    move_instead,
    move_step,
    names_code,
    only_rejects_times,
)
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.mentions.beyond_one.remainder import SERVICE, Remainder
from agent.mentions.changes_told import asks_for_no_change
from agent.mentions.own_appointment.coming import says_cannot_come
from agent.situation import CONTACT
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.unclear_days import read_when
from agent.wishes.understanding import parse_message

MOST_CLAUSES = 6
IT = {"en": "it", "de": "ihn", "fr": "le", "es": "la", "it": "lo", "he": "אותו", "ar": "ياه"}
CLAUSES = re.compile(r"(?:[,;:!?،؛\n]|(?<!\d)\.)+\s*")


def intent_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The step for what a message plainly asks for beside a booking: a person, a fresh start, to cancel, move
    or forget, courtesies; None for anything else."""
    state = context.state
    match _operation_asked_for(context) or _move_of_code(context, said) or said.intent:
        case "person" if not (context.situation.asked == CONTACT and said.contact.phone):
            # "Call my husband on 0151 …" answers whom to reach.
            return GuidedStep(tool="hand_over", arguments={"reason": "the customer asked for a person"})
        case "restart":
            state.draft = Draft(name=state.draft.name, email=state.draft.email, phone=state.draft.phone)
            state.moving, state.remainders = None, []
            return GuidedStep(context.says.STARTED_OVER, tool="list_services")
        case "cancel" if said.topic != "policy" and not only_rejects_times(context, said):
            return _cancel(context, said)
        case "move" if names_code(context) or context.situation.is_made or state.draft.service_id is None:
            is_other = names_code(context) or state.hold_id is None or state.moving is None
            return _move(context, said) if is_other else None
        case "thanks" | "goodbye" if _is_leaving(context, said):
            # "See you on Thursday", once it is booked, is no wish for another time.
            return courtesy_step(context, said) if "?" not in context.text else None
        case "goodbye" if (
            said.answer is None
            and not said.services
            and said.when.is_empty
            and not said.contact.written
            and "?" not in context.text
        ):
            return courtesy_step(context, said)
        case "forget":
            return _forget(context)
    return None


def _cancel(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Cancel it; or move it, where another time is wanted "instead", and of no other service: that is another
    booking, after this one is cancelled."""
    left = _set_booking_apart(context)
    if left is not None:
        # The tool reads which appointment is meant in the same words.
        context.text, service = left
        return structs.replace(cancel_step(context), say=context.says.CANCEL_FIRST.format(service=service))
    is_other = said.has_time and not context.situation.names_own_day_alone(said.when)
    is_instead = said.instead or (is_other and _only_of_own_day(context, said))
    return move_instead(context, said) if is_instead and is_other else cancel_step(context)


def _only_of_own_day(context: TurnContext, said: ParsedMessage) -> bool:
    """ "I can't come on Thursday, make it Saturday at four": another day is wanted, and an hour of it."""
    others = context.situation.without_own_day(said.when)
    own = context.situation.own_day(said.when)
    is_other_day = bool(others.dates or others.weekdays) and own is not None and not others.allows_day(own)
    return is_other_day and says_cannot_come(context.text, language_of(context.locale))


def _set_booking_apart(context: TurnContext) -> tuple[str, str] | None:
    """A message to cancel without the clause that asks for another service, and the name of that: it is
    remembered, and gone on with once the appointment is cancelled."""
    rest, wanted = [], None
    for clause in cut(context, context.text, PAUSE)[:MOST_CLAUSES]:
        with hear_part(context, clause, is_alone=True):
            told = parse_message(context, ())
        if wanted is None and len(told.services) == 1 and told.intent not in ("cancel", "move"):
            wanted = told
        else:
            rest.append(clause)
    if wanted is None or not rest or not context.situation.is_known:
        return None
    service = wanted.services[0]
    when = structs.replace(wanted.when, spans=())
    left = Remainder(SERVICE, service.name, service.id, when=when, length_min=wanted.length_min)
    context.state.remainders = [one for one in context.state.remainders if one.kind != SERVICE] + [left]
    context.new_remainders = ()
    return " ".join(rest), service.name


def _move(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """Move it as the clause says that asks for it, where another person is named beside it: "Dana was awful,
    change me to Miriam"."""
    clauses = [one for one in CLAUSES.split(context.text) if one.strip()][:MOST_CLAUSES]
    if len(clauses) < 2 or said.staff is not None or said.has_time:
        return move_step(context, said)
    for clause in clauses:
        with hear_part(context, clause):
            told = parse_message(context, ())
            if told.intent == "move" and told.staff is not None:
                return move_step(context, told)
    return move_step(context, said)


def _is_leaving(context: TurnContext, said: ParsedMessage) -> bool:
    """Whether thanks or a goodbye is all that is said, once something is booked."""
    is_wish = said.services or said.topic or context.state.draft.service_id
    return context.situation.is_made and not is_wish


def _operation_asked_for(context: TurnContext) -> str:
    """ "Get rid of it", "anúlala", "change it": nothing but an imperative, whose pronoun means the
    appointment where there is one. It leads to the summary or to the question when, as every such wish."""
    language = language_of(context.locale)
    if not context.situation.is_known or context.pressed is not None:
        return ""
    if asks_for_operation(context.text, "cancel", language):
        return "cancel"
    if context.situation.is_arranging or asks_for_no_change(context.text, language):
        return ""
    clauses = [one for one in CLAUSES.split(context.text) if one.strip()][:MOST_CLAUSES]
    if any(takes_back(clause, language) or _drops_own_day(context, clause) for clause in clauses):
        return "cancel"
    # "Book it" agrees to a move as well.
    is_move = asks_for_operation(context.text, "move", language)
    return "move" if is_move and not asks_for_operation(context.text, "book", language) else ""


def _move_of_code(context: TurnContext, said: ParsedMessage) -> str:
    """ "Code K7M3PQ, can't do Wednesday, same time Thursday": whoever names a booking and another time wants
    it moved, and no service once more."""
    is_other = said.intent in ("cancel", "move", "person", "restart", "forget") and not said.instead
    is_named = names_code(context) and not (is_other or said.services or said.topic)
    return "move" if is_named and said.has_time else ""


def _drops_own_day(context: TurnContext, clause: str) -> bool:
    """ "Scrap Thursday": the day of the appointment stands for it."""
    when, language = read_when(context, clause), language_of(context.locale)
    if not context.situation.names_own_day_alone(when):
        return False
    for span in sorted(when.spans, key=lambda one: -one.start):
        clause = f"{clause[: span.start]} {IT[language]} {clause[span.end :]}"
    return asks_for_operation(clause, "cancel", language)


def _forget(context: TurnContext) -> GuidedStep:
    """Let go what was begun: a move leaves its appointment, a held time is released."""
    state = context.state
    if state.moving is not None and state.hold_id is None:
        state.end_move()
        return GuidedStep(context.says.KEPT_ANYWAY)
    if state.moving is not None:
        state.end_move()
    return GuidedStep(tool="release_time") if state.hold_id else GuidedStep(context.says.ALL_RIGHT)
