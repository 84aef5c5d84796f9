"""What to do about a message: the first step of a turn. Corrections come before choices, choices before questions."""

from collections.abc import Callable

from msgspec import structs

from agent.assent import Kind, plain_answer
from agent.assent.own_questions import asks_of_oneself
from agent.contact_lines import Contact, confirms_name
from agent.conversation.state import Draft, Offer
from agent.guided.replies.facts import about, owners_fact
from agent.guided.replies.manners import REFUSED, lost, polite
from agent.guided.replies.summaries import at_summary, shown_again
from agent.guided.steps.address_meant import hear_address_meant
from agent.guided.steps.appointments import (
    at_another_time,
    cancelling,
    moving,
    names_code,
    only_does_not_suit,
)
from agent.guided.steps.booking_questions import answer_noted, is_asking
from agent.guided.steps.proof import proving
from agent.guided.steps.search import (
    contact_step,
    earlier_or_later,
    is_kept,
    looking,
    note_contact,
    shown_times,
)
from agent.guided.steps.standing import standing
from agent.guided.steps.step import Step
from agent.languages import language_of, words_in
from agent.languages.wording import listed
from agent.mentions.sizes import length_in
from agent.turn_context import Talk
from agent.when import When
from agent.wishes.beyond_one_booking import goes_on
from agent.wishes.unclear_days import days_meant, question_about
from agent.wishes.understanding import Understanding, read_contact, understand
from agent.wishes.wish import heard, heard_contact, picked, preferences, wanted_moment

# What is asked for in the middle of a booking question before its answer is heard.
INTERRUPTS = frozenset({"person", "cancel", "restart", "forget"})
# "The day": typed instead of pressing the button that says so.
WHEN_WORDS = frozenset(
    [
        "the day",
        "a day",
        "day",
        "the date",
        "when i come",
        "when i'd like to come",
        "der tag",
        "tag",
        "ein tag",
        "der termin",
        "le jour",
        "jour",
        "la date",
        "el día",
        "el dia",
        "día",
        "la fecha",
        "il giorno",
        "giorno",
        "la data",
        "היום",
        "יום",
        "המועד",
        "התאריך",
        "اليوم",
        "يوم",
        "الموعد",
        "التاريخ",
    ]
)
# What is wanted instead of an answer to a summary.
AT_SUMMARY = frozenset({"person", "cancel", "restart", "move"})
# Who is asked whether to cancel and says "cancel" among other things may want that only here.
STILL_CANCELS = (Kind.MORE, Kind.QUESTION)


def first_step(talk: Talk) -> Step:
    """The first step of a turn."""
    proof = proving(talk)
    if proof is not None:
        return proof
    if talk.pressed is not None and talk.pressed.verb != "say":
        return _pressed(talk, talk.pressed.verb, talk.pressed.value)
    named = _noted(talk) if hear_address_meant(talk) else _name_confirmed(talk)
    if named is not None:
        return named
    said = understand(talk, shown_times(talk), is_asked_for_contact=talk.notepad.awaits_contact)
    if talk.asks_again:
        talk.notepad.draft.settled = True
        return contact_step(talk)
    if talk.answer is not None and talk.answer.kind is Kind.YES and talk.notepad.summary is not None:
        return shown_again(talk)
    if talk.answer is not None:
        return _at_summary(talk, said)
    ways: tuple[Callable[[Talk, Understanding], Step | None], ...] = (
        _giving_contact, _standing, _answering, _going_on, _by_intent, _unclear, _by_question, _by_wish, _by_answer, polite,
    )  # fmt: skip
    draft = talk.notepad.draft
    meant = draft.meant
    for way in ways:
        step = way(talk, said)
        if step is not None:
            draft = talk.notepad.draft
            draft.lost, draft.doubted = 0, draft.doubted and not (way is _by_wish and said.has_day)
            # "Are you open on Saturday?": the times on the screen may not be those of the day that is wanted now.
            draft.doubted = draft.doubted or (said.has_time and way is _by_question)
            draft.meant = draft.meant if draft.meant != meant else None
            return step
    draft.doubted = True
    return lost(talk)


def _name_confirmed(talk: Talk) -> Step | None:
    """The answer, typed or pressed, to whether a word is a name or a day; None where it is the day, or something else is said."""
    draft = talk.notepad.draft
    word, draft.day_or_name = draft.day_or_name, None
    if word is None or not talk.notepad.awaits_contact or talk.pressed is not None:
        return None
    _, name, day = talk.says.NAME_OR_DAY
    told = talk.text.strip(" .!").casefold()
    answer = plain_answer(talk.text, language_of(talk.locale))
    contact = read_contact(talk, is_asked=True)
    is_day = told == day.casefold() or answer == "decline" or told in WHEN_WORDS
    if is_day:
        talk.text, talk.is_day_meant = word, True
        return None
    is_name = told in (name.casefold(), word.casefold()) or answer == "agree"
    if is_name or confirms_name(talk.text, language_of(talk.locale)) or _is_way_alone(contact):
        heard_contact(draft, Understanding(contact=structs.replace(contact, name=word)))
        return _noted(talk)
    return None


def _is_way_alone(contact: Contact) -> bool:
    """Whoever goes on to an address or a number has given a name."""
    return contact.is_whole and contact.name is None and bool(contact.email or contact.phone)


def _at_summary(talk: Talk, said: Understanding) -> Step:
    """What was said to a summary, and is no plain yes or no."""
    if said.intent == "cancel" and asks_of_oneself(talk.text, language_of(talk.locale)):
        # "Do I have to cancel if I am sick?": the terms are asked for.
        said = structs.replace(said, intent="", topic="policy")
    is_kept = (
        talk.answered_deed == "cancel" and talk.answer is not None and talk.answer.kind not in STILL_CANCELS
    )
    wants_other = said.intent in AT_SUMMARY and not (said.intent == "cancel" and is_kept)
    intended = _by_intent(talk, said) if wants_other else None
    step = intended or at_summary(
        talk, said, question=_by_question, wish=_by_wish, answer=_by_answer, lost=lost
    )
    if step.tool != "hand_over":
        talk.notepad.draft.lost = (
            talk.notepad.draft.lost if step.say.startswith(talk.says.NOT_UNDERSTOOD) else 0
        )
    return step


def _pressed(talk: Talk, verb: str, value: str) -> Step:
    draft = talk.notepad.draft
    if verb == "service":
        if draft.service_id != value:
            draft.service_id, draft.length_min = value, None
        return looking(talk)
    if verb == "time":
        if value in talk.notepad.offers:
            picked(talk, talk.notepad.offers[value])
        return Step(tool="hold_time", arguments={"handle": value})
    if verb == "more_times" and draft.service_id is not None:
        return looking(talk, after_day=draft.last_day)
    if verb == "contact":
        contact = talk.notepad.contact
        if contact is not None:
            draft.name, draft.email, draft.phone = contact.name, contact.email, contact.phone
        return _noted(talk)
    return Step(talk.says.WHICH_SERVICE)


def _giving_contact(talk: Talk, said: Understanding) -> Step | None:
    """A name or a way to reach the customer was asked for, and the message is that and nothing else."""
    if not talk.notepad.awaits_contact or not (said.contact.is_whole or said.contact.day_or_name):
        return None
    if said.contact.day_or_name:
        asked, name, day = talk.says.NAME_OR_DAY
        word = talk.notepad.draft.day_or_name = said.contact.day_or_name
        meanings = {name: f"my name is {word}", day: word}
        return Step(
            asked.format(word=word),
            tool="suggest_answers",
            arguments={"answers": list(meanings), "meanings": meanings},
        )
    heard_contact(talk.notepad.draft, said)
    step, other = _noted(talk), said.contact.for_whom
    if other is None:
        return step
    told = talk.says.FOR_WHOM.format(name=said.contact.name, other=other)
    return structs.replace(step, say=f"{told} {step.say}".strip())


def _answering(talk: Talk, said: Understanding) -> Step | None:
    """A booking question is open: what comes is its answer, unless something else is clearly wanted."""
    if not is_asking(talk) or said.intent in INTERRUPTS or (said.topic and "?" in talk.text):
        return None
    return answer_noted(talk) or contact_step(talk)


def _going_on(talk: Talk, _: Understanding) -> Step | None:
    """It was asked whether to go on with what one booking left over."""
    answer, talk.notepad.is_going_on = goes_on(talk), False
    if answer == "agree" and talk.notepad.draft.service_id is not None:
        return looking(talk)
    if answer == "decline":
        talk.notepad.draft.service_id, talk.notepad.remainders = None, []
        talk.notepad.draft.when = When()
        return Step(talk.says.ALL_RIGHT)
    return None


def _by_intent(talk: Talk, said: Understanding) -> Step | None:
    notepad = talk.notepad
    match said.intent:
        case "person":
            return Step(tool="hand_over", arguments={"reason": "the customer asked for a person"})
        case "restart":
            notepad.draft = Draft(
                name=notepad.draft.name, email=notepad.draft.email, phone=notepad.draft.phone
            )
            notepad.moving, notepad.remainders = None, []
            return Step(talk.says.STARTED_OVER, tool="list_services")
        case "cancel" if said.topic != "policy" and not only_does_not_suit(talk, said):
            return cancelling(talk) if not (said.instead and said.has_time) else at_another_time(talk, said)
        case "move" if names_code(talk) or notepad.appointments or notepad.draft.service_id is None:
            is_other = names_code(talk) or notepad.hold_id is None or notepad.moving is None
            return moving(talk, said) if is_other else None
        case "thanks" | "goodbye" if notepad.appointments and not (said.services or notepad.draft.service_id):
            # "See you on Thursday", once it is booked, is no wish for another time.
            return polite(talk, said) if "?" not in talk.text else None
        case "goodbye" if (
            said.answer is None
            and not said.services
            and said.when.is_empty
            and not said.contact.written
            and "?" not in talk.text
        ):
            return polite(talk, said)
        case "forget":
            if notepad.moving is not None and notepad.hold_id is None:
                notepad.end_move()
                return Step(talk.says.KEPT_ANYWAY)
            if notepad.moving is not None:
                notepad.end_move()
            return Step(tool="release_time") if notepad.hold_id else Step(talk.says.ALL_RIGHT)
    return None


def _unclear(talk: Talk, said: Understanding) -> Step | None:
    """A day or an hour that cannot be as it was said is asked about before anything else."""
    if not said.when.unclear:
        return None
    heard(talk, said)
    if talk.notepad.draft.service_id:
        return looking(talk)
    problem = said.when.unclear[0]
    meant, question = days_meant(talk, problem), question_about(talk, problem)
    if not meant:
        return Step(question)
    return Step(question, tool="suggest_answers", arguments={"answers": list(meant), "meanings": meant})


def _standing(talk: Talk, _: Understanding) -> Step | None:
    return standing(talk)


def _by_question(talk: Talk, said: Understanding) -> Step | None:
    """Something about the business is asked; the booking goes on with the next message."""
    if talk.answer is not None and (told := standing(talk)) is not None:
        return told
    goes_on_choosing = said.has_time and "?" not in talk.text and bool(shown_times(talk))
    fact = owners_fact(talk) if not (said.services or goes_on_choosing) else None
    if fact is not None:
        return Step(fact)
    if (
        said.asks_presence
        and said.staff is not None
        and not said.when.is_empty
        and said.topic in ("", "hours")
    ):
        return _presence(talk, said)
    if said.intent in REFUSED and not said.about_booking:
        return polite(talk, said)
    in_mind = talk.notepad.draft.service_id
    goes_on = said.services or not said.when.is_empty or (said.more and in_mind)
    if said.topic and not (said.topic == "services" and goes_on) and not _is_wish(talk, said):
        if len(said.services) == 1 and in_mind is None:
            # "And what does it cost?" is asked of the same service.
            talk.notepad.draft.service_id = said.services[0].id
        return about(talk, said)
    return None


def _is_wish(talk: Talk, said: Understanding) -> bool:
    """A service and a time are wanted, whatever else is touched on: "a haircut on Saturday, if you're open"."""
    by_the_way = said.topic == "hours" or (said.topic == "staff" and "?" not in talk.text)
    return by_the_way and bool(said.services) and not said.when.is_empty


def _presence(talk: Talk, said: Understanding) -> Step:
    """ "Is Dana there on Thursday?": told, and remembered as a wish; with a service in mind the times tell it."""
    told = about(talk, said)
    if talk.answer is not None:
        return told  # Who is there is no wish, while a summary waits.
    heard(talk, said)
    return looking(talk) if talk.notepad.draft.service_id else told


def _by_wish(talk: Talk, said: Understanding) -> Step | None:
    notepad, draft = talk.notepad, talk.notepad.draft
    if len(said.services) > 1:
        names = [service.name for service in said.services]
        # The day and the hour that came with them are kept for the one that is meant.
        heard(talk, said)
        asked = talk.says.WHICH_OF.format(names=listed(names, talk.says.OR))
        return Step(asked, tool="suggest_answers", arguments={"answers": names})
    shown, held = shown_times(talk), notepad.held_offer
    if said.place_in_list is not None and not shown and draft.service_id is None:
        return _service_of_list(talk, said.place_in_list)
    wanted, who_and_what = wanted_moment(draft.when, shown), preferences(draft)
    changed = heard(talk, said)
    if said.services and draft.length_min is None:
        # "The long one" may come in the sentence that names the service.
        draft.length_min = length_in(talk.text.casefold(), said.services[0], words_in(talk.locale))
    if said.chosen is not None and draft.doubted and talk.pressed is None:
        return _asked_back(talk, said.chosen)
    if said.chosen is not None:
        picked(talk, said.chosen)
        if preferences(draft) != who_and_what:
            return looking(talk)  # "10:30 with Miriam": at that time, but not as it was offered.
        return Step(tool="hold_time", arguments={"handle": said.chosen.handle})
    starts = [offer.start for offer in shown] or ([held.start] if held else [])
    if said.when.relative and starts:
        return earlier_or_later(talk, said.when.relative, starts, wanted)
    if (said.more or said.when.relative == "later") and draft.service_id:
        if draft.when.unclear:
            # Whoever asks what else there is has given up the day that could not be.
            draft.when = structs.replace(draft.when, problems=(), dates=())
        return looking(talk, after_day=draft.last_day)
    if draft.service_id and (changed or (said.services and not is_kept(talk))):
        return looking(talk)
    if said.about_booking and not draft.service_id and not (said.contact.written and said.when.is_empty):
        return Step(tool="list_services")
    if draft.service_id and said.has_time and notepad.summary is None and not said.contact.written:
        # The same wish once more.
        return contact_step(talk) if is_kept(talk) else looking(talk)
    return None


def _asked_back(talk: Talk, chosen: Offer) -> Step:
    """What was said before the choice was not understood, and may have been another day: the time is named before it is kept."""
    talk.notepad.draft.doubted, talk.notepad.draft.meant = False, chosen.handle
    asked = talk.says.WHICH_OF.format(names=chosen.label)
    return Step(asked, tool="suggest_answers", arguments={"answers": [chosen.label]})


def _service_of_list(talk: Talk, place: int) -> Step | None:
    """ "The first one", of the services on the screen: those it was asked about, else the newest list."""
    inputs = talk.notepad.inputs.values()
    by_name = {service.name: service.id for service in talk.catalogue.services.values()}
    listed_now = [by_name[known.value] for known in inputs if known.verb == "say" and known.value in by_name]
    listed_now = listed_now or [known.value for known in inputs if known.verb == "service"]
    if not listed_now or place >= len(listed_now):
        return None
    talk.notepad.draft.service_id = listed_now[place]
    return looking(talk)


def _by_answer(talk: Talk, said: Understanding) -> Step | None:
    """Nothing new about the booking: an answer to what was asked last."""
    draft, contact = talk.notepad.draft, said.contact
    if contact.name or contact.email or contact.phone:
        return _noted(talk)
    if said.answer == "agree" and said.intent in ("thanks", "goodbye") and not draft.service_id:
        return None
    if said.answer == "agree" or (said.intent == "book" and said.answer != "decline"):
        return _agreed(talk)
    if said.answer == "decline" and talk.notepad.moving is not None:
        talk.notepad.end_move()
        return Step(talk.says.KEPT_ANYWAY)
    if said.answer == "decline" and draft.service_id:
        return Step(talk.says.WHAT_INSTEAD)
    if said.too_far_down:
        return Step(talk.says.FEWER_TIMES.format(count=len(shown_times(talk))))
    if said.answer == "decline":
        return Step(talk.says.ALL_RIGHT)
    return None


def _noted(talk: Talk) -> Step:
    """Contact details have come: on to the summary where a time is kept, else they wait for one."""
    if is_kept(talk):
        return contact_step(talk)
    refused = note_contact(talk)
    if refused is not None:
        return refused
    if talk.notepad.appointments and talk.notepad.draft.service_id is None:
        return Step(_booked_as_it_was(talk))
    return Step(talk.says.NOTED_WHICH_TIME if shown_times(talk) else talk.says.NOTED_WHICH_SERVICE)


def _booked_as_it_was(talk: Talk) -> str:
    """Whoever gives another name or address once it is booked is told that the booking keeps its own, and who can change that."""
    organization = talk.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [talk.says.KEEPS_CONTACT]
    if ways:
        told.append(talk.says.ABOUT_CONTACT.format(contact=listed(ways, talk.says.OR)))
    return " ".join(told)


def _agreed(talk: Talk) -> Step | None:
    """A yes with no summary open, or a wish to book: to the only time on offer, or to going on."""
    shown = shown_times(talk)
    meant = talk.notepad.draft.meant
    if meant in talk.notepad.listed:
        picked(talk, talk.notepad.offers[meant])
        return Step(tool="hold_time", arguments={"handle": meant})
    if is_kept(talk):
        return contact_step(talk)
    if len(shown) == 1:
        return Step(tool="hold_time", arguments={"handle": shown[0].handle})
    if shown:
        return Step(talk.says.WHICH_TIME)
    return looking(talk) if talk.notepad.draft.service_id else Step(tool="list_services")
