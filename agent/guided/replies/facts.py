"""Answers to questions about the business, from its records."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from agent.conversation.places import name_and_address, places_meant
from agent.guided.replies.hours import has_hours, hours_owner, open_on, staff_on, staff_week
from agent.guided.steps.place import places_asked_about
from agent.guided.steps.step import Step
from agent.languages.wording import listed, money
from agent.tools.business import hours_told
from agent.turn_context import Talk
from agent.wishes.understanding import Understanding
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services import Service
from booking_core.time.wall_clock import zone

WORDS = re.compile(r"[^\W\d_]{3,}")
# What people ask by another word than the owner's topic begins with.
SAID_OF = {
    "pay": frozenset(
        [
            "card",
            "cards",
            "cash",
            "visa",
            "mastercard",
            "amex",
            "paypal",
            "karte",
            "carte",
            "tarjeta",
            "carta",
            "אשראי",
            "بطاقة",
        ]
    ),
    "park": frozenset(
        [
            "car",
            "garage",
            "auto",
            "parken",
            "parkplatz",
            "parkplätze",
            "garer",
            "stationner",
            "stationnement",
            "aparcar",
            "aparcamiento",
            "estacionar",
            "parcheggio",
            "parcheggiare",
            "parcheggia",
            "חניה",
            "חנייה",
            "לחנות",
            "موقف",
            "مواقف",
        ]
    ),
    "access": frozenset(["wheelchair", "stairs", "lift", "elevator"]),
    "child": frozenset(["kid", "kids", "baby", "toddler", "buggy", "pram"]),
    "pet": frozenset(["dog", "dogs", "cat"]),
    "internet": frozenset(["wifi", "wlan"]),
}
# A question about days is about a few of them; "next week" is answered by the usual hours.
MOST_DAYS = 3


def owners_fact(talk: Talk) -> str | None:
    """What the owner wants told about a topic the customer's words touch: "pay by card" touches "payment"."""
    words = [word.casefold() for word in WORDS.findall(talk.text)]
    facts = {
        topic: text for topic, text in talk.catalogue.organization.facts.items() if _is_of_place(talk, topic)
    }
    touched = [
        text
        for topic, text in facts.items()
        if any(_touches(word, part) for part in _subject(talk, topic) for word in words)
        or any(
            topic.casefold().startswith(stem) and said.intersection(words) for stem, said in SAID_OF.items()
        )
    ]
    return " ".join(touched) or None


def _is_of_place(talk: Talk, topic: str) -> bool:
    """Whether a fact is told here: one whose topic names another place ("parking London") is not."""
    of_places = _places_of(talk, topic)
    place = talk.place_named or talk.place
    return not of_places or place is None or place in of_places


def _subject(talk: Talk, topic: str) -> list[str]:
    """The words of a topic, without those that name a place: whoever says "in London" asks nothing."""
    words = WORDS.findall(topic.casefold())
    return [word for word in words if not _places_of(talk, word)] or words


def _places_of(talk: Talk, topic: str) -> list[Location]:
    return places_meant(talk.catalogue, topic) if len(talk.catalogue.locations) > 1 else []


def about(talk: Talk, said: Understanding) -> Step:
    """One sentence, or the list of services."""
    says, catalogue = talk.says, talk.catalogue
    if said.asks_presence and said.staff is not None and said.topic in ("", "hours"):
        return Step(_staff(talk, said))
    match said.topic:
        case "services" | "price" | "duration" | "policy" if not catalogue.services:
            return Step(says.NOT_ENTERED["services"])
        case "services":
            return Step(tool="list_services")
        case "self":
            return Step(says.ABOUT_ME.format(name=catalogue.organization.name))
        case "price" | "duration":
            return Step(" ".join(_price(talk, service) for service in _services(talk, said)))
        case "hours":
            return Step(_hours(talk, said))
        case "address":
            places = [one for one in places_asked_about(talk, said) if one.address.strip()]
            if not places:
                return Step(says.NOT_ENTERED["address"])
            addresses = [name_and_address(catalogue, place) for place in places]
            return Step(says.ABOUT_ADDRESS.format(address=" · ".join(addresses)))
        case "contact":
            ways = [way for way in (catalogue.organization.phone, catalogue.organization.email) if way]
            told = says.ABOUT_CONTACT.format(contact=listed(ways, says.OR))
            return Step(told if ways else says.NOT_ENTERED["contact"])
        case "staff":
            return Step(_who(talk, said))
    cutoff = max(service.cancellation_cutoff_min for service in _services(talk, said))
    return Step(says.ABOUT_CANCELLING.format(hours=f"{cutoff / 60:g}"))


def _touches(word: str, topic: str) -> bool:
    """Words share their beginning: "park", "parking"; "pay", "payment"."""
    return topic.startswith(word) or word.startswith(topic)


def _services(talk: Talk, said: Understanding) -> Iterable[Service]:
    in_mind = talk.catalogue.services.get(talk.notepad.draft.service_id or "")
    return said.services or ((in_mind,) if in_mind else tuple(talk.catalogue.services.values()))


def _price(talk: Talk, service: Service) -> str:
    """A sentence for each length a service comes in."""
    told = []
    for minutes in service.durations:
        price = money(service.money_for(minutes), talk.locale)
        sentence = talk.says.ABOUT_PRICE if price else talk.says.ABOUT_LENGTH_ONLY
        told.append(sentence.format(service=service.name, price=price, minutes=minutes))
    return " ".join(told)


def _who(talk: Talk, said: Understanding) -> str:
    """Everybody, or those who do the services that were named."""
    catalogue = talk.catalogue
    if not said.services:
        names = [one.name for one in catalogue.resources.values() if one.kind == STAFF]
        told = talk.says.ABOUT_STAFF.format(names=listed(names, talk.says.AND))
        return str(told if names else talk.says.NOT_ENTERED["staff"])
    who = {
        service.name: [one.name for one in catalogue.resources_of[service.id] if one.kind == STAFF]
        for service in said.services
    }
    sentences = [
        talk.says.WHO_DOES.format(service=service, names=listed(names, talk.says.AND))
        for service, names in who.items()
        if names
    ]
    return " ".join(sentences) or str(talk.says.NOT_ENTERED["staff"])


def _hours(talk: Talk, said: Understanding) -> str:
    places = [one for one in places_asked_about(talk, said) if has_hours(talk, one.id)]
    if not places:
        return str(talk.says.NOT_ENTERED["hours"])
    days = [(place, day) for place in places for day in _days(talk, said, place)]
    if not days:
        return str(talk.says.ABOUT_HOURS.format(hours=hours_told(talk, places)))
    return " ".join(open_on(talk, place, day) for place, day in days)


def _staff(talk: Talk, said: Understanding) -> str:
    if said.staff is None:
        return ""
    if not has_hours(talk, hours_owner(talk, said.staff)):
        return str(talk.says.NOT_ENTERED["hours"])
    days = _days(talk, said, talk.catalogue.location(said.staff.location_id))
    if not days:
        return staff_week(talk, said.staff)
    return " ".join(staff_on(talk, said.staff, day) for day in days)


def _days(talk: Talk, said: Understanding, place: Location) -> list[date]:
    """The days of a place that are asked about, a few at most; "Sundays" are the next one."""
    today = talk.now.astimezone(zone(place.time_zone)).date()
    when = said.elsewhere.get(place.time_zone, said.when)
    days = [today + timedelta(days=(weekday - today.weekday()) % 7) for weekday in sorted(when.weekdays)]
    for told in when.dates:
        if told.first is None or told.last is None or (told.last - told.first).days >= MOST_DAYS:
            continue
        days += [told.first + timedelta(days=ahead) for ahead in range((told.last - told.first).days + 1)]
    return days[:MOST_DAYS]
