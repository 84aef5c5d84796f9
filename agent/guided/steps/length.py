"""How long it shall take, of a service that comes in several lengths: asked once, with what each costs, and
named wherever times of it are told."""

from collections.abc import Iterable

from agent.guided.steps.step import GuidedStep
from agent.languages.prices import price_text
from agent.languages.wording import join_words, length_with_price
from agent.turn_context import TurnContext
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.services.services import Service


def is_length_open(context: TurnContext, service: Service) -> bool:
    """Whether nobody has said how long, and it was not asked yet; what is moved stays as long as it is."""
    draft = context.state.draft
    is_said = draft.length_min is not None or context.state.moving is not None
    return len(service.durations) > 1 and not is_said and draft.length_asked != service.id


def ask_length(context: TurnContext, service: Service) -> GuidedStep:
    """All of its lengths, before anything is kept: nobody knows which would fit then."""
    return _ask(context, service, context.says.WHICH_LENGTH, service.durations, service.durations)


def with_other_length(context: TurnContext, service: Service, told: str) -> GuidedStep:
    """What is said above a list of times. Those of the usual length can be chosen as they stand: whether it
    shall be another is asked beside them."""
    if not is_length_open(context, service):
        return GuidedStep(told)
    sentence = f"{told} {context.says.OTHER_LENGTH}"
    return _ask(context, service, sentence, service.durations[1:], service.durations)


def _ask(
    context: TurnContext, service: Service, sentence: str, told: Iterable[int], buttons: Iterable[int]
) -> GuidedStep:
    context.state.draft.length_asked = service.id
    names = [length_and_price(context, service, minutes) for minutes in told]
    meanings = {
        length_and_price(context, service, minutes): context.says.MINUTES.format(minutes=minutes)
        for minutes in buttons
    }
    return GuidedStep(
        sentence.format(names=join_words(names, context.says.OR)),
        tool="suggest_answers",
        arguments={"answers": list(meanings), "meanings": meanings},
    )


def length_and_price(context: TurnContext, service: Service, minutes: int) -> str:
    """Such as "45 minutes (long hair, €35.00)"."""
    told = quote(context.catalogue, service, minutes, context.place, context.state.draft.staff_id)
    price = price_text(told, context.locale, is_each=service.is_group)
    length = str(context.says.MINUTES.format(minutes=minutes))
    return length_with_price(length, service.length_name(minutes), price)


def with_length(context: TurnContext, service: Service, label: str, minutes: int) -> str:
    """The name of a service and how long it takes, where it comes in several lengths."""
    if len(service.durations) == 1:
        return label
    return f"{label}, {length_and_price(context, service, minutes)}"
