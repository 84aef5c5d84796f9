"""Appointments that stand already: cancelling them, and moving them."""

import re

from agent.conversation.choices import Draft
from agent.guided.steps.proof import ask_whose_booking
from agent.guided.steps.search import offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.mentions.concerns import concern_in
from agent.mentions.own_appointment import asks_of_it, forgot_it
from agent.privacy.personal import booking_codes_in
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message


def cancel_step(context: TurnContext) -> GuidedStep:
    """The appointment that is named, made here or proven, else what is just being arranged, else one made
    before."""
    if names_code(context):
        # Another booking than the one that is being arranged; a yes is no longer to the summary of that.
        context.state.drop_summary()
        return (
            GuidedStep(tool="propose_cancel")
            if context.situation.is_known
            else ask_whose_booking(context, "cancel")
        )
    if context.situation.is_known:
        return GuidedStep(tool="propose_cancel")
    if context.state.hold_id is not None:
        return GuidedStep(tool="release_time")
    return ask_whose_booking(context, "cancel")


MOST_CLAUSES = 6
CLAUSES = re.compile(
    r"(?:[,;:!?،؛\n]|(?<!\d)\.)+\s*|\s+(?:and|und|et|y|e)\s+|\s+(?=ו[\u05d0-\u05ea]{2})|\s+(?=و[\u0621-\u064a]{3})",
    re.I,
)


def move_step(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """Move the appointment that is named, made here or proven, or one made before."""
    if names_code(context):
        context.state.drop_summary()
    draft = context.state.draft
    context.state.wish = context.text
    context.state.draft = Draft(
        when=context.situation.without_own_day(said.when),
        staff_id=said.staff.id if said.staff else None,
        any_staff=said.staffing.anyone,
        without=[one.id for one in said.staffing.unwanted],
        location_id=said.place.id if said.place else None,
        zone=said.zone or draft.zone,
        name=draft.name,
        email=draft.email,
        phone=draft.phone,
    )
    return GuidedStep(tool="start_move") if context.situation.is_known else ask_whose_booking(context, "move")


def names_code(context: TurnContext) -> bool:
    """Whether a message names a booking by its code."""
    return bool(booking_codes_in(context.text))


def only_rejects_times(context: TurnContext, said: ParsedMessage) -> bool:
    """ "I can't make it on Monday", of times that are on the screen: there is nothing to cancel yet."""
    when = said.when
    unsuitable = when.not_dates or when.not_weekdays or when.not_times or when.not_moments
    return bool(unsuitable and offers_on_screen(context)) and not context.situation.is_made


def move_instead(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "I can't come after all, could I come on Friday instead?": nobody who says so wants to come at all no
    more."""
    state = context.state
    is_choosing = state.hold_id is not None or state.draft.service_id is not None
    return None if is_choosing and not context.situation.is_made else move_step(context, said)


def step_beside_concern(context: TurnContext) -> GuidedStep | None:
    """The step for the clause that asks for a change, or for the appointment, beside a concern that the team
    was told of: "take me off Thursday, and I want my deposit back"."""
    language = language_of(context.locale)
    if not context.situation.is_known:
        return None
    for clause in CLAUSES.split(context.text)[:MOST_CLAUSES]:
        if not clause.strip() or concern_in(clause, language) is not None:
            continue
        context.text = clause
        said = parse_message(context, ())
        if said.intent == "cancel":
            return cancel_step(context)
        if said.intent == "move":
            return move_step(context, said)
        if asks_of_it(clause, language) or forgot_it(clause, language):
            return GuidedStep(tool="find_my_booking", arguments={"purpose": "show"})
    return None
