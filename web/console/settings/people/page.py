"""People who are booked: their page has what they do, their hours, and when they are away."""

from collections.abc import Mapping
from typing import Any

from booking_core.back_office.hours.opening_hours import OpeningHours
from booking_core.back_office.hours.repeated_time_off import RepeatedTimesOff
from booking_core.back_office.hours.time_off import TimesOff
from booking_core.back_office.resources import FURTHER, Resources
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.context import OperationContext
from booking_core.pictures.encode import FACE
from web.console.forms.compound_fields import TranslationsField, customer_languages
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Checkboxes, Select, TextArea, TextField
from web.console.forms.form import Form
from web.console.forms.key_field import key_field
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import SettingsPage
from web.console.settings.hours.drawing import draw_week
from web.console.settings.noun_page import NextStep, NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.settings.people.served_services import (
    SERVED,
    save_services,
    services_field,
    services_ticked,
)
from web.console.settings.time_off import page as time_off
from web.console.settings.time_off import repeated_lines
from web.console.words.translate import N_, gettext

PAGE = SettingsPage("people", N_("People"), N_("Who works here, when and where"), "resource.read")
WORDS = NounWords(
    add=N_("Add a person"),
    empty=N_("Who serves your customers? Begin with yourself."),
    archiving=N_("Once archived, they are not offered any more. What is booked with them stays."),
)


async def form(context: OperationContext, row: Resource | None) -> Form:
    places = list(context.catalogue.locations.values())
    return Form(
        [
            TextField(
                name="name", label=gettext("Name"), required=True, hint=gettext("As customers call them.")
            ),
            TextArea(
                name="bio", label=gettext("About them"), hint=gettext("A sentence or two for customers.")
            ),
            *place_fields(context, row),
            *_further([Option(one.id, one.name) for one in places]),
            *services_field(context),
            words_field(context, row, gettext("About them")),
            key_field(),
        ]
    )


def place_fields(context: OperationContext, row: Resource | None) -> list[FormField]:
    """Where they are; asked where there is a choice."""
    options = [Option(one.id, one.name) for one in context.catalogue.locations.values()]
    if row and row.location_id not in context.catalogue.locations:
        options.append(Option(row.location_id, context.catalogue.location(row.location_id).name))
    return (
        [Select(name="location_id", label=gettext("Location"), options=options)] if len(options) > 1 else []
    )


def words_field(context: OperationContext, row: Resource | None, about: str) -> TranslationsField:
    return TranslationsField(
        name="translations",
        label=gettext("In other languages"),
        fields=[Option("name", gettext("Name")), Option("bio", about, "3")],
        own=context.catalogue.organization.locale,
        asked=customer_languages(context.catalogue.organization),
        kept=row.translations if row else {},
    )


def _further(places: list[Option]) -> list[FormField]:
    hint = gettext("In hours of their own there.")
    field = Checkboxes(name=FURTHER, label=gettext("Works there too"), options=places, hint=hint)
    return [field] if len(places) > 1 else []


def only_place(context: OperationContext, said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where there is one location, nobody is asked for it. The place of somebody is no further one."""
    places = context.catalogue.locations
    own = said.get("location_id") or next(iter(places), None)
    values = {name: value for name, value in said.items() if name != SERVED} | {"location_id": own}
    if FURTHER in said:
        values[FURTHER] = [one for one in said[FURTHER] if one != own]
    return values


async def more(context: OperationContext, row: Resource | None) -> Mapping[str, Any]:
    if row is None or row.archived_at is not None:
        return {}
    catalogue, local = context.catalogue, LocalFormat.of(context.catalogue.organization)
    weeks = await OpeningHours(context).every()
    away = [one for one in await TimesOff(context).list_offered() if one.resource_id == row.id]
    again = [one for one in await RepeatedTimesOff(context).list_offered() if one.resource_id == row.id]
    at_places = [(one, catalogue.location(one)) for one in catalogue.workplaces.of(row.id)]
    return {
        "weeks": [
            (place, draw_week(week, local) if week else None, "" if one == row.location_id else one)
            for one, place in at_places
            for week in [weeks.get((None if one == row.location_id else one, row.id), ())]
        ],
        "away": [
            *((one.id, time_off.line(context, one)) for one in away if time_off.shows(context, one)),
            *(
                (f"repeated/{one.id}", repeated_lines.line(context, one))
                for one in again
                if repeated_lines.shows(context, one)
            ),
        ],
    }


def shows(_: OperationContext, row: Resource) -> bool:
    return row.kind == STAFF


def line(context: OperationContext, row: Resource) -> str:
    return ", ".join(one.name for one in context.catalogue.services_of(row.id))


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=Resources,
        attribute="resources",
        words=WORDS,
        form=form,
        line=line,
        shows=shows,
        given={"kind": STAFF},
        next_step=NextStep(N_("Now their hours"), "hours/{}"),
        values=only_place,
        also=services_ticked,
        beside=save_services,
        more=more,
        picture=FACE,
        form_template="settings/person.html",
    )
)
ROUTES = [PAGES.router]
