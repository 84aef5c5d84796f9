"""One booking at a time, and never a wish halved in silence: what a message wants beyond it is noted before
anybody answers, said in the answer, by whoever speaks, and taken up once the first is booked.

The rule is kept here and not by who speaks: a model's answer ends with the same sentence, and is told what is
still to be booked.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import structs

from agent.assent import plain_answer
from agent.conversation.state import ConversationState
from agent.events import BlockShown, Event, TextAdded
from agent.languages import language_of
from agent.languages.language import Sentences
from agent.mentions.beyond_one.finding import remainders_in
from agent.mentions.beyond_one.remainder import PEOPLE, RECURRING, SERVICE, FoundRemainders, Remainder
from agent.mentions.names.services import services_in
from agent.mentions.relative_times import exact_when
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks
from agent.when import TimeRange, When
from agent.when.corrections import parts_after_corrections
from agent.wishes.unclear_days import read_when
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.services import Service
from booking_core.time.wall_clock import zone

NOTHING_HALVED = "nothing_halved_in_silence"


def note_remainders(context: TurnContext) -> None:
    """Remember what this message wants beyond one booking. A button, an answer to a booking question or a
    proof wants nothing new."""
    if context.pressed is not None or context.state.draft.asking is not None:
        return
    found = remainders_in(context.text, context.locale, context.catalogue)
    left = tuple(
        _with_time(context, found, one)
        for one in found.remainders
        if not _takes_several(context, found, one) and not _is_taken_back(context, one)
    )
    if not left:
        return
    context.two_services = found if found.first is not None else None
    context.new_remainders = left
    kinds = {one.kind for one in left}
    context.state.remainders = [*(one for one in context.state.remainders if one.kind not in kinds), *left]
    context.record_decision(NOTHING_HALVED, allowed=True, left=sorted(kinds))


def _is_taken_back(context: TurnContext, one: Remainder) -> bool:
    """Whether of two services the first was taken back: "a haircut, no wait, a massage"."""
    parts = parts_after_corrections(context.text, language_of(context.locale))
    return one.kind == SERVICE and sum(bool(services_in(context.catalogue, part)) for part in parts) > 1


def take_remainder_text(context: TurnContext) -> str:
    """What the answer must say of what was noted in this turn; nothing where it was said."""
    told = [_sentence(context, one) for one in context.new_remainders]
    context.new_remainders = ()
    return " ".join(dict.fromkeys(told))


def answer_to_continuing(context: TurnContext) -> str | None:
    """The answer, ``agree`` or ``decline``, to whether to go on; None where that was not asked, or something
    else was said."""
    return plain_answer(context.text, language_of(context.locale)) if context.state.is_going_on else None


def offer_remainder(
    context: TurnContext, state: ConversationState, appointment: Appointment
) -> Iterator[Event]:
    """Once the first is booked: the offer to go on with what was left over, as the state of the conversation
    has it."""
    left, state.remainders = state.remainders, []
    for one in left:
        if one.kind == RECURRING:
            yield TextAdded(f"\n\n{context.says.NEXT_OF_SERIES}")
        elif one.kind == PEOPLE or one.service_id is not None:
            yield from _offer_next(context, state, appointment, one)
            state.remainders = [
                *_remaining_after(one),
                *(other for other in left if other is not one and other.kind != RECURRING),
            ]
            return


def still_to_book(context: TurnContext) -> list[dict[str, Any]]:
    """What a model is told of it."""
    kinds = {
        RECURRING: "further appointments of a series, each booked by itself",
        PEOPLE: "appointments for the other people, one after the other",
        SERVICE: "another service",
    }
    return [{"what": kinds[one.kind], "words": one.words} for one in context.state.remainders]


def _remaining_after(one: Remainder) -> list[Remainder]:
    """What is left over when the next is booked as well."""
    return [structs.replace(one, count=one.count - 1)] if one.kind == PEOPLE and one.count > 1 else []


def _offer_next(
    context: TurnContext, state: ConversationState, appointment: Appointment, one: Remainder
) -> Iterator[Event]:
    says, draft = context.says, state.draft
    service = context.catalogue.services.get(
        one.service_id or "", context.catalogue.service(appointment.service_id)
    )
    draft.service_id, state.is_going_on = service.id, True
    draft.length_min = appointment.duration_min if one.kind == PEOPLE else one.length_min
    draft.when = one.when if not one.when.is_empty else _right_after(context, appointment)
    sentence = says.GO_ON_PEOPLE if one.kind == PEOPLE else says.GO_ON_SERVICE
    yield TextAdded(f"\n\n{sentence.format(service=service.name)}")
    yes, no = says.YES_NO
    yield BlockShown(blocks.quick_replies(state, {yes: yes, no: no}))


def _right_after(context: TurnContext, appointment: Appointment) -> When:
    """The same day, from the end of what has been booked."""
    clock = zone(context.catalogue.location(appointment.location_id).time_zone)
    end: datetime = appointment.ends_at.astimezone(clock)
    return structs.replace(exact_when(end, clock), times=(TimeRange(end.hour * 60 + end.minute),))


def _with_time(context: TurnContext, found: FoundRemainders, one: Remainder) -> Remainder:
    """ "A haircut on Tuesday and a massage on Thursday": the second has a time of its own where the first has
    one."""
    if one.kind != SERVICE or read_when(context, found.first_words).is_empty:
        return one
    return structs.replace(one, when=structs.replace(read_when(context, found.rest_words), spans=()))


def _takes_several(context: TurnContext, found: FoundRemainders, one: Remainder) -> bool:
    """Whether that many can come at once: a class is one booking for all of them."""
    if one.kind != PEOPLE:
        return False
    service = _service(context, found)
    return service is not None and service.capacity > one.count


def _service(context: TurnContext, found: FoundRemainders) -> Service | None:
    services = [found.first] if found.first else services_in(context.catalogue, context.text)
    known = context.catalogue.services.get(context.state.draft.service_id or "")
    return services[0] if len(services) == 1 else known


def _sentence(context: TurnContext, one: Remainder) -> str:
    says: Sentences = context.says
    first = context.two_services.first if context.two_services else None
    if one.kind == RECURRING:
        return str(says.ONE_OF_SERIES)
    if one.kind == PEOPLE:
        return str(says.ONE_OF_PEOPLE)
    if first is None:
        return str(says.ONE_OF_SERVICES)
    sentence = says.FIRST_AND_THEN if one.service_id else says.FIRST_AND_UNKNOWN
    return str(sentence.format(first=first.name, rest=one.words))
