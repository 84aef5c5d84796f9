"""Answers to questions about the business, from its records."""

import re
from datetime import date, timedelta

from agent.conversation.place_mentions import places_in, words_of_places_in
from agent.conversation.places import name_and_address, places_of
from agent.guided.replies.hours import (
    has_hours,
    hours_owner,
    opening_sentence,
    span_sentences,
    staff_day_sentence,
    staff_week_sentence,
)
from agent.guided.replies.prices import length_answer, price_answer, services_asked_about
from agent.guided.steps.place import places_in_question
from agent.guided.steps.step import GuidedStep
from agent.languages.texts.foreign_facts import fact_in
from agent.languages.vocabulary.asked_topics import ASKED_FOR
from agent.languages.wording import join_words
from agent.tools.business import hours_text
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.time.wall_clock import zone

WORDS = re.compile(r"[^\W\d_]{3,}")
# "Who does it": of the service that is in mind, and not who works here.
WHO_DOES_IT = re.compile(
    r"(?<!\w)(?:who(?:'s| is| would| will| can)? (?:do(?:es|ing)?|giv(?:es|ing)|perform\w*)|"
    r"wer (?:macht|kann|gibt)|qui (?:(?:le|la|les|en) )?(?:fait|s'en occupe|pratique)|"
    r"qui[ée]n (?:(?:lo|la) )?(?:hace|da|realiza)|chi (?:(?:lo|la|li) )?(?:fa|esegue)|"
    r"מי (?:עושה|עושים|מבצע\w*|נותנ\w*)|(?:من|مين) (?:ب?[يت]عمل\w*|يقوم|يقدم\w*))(?!\w)",
    re.I,
)
# A question about days is about a few of them; "next week" is answered by the usual hours.
MOST_DAYS = 3
# A shorter word stands in others by chance.
LEAST_OF_COMPOUND = 6


def owners_fact(context: TurnContext) -> str | None:
    """What the owner wants told about a topic the customer's words touch: "pay by card" touches "payment"."""
    words = WORDS.findall(context.text.casefold())
    touched = _facts_touched(context, words)
    if not touched:
        return None
    # Whoever names the "practice at the Park" asks nothing about parking.
    named = words_of_places_in(context.catalogue, context.text)
    if named.intersection(words):
        touched = _facts_touched(context, [word for word in words if word not in named])
    owners = context.catalogue.organization.locale
    return " ".join(fact_in(text, context.locale, owners) for text in dict.fromkeys(touched)) or None


def _facts_touched(context: TurnContext, words: list[str]) -> list[str]:
    """The facts that are told here whose topics these words touch."""
    return [
        text
        for topic, text in context.catalogue.organization.facts.items()
        if (
            any(_touches(word, part) for part in _subject(context, topic) for word in words)
            or any(
                topic.casefold().startswith(stem) and _asks_for_any(said, words)
                for stem, said in ASKED_FOR.items()
            )
        )
        and _is_of_place(context, topic)
    ]


def _asks_for_any(asked_for: frozenset[str], words: list[str]) -> bool:
    """Whether one of these is said, alone or within a compound: "hinparken", "Parkplatzsituation"."""
    return any(
        word in asked_for or any(len(one) >= LEAST_OF_COMPOUND and one in word for one in asked_for)
        for word in words
    )


def _is_of_place(context: TurnContext, topic: str) -> bool:
    """Whether a fact is told here: one whose topic names another place ("parking London") is not."""
    of_places = _places_of(context, topic)
    place = context.place_in_message or context.place
    return not of_places or place is None or place in of_places


def _subject(context: TurnContext, topic: str) -> list[str]:
    """The words of a topic, without those that name a place: whoever says "in London" asks nothing."""
    words = WORDS.findall(topic.casefold())
    return [word for word in words if not _places_of(context, word)] or words


def _places_of(context: TurnContext, topic: str) -> list[Location]:
    return places_in(context.catalogue, topic) if len(context.catalogue.locations) > 1 else []


def answer_question(context: TurnContext, said: ParsedMessage) -> GuidedStep:
    """One sentence, or the list of services."""
    says, catalogue = context.says, context.catalogue
    if said.asks_presence and said.staff is not None and said.topic in ("", "hours"):
        return GuidedStep(_staff_hours(context, said))
    match said.topic:
        case "services" | "price" | "duration" | "policy" if not catalogue.services:
            return GuidedStep(says.NOT_ENTERED["services"])
        case "services":
            return GuidedStep(tool="list_services")
        case "self":
            return GuidedStep(says.ABOUT_ME.format(name=catalogue.organization.name))
        case "price":
            return GuidedStep(price_answer(context, said))
        case "duration":
            return GuidedStep(length_answer(context, said))
        case "hours":
            return GuidedStep(_hours(context, said))
        case "address":
            places = [one for one in places_in_question(context, said) if one.address.strip()]
            if not places:
                return GuidedStep(says.NOT_ENTERED["address"])
            addresses = [name_and_address(catalogue, place) for place in places]
            return GuidedStep(says.ABOUT_ADDRESS.format(address=" · ".join(addresses)))
        case "contact":
            ways = [way for way in (catalogue.organization.phone, catalogue.organization.email) if way]
            told = says.ABOUT_CONTACT.format(contact=join_words(ways, says.OR))
            return GuidedStep(told if ways else says.NOT_ENTERED["contact"])
        case "staff":
            return GuidedStep(_staff_sentence(context, said))
    cutoff = max(service.cancellation_cutoff_min for service in services_asked_about(context, said))
    told = says.ABOUT_CANCELLING if cutoff else says.ABOUT_CANCELLING_ANY_TIME
    return GuidedStep(told.format(hours=f"{cutoff / 60:g}"))


def _touches(word: str, topic: str) -> bool:
    """Words share their beginning: "park", "parking"; "pay", "payment"."""
    return topic.startswith(word) or word.startswith(topic)


def _staff_sentence(context: TurnContext, said: ParsedMessage) -> str:
    """Everybody, or those who do the services that were named."""
    catalogue = context.catalogue
    in_mind = catalogue.services.get(context.state.draft.service_id or "")
    services = said.services or ((in_mind,) if in_mind and WHO_DOES_IT.search(context.text) else ())
    if not services:
        names = [one.name for one in catalogue.resources.values() if one.kind == STAFF]
        told = context.says.ABOUT_STAFF.format(names=join_words(names, context.says.AND))
        return str(told if names else context.says.NOT_ENTERED["staff"])
    who = {
        service.name: [one.name for one in catalogue.resources_of[service.id] if one.kind == STAFF]
        for service in services
    }
    sentences = [
        context.says.WHO_DOES.format(service=service, names=join_words(names, context.says.AND))
        for service, names in who.items()
        if names
    ]
    return " ".join(sentences) or str(context.says.NOT_ENTERED["staff"])


def _hours(context: TurnContext, said: ParsedMessage) -> str:
    places = [one for one in places_in_question(context, said) if has_hours(context, one.id)]
    if not places:
        return str(context.says.NOT_ENTERED["hours"])
    days = [(place, day) for place in places for day in _days(context, said, place)]
    if not days and (spans := [one for place in places for one in _spans(context, said, place)]):
        return " ".join(dict.fromkeys(spans))
    if not days:
        return str(context.says.ABOUT_HOURS.format(hours=hours_text(context, places)))
    return " ".join(opening_sentence(context, place, day) for place, day in days)


def _spans(context: TurnContext, said: ParsedMessage, place: Location) -> list[str]:
    """What differs at a place in the longer times that are asked about."""
    when = said.elsewhere.get(place.time_zone, said.when)
    return [
        sentence
        for told in when.dates
        if told.first is not None and told.last is not None
        for sentence in span_sentences(context, place, told.first, told.last)
    ]


def _staff_hours(context: TurnContext, said: ParsedMessage) -> str:
    person = said.staff
    if person is None:
        return ""
    named = [one for one in said.places if context.catalogue.workplaces.is_at(person.id, one.id)]
    places = [
        place
        for place in named or places_of(context.catalogue, person.id)
        if has_hours(context, hours_owner(context, person, place))
    ]
    if not places:
        return str(context.says.NOT_ENTERED["hours"])
    days = [(place, day) for place in places for day in _days(context, said, place)]
    if not days:
        return " ".join(staff_week_sentence(context, person, place) for place in places)
    return " ".join(staff_day_sentence(context, person, place, day) for place, day in days)


def _days(context: TurnContext, said: ParsedMessage, place: Location) -> list[date]:
    """The days of a place that are asked about, a few at most; "Sundays" are the next one."""
    today = context.now.astimezone(zone(place.time_zone)).date()
    when = said.elsewhere.get(place.time_zone, said.when)
    days = [today + timedelta(days=(weekday - today.weekday()) % 7) for weekday in sorted(when.weekdays)]
    for told in when.dates:
        if told.first is None or told.last is None or (told.last - told.first).days >= MOST_DAYS:
            continue
        days += [told.first + timedelta(days=ahead) for ahead in range((told.last - told.first).days + 1)]
    return days[:MOST_DAYS]
