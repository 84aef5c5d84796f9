"""Answers to questions about the business, from its records."""

import re

from agent import phrases
from agent.guided.step import Step
from agent.guided.understanding import Understanding
from agent.talk import Talk
from agent.tools.business import business_hours
from agent.wording import listed, money
from booking_core.resources import STAFF

WORDS = re.compile(r"[^\W\d_]{3,}")


def owners_fact(talk: Talk) -> str | None:
    """What the owner wants told about a topic the customer's words touch: "pay by card" touches "payment"."""
    words = [word.casefold() for word in WORDS.findall(talk.text)]
    facts = talk.catalogue.organization.chat.get("facts", {})
    for topic, text in facts.items():
        if any(topic.casefold().startswith(word) or word.startswith(topic.casefold()) for word in words):
            return str(text)
    return None


def about(talk: Talk, said: Understanding) -> Step:
    """One sentence, or the list of services."""
    catalogue = talk.catalogue
    if said.topic == "services":
        return Step(tool="list_services")
    if said.topic == "self":
        return Step(phrases.ABOUT_ME.format(name=catalogue.organization.name))
    if said.topic in ("price", "duration"):
        in_mind = catalogue.services.get(talk.notepad.draft.service_id or "")
        services = said.services or ((in_mind,) if in_mind else tuple(catalogue.services.values()))
        told = [
            phrases.ABOUT_PRICE.format(
                service=s.name, price=money(s.money, talk.locale), minutes=s.duration_min
            )
            for s in services
        ]
        return Step(" ".join(told))
    if said.topic == "hours":
        return Step(phrases.ABOUT_HOURS.format(hours=business_hours(catalogue)))
    if said.topic == "address":
        return Step(phrases.ABOUT_ADDRESS.format(address=catalogue.location(None).address))
    if said.topic == "contact":
        ways = [way for way in (catalogue.organization.phone, catalogue.organization.email) if way]
        return Step(phrases.ABOUT_CONTACT.format(contact=listed(ways, "or")))
    if said.topic == "staff":
        names = [r.name for r in catalogue.resources.values() if r.kind == STAFF]
        return Step(phrases.ABOUT_STAFF.format(names=listed(names)))
    cutoff = max(service.cancellation_cutoff_min for service in catalogue.services.values())
    return Step(phrases.ABOUT_CANCELLING.format(hours=f"{cutoff / 60:g}"))
