"""Locations: where the business is. A noun's pages are a declaration: the fields of its form, and the words
of its list."""

from collections.abc import Sequence
from typing import Any

from booking_core.back_office.locations import Locations
from booking_core.catalogue.locations import Location
from booking_core.context import OperationContext
from web.console.forms.choices import currency_choices, time_zones
from web.console.forms.compound_fields import MinutesByName, TranslationsField, customer_languages
from web.console.forms.country import country_field, part_field
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Checkbox, Select, TextField
from web.console.forms.form import Form
from web.console.forms.key_field import key_field
from web.console.rendering.visit import SettingsPage
from web.console.settings.noun_page import NextStep, NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "locations", N_("Locations"), N_("Addresses, each with its clock and holidays"), "location.read"
)
WORDS = NounWords(
    add=N_("Add a location"),
    empty=N_("Appointments take place somewhere: begin with the first address."),
    archiving=N_("Once archived, it is not offered any more. What is booked there stays."),
)


async def form(context: OperationContext, row: Location | None) -> Form:
    business = context.catalogue.organization
    country = (row and row.country) or business.country
    fields: list[FormField] = [
        TextField(name="name", label=gettext("Name"), required=True),
        TextField(name="address", label=gettext("Address"), hint=gettext("As customers should read it.")),
        *_clock(context, row),
        country_field(country, otherwise=business.country or "–", nothing=gettext("That of the business")),
        part_field(country, row.subdivision if row else None),
        Checkbox(name="closed_on_public_holidays", label=gettext("Closed on public holidays")),
        _choice("currency", gettext("Currency"), currency_choices(), gettext("As each service says")),
        *_ways(context, row),
        TranslationsField(
            name="translations",
            label=gettext("In other languages"),
            fields=[Option("name", gettext("Name"))],
            own=business.locale,
            asked=customer_languages(business),
            kept=row.translations if row else {},
        ),
        key_field(),
    ]
    return Form(fields)


def _choice(name: str, label: str, options: Sequence[Option], nothing: str) -> FormField:
    return Select(name=name, label=label, options=options, nothing=nothing)


def only_place(context: OperationContext) -> Location | None:
    """The place of a business that has one."""
    places = list(context.catalogue.locations.values())
    return places[0] if len(places) == 1 else None


def _clock(context: OperationContext, row: Location | None) -> list[FormField]:
    """That of the only place is told with the business."""
    place = only_place(context)
    if row and place and row.id == place.id:
        return []
    hint = gettext("Opening hours are on this clock.")
    zones = time_zones(row.time_zone if row else context.catalogue.organization.time_zone)
    return [Select(name="time_zone", label=gettext("Time zone"), options=zones, hint=hint)]


def _ways(context: OperationContext, row: Location | None) -> list[FormField]:
    others = [one for one in context.catalogue.locations.values() if row is None or one.id != row.id]
    options = [Option(one.id, one.name) for one in others]
    label, hint = gettext("Way to other locations"), gettext("For people who work at both.")
    unit = gettext("minutes")
    field = MinutesByName(name="travel_min", label=label, options=options, unit=unit, hint=hint)
    return [field] if options else []


def begin(context: OperationContext) -> dict[str, Any]:
    return {"time_zone": context.catalogue.organization.time_zone}


def line(_: OperationContext, row: Location) -> str:
    return row.address or row.time_zone


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=Locations,
        attribute="locations",
        words=WORDS,
        form=form,
        line=line,
        begin=begin,
        next_step=NextStep(N_("Now its hours"), "hours/{}"),
    )
)
ROUTES = [PAGES.router]
