"""Appointments that stand already: cancelling them, and moving them."""

import re
from datetime import date

from msgspec import structs

from agent.conversation.choices import Draft
from agent.guided.steps.proof import ask_whose_booking
from agent.guided.steps.search import offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.mentions.concerns import concern_in
from agent.mentions.own_appointment import asks_of_it, forgot_it
from agent.privacy.personal import booking_codes_in
from agent.turn_context import TurnContext
from agent.when import When
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message
from booking_core.time.wall_clock import zone


def cancel_step(context: TurnContext) -> GuidedStep:
    """The appointment that is named, made here or proven, else what is just being arranged, else one made
    before."""
    if names_code(context):
        # Another booking than the one that is being arranged; a yes is no longer to the summary of that.
        context.state.drop_summary()
        return (
            GuidedStep(tool="propose_cancel")
            if has_bookings(context)
            else ask_whose_booking(context, "cancel")
        )
    if has_bookings(context):
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
        when=without_own_day(context, said.when),
        staff_id=said.staff.id if said.staff else None,
        any_staff=said.staffing.anyone,
        without=[one.id for one in said.staffing.unwanted],
        location_id=said.place.id if said.place else None,
        zone=said.zone or draft.zone,
        name=draft.name,
        email=draft.email,
        phone=draft.phone,
    )
    return GuidedStep(tool="start_move") if has_bookings(context) else ask_whose_booking(context, "move")


def without_own_day(context: TurnContext, when: When) -> When:
    """The day of the appointment there is is mentioned, and not wanted, where another is told."""
    own = own_day(context, when)
    others = tuple(days for days in when.dates if not (days.first == days.last == own))
    weekdays = when.weekdays - {own.weekday()} if own is not None else when.weekdays
    if own is None or not (others or weekdays) or (others, weekdays) == (when.dates, when.weekdays):
        return when
    return structs.replace(when, dates=others, weekdays=weekdays, moments=())


def names_own_day_alone(context: TurnContext, when: When) -> bool:
    """Whether the day of the appointment is told, no other and no hour."""
    own = own_day(context, when)
    is_day = bool(when.dates) and all(days.first == days.last == own for days in when.dates)
    return own is not None and is_day and not (when.weekdays or when.times or when.moments or when.relative)


def own_day(context: TurnContext, when: When) -> date | None:
    """The day of the appointment made last, on the clock that times are told by."""
    latest = context.state.latest
    return latest.start.astimezone(zone(when.zone)).date() if latest is not None else None


def names_code(context: TurnContext) -> bool:
    """Whether a message names a booking by its code."""
    return bool(booking_codes_in(context.text))


def has_bookings(context: TurnContext) -> bool:
    """Whether there are appointments this conversation may change."""
    return bool(context.state.appointments or context.state.bookings)


def is_arranging(context: TurnContext) -> bool:
    """Whether "it" may be something else than what is booked."""
    state = context.state
    is_keeping = state.hold_id is not None and (state.draft.settled or state.summary is not None)
    return is_keeping or state.draft.service_id is not None or state.moving is not None


def is_alone(context: TurnContext) -> bool:
    """Whether an appointment stands that was made here, and nothing else is being arranged."""
    return bool(context.state.appointments) and not is_arranging(context)


def only_rejects_times(context: TurnContext, said: ParsedMessage) -> bool:
    """ "I can't make it on Monday", of times that are on the screen: there is nothing to cancel yet."""
    when = said.when
    unsuitable = when.not_dates or when.not_weekdays or when.not_times or when.not_moments
    return bool(unsuitable and offers_on_screen(context)) and not context.state.appointments


def move_instead(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "I can't come after all, could I come on Friday instead?": nobody who says so wants to come at all no
    more."""
    state = context.state
    is_choosing = state.hold_id is not None or state.draft.service_id is not None
    return None if is_choosing and not state.appointments else move_step(context, said)


def step_beside_concern(context: TurnContext) -> GuidedStep | None:
    """The step for the clause that asks for a change, or for the appointment, beside a concern that the team
    was told of: "take me off Thursday, and I want my deposit back"."""
    language = language_of(context.locale)
    for clause in CLAUSES.split(context.text)[:MOST_CLAUSES]:
        if not clause.strip() or concern_in(clause, language) is not None or not has_bookings(context):
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
