"""The answer to a message of distress: whom to call, what this chat is, and a person of the business. No model is asked."""

from collections.abc import Iterator

from msgspec import structs

from agent.distress.finding import Distress, Kind, find_distress
from agent.distress.numbers import Emergency, emergency_in
from agent.events import Event, Said, Shown
from agent.languages import language_of, sentences_in
from agent.languages.texts.distress import comfort_in
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location

RULE = "distress_is_answered_first"


def distress_in(talk: Talk) -> Distress | None:
    """The distress a typed message tells of."""
    return find_distress(talk.text, language_of(talk.locale)) if talk.pressed is None else None


def comfort(talk: Talk, distress: Distress) -> Iterator[Event]:
    """The answer, in the language the distress was told in. What is held stays held; a summary is shown again before any yes."""
    talk.judge(RULE, allowed=True, kind=distress.kind.value)
    yield from talk.judgements()
    ask_again_before_a_yes(talk)
    says = sentences_in(distress.language)
    yield Said(_words(talk, distress))
    if distress.kind is Kind.AFTERCARE:
        yield Shown(blocks.contact_fallback(talk.catalogue, says.REACH_US_SO))
    yield Shown(blocks.quick_replies(talk.notepad, {says.ASK_FOR_A_PERSON: "I want to talk to a person"}))


def ask_again_before_a_yes(talk: Talk) -> None:
    """A yes that comes next may be meant for the person who is offered here."""
    summary = talk.notepad.summary
    if summary is not None:
        talk.notepad.summary = structs.replace(summary, must_be_shown_again=True)


def _words(talk: Talk, distress: Distress) -> str:
    told, phone = comfort_in(distress.language), talk.catalogue.organization.phone
    emergency = emergency_in(country_of(talk.catalogue, talk.place)) or Emergency("", "")
    number = (emergency.police if distress.kind is Kind.VIOLENCE else emergency.medical) or told.local
    kind = Kind.MEDICAL if distress.kind is Kind.AFTERCARE and not phone else distress.kind
    first = {
        Kind.CRISIS: told.crisis,
        Kind.VIOLENCE: told.violence,
        Kind.MEDICAL: told.medical,
        Kind.AFTERCARE: told.aftercare,
    }[kind].format(number=f"**{number}**", phone=f"**{phone}**")
    if kind is Kind.CRISIS and emergency.crisis:
        first = f"{first} {told.listens.format(crisis=f'**{emergency.crisis}**')}"
    return f"{first}\n\n{told.unread} {told.kept}"


def country_of(catalogue: Catalogue, place: Location | None) -> str | None:
    """The country of a place; without one that of all places, and None where they lie in several."""
    places = [place] if place else list(catalogue.locations.values())
    countries = {one.country or catalogue.organization.country for one in places}
    return next(iter(countries)) if len(countries) == 1 else None
