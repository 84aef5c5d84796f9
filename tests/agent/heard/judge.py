"""Whether what was heard in a sentence is right."""

from datetime import date
from typing import Any

from agent.contact_lines.names.titles import strip_titles
from agent.languages import language_of
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.phone_countries import normalise_contact
from tests.agent.heard.hearing import Heard
from tests.agent.heard.readings import (
    FACTS,
    intents,
    is_lost,
    is_unknown,
    repeats,
    starts_booking,
    tells_length,
    tells_price,
)
from tests.agent.heard.wanted_times import excludes_day, fits, keeps_times

Right = dict[str, Any]
# What is as good an answer.
AS_GOOD = {
    "joke": {"joke", "question"},
    "status": {"status"},
    "refund": {"refund", "complaint"},
    "complaint": {"complaint", "refund"},
    "goodbye": {"goodbye", "thanks"},
    "thanks": {"thanks", "goodbye"},
}
CHANGES = {"cancel", "move", "book"}
# What may stand beside anything else.
BESIDE = {"cancel", "complaint", "refund", "late", "status", "health", "goodbye"}


def is_right(heard: Heard, right: Right) -> bool:
    if "parts" in right:
        return all(_is_part_right(heard, part) for part in right["parts"])
    return _is_alone_right(heard, right)


def _is_alone_right(heard: Heard, right: Right) -> bool:
    if "answer" in right:
        return answer(heard) == right["answer"]
    if "when" in right:
        return keeps_times(heard)
    if "name" in right:
        return _is_contact(heard, right)
    if "ask" in right:
        # A search for a day that cannot be asks about it, and lists nothing.
        is_listed = heard.called("hold_time") or bool(heard.state.listed)
        return bool(heard.state.draft.when.unclear) and not is_listed
    if "intent" in right:
        return _is_intent(heard, right)
    return _is_wish(heard, right)


def answer(heard: Heard) -> str:
    if heard.agreed:
        return "yes"
    return "no" if heard.declined or heard.context.state.refused else "neither"


def is_false_deed(heard: Heard, right: Right) -> bool:
    """Whether something would be done that was not asked for: a yes where there is none, or a change of an
    appointment put before somebody who asked for no such thing."""
    parts = right.get("parts", [right])
    if heard.agreed:
        return not any(part.get("answer") == "yes" for part in parts)
    return False


def _is_part_right(heard: Heard, part: Right) -> bool:
    if "not_day" in part:
        return excludes_day(heard, part["not_day"])
    if "not_weekday" in part:
        return 0 in heard.state.draft.when.not_weekdays
    if "not_person" in part:
        return _has_left_out(heard, part["not_person"])
    if part.get("intent") == "question":
        return _answers(heard, part)
    if "name" in part:
        return _is_contact(heard, part)
    if part.get("intent") == "thanks":
        return True  # A thank-you beside something else needs no answer of its own.
    if part.keys() == {"service", "day"} and is_left_for_later(heard, part["service"], part["day"]):
        return True
    if part.keys() <= {"day", "days", "from", "to"}:
        return fits(heard, part, is_part=True)
    if part.get("intent") == "data_request":
        return "data_request" in intents(heard)
    if part.get("intent") in BESIDE:
        return bool(intents(heard) & AS_GOOD.get(part["intent"], {part["intent"]}))
    if part.get("intent") == "book" and is_left_for_later(heard, part.get("service", "")):
        return True
    return _is_alone_right(heard, part)


def is_left_for_later(heard: Heard, service: str, day: str = "") -> bool:
    """Whether a second service is remembered, for that day where one is told, and gone on with once the first
    is booked."""
    services = heard.context.catalogue.services
    left = [
        services[one.service_id].name
        for one in heard.state.remainders
        if one.service_id in services and (not day or one.when.allows_day(date.fromisoformat(day)))
    ]
    return bool(service) and service in left


def _is_contact(heard: Heard, right: Right) -> bool:
    contact, draft = heard.state.contact, heard.state.draft
    name = contact.name if contact else draft.name
    email = contact.email if contact else draft.email or draft.doubted_email
    phone = contact.phone if contact else draft.phone
    if phone and name is None:
        spoken = normalise_contact(ContactDetails("A", None, phone), heard.context.phone_countries)
        phone = spoken.phone
    language = language_of(heard.context.locale)
    told, wanted = (strip_titles(one or "", language).casefold() for one in (name, right["name"]))
    is_name = told == wanted
    return is_name and email == right.get("email") and phone == right.get("phone")


def _is_intent(heard: Heard, right: Right) -> bool:
    found, wanted = intents(heard), right["intent"]
    if wanted == "question":
        return _is_question_alone(heard, right)
    if wanted == "none":
        return not found & CHANGES and not heard.agreed
    if wanted == "repeat":
        return repeats(heard) or "repeat" in found
    if wanted == "move":
        return "move" in found and _is_moved(heard, right)
    if wanted == "book":
        return "book" in found and not heard.state.moving and _is_wish(heard, right)
    is_clean = not starts_booking(heard) and not (found & {"cancel", "move"} - {wanted})
    return bool(found & AS_GOOD.get(wanted, {wanted})) and is_clean


def _is_moved(heard: Heard, right: Right) -> bool:
    if not heard.state.moving:
        return False
    if "to" in right:
        day, clock = right["to"].split("T")
        return fits(heard, {"day": day, "at": clock})
    return _is_wish(heard, {key: value for key, value in right.items() if key != "intent"})


def _is_wish(heard: Heard, right: Right) -> bool:
    draft, catalogue = heard.state.draft, heard.context.catalogue
    service = catalogue.services.get(draft.service_id or "")
    person = catalogue.resources.get(draft.staff_id or "")
    if "service" in right and (service is None or english_name(heard, service.id) != right["service"]):
        return False
    if "person" in right and (person is None or person.name != right["person"]):
        return False
    if "minutes" in right and draft.length_min != right["minutes"]:
        return False
    timed = {key: right[key] for key in ("day", "days", "at", "from", "to", "not_day") if key in right}
    return not timed or fits(heard, timed)


def english_name(heard: Heard, service_id: str) -> str:
    return heard.context.catalogue.services[service_id].name


def _has_left_out(heard: Heard, person: str) -> bool:
    names = {heard.context.catalogue.resources[one].name for one in heard.state.draft.without}
    return person in names


def _is_question_alone(heard: Heard, right: Right) -> bool:
    wish = right.get("wish")
    if not _answers(heard, right):
        return False
    if wish is None:
        is_list_asked_for = right.get("topic") == "services" and not heard.called("find_times", "hold_time")
        return (is_list_asked_for or not starts_booking(heard)) and keeps_times(heard)
    return _is_wish(heard, wish)


def _answers(heard: Heard, right: Right) -> bool:
    """Whether a question is answered, or it is said that nobody here knows."""
    topic = right.get("topic", right["about"])
    if topic == "price":
        return tells_price(heard)
    if topic == "length":
        return tells_length(heard)
    if topic in FACTS:
        return FACTS[topic](heard)
    is_told = is_unknown(heard) or any(fact in heard.said for fact in _own_words(heard))
    return is_told and not is_lost(heard)


def _own_words(heard: Heard) -> list[str]:
    """What the business says of itself: its facts, and of its services and people."""
    catalogue = heard.context.catalogue
    told = [one.description for one in catalogue.services.values()]
    told += [one.bio for one in catalogue.resources.values() if one.bio]
    return [one for one in (*told, *catalogue.organization.facts.values()) if one]
