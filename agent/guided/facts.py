"""Answers to questions about the business, from its records."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from agent.guided.hours import hours_of, open_on, staff_on, staff_week
from agent.guided.step import Step
from agent.guided.understanding import Understanding
from agent.talk import Talk
from agent.wording import listed, money
from booking_core.resources import STAFF
from booking_core.services import Service

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
    facts = talk.catalogue.organization.facts
    touched = [
        text
        for topic, text in facts.items()
        if any(_touches(word, part) for part in WORDS.findall(topic.casefold()) for word in words)
        or any(
            topic.casefold().startswith(stem) and said.intersection(words) for stem, said in SAID_OF.items()
        )
    ]
    return " ".join(touched) or None


def about(talk: Talk, said: Understanding) -> Step:
    """One sentence, or the list of services."""
    says, catalogue = talk.says, talk.catalogue
    if said.asks_presence and said.staff is not None and said.topic in ("", "hours"):
        return Step(_staff(talk, said))
    match said.topic:
        case "services":
            return Step(tool="list_services")
        case "self":
            return Step(says.ABOUT_ME.format(name=catalogue.organization.name))
        case "price" | "duration":
            return Step(" ".join(_price(talk, service) for service in _services(talk, said)))
        case "hours":
            return Step(_hours(talk, said))
        case "address":
            places = [place.address for place in catalogue.locations.values()]
            return Step(says.ABOUT_ADDRESS.format(address=listed(places, says.OR)))
        case "contact":
            ways = [way for way in (catalogue.organization.phone, catalogue.organization.email) if way]
            return Step(says.ABOUT_CONTACT.format(contact=listed(ways, says.OR)))
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
        return str(talk.says.ABOUT_STAFF.format(names=listed(names, talk.says.AND)))
    return " ".join(
        talk.says.WHO_DOES.format(
            service=service.name,
            names=listed(
                [one.name for one in catalogue.resources_of[service.id] if one.kind == STAFF], talk.says.AND
            ),
        )
        for service in said.services
    )


def _hours(talk: Talk, said: Understanding) -> str:
    days = _days(talk, said)
    if not days:
        return str(talk.says.ABOUT_HOURS.format(hours=hours_of(talk)))
    return " ".join(open_on(talk, day) for day in days)


def _staff(talk: Talk, said: Understanding) -> str:
    days = _days(talk, said)
    if said.staff is None or not days:
        return staff_week(talk, said.staff) if said.staff else ""
    return " ".join(staff_on(talk, said.staff, day) for day in days)


def _days(talk: Talk, said: Understanding) -> list[date]:
    """The days that are asked about, a few at most; "Sundays" are the next one."""
    today = talk.now.astimezone(talk.zone).date()
    days = [today + timedelta(days=(weekday - today.weekday()) % 7) for weekday in sorted(said.when.weekdays)]
    for told in said.when.dates:
        if told.first is None or told.last is None or (told.last - told.first).days >= MOST_DAYS:
            continue
        days += [told.first + timedelta(days=ahead) for ahead in range((told.last - told.first).days + 1)]
    return days[:MOST_DAYS]
