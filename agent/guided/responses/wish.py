"""A wish for a service and a time, or a choice of one that is offered."""

import re

from msgspec import structs

from agent.conversation.choices import Offer
from agent.guided.replies.hours import closed_days_sentence
from agent.guided.replies.summaries import is_question_beside_hold, names_little_else
from agent.guided.responses.clauses import hear_part
from agent.guided.steps.appointments import move_step
from agent.guided.steps.search import (
    contact_step,
    earlier_or_later_step,
    has_wanted_hold,
    offers_on_screen,
    search_step,
)
from agent.guided.steps.step import GuidedStep
from agent.guided.steps.strangers import stranger_step
from agent.languages import words_in
from agent.languages.wording import join_words
from agent.mentions.sizes.lengths import length_in
from agent.mentions.staffing import Staffing
from agent.turn_context import TurnContext
from agent.when import DateRange
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message, person_in_mind
from agent.wishes.wish import choose_offer, preferences, unavailable_moment, update_draft
from booking_core.time.wall_clock import zone

MOST_CLAUSES, MOST_DAYS = 6, 3
CLAUSE = re.compile(r"(?:[,;:!?،؛\n]|(?<!\d)\.)+\s*")


def wish_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Take a choice or a wish into the draft, and look for times or keep the one that was chosen."""
    state, draft = context.state, context.state.draft
    if is_question_beside_hold(context, said):
        return None
    if len(said.services) > 1:
        return _ask_which(context, said, [service.name for service in said.services])
    if said.perhaps is not None and (chosen := person_in_mind(context)) is not None:
        return _ask_which(context, said, [chosen.name, said.perhaps.name])
    if said.lengths:
        minutes = context.says.MINUTES
        return _ask_which(context, said, [minutes.format(minutes=one) for one in said.lengths])
    shown, held = offers_on_screen(context), state.held_offer
    if said.place_in_list is not None and not shown and draft.service_id is None:
        return _service_of_list(context, said.place_in_list)
    wanted, who_and_what = unavailable_moment(draft.when, shown), preferences(draft)
    _leave_days_without_times(context, said, shown)
    changed = update_draft(context, said)
    if said.services and draft.length_min is None:
        # "The long one" may come in the sentence that names the service.
        draft.length_min = length_in(context.text.casefold(), said.services[0], words_in(context.locale))
    if (asked := stranger_step(context, said)) is not None:
        return asked
    if said.chosen is not None and draft.doubted and not said.has_day and context.pressed is None:
        return _ask_back(context, said.chosen)
    if said.chosen is not None:
        choose_offer(context, said.chosen)
        # "10:30 with Miriam": at that time, but not as it was offered.
        is_as_offered = preferences(draft) == who_and_what
        return _hold_step(said.chosen) if is_as_offered else search_step(context)
    starts = [offer.start for offer in shown] or ([held.start] if held else [])
    if said.when.relative and starts:
        return earlier_or_later_step(context, said.when.relative, starts, wanted)
    return _search_again(context, said, changed=changed)


def _leave_days_without_times(context: TurnContext, said: ParsedMessage, shown: list[Offer]) -> None:
    """ "At 11", of a list that stands in for a day on which there was nothing: that hour on the days of the
    list, and not once more on the day that cannot be."""
    when = context.state.draft.when
    is_hour = bool(said.when.times) and not said.has_day and not said.when.soonest
    if not is_hour or not shown or not when.dates or when.problems:
        return
    clock = zone(when.zone)
    days = sorted({offer.start.astimezone(clock).date() for offer in shown})
    if not any(when.allows_day(day) for day in days):
        context.state.draft.when = structs.replace(when, dates=(DateRange(days[0], days[-1]),), moments=())


def _search_again(context: TurnContext, said: ParsedMessage, *, changed: bool) -> GuidedStep | None:
    """More times, those of a changed draft, or those of the same wish once more."""
    state, draft = context.state, context.state.draft
    if (said.more or said.when.relative == "later") and draft.service_id:
        if draft.when.unclear:
            # Whoever asks what else there is has given up the day that could not be.
            draft.when = structs.replace(draft.when, problems=(), dates=())
        return search_step(context, after_day=draft.last_day)
    if draft.service_id and (changed or (said.services and not has_wanted_hold(context))):
        return search_step(context)
    if not draft.service_id and (moved := _implied_move(context, said)) is not None:
        return moved
    if context.situation.stands_alone and not said.services:
        return None  # What was booked is spoken of, and nothing else is wanted.
    if said.is_about_booking and not draft.service_id and not (said.contact.written and said.when.is_empty):
        return GuidedStep(_closed_then(context, said), tool="list_services")
    is_told_again = said.has_time or said.length_min is not None
    if draft.service_id and is_told_again and state.summary is None and not said.contact.written:
        # The same wish once more.
        return contact_step(context) if has_wanted_hold(context) else search_step(context)
    return GuidedStep(context.says.MOVE_WHEN) if said.intent == "move" and draft.service_id else None


def _closed_then(context: TurnContext, said: ParsedMessage) -> str:
    """Before the list of services: that nobody is there on the days that are wanted."""
    days = [told.first for told in said.when.dates if told.first is not None and told.first == told.last]
    is_all = len(days) == len(said.when.dates) and not said.when.weekdays
    return closed_days_sentence(context, days[:MOST_DAYS]) if days and is_all else ""


def _implied_move(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A move of what is booked, where the message or a clause of it asks for nothing but another time or
    person: "I work on Thursday, would the week after be possible?"."""
    if _is_move_implied(context, said):
        context.is_move_implied = True
        return move_step(context, said)
    clauses = CLAUSE.split(context.text)[:MOST_CLAUSES] if _may_imply_move(context) else ()
    for clause in clauses:
        with hear_part(context, clause):
            told = parse_message(context, offers_on_screen(context))
            if told.intent not in ("thanks", "goodbye") and _is_move_implied(context, told):
                context.is_move_implied = True
                return move_step(context, told)
    return None


def _is_move_implied(context: TurnContext, said: ParsedMessage) -> bool:
    """Whether another time or person is wanted for what is booked: no service is named, and no second
    appointment."""
    if not _may_imply_move(context) or said.intent == "book":
        return False
    is_other = said.has_time or said.staffing != Staffing() or bool(said.when.relative)
    return said.more or (is_other and not said.contact.written and names_little_else(context, said))


def _may_imply_move(context: TurnContext) -> bool:
    """Whether something is booked, and no other time is held yet."""
    situation = context.situation
    return situation.is_made and not situation.is_kept


def _ask_which(context: TurnContext, said: ParsedMessage, names: list[str]) -> GuidedStep:
    """Ask which of several services, people or lengths is meant; the day and the hour that came with them are
    kept for it."""
    update_draft(context, said)
    asked = context.says.WHICH_OF.format(names=join_words(names, context.says.OR))
    return GuidedStep(asked, tool="suggest_answers", arguments={"answers": names})


def _hold_step(chosen: Offer) -> GuidedStep:
    return GuidedStep(tool="hold_time", arguments={"handle": chosen.handle})


def _ask_back(context: TurnContext, chosen: Offer) -> GuidedStep:
    """What was said before the choice was not understood, and may have been another day: the time is named
    before it is kept."""
    context.state.draft.doubted, context.state.draft.meant = False, chosen.handle
    asked = context.says.WHICH_OF.format(names=chosen.label)
    return GuidedStep(asked, tool="suggest_answers", arguments={"answers": [chosen.label]})


def _service_of_list(context: TurnContext, place: int) -> GuidedStep | None:
    """ "The first one", of the services on the screen: those it was asked about, else the newest list."""
    inputs = context.state.inputs.values()
    by_name = {service.name: service.id for service in context.catalogue.services.values()}
    listed_now = [by_name[known.value] for known in inputs if known.verb == "say" and known.value in by_name]
    listed_now = listed_now or [known.value for known in inputs if known.verb == "service"]
    if not listed_now or place >= len(listed_now):
        return None
    context.state.draft.service_id = listed_now[place]
    return search_step(context)
