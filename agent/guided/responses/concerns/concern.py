"""A concern beside booking: somebody of the business has to know of it, and nobody is offered times."""

import re

from msgspec import structs

from agent.assent import asks_for_operation, opens_with_wait
from agent.guided.replies.facts import owners_fact
from agent.guided.replies.summaries import repeat_summary
from agent.guided.responses.clauses import hear_part
from agent.guided.responses.concerns.parts import all_concerns, wish_beside
from agent.guided.responses.service_question import CLAUSES, MOST_CLAUSES, QUESTION, answers_beside
from agent.guided.steps.appointments import CLAUSES as AND_CLAUSES
from agent.guided.steps.appointments import cancel_step
from agent.guided.steps.proof import FIND
from agent.guided.steps.search import contact_step, has_wanted_hold, offers_on_screen, search_step
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.concerns import concern_texts_in
from agent.mentions.concerns import (
    Concern,
    asks_to_repeat,
    concern_in,
    names_health,
    tells_of_own_health,
)
from agent.mentions.offsets import without_offset
from agent.mentions.staffing import Staffing
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.unclear_days import read_when
from agent.wishes.understanding import parse_message
from agent.wishes.wish import update_draft

# By concern, what the team is told that the customer wants.
REASONS = {
    Concern.LATE: "the customer will be late",
    Concern.REFUND: "the customer wants money back",
    Concern.DATA: "the customer asks about their data",
    Concern.COMPLAINT: "the customer complains",
    Concern.HEALTH: "the customer asks about their health",
}


# "Ten minutes later" may be another time.
LATER = re.compile(r"später|later|plus tard|más tarde|più tardi|יותר מאוחר|لاحق", re.I)
OF_THE_BUSINESS = frozenset({"price", "duration", "hours", "address", "contact", "self"})


def concern_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Tell the team, and say so; None where the message has no concern, or a wish beside it."""
    if context.pressed is not None or said.contact.email or said.contact.phone:
        return None
    found = all_concerns(context) or list(filter(None, (_own_health(context, said),)))
    if Concern.DATA in found and _names_own_day(context):
        return cancel_step(context)
    concerns = [one for one in found if _is_for_team(context, said, one, is_alone=len(found) == 1)]
    if not concerns:
        return None
    step = concern_answer(context, *concerns)
    if Concern.HEALTH in concerns and context.state.summary is None:
        # Whoever comes back from the doctor need not say again what they want.
        update_draft(context, said)
    # Whoever goes on to a time is asked with it who they are.
    context.state.is_going_on = bool(wish_beside(context) or context.state.draft.service_id)
    # Of health nothing is known beside it.
    beside = "" if Concern.HEALTH in concerns else answers_beside(context, _is_concern)
    return structs.replace(step, say=f"{step.say} {beside}".strip())


def _is_for_team(context: TurnContext, said: ParsedMessage, concern: Concern, *, is_alone: bool) -> bool:
    """Whether the team has to know; ``is_alone`` where the message has no other concern."""
    match concern:
        case Concern.LATE:
            return _may_be_late(context)
        case Concern.DATA:
            return not _may_be_of_the_booking(context)
        case Concern.COMPLAINT:
            return not (is_alone and (_wants_something(said) or _has_wish_beside(context)))
        case Concern.HEALTH:
            return _is_of_health(context, said, is_alone=is_alone)
    return True


def _may_be_of_the_booking(context: TurnContext) -> bool:
    """ "Take me off the list", where an appointment stands."""
    return context.situation.is_known and asks_for_operation(
        context.text, "cancel", language_of(context.locale)
    )


def _names_own_day(context: TurnContext) -> bool:
    """ "Take my name off Thursday", where that is the day of the appointment: no data are to be deleted."""
    language = language_of(context.locale)
    for clause in AND_CLAUSES.split(context.text)[:MOST_CLAUSES]:
        if concern_in(clause, language) is Concern.DATA:
            when = read_when(context, clause)
            own = context.situation.own_day(when)
            return own is not None and bool(when.dates) and when.allows_day(own)
    return False


def _has_wish_beside(context: TurnContext) -> bool:
    """Whether a clause without the complaint wants a service at a time."""
    for clause in CLAUSES.split(context.text)[:MOST_CLAUSES]:
        if not clause.strip() or _is_concern(context, clause):
            continue
        with hear_part(context, clause, is_alone=True):
            told = parse_message(context, ())
        if told.services and told.has_time:
            return True
    return False


def _is_of_health(context: TurnContext, said: ParsedMessage, *, is_alone: bool) -> bool:
    """Whether a question is for a doctor, and not for a price, a change or what the owner has written. Beside
    another concern nothing is changed: "cancel" is of their data."""
    language = language_of(context.locale)
    names = [name.casefold() for service in said.services for name in service.spoken_names]
    is_change = is_alone and said.intent in ("cancel", "move", "person")
    is_other = is_change or said.topic in OF_THE_BUSINESS
    return not (is_other or any(names_health(name, language) for name in names) or owners_fact(context))


def _own_health(context: TurnContext, said: ParsedMessage) -> Concern | None:
    """A condition that is told with no wish beside it, and is no note to what is being booked."""
    is_wish = said.is_about_booking or said.intent or said.topic or context.is_note
    if is_wish or context.state.draft.service_id is not None or context.situation.is_known:
        return None
    language = language_of(context.locale)
    return Concern.HEALTH if tells_of_own_health(context.text.casefold(), language) else None


def _is_concern(context: TurnContext, clause: str) -> bool:
    return concern_in(clause, language_of(context.locale)) is not None


def concern_answer(context: TurnContext, *concerns: Concern) -> GuidedStep:
    """What is said to each, and the word to the team about them all."""
    texts = concern_texts_in(context.locale)
    # Whether who will be late has an appointment is found out by telling the team.
    told = [getattr(texts, one.value) for one in concerns if one is not Concern.LATE]
    if Concern.HEALTH in concerns:
        told.insert(told.index(texts.health), texts.unknown)
    reason = "; ".join(REASONS[one] for one in concerns)
    return GuidedStep(" ".join(told), tool="hand_over", arguments={"reason": reason})


def late_at_summary(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "I'll be ten minutes late", said of what is booked while a summary waits: the team is told, and the
    summary stays. None where another time is asked for: "ten minutes later"."""
    language = language_of(context.locale)
    told = without_offset(context.text, language) if LATER.search(context.text) else context.text
    if concern_in(told, language) is not Concern.LATE or QUESTION.search(told):
        return None
    is_other = said.services or said.contact.written or said.instead
    if said.intent in ("cancel", "person") or is_other or (said.intent == "move" and said.when.times):
        return None
    context.is_side_question = True
    return concern_answer(context, Concern.LATE)


def wait_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "One sec, my phone is ringing": nothing is asked for, whatever numbers are in it."""
    is_wish = said.chosen or said.services or said.has_day or said.more or said.when.relative
    if is_wish or said.contact.written or said.staffing != Staffing():
        return None
    if said.intent in ("cancel", "move", "person") or not opens_with_wait(
        context.text, language_of(context.locale)
    ):
        return None
    return GuidedStep(context.says.TAKE_YOUR_TIME)


def repeat_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """What was said last once more."""
    # Nobody cancels or moves what they are only choosing.
    is_change = said.intent in ("cancel", "move") and context.situation.is_known
    if said.services or said.has_time or said.contact.written or is_change:
        return None
    if not asks_to_repeat(context.text, language_of(context.locale)):
        return None
    if context.state.summary is not None:
        return repeat_summary(context)
    if has_wanted_hold(context):
        return contact_step(context)
    if context.state.draft.service_id is not None and offers_on_screen(context):
        return search_step(context)
    if context.situation.is_known:
        return GuidedStep(tool=FIND, arguments={"purpose": "show"})
    return None


def with_complaint(context: TurnContext, step: GuidedStep) -> GuidedStep:
    """The step for a wish that comes with a complaint, behind a word to that."""
    concern = concern_in(context.text, language_of(context.locale)) if context.pressed is None else None
    if concern is not Concern.COMPLAINT or step.tool == "hand_over":
        return step
    sorry, _, _ = concern_texts_in(context.locale).complaint.partition(". ")
    return structs.replace(step, say=f"{sorry}. {step.say}".strip())


def _may_be_late(context: TurnContext) -> bool:
    """Nobody is late for what they are only choosing."""
    return context.situation.is_known or context.state.draft.service_id is None


def _wants_something(said: ParsedMessage) -> bool:
    return said.intent in ("book", "cancel", "move", "person") or said.chosen is not None
