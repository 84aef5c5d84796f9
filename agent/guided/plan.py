"""What to do about a message: the first step of a turn. Corrections come before choices, choices before
questions."""

from collections.abc import Callable

from msgspec import structs

from agent.assent import AnswerKind, plain_answer
from agent.assent.own_questions import asks_about_own_obligations
from agent.contact_lines import Contact, confirms_name
from agent.conversation.state import Draft, Offer
from agent.guided.replies.facts import answer_question, owners_fact
from agent.guided.replies.manners import REFUSED, courtesy_step, not_understood_step
from agent.guided.replies.summaries import repeat_summary, summary_step
from agent.guided.steps.address_meant import hear_address_meant
from agent.guided.steps.appointments import (
    cancel_step,
    move_instead,
    move_step,
    names_code,
    only_rejects_times,
)
from agent.guided.steps.booking_questions import is_asking, note_answer
from agent.guided.steps.proof import proof_step
from agent.guided.steps.search import (
    contact_step,
    earlier_or_later_step,
    has_wanted_hold,
    note_contact,
    offers_on_screen,
    search_step,
)
from agent.guided.steps.standing import standing
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of, words_in
from agent.languages.wording import join_words
from agent.mentions.sizes import length_in
from agent.turn_context import TurnContext
from agent.when import When
from agent.wishes.beyond_one_booking import answer_to_continuing
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.unclear_days import candidate_days, question_about
from agent.wishes.understanding import parse_message, read_contact
from agent.wishes.wish import choose_offer, preferences, unavailable_moment, update_contact, update_draft

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
STILL_CANCELS = (AnswerKind.MORE, AnswerKind.QUESTION)


def first_step(context: TurnContext) -> GuidedStep:
    """The first step of a turn."""
    proof = proof_step(context)
    if proof is not None:
        return proof
    if context.pressed is not None and context.pressed.verb != "say":
        return _button_step(context, context.pressed.verb, context.pressed.value)
    named = _after_contact(context) if hear_address_meant(context) else _name_or_day(context)
    if named is not None:
        return named
    said = parse_message(
        context, offers_on_screen(context), is_asked_for_contact=context.state.awaits_contact
    )
    if context.asks_again:
        context.state.draft.settled = True
        return contact_step(context)
    if (
        context.answer is not None
        and context.answer.kind is AnswerKind.YES
        and context.state.summary is not None
    ):
        return repeat_summary(context)
    if context.answer is not None:
        return _at_summary(context, said)
    ways: tuple[Callable[[TurnContext, ParsedMessage], GuidedStep | None], ...] = (
        _contact_answer, _standing, _question_answer, _continuation_answer, _by_intent, _ask_unclear_time, _by_question, _by_wish, _by_answer, courtesy_step,
    )  # fmt: skip
    draft = context.state.draft
    meant = draft.meant
    for way in ways:
        step = way(context, said)
        if step is not None:
            draft = context.state.draft
            draft.lost, draft.doubted = 0, draft.doubted and not (way is _by_wish and said.has_day)
            # "Are you open on Saturday?": the times on the screen may not be those of the day that is wanted
            # now.
            draft.doubted = draft.doubted or (said.has_time and way is _by_question)
            draft.meant = draft.meant if draft.meant != meant else None
            return step
    draft.doubted = True
    return not_understood_step(context)


def _name_or_day(context: TurnContext) -> GuidedStep | None:
    """The answer, typed or pressed, to whether a word is a name or a day; None where it is the day, or
    something else is said."""
    draft = context.state.draft
    word, draft.day_or_name = draft.day_or_name, None
    if word is None or not context.state.awaits_contact or context.pressed is not None:
        return None
    _, name, day = context.says.NAME_OR_DAY
    told = context.text.strip(" .!").casefold()
    answer = plain_answer(context.text, language_of(context.locale))
    contact = read_contact(context, is_asked=True)
    is_day = told == day.casefold() or answer == "decline" or told in WHEN_WORDS
    if is_day:
        context.text, context.is_day_meant = word, True
        return None
    is_name = told in (name.casefold(), word.casefold()) or answer == "agree"
    if is_name or confirms_name(context.text, language_of(context.locale)) or _is_way_alone(contact):
        update_contact(draft, ParsedMessage(contact=structs.replace(contact, name=word)))
        return _after_contact(context)
    return None


def _is_way_alone(contact: Contact) -> bool:
    """Whoever goes on to an address or a number has given a name."""
    return contact.is_whole and contact.name is None and bool(contact.email or contact.phone)


def _at_summary(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """What was said to a summary, and is no plain yes or no."""
    if said.intent == "cancel" and asks_about_own_obligations(context.text, language_of(context.locale)):
        # "Do I have to cancel if I am sick?": the terms are asked for.
        said = structs.replace(said, intent="", topic="policy")
    is_kept = (
        context.answered_deed == "cancel"
        and context.answer is not None
        and context.answer.kind not in STILL_CANCELS
    )
    wants_other = said.intent in AT_SUMMARY and not (said.intent == "cancel" and is_kept)
    intended = _by_intent(context, said) if wants_other else None
    step = intended or summary_step(
        context, said, question=_by_question, wish=_by_wish, answer=_by_answer, lost=not_understood_step
    )
    if step.tool != "hand_over":
        context.state.draft.lost = (
            context.state.draft.lost if step.say.startswith(context.says.NOT_UNDERSTOOD) else 0
        )
    return step


def _button_step(context: TurnContext, verb: str, value: str) -> GuidedStep:
    draft = context.state.draft
    if verb == "service":
        if draft.service_id != value:
            draft.service_id, draft.length_min = value, None
        return search_step(context)
    if verb == "time":
        if value in context.state.offers:
            choose_offer(context, context.state.offers[value])
        return GuidedStep(tool="hold_time", arguments={"handle": value})
    if verb == "more_times" and draft.service_id is not None:
        return search_step(context, after_day=draft.last_day)
    if verb == "contact":
        contact = context.state.contact
        if contact is not None:
            draft.name, draft.email, draft.phone = contact.name, contact.email, contact.phone
        return _after_contact(context)
    return GuidedStep(context.says.WHICH_SERVICE)


def _contact_answer(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A name or a way to reach the customer was asked for, and the message is that and nothing else."""
    if not context.state.awaits_contact or not (said.contact.is_whole or said.contact.day_or_name):
        return None
    if said.contact.day_or_name:
        asked, name, day = context.says.NAME_OR_DAY
        word = context.state.draft.day_or_name = said.contact.day_or_name
        meanings = {name: f"my name is {word}", day: word}
        return GuidedStep(
            asked.format(word=word),
            tool="suggest_answers",
            arguments={"answers": list(meanings), "meanings": meanings},
        )
    update_contact(context.state.draft, said)
    step, other = _after_contact(context), said.contact.for_whom
    if other is None:
        return step
    told = context.says.FOR_WHOM.format(name=said.contact.name, other=other)
    return structs.replace(step, say=f"{told} {step.say}".strip())


def _question_answer(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A booking question is open: what comes is its answer, unless something else is clearly wanted."""
    if not is_asking(context) or said.intent in INTERRUPTS or (said.topic and "?" in context.text):
        return None
    return note_answer(context) or contact_step(context)


def _continuation_answer(context: TurnContext, _: ParsedMessage) -> GuidedStep | None:
    """It was asked whether to go on with what one booking left over."""
    answer, context.state.is_going_on = answer_to_continuing(context), False
    if answer == "agree" and context.state.draft.service_id is not None:
        return search_step(context)
    if answer == "decline":
        context.state.draft.service_id, context.state.remainders = None, []
        context.state.draft.when = When()
        return GuidedStep(context.says.ALL_RIGHT)
    return None


def _by_intent(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    state = context.state
    match said.intent:
        case "person":
            return GuidedStep(tool="hand_over", arguments={"reason": "the customer asked for a person"})
        case "restart":
            state.draft = Draft(name=state.draft.name, email=state.draft.email, phone=state.draft.phone)
            state.moving, state.remainders = None, []
            return GuidedStep(context.says.STARTED_OVER, tool="list_services")
        case "cancel" if said.topic != "policy" and not only_rejects_times(context, said):
            return (
                cancel_step(context) if not (said.instead and said.has_time) else move_instead(context, said)
            )
        case "move" if names_code(context) or state.appointments or state.draft.service_id is None:
            is_other = names_code(context) or state.hold_id is None or state.moving is None
            return move_step(context, said) if is_other else None
        case "thanks" | "goodbye" if state.appointments and not (said.services or state.draft.service_id):
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
            if state.moving is not None and state.hold_id is None:
                state.end_move()
                return GuidedStep(context.says.KEPT_ANYWAY)
            if state.moving is not None:
                state.end_move()
            return GuidedStep(tool="release_time") if state.hold_id else GuidedStep(context.says.ALL_RIGHT)
    return None


def _ask_unclear_time(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A day or an hour that cannot be as it was said is asked about before anything else."""
    if not said.when.unclear:
        return None
    update_draft(context, said)
    if context.state.draft.service_id:
        return search_step(context)
    problem = said.when.unclear[0]
    meant, question = candidate_days(context, problem), question_about(context, problem)
    if not meant:
        return GuidedStep(question)
    return GuidedStep(question, tool="suggest_answers", arguments={"answers": list(meant), "meanings": meant})


def _standing(context: TurnContext, _: ParsedMessage) -> GuidedStep | None:
    return standing(context)


def _by_question(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Something about the business is asked; the booking goes on with the next message."""
    if context.answer is not None and (told := standing(context)) is not None:
        return told
    goes_on_choosing = said.has_time and "?" not in context.text and bool(offers_on_screen(context))
    fact = owners_fact(context) if not (said.services or goes_on_choosing) else None
    if fact is not None:
        return GuidedStep(fact)
    if (
        said.asks_presence
        and said.staff is not None
        and not said.when.is_empty
        and said.topic in ("", "hours")
    ):
        return _presence(context, said)
    if said.intent in REFUSED and not said.is_about_booking:
        return courtesy_step(context, said)
    in_mind = context.state.draft.service_id
    goes_on = said.services or not said.when.is_empty or (said.more and in_mind)
    if said.topic and not (said.topic == "services" and goes_on) and not _is_wish(context, said):
        if len(said.services) == 1 and in_mind is None:
            # "And what does it cost?" is asked of the same service.
            context.state.draft.service_id = said.services[0].id
        return answer_question(context, said)
    return None


def _is_wish(context: TurnContext, said: ParsedMessage) -> bool:
    """A service and a time are wanted, whatever else is touched on: "a haircut on Saturday, if you're
    open"."""
    by_the_way = said.topic == "hours" or (said.topic == "staff" and "?" not in context.text)
    return by_the_way and bool(said.services) and not said.when.is_empty


def _presence(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """ "Is Dana there on Thursday?": told, and remembered as a wish; with a service in mind the times tell
    it."""
    told = answer_question(context, said)
    if context.answer is not None:
        return told  # Who is there is no wish, while a summary waits.
    update_draft(context, said)
    return search_step(context) if context.state.draft.service_id else told


def _by_wish(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    state, draft = context.state, context.state.draft
    if len(said.services) > 1:
        names = [service.name for service in said.services]
        # The day and the hour that came with them are kept for the one that is meant.
        update_draft(context, said)
        asked = context.says.WHICH_OF.format(names=join_words(names, context.says.OR))
        return GuidedStep(asked, tool="suggest_answers", arguments={"answers": names})
    shown, held = offers_on_screen(context), state.held_offer
    if said.place_in_list is not None and not shown and draft.service_id is None:
        return _service_of_list(context, said.place_in_list)
    wanted, who_and_what = unavailable_moment(draft.when, shown), preferences(draft)
    changed = update_draft(context, said)
    if said.services and draft.length_min is None:
        # "The long one" may come in the sentence that names the service.
        draft.length_min = length_in(context.text.casefold(), said.services[0], words_in(context.locale))
    if said.chosen is not None and draft.doubted and context.pressed is None:
        return _ask_back(context, said.chosen)
    if said.chosen is not None:
        choose_offer(context, said.chosen)
        if preferences(draft) != who_and_what:
            return search_step(context)  # "10:30 with Miriam": at that time, but not as it was offered.
        return GuidedStep(tool="hold_time", arguments={"handle": said.chosen.handle})
    starts = [offer.start for offer in shown] or ([held.start] if held else [])
    if said.when.relative and starts:
        return earlier_or_later_step(context, said.when.relative, starts, wanted)
    if (said.more or said.when.relative == "later") and draft.service_id:
        if draft.when.unclear:
            # Whoever asks what else there is has given up the day that could not be.
            draft.when = structs.replace(draft.when, problems=(), dates=())
        return search_step(context, after_day=draft.last_day)
    if draft.service_id and (changed or (said.services and not has_wanted_hold(context))):
        return search_step(context)
    if said.is_about_booking and not draft.service_id and not (said.contact.written and said.when.is_empty):
        return GuidedStep(tool="list_services")
    if draft.service_id and said.has_time and state.summary is None and not said.contact.written:
        # The same wish once more.
        return contact_step(context) if has_wanted_hold(context) else search_step(context)
    return None


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


def _by_answer(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Nothing new about the booking: an answer to what was asked last."""
    draft, contact = context.state.draft, said.contact
    if contact.name or contact.email or contact.phone:
        return _after_contact(context)
    if said.answer == "agree" and said.intent in ("thanks", "goodbye") and not draft.service_id:
        return None
    if said.answer == "agree" or (said.intent == "book" and said.answer != "decline"):
        return _agreement_step(context)
    if said.answer == "decline" and context.state.moving is not None:
        context.state.end_move()
        return GuidedStep(context.says.KEPT_ANYWAY)
    if said.answer == "decline" and draft.service_id:
        return GuidedStep(context.says.WHAT_INSTEAD)
    if said.too_far_down:
        return GuidedStep(context.says.FEWER_TIMES.format(count=len(offers_on_screen(context))))
    if said.answer == "decline":
        return GuidedStep(context.says.ALL_RIGHT)
    return None


def _after_contact(context: TurnContext) -> GuidedStep:
    """Contact details have come: on to the summary where a time is kept, else they wait for one."""
    if has_wanted_hold(context):
        return contact_step(context)
    refused = note_contact(context)
    if refused is not None:
        return refused
    if context.state.appointments and context.state.draft.service_id is None:
        return GuidedStep(_contact_stays_sentence(context))
    return GuidedStep(
        context.says.NOTED_WHICH_TIME if offers_on_screen(context) else context.says.NOTED_WHICH_SERVICE
    )


def _contact_stays_sentence(context: TurnContext) -> str:
    """Whoever gives another name or address once it is booked is told that the booking keeps its own, and who
    can change that."""
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [context.says.KEEPS_CONTACT]
    if ways:
        told.append(context.says.ABOUT_CONTACT.format(contact=join_words(ways, context.says.OR)))
    return " ".join(told)


def _agreement_step(context: TurnContext) -> GuidedStep | None:
    """A yes with no summary open, or a wish to book: to the only time on offer, or to going on."""
    shown = offers_on_screen(context)
    meant = context.state.draft.meant
    if meant in context.state.listed:
        choose_offer(context, context.state.offers[meant])
        return GuidedStep(tool="hold_time", arguments={"handle": meant})
    if has_wanted_hold(context):
        return contact_step(context)
    if len(shown) == 1:
        return GuidedStep(tool="hold_time", arguments={"handle": shown[0].handle})
    if shown:
        return GuidedStep(context.says.WHICH_TIME)
    return search_step(context) if context.state.draft.service_id else GuidedStep(tool="list_services")
