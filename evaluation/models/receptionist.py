"""A model that understands every customer and drives the tools as they are meant to be driven.

It plays what a good language model does at its best, so that whatever still fails is Zimun's doing and
not the model's.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from agent.models.scripted import Call, Say, Steps
from evaluation.models.intent import Intent
from evaluation.models.requests import Request, Result
from evaluation.scenarios.customer_wishes import Wish

Reply = Callable[[Intent, Request], Steps]


def reply(intent: Intent, request: Request) -> Steps:
    """The next reply of the turn: another tool, or words."""
    if request.results:
        return _after(intent, request, request.results[-1])
    return BEGINNINGS[intent.meaning.kind](intent, request)


def _looks(intent: Intent, request: Request) -> Steps:
    """Look for times as soon as the service is known."""
    wish, parts = intent.meaning.wish, intent.meaning.parts
    if wish is None:
        return [Say("How can I help you?")]
    if wish.do != "book" and not request.state["moving"]:
        return BEGINNINGS[wish.do](intent, request)
    if (wish.do == "book" and not wish.service) or parts == {"contact"}:
        return _takes_contact(intent, request)
    return [Call("find_times", _search(wish))]


def _search(wish: Wish) -> dict[str, Any]:
    """Whoever wants nobody in particular is said to: of a move, what is left out stays as it was."""
    asked: dict[str, Any] = {"service": wish.service, "when": in_words(wish), "party_size": wish.people}
    staff = wish.staff or ("anyone" if wish.do == "book" else "")
    return asked | ({"staff": staff} if staff else {})


def in_words(wish: Wish) -> str:
    """When, in words that mean one thing only."""
    days = " or ".join(f"{day:%-d %B %Y}" for day in wish.on)
    if wish.at:
        return f"{days} at {wish.at}".strip()
    bounds = [f"after {wish.from_}"] if wish.from_ > "00:00" else []
    bounds += [f"before {wish.to}"] if wish.to < "23:59" else []
    return " ".join([days, *bounds]).strip()


def _chooses(intent: Intent, request: Request) -> Steps:
    time = intent.meaning.time
    if time is None:
        return [Say("Which of the times would you like?")]
    return _holds(request.state["offers_on_screen"], time.start) or [
        Call(
            "find_times",
            {**_search(intent.meaning.wish or Wish()), "when": f"{time.start:%-d %B %Y at %H:%M}"},
        )
    ]


def _holds(offers: list[dict[str, str]], start: datetime) -> Steps:
    """Hold the offer that starts then, by what the offers read."""
    clocks = {f"{start:%H:%M}", f"{start:%-H:%M}", f"{start:%-I:%M %p}"}
    for offer in offers:
        label = offer["starts"].replace("\u202f", " ")
        if any(label.endswith(f" {clock}") for clock in clocks) and f" {start.day}" in label:
            return [Call("hold_time", {"handle": offer["handle"]})]
    return []


def _takes_contact(intent: Intent, request: Request) -> Steps:
    """Their own words, exactly as they wrote them; whatever is missing, the form asks for."""
    told = {"email": request.contact("email"), "phone": request.contact("phone")}
    name = intent.scenario.customer.name
    known = {kind: value for kind, value in told.items() if value}
    if known and name.casefold() in request.said.casefold():
        known["name"] = name
    return [Call("ask_contact_details", known if "name" in known else {})]


def _finds_booking(intent: Intent, request: Request) -> Steps:
    """A booking of this conversation needs no proof; an earlier one is found first."""
    wish = intent.meaning.wish
    if wish is None or not wish.which:
        return [Call("propose_cancel" if wish and wish.do == "cancel" else "start_move")]
    contact = request.contact("email") or request.contact("phone")
    return [
        Call("find_my_booking", {"contact": contact} if contact and intent.meaning.kind == "prove" else {})
    ]


def _answers(intent: Intent, request: Request) -> Steps:
    """A remark: a change of mind, a wish for a person, or a question that the records answer."""
    wish = intent.meaning.wish
    if intent.scenario.handed_over:
        return [Call("hand_over", {"reason": "the customer asked for a person"})]
    if wish is not None and intent.meaning.changed:
        return _looks(intent, request)
    if (address := request.contact("email")) and address in request.said:
        return _takes_contact(intent, request)
    return [Call("business_info")]


def _after(intent: Intent, request: Request, result: Result) -> Steps:
    """What follows a tool's answer."""
    data = result.data
    match result.tool:
        case "find_times":
            return _steps_after_search(intent, request, data)
        case "hold_time" if result.refused:
            return [Say("That time has just gone, I am sorry. Would one of these suit you?")]
        case "hold_time":
            return [Call("ask_contact_details" if data.get("needs_contact") else "propose_booking")]
        case "ask_contact_details" if data.get("contact_known"):
            return (
                [Call("propose_booking")]
                if request.state["time_being_kept"] or _holds_time(request)
                else _looks(intent, request)
            )
        case "propose_booking" if result.refused:
            return _looks(intent, request)
        case "start_move" if not result.refused:
            return [Call("find_times", _search(intent.meaning.wish or Wish()))]
        case "find_my_booking" if data.get("bookings"):
            return _goes_on(intent, data["bookings"][0]["booking"])
        case "business_info":
            return [Say(f"I am the booking assistant, a program. {_facts(data)}")]
    return [Say("Please have a look at this.")]


def _steps_after_search(intent: Intent, request: Request, data: dict[str, Any]) -> Steps:
    wish, time = intent.meaning.wish, intent.meaning.time
    offers = data.get("offers", [])
    if time is not None and (holding := _holds(offers, time.start)):
        return holding
    if not offers or not data.get("fits"):
        return [
            Say(
                f"Nothing is free then: {data.get('why_none', data.get('detail', 'it is taken'))}. Another "
                "day or time?"
            )
        ]
    exactly = wish is not None and wish.at is not None and len(wish.on) == 1
    if exactly and len(offers) == 1 and not _holds_time(request):
        return [Call("hold_time", {"handle": offers[0]["handle"]})]
    return [Say("These times are free. Which one would you like?")]


def _goes_on(intent: Intent, booking: str) -> Steps:
    wish = intent.meaning.wish
    return [Call("propose_cancel" if wish and wish.do == "cancel" else "start_move", {"booking": booking})]


def _holds_time(request: Request) -> bool:
    return any(result.tool == "hold_time" and not result.refused for result in request.results)


def _facts(data: dict[str, Any]) -> str:
    prices = ", ".join(
        f"{name} {one['price']} ({one['minutes']} minutes)" for name, one in data["services"].items()
    )
    told = " ".join(str(text) for text in data["facts"].values())
    where = " ".join(f"We are at {one['address']}, open {one['opening_hours']}." for one in data["places"])
    return (
        f"{where} {prices}. Dana, Miriam and Jonas look after you. "
        f"You can cancel until {data['cancel_until_hours_before']:g} hours before. {told}"
    )


def _says(text: str) -> Reply:
    return lambda _intent, _request: [Say(text)]


BEGINNINGS: dict[str, Reply] = {
    "tell": _looks,
    "decline": _looks,
    "more": _looks,
    "choose": _chooses,
    "contact": _takes_contact,
    "prove": _finds_booking,
    "move": _finds_booking,
    "cancel": _finds_booking,
    "remark": _answers,
    "agree": _says("Please press the button under the summary."),
    "leave": _says("All right. Goodbye!"),
    "thank": _says("You are welcome!"),
}
