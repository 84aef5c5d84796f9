"""What came of a sentence, in the words of the tables."""

import re
from collections.abc import Callable

from agent.guided.responses.concerns.concern import REASONS
from agent.languages import sentences_in
from agent.languages.texts.concerns import concern_texts_in
from agent.languages.texts.condolence import condolence_in
from tests.agent.heard.hearing import Heard
from tests.agent.heard.wanted_times import keeps_times

# By the sentence it is answered with, and by the reason a person is asked for.
SAID = {
    "TAKE_YOUR_TIME": "wait",
    "THANKS": "thanks",
    "GOODBYE": "goodbye",
    "JOKES": "joke",
    "SMALL_TALK": "joke",
    "OUT_OF_SCOPE": "joke",
}
BY_REASON = {
    reason: {"data": "data_request"}.get(concern.value, concern.value) for concern, reason in REASONS.items()
}
ACUTE = ("medical", "violence", "crisis")
SEARCHES = ("find_times", "hold_time", "list_services")
PRICE = re.compile(r"€|\d ?EUR")
LENGTH = re.compile(r"\b\d+ (?:min|דק|دق)|\d+ דקות|\d+ دقيقة", re.I)


def intents(heard: Heard) -> set[str]:
    """Everything that was taken up."""
    found = {_of_call(heard, tool) for tool, _ in heard.calls} | _say(heard)
    if heard.distress in ACUTE or heard.distress == "aftercare":
        found.add("emergency" if heard.distress in ACUTE else "health")
    if heard.context.answered_deed == "cancel" and heard.agreed:
        found.add("cancel")
    asked = dict(heard.calls).get("find_my_booking", {})
    if _shows_booking(heard) or asked.get("purpose") == "show":
        found.add("status")
    return found - {""}


def _of_call(heard: Heard, tool: str) -> str:
    state = heard.state
    match tool:
        case "propose_cancel":
            return "cancel"
        case "release_time":
            return "cancel"
        case "find_my_booking":
            return {"cancel": "cancel", "move": "move"}.get(state.wanting, "status")
        case "start_move":
            return "move"
        case "hand_over":
            return BY_REASON.get(_reason(heard), "human")
        case "find_times" | "hold_time":
            return "move" if state.moving else "book"
        case "list_services":
            return "book"
    return ""


def _reason(heard: Heard) -> str:
    return next(str(arguments["reason"]) for tool, arguments in heard.calls if tool == "hand_over")


def _say(heard: Heard) -> set[str]:
    says = sentences_in(heard.context.locale)
    own = {getattr(says, key, None): intent for key, intent in SAID.items()}
    found = {intent for sentence, intent in own.items() if sentence and sentence[:40] in heard.said}
    if says.ALL_RIGHT in heard.said:
        found |= {"thanks", "goodbye"}
    kind = condolence_in(heard.context.locale)
    if kind.kind in heard.said or kind.sorry in heard.said:
        found.add("health")
    sorry, _, _ = concern_texts_in(heard.context.locale).complaint.partition(". ")
    if sorry in heard.said:
        found.add("complaint")
    if concern_texts_in(heard.context.locale).data in heard.said:
        found.add("data_request")
    if is_unknown(heard):
        found.add("question")
    if says.STARTED_OVER in heard.said:
        found.add("restart")
    return found


def _shows_booking(heard: Heard) -> bool:
    """Whether the answer tells of the appointment there is: its card, or its time while it is kept."""
    kinds = {block["type"] for block in heard.blocks}
    is_shown = "booking_card" in kinds and not heard.called("start_move", "propose_cancel")
    return is_shown or heard.context.says.KEPT_UNTIL[:12] in heard.said


def repeats(heard: Heard) -> bool:
    """Whether the times are told once more."""
    return heard.called("find_times") and keeps_times(heard)


def is_lost(heard: Heard) -> bool:
    says = heard.context.says
    return heard.state.draft.lost > heard.before.draft.lost or says.NOT_UNDERSTOOD in heard.said


def starts_booking(heard: Heard) -> bool:
    """Whether times or services are put before somebody."""
    return heard.called(*SEARCHES) and not heard.state.moving


def tells_price(heard: Heard) -> bool:
    return bool(PRICE.search(heard.said))


def tells_length(heard: Heard) -> bool:
    return bool(LENGTH.search(heard.said))


def says(heard: Heard, key: str) -> bool:
    """Whether a sentence of the receptionist is part of the answer, up to the first fact in it."""
    sentence = getattr(heard.context.says, key, None)
    return bool(sentence) and sentence.split("{")[0][:30] in heard.said


def is_unknown(heard: Heard) -> bool:
    return concern_texts_in(heard.context.locale).unknown in heard.said


def _has_fact(topic: str) -> Callable[[Heard], bool]:
    return lambda heard: (
        heard.context.catalogue.organization.facts[topic][:20] in heard.said
        or any(word in heard.said for word in TRANSLATED[topic])
    )


# How the demo's facts begin in other languages.
TRANSLATED: dict[str, tuple[str, ...]] = {"parking": (), "payment": ()}
# By topic, whether the answer has what is asked for.
FACTS: dict[str, Callable[[Heard], bool]] = {
    "parking": _has_fact("parking"),
    "payment": _has_fact("payment"),
    "address": lambda heard: "Lavendelweg" in heard.said,
    "hours": lambda heard: "09:00" in heard.said or "10:00" in heard.said,
    "person": lambda heard: any(
        one.name in heard.said for one in heard.context.catalogue.resources.values() if one.kind == "staff"
    ),
    "services": lambda heard: (
        heard.called("list_services")
        or any(
            one.description and one.description in heard.said
            for one in heard.context.catalogue.services.values()
        )
    ),
}
