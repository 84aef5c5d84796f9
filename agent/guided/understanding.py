"""What one message of a customer says: services, people, times, contact details, choices and questions. Pure."""

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

import phonenumbers
from msgspec import Struct

from agent.consent import plain_answer
from agent.naming import services_meant, staff_meant
from agent.notepad import Offer
from agent.talk import Talk
from agent.when import When, read
from booking_core.resources import Resource
from booking_core.services import Service

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PARTY = re.compile(
    r"\b(?:for|we(?:'re| are)|table of|group of)\s+(\d{1,2}|two|three|four|five|six|seven|eight)\b"
    r"(?!\s*(?:am|pm|o'?clock|min|hour|day|week|month|[:.]\d))|\b(\d{1,2}|two|three|four|five|six|seven|eight)\s+"
    r"(?:people|persons|of us|guests|places|seats|spots)\b"
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
ORDINALS = {
    word: place
    for place, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th"))
    for word in words.split()
}
ORDINALS["last"] = -1
PLACE = rf"({'|'.join(ORDINALS)})"
CHOICE = re.compile(
    rf"\b(?:the\s+)?{PLACE}\s+(?:one|time|slot|option)\b|^\W*(?:the\s+)?{PLACE}(?:\s+please)?\W*$"
)
BARE_HOUR = re.compile(
    r"^\W*(?:at\s+)?(\d{1,2})(?:[:.](\d\d))?\s*(?:o'?clock)?(?:\s+(?:please|then|works|is fine))?\W*$"
)
ANYONE = re.compile(
    r"\b(?:any(?:one|body)|no preference|don'?t (?:mind|care)|doesn'?t matter|whoever|any (?:stylist|staff|person))\b"
)
NAME = re.compile(
    r"\b(?:my name is|my name's|name is|i am|i'm|this is|it's|call me|for)\s+((?:[^\W\d_][\w'’-]*\s?){1,3})",
    re.I,
)
AFTER_A_NAME = frozenset(
    ["and", "my", "at", "on", "with", "from", "can", "could", "i", "you", "please", "the", "is", "to", "for"]
)
NOT_A_NAME = re.compile(
    r"\b(?:looking|interested|fine|ok|here|not|free|available|good|happy|sorry|sure|afraid|the|a|an|my|me|two|three)\b",
    re.I,
)
TOPICS = {
    "price": r"\b(?:how much|price|prices|pricing|cost|costs|charge|fee|rates|cheap|cheapest|expensive)\b",
    "duration": r"\bhow long\b|\bduration\b",
    "hours": r"\b(?:opening (?:hours|times)|are you (?:open|closed)|you(?:'re| are) open|do you (?:open|close)|business hours|open on|closed on)\b",
    "address": r"\b(?:where are you|where is|address|location|located|directions|find you|get there)\b",
    "contact": r"\b(?:phone number|your number|your e-?mail|call you|reach you)\b",
    "policy": r"\b(?:cancell?ation policy|cancel(?:lation)? fee|late fee|can i cancel|policy|free to cancel)\b",
    "staff": r"\bwho (?:works|does|is there|are)\b|\byour (?:staff|team|stylists)\b",
    "services": r"\b(?:what (?:services|do you (?:do|offer|have))|which services|services do you|list of services|menu|do you (?:do|offer|have|provide|sell))\b",
    "self": r"\b(?:robot|bot|are you (?:real|human|a person)|chatgpt|who are you|what are you)\b",
}
INTENTS = {
    "person": r"\b(?:human|real person|a person|somebody real|agent|operator|speak to (?:someone|somebody)|talk to (?:someone|somebody|a))\b",
    "cancel": r"\bcancel\b|\bcall off\b",
    "move": r"\b(?:reschedule|move (?:it|my|the)|change (?:my|the) (?:appointment|booking)|postpone)\b",
    "restart": r"\bstart (?:over|again)\b|\bfrom the beginning\b|\breset\b",
    "thanks": r"^\W*(?:thanks|thank you|thx|cheers|great thanks)\b",
    "goodbye": r"^\W*(?:bye|goodbye|see you|that'?s all|nothing else)\b",
    "book": r"\b(?:book|reserve|(?:an?|another|new) (?:appointment|booking|reservation))\b",
    "greeting": r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo)\b",
}
MORE = re.compile(
    r"\b(?:more times|other times|other days|later days|something else|none of (?:these|those|them)|show more|next days)\b"
)


class Understanding(Struct, frozen=True):
    """What was found; empty where nothing was said. ``chosen`` is one of the times on offer."""

    intent: str = ""
    topic: str = ""
    services: tuple[Service, ...] = ()
    staff: Resource | None = None
    anyone: bool = False
    party_size: int | None = None
    when: When = When()
    chosen: Offer | None = None
    too_far_down: bool = False
    more: bool = False
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    phone_as_written: str = ""
    answer: str | None = None

    @property
    def about_booking(self) -> bool:
        """Whether anything here belongs to a booking."""
        told = (
            self.services,
            self.staff,
            self.anyone,
            self.party_size,
            self.chosen,
            self.more,
            self.email,
            self.phone,
        )
        return any(told) or not self.when.is_empty


def understand(talk: Talk, shown: list[Offer]) -> Understanding:
    """Read a message. ``shown`` are the times now on the screen, which "the second one" or "10:30" may pick from."""
    text = talk.text
    lowered = text.casefold().replace("’", "'")
    email = EMAIL.search(text)
    phone = _phone(text, talk.catalogue.organization.country)
    plain = _without(text, email.group() if email else "", phone[1] if phone else "")
    if (email or phone) and name_alone(plain, ""):
        plain = ""  # A name beside its contact says nothing else, even where the name is "Eve" or "April".
    when = read(plain, talk.now, talk.zone)
    staff = staff_meant(talk.catalogue, plain)
    return Understanding(
        intent=_first(INTENTS, lowered),
        topic=_first(TOPICS, lowered),
        services=tuple(services_meant(talk.catalogue, plain)),
        staff=staff[0] if len(staff) == 1 else None,
        anyone=bool(ANYONE.search(lowered)),
        party_size=_party(lowered),
        when=when,
        chosen=_chosen(lowered, when, shown, talk.zone),
        too_far_down=bool(shown and CHOICE.search(lowered)),
        more=bool(MORE.search(lowered)),
        name=_name(plain),
        email=email.group() if email else None,
        phone=phone[0] if phone else None,
        phone_as_written=phone[1] if phone else "",
        answer=plain_answer(text),
    )


def name_alone(text: str, phone: str) -> str | None:
    """A message that is nothing but a name, and perhaps the contact beside it, as an answer to "your name, please?"."""
    words = _without(text, phone, *EMAIL.findall(text)).replace(",", " ").split()
    if plain_answer(text) is not None:
        return None
    looks = all(re.fullmatch(r"[^\W\d_][\w'’.-]*", word) for word in words)
    return " ".join(words) if 1 <= len(words) <= 4 and looks and not NOT_A_NAME.search(text) else None


def _first(patterns: dict[str, str], text: str) -> str:
    return next((key for key, pattern in patterns.items() if re.search(pattern, text)), "")


def _party(text: str) -> int | None:
    found = PARTY.search(text)
    if not found:
        return None
    word = found.group(1) or found.group(2)
    return NUMBERS.get(word) or int(word)


def _phone(text: str, country: str) -> tuple[str, str] | None:
    """A phone number in the text: in E.164 and as it was written."""
    for match in phonenumbers.PhoneNumberMatcher(text, country):
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164), match.raw_string
    return None


def _name(text: str) -> str | None:
    found = NAME.search(text)
    if not found:
        return None
    words = list(takewhile(lambda word: word.casefold() not in AFTER_A_NAME, found.group(1).split()))
    name = " ".join(words)
    if not name or NOT_A_NAME.search(name):
        return None
    # "for Friday" and "I'm looking" are no names; people write their own with a capital, or after "my name is".
    return name if name[0].isupper() or "name" in found.group().casefold() else None


def _without(text: str, *parts: str) -> str:
    for part in filter(None, parts):
        text = text.replace(part, " ")
    return text


def _chosen(text: str, when: When, shown: list[Offer], zone: ZoneInfo) -> Offer | None:
    """Which of the times on the screen is meant: by its place, by its hour alone, or by a time that only one of them has."""
    place = CHOICE.search(text)
    if place and shown:
        number = ORDINALS[place.group(1) or place.group(2)]
        return shown[number] if number < len(shown) else None
    hour = BARE_HOUR.search(text)
    if hour:
        return _only(offer for offer in shown if _shows(offer.start.astimezone(zone), hour))
    exact = [times for times in when.times if times.first is not None and times.first == times.last]
    return _only(offer for offer in shown if when.allows(offer.start)) if len(exact) == 1 else None


def _shows(local: datetime, hour: re.Match[str]) -> bool:
    """Whether a clock shows that hour, of either half of the day."""
    return local.hour % 12 == int(hour.group(1)) % 12 and local.minute == int(hour.group(2) or 0)


def _only(offers: Iterable[Offer]) -> Offer | None:
    found = list(offers)
    return found[0] if len(found) == 1 else None
