"""The answer to a message of distress: whom to call, what this chat is, and a person of the business. No
model is asked."""

from collections.abc import Iterator

from msgspec import structs

from agent.distress.finding import Distress, find_distress
from agent.distress.frames import DistressKind
from agent.distress.numbers import Emergency, emergency_in
from agent.events import BlockShown, Event, TextAdded
from agent.languages import language_of, sentences_in
from agent.languages.texts.distress import comfort_in
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location

RULE = "distress_is_answered_first"


def distress_in(context: TurnContext) -> Distress | None:
    """The distress a typed message tells of."""
    return find_distress(context.text, language_of(context.locale)) if context.pressed is None else None


def comfort(context: TurnContext, distress: Distress) -> Iterator[Event]:
    """The answer, in the language the distress was told in. What is held stays held; a summary is shown again
    before any yes. After what is unsure the turn goes on, and what is said next stands in a paragraph of its
    own."""
    context.record_decision(RULE, allowed=True, kind=distress.kind.value)
    yield from context.drain_decisions()
    ask_again_before_a_yes(context)
    says = sentences_in(distress.language)
    yield TextAdded(_words(context, distress))
    if distress.kind is DistressKind.UNSURE:
        return
    if distress.kind is DistressKind.AFTERCARE:
        yield BlockShown(blocks.contact_fallback(context.catalogue, says.REACH_US_SO))
    yield BlockShown(
        blocks.quick_replies(context.state, {says.ASK_FOR_A_PERSON: "I want to talk to a person"})
    )


def ask_again_before_a_yes(context: TurnContext) -> None:
    """A yes that comes next may be meant for the person who is offered here."""
    summary = context.state.summary
    if summary is not None:
        context.state.summary = structs.replace(summary, must_be_shown_again=True)


def _words(context: TurnContext, distress: Distress) -> str:
    told, phone = comfort_in(distress.language), context.catalogue.organization.phone
    emergency = emergency_in(country_of(context.catalogue, context.place)) or Emergency("", "")
    number = _number(emergency, distress.kind) or told.local
    kind = DistressKind.MEDICAL if distress.kind is DistressKind.AFTERCARE and not phone else distress.kind
    first = {
        DistressKind.CRISIS: told.crisis,
        DistressKind.VIOLENCE: told.violence,
        DistressKind.MEDICAL: told.medical,
        DistressKind.AFTERCARE: told.aftercare,
        DistressKind.UNSURE: told.unsure,
    }[kind].format(number=f"**{number}**", phone=f"**{phone}**")
    if kind in (DistressKind.CRISIS, DistressKind.UNSURE) and emergency.crisis:
        first = f"{first} {told.listens.format(crisis=f'**{emergency.crisis}**')}"
    if kind is DistressKind.UNSURE:
        return f"{first} {told.goes_on}\n\n"
    return f"{first}\n\n{told.unread} {told.kept}"


def _number(emergency: Emergency, kind: DistressKind) -> str:
    if kind is DistressKind.UNSURE:
        return " / ".join(dict.fromkeys((emergency.medical, emergency.police)))
    return emergency.police if kind is DistressKind.VIOLENCE else emergency.medical


def country_of(catalogue: Catalogue, place: Location | None) -> str | None:
    """The country of a place; without one that of all places, and None where they lie in several."""
    places = [place] if place else list(catalogue.locations.values())
    countries = {one.country or catalogue.organization.country for one in places}
    return next(iter(countries)) if len(countries) == 1 else None
