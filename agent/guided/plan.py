"""What to do about a message: the first step of a turn. Corrections come before choices, choices before questions."""

from datetime import date, datetime
from typing import Any

import msgspec

from agent import phrases
from agent.guided.facts import about, owners_fact
from agent.guided.proving import asking_whose, proving
from agent.guided.step import Step
from agent.guided.understanding import Understanding, name_alone, understand
from agent.guided.wish import heard
from agent.notepad import Draft, Offer
from agent.talk import Talk
from booking_core.customers import ContactDetails
from booking_core.errors import InvalidField

# Said twice in a row that nothing was understood, a person is asked for.
LOST_TWICE = 2


def first_step(talk: Talk) -> Step:
    """The first step of a turn."""
    proof = proving(talk)
    if proof is not None:
        return proof
    if talk.pressed is not None and talk.pressed.verb != "say":
        return _pressed(talk, talk.pressed.verb, talk.pressed.value)
    said = understand(talk, _shown(talk))
    step = _by_intent(talk, said) or _by_content(talk, said)
    if step is not None:
        talk.notepad.draft.lost = 0
        return step
    return _lost(talk)


def looking(talk: Talk, *, after_day: date | None = None, before: datetime | None = None) -> Step:
    """Look for times that fit the draft; ``after_day`` goes on from the days shown, ``before`` looks for something earlier."""
    draft = talk.notepad.draft
    service = talk.catalogue.service(draft.service_id or "")
    staff = talk.catalogue.resources.get(draft.staff_id or "")
    arguments: dict[str, Any] = {"service": service.name, "party_size": draft.party_size}
    if staff is not None:
        arguments["staff"] = staff.name
    if before is not None:
        arguments["before"] = before.isoformat()
    elif not draft.when.is_empty:
        arguments["reading"] = msgspec.to_builtins(draft.when)
    if after_day is not None:
        arguments["after_day"] = after_day.isoformat()
    return Step(tool="find_times", arguments=arguments)


def contact_step(talk: Talk) -> Step:
    """With the time kept: whatever is still missing before the summary."""
    notepad, draft = talk.notepad, talk.notepad.draft
    if notepad.contact is None and draft.name and (draft.email or draft.phone):
        try:
            contact = ContactDetails(draft.name, draft.email, draft.phone)
            notepad.contact = contact.normalised(talk.catalogue.organization.country)
        except InvalidField as refusal:
            draft.email = draft.phone = None
            return Step(phrases.BAD_CONTACT.format(detail=refusal.detail))
    if notepad.contact is not None or notepad.moving is not None:
        return Step(tool="propose_booking")
    if draft.email or draft.phone:
        return Step(phrases.NEED_NAME)
    if draft.name:
        return Step(phrases.NEED_CONTACT.format(name=draft.name))
    return Step(tool="ask_contact_details")


def _pressed(talk: Talk, verb: str, value: str) -> Step:
    draft = talk.notepad.draft
    if verb == "service":
        draft.service_id = value
        return looking(talk)
    if verb == "time":
        return Step(tool="hold_time", arguments={"handle": value})
    if verb == "more_times" and draft.service_id is not None:
        return looking(talk, after_day=draft.last_day)
    if verb == "contact":
        return contact_step(talk)
    return Step(phrases.WHICH_SERVICE)


def _by_intent(talk: Talk, said: Understanding) -> Step | None:
    notepad = talk.notepad
    match said.intent:
        case "person":
            return Step(tool="hand_over", arguments={"reason": "the customer asked for a person"})
        case "restart":
            notepad.draft = Draft(
                name=notepad.draft.name, email=notepad.draft.email, phone=notepad.draft.phone
            )
            notepad.moving = None
            return Step(phrases.STARTED_OVER, tool="list_services")
        case "cancel" if said.topic != "policy":
            return _cancelling(talk)
        case "move" if notepad.hold_id is None:
            return _moving(talk, said)
        case "thanks" if not said.about_booking and not said.topic:
            return Step(phrases.THANKS)
        case "goodbye" if not said.about_booking:
            return Step(phrases.GOODBYE)
    return None


def _by_content(talk: Talk, said: Understanding) -> Step | None:
    notepad, draft = talk.notepad, talk.notepad.draft
    fact = owners_fact(talk) if not said.services else None
    if fact is not None:
        return Step(fact)
    if said.topic and not (said.topic == "services" and said.services):
        return about(talk, said)
    if len(said.services) > 1:
        names = " or ".join(service.name for service in said.services)
        return Step(phrases.WHICH_OF.format(names=names))
    changed = heard(draft, said)
    if said.chosen is not None:
        return Step(tool="hold_time", arguments={"handle": said.chosen.handle})
    if said.when.relative == "earlier" and _shown(talk):
        return looking(talk, before=min(offer.start for offer in _shown(talk)))
    if (said.more or said.when.relative == "later") and draft.service_id:
        return looking(talk, after_day=draft.last_day)
    if draft.service_id and (changed or (said.services and notepad.hold_id is None)):
        return looking(talk)
    if said.about_booking and not draft.service_id:
        return Step(tool="list_services")
    return _by_answer(talk, said)


def _by_answer(talk: Talk, said: Understanding) -> Step | None:
    """Nothing new about the booking: an answer to what was asked last."""
    draft = talk.notepad.draft
    if said.email or said.phone or said.name or _is_asked_for_name(talk):
        draft.name = draft.name or name_alone(talk.text, said.phone_as_written)
        if draft.name or draft.email or draft.phone:
            return _noted(talk)
    if said.answer == "agree" or (said.intent == "book" and said.answer != "decline"):
        return _agreed(talk)
    if said.answer == "decline" and draft.service_id:
        return Step(phrases.WHAT_INSTEAD.format(done="booked"))
    if said.too_far_down:
        return Step(phrases.FEWER_TIMES.format(count=len(_shown(talk))))
    if said.answer == "decline":
        return Step(phrases.ALL_RIGHT)
    if said.intent == "greeting":
        return Step(phrases.GREETING, tool="list_services")
    return None


def _is_asked_for_name(talk: Talk) -> bool:
    notepad = talk.notepad
    return notepad.hold_id is not None and notepad.summary is None and notepad.contact is None


def _noted(talk: Talk) -> Step:
    """Contact details have come: on to the summary where a time is kept, else they wait for one."""
    if talk.notepad.hold_id is not None:
        return contact_step(talk)
    return Step(phrases.NOTED_WHICH_TIME if _shown(talk) else phrases.NOTED_WHICH_SERVICE)


def _agreed(talk: Talk) -> Step | None:
    """A yes with no summary open, or a wish to book: to the only time on offer, or to going on."""
    shown = _shown(talk)
    if talk.notepad.hold_id is not None:
        return contact_step(talk)
    if len(shown) == 1:
        return Step(tool="hold_time", arguments={"handle": shown[0].handle})
    return looking(talk) if talk.notepad.draft.service_id else Step(tool="list_services")


def _cancelling(talk: Talk) -> Step:
    """The appointment made here, else what is just being arranged, else one made before."""
    if talk.notepad.appointments:
        return Step(tool="propose_cancel")
    if talk.notepad.hold_id is not None:
        return Step(tool="release_time")
    return asking_whose(talk, "cancel")


def _moving(talk: Talk, said: Understanding) -> Step:
    """Move the newest appointment of this conversation, or one made before."""
    talk.notepad.draft = Draft(when=said.when, staff_id=said.staff.id if said.staff else None)
    return Step(tool="start_move") if talk.notepad.appointments else asking_whose(talk, "move")


def _shown(talk: Talk) -> list[Offer]:
    """The times whose buttons are still on the screen, in their order."""
    handles = [known.value for known in talk.notepad.inputs.values() if known.verb == "time"]
    return [talk.notepad.offers[handle] for handle in handles if handle in talk.notepad.offers]


def _lost(talk: Talk) -> Step:
    draft = talk.notepad.draft
    draft.lost += 1
    if draft.lost >= LOST_TWICE:
        draft.lost = 0
        return Step(tool="hand_over", arguments={"reason": "not understood twice"})
    example = next(iter(talk.catalogue.services.values())).name
    return Step(phrases.LOST.format(service=example))
