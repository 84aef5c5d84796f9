"""A question about the business, or about somebody who works there."""

import re

from msgspec import structs

from agent.assent.information import asks_for_information
from agent.guided.replies.facts import answer_question, owners_fact
from agent.guided.replies.manners import REFUSED, courtesy_step
from agent.guided.replies.person import person_step
from agent.guided.replies.prices import price_and_length
from agent.guided.replies.summaries import names_little_else
from agent.guided.replies.unknown import unknown_answer
from agent.guided.steps.search import offers_on_screen, search_step
from agent.guided.steps.standing import standing
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.concerns import concern_texts_in
from agent.languages.wording import join_words
from agent.mentions.names.people import people_in
from agent.mentions.offsets import without_offset
from agent.mentions.service_questions import asks_about_children, begins_as_question, laughs
from agent.mentions.sizes.lengths import minutes_told
from agent.mentions.staffing import Staffing, asks_for_their_presence
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import person_in_mind
from agent.wishes.wish import update_draft
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service

QUESTION = re.compile("[?؟]")
# "Would ninety minutes be possible too?"; in more words, minutes are of something else.
MOST_WORDS_OF_LENGTH = 7
# What leads to the name of somebody who is wanted, and not asked about.
WITH = r"with|w|mit|bei|beim|zum|zur|avec|chez|con|da|עם|אצל|مع|عند|by|from"


def question_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Something about the business is asked; the booking goes on with the next message."""
    if context.answer is not None and (told := standing(context)) is not None:
        return told
    if (about_somebody := person_step(context, said)) is not None:
        return about_somebody
    if (length := _other_length(context, said)) is not None:
        return GuidedStep(price_and_length(context, said, length))
    said = _of_person_in_mind(context, said)
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
        return _presence_step(context, said)
    if fact is None and not said.has_time and asks_about_children(context.text):
        return GuidedStep(unknown_answer(context))
    if said.intent in REFUSED and not said.is_about_booking:
        return courtesy_step(context, said)
    in_mind = context.state.draft.service_id
    goes_on = said.services or not said.when.is_empty or (said.more and in_mind)
    if said.topic and not (said.topic == "services" and goes_on) and not _is_wish(context, said):
        if len(said.services) == 1 and in_mind is None:
            # "And what does it cost?" is asked of the same service.
            context.state.draft.service_id = said.services[0].id
        if said.topic == "services" and laughs(context.text):
            return GuidedStep(context.says.JOKES)
        return answer_question(context, said)
    return None


def _other_length(context: TurnContext, said: ParsedMessage) -> Service | None:
    """The service of which a length is asked for that it does not come in: "would 90 minutes work too?"."""
    in_mind = context.catalogue.services.get(context.state.draft.service_id or "")
    service = said.services[0] if len(said.services) == 1 else in_mind
    told = minutes_told(without_offset(context.text.casefold(), language_of(context.locale)))
    is_other = said.has_time or said.topic or len(context.text.split()) > MOST_WORDS_OF_LENGTH
    if service is None or not told or is_other or context.pressed is not None:
        return None
    return None if any(minutes in service.durations for minutes in told) else service


def _is_wish(context: TurnContext, said: ParsedMessage) -> bool:
    """A service and a time are wanted, whatever else is touched on: "a haircut on Saturday, if you're
    open"."""
    by_the_way = said.topic == "hours" or (said.topic == "staff" and "?" not in context.text)
    return by_the_way and bool(said.services) and not said.when.is_empty


def _of_person_in_mind(context: TurnContext, said: ParsedMessage) -> ParsedMessage:
    """ "Is she even there on Friday", of whoever is wanted so far."""
    person = person_in_mind(context)
    if said.staffing != Staffing() or person is None or not asks_for_their_presence(context.text):
        return said
    return structs.replace(said, staffing=Staffing(person), asks_presence=True)


def _presence_step(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """ "Is Dana there on Thursday?": told, and remembered as a wish; with a service in mind the times tell
    it."""
    told = answer_question(context, said)
    if context.answer is not None or context.state.draft.when.dates:
        return (
            told  # Who is there is no wish, while a summary waits or the times of another day are looked at.
        )
    update_draft(context, said)
    return search_step(context) if context.state.draft.service_id else told


def person_question_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """ "Is Dana gentle?", "who is Jonas?": what is stored of them is told, and that the rest is not known.
    None where the person is wanted, or a day or a service is asked for with them."""
    person, language = said.staff, language_of(context.locale)
    is_wish = said.services or said.has_time or said.chosen or said.more or said.intent or said.instead
    if person is None or is_wish or context.pressed is not None or said.contact.written or said.asks_presence:
        return None
    is_asked = (
        bool(QUESTION.search(context.text))
        or asks_for_information(context.text, language)
        or begins_as_question(context.text, language)
    )
    if any(_is_led_to(context.text, spoken) for _, spoken in people_in(context.catalogue, context.text)):
        return None  # "What have you got with Miriam?"
    if not is_asked or said.topic not in ("", "staff") or names_little_else(context, said):
        return None
    return GuidedStep(f"{unknown_answer(context)} {_about(context, person)}")


def _is_led_to(text: str, spoken: str) -> bool:
    return bool(re.search(rf"(?<!\w)(?:{WITH})\s+{re.escape(spoken.casefold())}(?!\w)", text.casefold()))


def _about(context: TurnContext, person: Resource) -> str:
    """What they say of themselves, else what they do."""
    done = [
        service.name
        for service in context.catalogue.services.values()
        if person in context.catalogue.resources_of[service.id]
    ]
    told = person.bio or join_words(done, context.says.AND)
    return concern_texts_in(context.locale).about.format(service=person.name, description=told)
