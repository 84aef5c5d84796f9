"""What services cost and how long they take, as far as that is stored."""

from collections.abc import Sequence

from agent.languages.prices import price_and_length_sentence, price_text
from agent.languages.wording import join_words, length_with_price
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.services.services import Service


def price_answer(context: TurnContext, said: ParsedMessage) -> str:
    """The prices that are stored; of services without one that it is not, how long they take, and who can
    tell it."""
    says, services = context.says, services_asked_about(context, said)
    priced = [service for service in services if any(_prices(context, said, service).values())]
    unpriced = [service for service in services if service not in priced]
    told = [price_and_length(context, said, service) for service in priced]
    if not unpriced:
        return " ".join(told)
    if priced:
        told.append(says.NO_PRICE_OF.format(names=join_words([one.name for one in unpriced], says.AND)))
    else:
        told.append(says.NO_PRICES)
        told += [price_and_length(context, said, service) for service in unpriced]
    organization = context.catalogue.organization
    ways = [way for way in (organization.phone, organization.email) if way]
    if ways:
        told.append(says.ABOUT_CONTACT.format(contact=join_words(ways, says.OR)))
    return " ".join(told)


def length_answer(context: TurnContext, said: ParsedMessage) -> str:
    """How long they take, and what they cost where that is stored."""
    return " ".join(
        price_and_length(context, said, service) for service in services_asked_about(context, said)
    )


def services_asked_about(context: TurnContext, said: ParsedMessage) -> Sequence[Service]:
    """Those that are named, else the one in mind, else all."""
    in_mind = context.catalogue.services.get(context.state.draft.service_id or "")
    every = tuple(context.catalogue.services.values())
    served = tuple(one for one in every if context.catalogue.is_served(one.id))
    return said.services or ((in_mind,) if in_mind else served or every)


def price_and_length(context: TurnContext, said: ParsedMessage, service: Service) -> str:
    """What a service costs there, with whoever is named, and how long it takes: one line for all its
    lengths."""
    says, prices = context.says, _prices(context, said, service)
    if len(prices) == 1:
        ((minutes, price),) = prices.items()
        sentence = price_and_length_sentence(price, context.locale)
        return sentence.format(service=service.name, price=price, minutes=minutes)
    lengths = [
        length_with_price(says.MINUTES.format(minutes=minutes), service.length_name(minutes), price)
        for minutes, price in prices.items()
    ]
    return f"{service.name}: {join_words(lengths, says.OR)}."


def _prices(context: TurnContext, said: ParsedMessage, service: Service) -> dict[int, str]:
    """The price of each of its lengths in minutes; empty where none is stored."""
    person = _person_in_mind(context, said)
    return {
        minutes: price_text(
            quote(context.catalogue, service, minutes, context.place, person),
            context.locale,
            is_each=service.is_group,
        )
        for minutes in service.durations
    }


def _person_in_mind(context: TurnContext, said: ParsedMessage) -> str | None:
    return said.staff.id if said.staff is not None else context.state.draft.staff_id
