"""One booking at a time, and never a wish halved in silence: what a message wants beyond it is noted before anybody answers, said in the
answer, by whoever speaks, and taken up once the first is booked.

The rule is kept here and not by who speaks: a model's answer ends with the same sentence, and is told what is still to be booked.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import structs

from agent.assent import plain_answer
from agent.conversation.state import Notepad
from agent.events import Event, Said, Shown
from agent.languages import language_of
from agent.languages.language import Sentences
from agent.mentions.beyond_one.finding import PEOPLE, RECURRING, SERVICE, Found, Remainder, remainders_in
from agent.mentions.names import services_meant
from agent.mentions.relative_times import exactly
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from agent.when import TimeRange, When
from agent.wishes.unclear_days import read_when
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services import Service
from booking_core.time.wall_clock import zone

NOTHING_HALVED = "nothing_halved_in_silence"


def note_remainders(talk: Talk) -> None:
    """Remember what this message wants beyond one booking. A button, an answer to a booking question or a proof wants nothing new."""
    if talk.pressed is not None or talk.notepad.draft.asking is not None:
        return
    found = remainders_in(talk.text, talk.locale, talk.catalogue)
    left = tuple(
        _with_time(talk, found, one) for one in found.remainders if not _takes_several(talk, found, one)
    )
    if not left:
        return
    talk.two_services = found if found.first is not None else None
    talk.new_remainders = left
    kinds = {one.kind for one in left}
    talk.notepad.remainders = [*(one for one in talk.notepad.remainders if one.kind not in kinds), *left]
    talk.judge(NOTHING_HALVED, allowed=True, left=sorted(kinds))


def said_of_remainders(talk: Talk) -> str:
    """What the answer must say of what was noted in this turn; nothing where it was said."""
    told = [_sentence(talk, one) for one in talk.new_remainders]
    talk.new_remainders = ()
    return " ".join(dict.fromkeys(told))


def goes_on(talk: Talk) -> str | None:
    """The answer, ``agree`` or ``decline``, to whether to go on; None where that was not asked, or something else was said."""
    return plain_answer(talk.text, language_of(talk.locale)) if talk.notepad.is_going_on else None


def going_on(talk: Talk, notepad: Notepad, appointment: Appointment) -> Iterator[Event]:
    """Once the first is booked: the offer to go on with what was left over, as it stands on the notepad."""
    left, notepad.remainders = notepad.remainders, []
    for one in left:
        if one.kind == RECURRING:
            yield Said(f"\n\n{talk.says.NEXT_OF_SERIES}")
        elif one.kind == PEOPLE or one.service_id is not None:
            yield from _offered(talk, notepad, appointment, one)
            notepad.remainders = [
                *_after_this(one),
                *(other for other in left if other is not one and other.kind != RECURRING),
            ]
            return


def still_to_book(talk: Talk) -> list[dict[str, Any]]:
    """What a model is told of it."""
    kinds = {
        RECURRING: "further appointments of a series, each booked by itself",
        PEOPLE: "appointments for the other people, one after the other",
        SERVICE: "another service",
    }
    return [{"what": kinds[one.kind], "words": one.words} for one in talk.notepad.remainders]


def _after_this(one: Remainder) -> list[Remainder]:
    """What is left over when the next is booked as well."""
    return [structs.replace(one, count=one.count - 1)] if one.kind == PEOPLE and one.count > 1 else []


def _offered(talk: Talk, notepad: Notepad, appointment: Appointment, one: Remainder) -> Iterator[Event]:
    says, draft = talk.says, notepad.draft
    service = talk.catalogue.services.get(
        one.service_id or "", talk.catalogue.service(appointment.service_id)
    )
    draft.service_id, notepad.is_going_on = service.id, True
    draft.when = one.when if not one.when.is_empty else _right_after(talk, appointment)
    sentence = says.GO_ON_PEOPLE if one.kind == PEOPLE else says.GO_ON_SERVICE
    yield Said(f"\n\n{sentence.format(service=service.name)}")
    yes, no = says.YES_NO
    yield Shown(blocks.quick_replies(notepad, {yes: yes, no: no}))


def _right_after(talk: Talk, appointment: Appointment) -> When:
    """The same day, from the end of what has been booked."""
    clock = zone(talk.catalogue.location(appointment.location_id).time_zone)
    end: datetime = appointment.ends_at.astimezone(clock)
    return structs.replace(exactly(end, clock), times=(TimeRange(end.hour * 60 + end.minute),))


def _with_time(talk: Talk, found: Found, one: Remainder) -> Remainder:
    """ "A haircut on Tuesday and a massage on Thursday": the second has a time of its own where the first has one."""
    if one.kind != SERVICE or read_when(talk, found.first_words).is_empty:
        return one
    return structs.replace(one, when=structs.replace(read_when(talk, found.rest_words), spans=()))


def _takes_several(talk: Talk, found: Found, one: Remainder) -> bool:
    """Whether that many can come at once: a class is one booking for all of them."""
    if one.kind != PEOPLE:
        return False
    service = _service(talk, found)
    return service is not None and service.capacity > one.count


def _service(talk: Talk, found: Found) -> Service | None:
    services = [found.first] if found.first else services_meant(talk.catalogue, talk.text)
    known = talk.catalogue.services.get(talk.notepad.draft.service_id or "")
    return services[0] if len(services) == 1 else known


def _sentence(talk: Talk, one: Remainder) -> str:
    says: Sentences = talk.says
    first = talk.two_services.first if talk.two_services else None
    if one.kind == RECURRING:
        return str(says.ONE_OF_SERIES)
    if one.kind == PEOPLE:
        return str(says.ONE_OF_PEOPLE)
    if first is None:
        return str(says.ONE_OF_SERVICES)
    sentence = says.FIRST_AND_THEN if one.service_id else says.FIRST_AND_UNKNOWN
    return str(sentence.format(first=first.name, rest=one.words))
