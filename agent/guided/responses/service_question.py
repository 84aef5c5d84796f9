"""A question about a service is answered with what is stored of it, and with nothing that nobody has stored;
no times are looked for."""

import re
from collections.abc import Callable, Sequence

from agent.assent.information import asks_for_information
from agent.guided.replies.fact_words import translated_fact
from agent.guided.replies.facts import owners_fact
from agent.guided.replies.prices import price_and_length
from agent.guided.replies.summaries import names_little_else
from agent.guided.replies.unknown import unknown_answer
from agent.guided.responses.clauses import AND, SENTENCES, cut, hear_part
from agent.guided.responses.question import question_step
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.concerns import concern_texts_in
from agent.languages.wording import join_words
from agent.mentions.concerns.animals import is_for_animal, names_animal
from agent.mentions.service_questions import (
    asks_about_children,
    asks_of_service,
    asks_what_it_is,
    begins_as_question,
    laughs,
)
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message
from booking_core.catalogue.services.services import Service

CLAUSES = re.compile(r"(?:[,;:!?،؛\n]|(?<!\d)\.)+\s*")
QUESTION = re.compile("[?؟]")
# Nobody reads more of one message.
MOST_CLAUSES = 6
# "What?" asks what was said, and nothing of the business.
LEAST_WORDS = 3


def service_question_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """What is known of the services a question names; None for a wish."""
    if not said.services or said.chosen is not None or context.pressed is not None or said.contact.written:
        return None
    is_wish = said.has_day or said.intent in ("book", "cancel", "move", "person") or said.more
    language = language_of(context.locale)
    if (
        is_wish
        or not asks_of_service(context.text, language)
        or (names_little_else(context, said) and not asks_what_it_is(context.text, language))
    ):
        return None
    if laughs(context.text):
        return GuidedStep(context.says.JOKES)
    if (fact := owners_fact(context)) is not None:
        return GuidedStep(fact)
    is_known = asks_what_it_is(context.text, language)
    told = about_services(context, said, said.services)
    return GuidedStep(told if is_known else f"{unknown_answer(context)} {told}")


def about_services(context: TurnContext, said: ParsedMessage, services: Sequence[Service]) -> str:
    """What they are, what they cost and how long they take."""
    about = concern_texts_in(context.locale).about
    told = [
        about.format(service=service.name, description=service.description)
        for service in services
        if service.description
    ]
    return " ".join((*told, *(price_and_length(context, said, service) for service in services)))


def unknown_question_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """A question that nothing here answers: that is said, instead of that it was not understood."""
    state = context.state
    if context.pressed is not None or state.summary is not None or said.is_about_booking:
        return None
    if laughs(context.text) and not said.intent and not context.situation.is_known:
        return GuidedStep(context.says.JOKES)
    language = language_of(context.locale)
    is_asked = bool(QUESTION.search(context.text)) or asks_for_information(context.text, language)
    if not is_asked or len(context.text.split()) < LEAST_WORDS or said.intent or said.answer:
        return None
    return GuidedStep(translated_fact(context) or unknown_answer(context))


def unknown_beside_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The same beside a summary, of a question that asks for nothing to be different."""
    if context.names_something or said.is_about_booking or said.contact.written:
        return None
    first, *rest = SENTENCES.split(context.text.strip(), maxsplit=1)
    asked = rest[0] if rest and "?" not in first and "؟" not in first else context.text
    if not asks_for_information(asked, language_of(context.locale)):
        return None
    return GuidedStep(translated_fact(context) or unknown_answer(context))


def answers_beside(context: TurnContext, is_main: Callable[[TurnContext, str], bool]) -> str:
    """The answers to what is asked in the clauses of a message beside the main one."""
    told = []
    clauses = [part for one in CLAUSES.split(context.text) for part in _questions_in(context, one)]
    for clause in clauses[:MOST_CLAUSES]:
        if not clause.strip() or is_main(context, clause):
            continue
        with hear_part(context, clause, is_alone=True):
            if asks_about_children(clause):
                # "Can I bring my kid, he is 4": of no hour.
                told.append(owners_fact(context) or unknown_answer(context))
                continue
            said = parse_message(context, ())
            step = None if said.has_time else question_step(context, said)
            is_asked = begins_as_question(clause, language_of(context.locale)) and not said.is_about_booking
            if step is None and is_asked and not said.intent:
                step = GuidedStep(unknown_answer(context))
            told += [step.say] if step is not None and not step.tool else []
    return " ".join(dict.fromkeys(told))


def _questions_in(context: TurnContext, clause: str) -> list[str]:
    """ "Is there parking and can I bring my kid": each for itself, where each begins as a question does."""
    parts, language = cut(context, clause, AND), language_of(context.locale)
    return parts if len(parts) > 1 and all(begins_as_question(one, language) for one in parts) else [clause]


def animal_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """Nothing is looked for or kept: whether they do that only the business knows."""
    language = language_of(context.locale)
    if context.pressed is not None or said.contact.written or not is_for_animal(context.text, language):
        return None
    organization, services = context.catalogue.organization, context.catalogue.services.values()
    own_words = [name for one in services for name in (*one.spoken_names, one.description)]
    if any(map(names_animal, own_words)):
        return None
    ways = [way for way in (organization.phone, organization.email) if way]
    told = [context.says.FOR_PEOPLE]
    if ways:
        told.append(context.says.ABOUT_CONTACT.format(contact=join_words(ways, context.says.OR)))
    return GuidedStep(" ".join(told))
