"""Whether something is booked, and when: asked after a booking, or of one made before; answered from the
records."""

from msgspec import structs

from agent.guided.steps.proof import FIND, ask_whose_booking
from agent.guided.steps.search import contact_step, hold_sentence
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.wording import date_words, time_of_day
from agent.mentions.own_appointment import asks_of_what_is_known, asks_whether_booked
from agent.turn_context import TurnContext
from agent.wishes.unclear_days import read_when


def standing(context: TurnContext) -> GuidedStep | None:
    """The answer: what this conversation has booked or proven, the time that is kept so far, or whose booking
    is meant."""
    language = language_of(context.locale)
    if context.pressed is not None:
        return None
    situation = context.situation
    if not asks_whether_booked(context.text, language) and not (
        situation.is_something_there and asks_of_what_is_known(context.text, language)
    ):
        return None
    held = _what_is_held(context)
    if situation.is_known:
        return GuidedStep(
            held.say if held else not_on_that_day(context), tool=FIND, arguments={"purpose": "show"}
        )
    return held or ask_whose_booking(context, "show")


def not_on_that_day(context: TurnContext) -> str:
    """That the one appointment there is stands on another day than the one that is asked about."""
    situation, when = context.situation, read_when(context, context.text)
    own = situation.own_day(when)
    if own is None or not situation.is_only:
        return ""
    days = [days.first for days in when.dates if days.first == days.last]
    if len(days) != 1 or days[0] is None or when.allows_day(own):
        return ""
    return str(context.says.NOT_ON_DAY.format(day=date_words(days[0], context.locale)))


def _what_is_held(context: TurnContext) -> GuidedStep | None:
    """Until when which time is kept, that it is not booked yet, and what is missing for that."""
    state, says = context.state, context.says
    if state.hold_id is None or state.held_offer is None or state.hold_expires_at is None:
        return GuidedStep(state.summary.entry_in(says.NOT_YET)) if state.summary is not None else None
    if state.hold_expires_at <= context.now:
        return contact_step(context)
    clock = context.catalogue.location(state.held_offer.location_id).time_zone
    until = time_of_day(state.hold_expires_at, clock, context.locale)
    told = hold_sentence(context, says.KEPT_UNTIL, until=until)
    if state.summary is not None:
        return GuidedStep(f"{told} {state.summary.entry_in(says.NOT_YET)}")
    step = contact_step(context)
    if step.tool == "ask_contact_details":
        return GuidedStep(f"{told} {says.NOT_BOOKED_CONTACT}")
    return structs.replace(step, say=f"{told} {says.NOT_BOOKED} {step.say}".strip())
