"""Beginning with a trade: its services, asked for in the words of every language, and who serves them."""

from collections.abc import Mapping
from typing import Any

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.resources import STAFF
from booking_core.errors import InvalidField
from booking_core.team.accounts import Account
from booking_core.team.change import assign_resource
from booking_core.team.context import TeamContext
from booking_core.team.memberships import membership_of
from web.console.settings.start.trades import BY_SLUG, Asked, Offered, Trade
from web.console.words.catalogues import translations
from web.console.words.language import ENGLISH, LANGUAGES, known_language
from web.console.words.translate import gettext


async def begin_with(office: BackOffice, values: Mapping[str, Any]) -> None:
    """Raises ``InvalidField`` for an unknown trade, for a person without a name, and where other services are
    there already. Repeating it changes nothing."""
    trade = BY_SLUG.get(values["trade"])
    if trade is None:
        raise InvalidField("trade", gettext("Please choose a trade."))
    taken = {one.name for one in await office.services.list_offered()}
    if taken:
        if taken.issuperset(say(one.name, _language(office)) for one in trade.services):
            return
        raise InvalidField("trade", gettext("Your services are there already, so nothing was added."))
    people = await _people(office, values.get("person", ""))
    await _is_oneself(office, values.get("person", ""), people)
    for number, offered in enumerate(trade.services):
        await _offer(office, f"{trade.slug} {number}", trade, offered, people)


async def _people(office: BackOffice, name: str) -> list[str]:
    """Everybody who is there; else the person of this name, at the first location."""
    there = [one.id for one in await office.resources.list_offered() if one.kind == STAFF]
    if there:
        return there
    place = next(iter(await office.locations.list_offered()), None)
    if place is None:
        raise InvalidField("", gettext("Please add a location first."))
    if not name.strip():
        raise InvalidField("person", gettext("Please say who serves your customers."))
    person = {"kind": STAFF, "name": name, "location_id": place.id}
    return [(await office.resources.create(person, key="first person")).id]


async def _is_oneself(office: BackOffice, name: str, people: list[str]) -> None:
    """An owner who names herself, in full or by her first name, is that person in the agenda."""
    team = TeamContext.at_desk(office)
    mine = await membership_of(office.session, office.organization_id, office.actor.id)
    if mine is None or mine.resource_id or office.actor.role is not Role.OWNER or len(people) != 1:
        return
    account = await office.session.get_one(Account, office.actor.id)
    words = name.casefold().split()
    if words and words == account.name.casefold().split()[: len(words)]:
        await assign_resource(team, mine.id, people[0])


async def _offer(office: BackOffice, key: str, trade: Trade, offered: Offered, people: list[str]) -> None:
    language = _language(office)
    service = await office.services.create(
        {
            "name": say(offered.name, language),
            "translations": _others(offered.name, "name", language),
            "durations": list(offered.minutes),
            "currency": office.catalogue.organization.currency,
            "capacity": offered.capacity,
            "min_notice_min": trade.notice_min,
            "cancellation_cutoff_min": trade.cutoff_min,
            "reschedule_cutoff_min": trade.cutoff_min,
            "resource_ids": people,
        },
        key=key,
    )
    for asked in offered.asks:
        await office.questions.create(_question(service.id, asked, language), key=f"{key} {asked.key}")


def _question(service_id: str, asked: Asked, language: str) -> dict[str, Any]:
    return {
        "service_id": service_id,
        "key": asked.key,
        "label": say(asked.label, language),
        "translations": _others(asked.label, "label", language),
        "kind": asked.kind,
        "required": asked.required,
        "sensitive": asked.sensitive,
    }


def say(message: str, tag: str) -> str:
    """The message in a language."""
    return message if tag == ENGLISH else translations(tag).gettext(message)


def _others(message: str, field: str, own: str) -> dict[str, dict[str, str]]:
    return {tag: {field: say(message, tag)} for tag in LANGUAGES if tag != own}


def _language(office: BackOffice) -> str:
    """That in which the owner writes names; English where we have no words in theirs."""
    return known_language(office.catalogue.organization.locale) or ENGLISH
