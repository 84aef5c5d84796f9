"""The page of the settings about what can be booked, and what is asked before."""

from collections.abc import Mapping
from typing import Any

from agent.languages.wording import named_length
from booking_core.back_office.services import Services
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.prices import as_told
from booking_core.catalogue.services.services import Service
from booking_core.context import OperationContext
from booking_core.pictures.encode import SERVICE
from web.console.rendering.texts import price_text
from web.console.rendering.visit import SettingsPage
from web.console.settings.noun_page import NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.settings.services.form import form
from web.console.settings.services.groups import FIRST, GROUPS
from web.console.settings.services.rules import rules_in_words
from web.console.settings.services.spans import length_text
from web.console.words.translate import N_, gettext, ngettext

PAGE = SettingsPage(
    "services", N_("Services"), N_("What can be booked, how long and for how much"), "service.read"
)
WORDS = NounWords(
    add=N_("Add a service"),
    empty=N_("What can customers book? Begin with what you do most."),
    archiving=N_("Once archived, it is not offered any more. What is booked stays."),
)
NAMED = 3


def begin(context: OperationContext) -> Mapping[str, Any]:
    """Who works alone does everything."""
    people = [one.id for one in context.catalogue.resources.values() if one.kind == STAFF]
    alone = people if len(people) == 1 else []
    return {"currency": context.catalogue.organization.currency, "resource_ids": alone}


def line(context: OperationContext, row: Service) -> str:
    """Lengths with their prices, who does it, and what else a booking of it needs."""
    asked = len(context.catalogue.questions_of.get(row.id, ()))
    needs = [gettext("waits for your approval")] if row.requires_approval else []
    needs += [ngettext("%(num)s question", "%(num)s questions", asked)] if asked else []
    parts = [_lengths(row), _who(context, row), *needs]
    return " · ".join(part for part in parts if part)


def _lengths(row: Service) -> str:
    """Each with its price, where they differ; else all of them with the one price."""
    priced = [(_length(row, one), price_text(as_told(row, row.money_for(one)))) for one in row.durations]
    if len({price for _, price in priced}) > 1:
        return ", ".join(f"{length} {price}".strip() for length, price in priced)
    return " · ".join(part for part in (", ".join(length for length, _ in priced), priced[0][1]) if part)


def _length(row: Service, minutes: int) -> str:
    return named_length(length_text(minutes), row.length_name(minutes))


def _who(context: OperationContext, row: Service) -> str:
    people = [one.name for one in context.catalogue.resources_of[row.id] if one.kind == STAFF]
    if not context.catalogue.resources_of[row.id]:
        return gettext("nobody does it yet")
    more = len(people) - NAMED
    others = [f"+{more}"] if more > 0 else []
    return ", ".join([*people[:NAMED], *others])


async def more(context: OperationContext, row: Service | None) -> Mapping[str, Any]:
    asked = context.catalogue.questions_of.get(row.id, ()) if row else ()
    return {"field_groups": GROUPS, "first": FIRST, "questions": [one.label for one in asked]}


async def list_more(context: OperationContext) -> Mapping[str, Any]:
    return {"rules": rules_in_words(context.catalogue.services.values())}


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=Services,
        attribute="services",
        words=WORDS,
        form=form,
        line=line,
        begin=begin,
        picture=SERVICE,
        form_template="settings/service.html",
        list_template="settings/service_list.html",
        more=more,
        list_more=list_more,
    )
)
