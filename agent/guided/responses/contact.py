"""A name, an address or a number: the answer to a question, or told unasked."""

import re

from msgspec import structs

from agent.assent import plain_answer
from agent.contact_lines import Contact, confirms_name
from agent.guided.steps.search import contact_step, has_wanted_hold, note_contact, offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.refusals import sentence_for_refusal
from agent.languages.wording import join_words
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import read_contact
from agent.wishes.wish import update_contact
from booking_core.customers.phone_countries import ways_in_words
from booking_core.customers.phones import incomplete_number

# Digits that begin as a number does, too few to be one.
BEGINNING = re.compile(r"(?<![\w:.,/+-])(?:\+|0)\d{2,}(?:[ /-]?\d+)*(?![:.,]?\d)")
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


def name_or_day_step(context: TurnContext) -> GuidedStep | None:
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
        return step_after_contact(context)
    return None


def _is_way_alone(contact: Contact) -> bool:
    """Whoever goes on to an address or a number has given a name."""
    return contact.is_whole and contact.name is None and bool(contact.email or contact.phone)


def contact_answer_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A name or a way to reach the customer was asked for, and the message is that and nothing else."""
    if _begins_number(context, said):
        update_contact(context.state.draft, said)
        missing = sentence_for_refusal(context.locale, incomplete_number())
        return GuidedStep(context.says.BAD_CONTACT.format(detail=missing))
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
    step, other = step_after_contact(context), said.contact.for_whom
    if other is None:
        return step
    told = context.says.FOR_WHOM.format(name=said.contact.name, other=other)
    return structs.replace(step, say=f"{told} {step.say}".strip())


def _begins_number(context: TurnContext, said: ParsedMessage) -> bool:
    """ "0171 abc": the beginning of a number, where one was asked for, and no end."""
    is_way = said.contact.email or said.contact.phone or not said.when.is_empty
    return context.state.awaits_contact and not is_way and bool(BEGINNING.search(context.text))


def step_after_contact(context: TurnContext) -> GuidedStep:
    """Contact details have come: on to the summary where a time is kept, else they wait for one."""
    if has_wanted_hold(context):
        return contact_step(context)
    refused = note_contact(context)
    if refused is not None:
        return refused
    if context.state.callback and not context.state.callback_told:
        return _callback_step(context)
    if context.situation.is_made and context.state.draft.service_id is None:
        return GuidedStep(_contact_stays_sentence(context))
    return GuidedStep(
        context.says.NOTED_WHICH_TIME if offers_on_screen(context) else context.says.NOTED_WHICH_SERVICE
    )


def _callback_step(context: TurnContext) -> GuidedStep:
    """Who asked for a person is asked for what is missing, and told what the team has once it is known."""
    contact, draft = context.state.contact, context.state.draft
    if contact is not None:
        told = context.says.CALL_BACK_NOTED
        return GuidedStep(told.format(name=contact.name, contact=ways_in_words(contact)))
    if draft.name:
        return GuidedStep(context.says.NEED_CONTACT.format(name=draft.name))
    return GuidedStep(context.says.NEED_NAME)


def _contact_stays_sentence(context: TurnContext) -> str:
    """Whoever gives another name or address once it is booked is told that the booking keeps its own, and who
    can change that."""
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [context.says.KEEPS_CONTACT]
    if ways:
        told.append(context.says.ABOUT_CONTACT.format(contact=join_words(ways, context.says.OR)))
    return " ".join(told)
