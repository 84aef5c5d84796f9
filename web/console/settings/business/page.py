"""The business: name, contact, language, money, clock, and the facts that customers ask for."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.catalogue.organizations import Organization
from booking_core.context import OperationContext
from booking_core.desk import Desk
from booking_core.pictures.picture import picture_path
from web.console.forms.choices import currency_choices, language_choices, time_zones
from web.console.forms.compound_fields import Facts
from web.console.forms.country import PART, country_field, known_part, part_field
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Checkboxes, Minutes, Select, TextField
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.business.fact_words import FactWords
from web.console.settings.business.words_left import LeftView, texts_left
from web.console.settings.locations import only_place
from web.console.words.language import LANGUAGES
from web.console.words.translate import N_, gettext

PAGE = SettingsPage("business", N_("Business"), N_("Name, contact, language, money"), "settings.read")
NEWS = {
    "saved": N_("Saved."),
    "picture": N_("The picture is changed."),
    "no-picture": N_("The picture is removed."),
}


def form(values: Mapping[str, Any], *, places: int) -> Form:
    facts = Facts(
        name="chat.facts",
        label=gettext("What customers ask about"),
        hint=gettext("Parking, payment, what to bring: the chat answers with your words."),
    )
    return Form(
        [
            TextField(name="name", label=gettext("Name"), required=True),
            *_ways_to_reach_it(),
            _language(values["locale"]),
            Checkboxes(
                name="chat.languages",
                label=gettext("Languages for customers"),
                options=[Option(tag, name) for tag, name in LANGUAGES.items()],
                hint=gettext("Chat and emails speak only these; with none ticked, all of them."),
            ),
            country_field(values["country"]),
            *_part(values),
            Select(name="currency", label=gettext("Currency"), options=currency_choices()),
            _clock(values["time_zone"], has_one_place=places == 1),
            *_way(places),
            *_pages(),
            facts,
            _words(values, facts),
        ]
    )


def _ways_to_reach_it() -> list[FormField]:
    return [
        TextField(
            name="email",
            label=gettext("Email"),
            input_type="email",
            hint=gettext("For customers who want to reach people; this or a phone number."),
        ),
        TextField(name="phone", label=gettext("Phone"), input_type="tel"),
    ]


def _words(values: Mapping[str, Any], facts: Facts) -> FactWords:
    return FactWords(
        name="translations",
        label=gettext("In other languages"),
        hint=gettext("A new topic is here once it is saved."),
        fields=[Option("name", gettext("Name"))],
        own=values["locale"],
        asked=values["chat.languages"] or tuple(LANGUAGES),
        kept=values["translations"],
        facts=facts,
    )


def _pages() -> list[FormField]:
    return [
        TextField(
            name="chat.privacy_page",
            label=gettext("Your privacy policy"),
            hint=gettext(
                "The address of that page: the chat links to it in its menu and where it asks for a name."
            ),
        ),
        TextField(
            name="chat.imprint_page",
            label=gettext("Your legal notice"),
            hint=gettext("The address of that page; the chat links to it in its menu."),
        ),
    ]


def _language(kept: str) -> Select:
    hint = gettext(
        "In which you write names and descriptions. Change it, and what is translated into the new one takes"
        " their place."
    )
    return Select(name="locale", label=gettext("Language"), options=language_choices(kept), hint=hint)


def _part(values: Mapping[str, Any]) -> list[FormField]:
    """That of the only place, unless it is in a country of its own."""
    return [part_field(values["country"], values[PART])] if PART in values else []


def _clock(kept: str, *, has_one_place: bool) -> Select:
    """The only place of a business has no other clock: both are told here."""
    several = gettext("New locations begin with this one; each may have another.")
    hint = gettext("Opening hours are on this clock.") if has_one_place else several
    return Select(name="time_zone", label=gettext("Time zone"), options=time_zones(kept), hint=hint)


def _way(places: int) -> list[FormField]:
    way = Minutes(
        name="travel_min",
        label=gettext("From one location to another"),
        unit=gettext("minutes"),
        hint=gettext("For people who work at several, where a location says nothing else."),
    )
    return [way] if places > 1 else []


@get("/settings/business")
async def business_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await _draw(visit, await visit.read(_state), news=gettext(NEWS.get(done, "")))


@post("/settings/business", status_code=303)
async def change_business(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        own = {name: value for name, value in values.items() if name != PART}
        await office.settings.change(own, expected_version=version)
        if place := only_place(office):
            here = {"time_zone": values["time_zone"]}
            if PART in values:
                here[PART] = known_part(values["country"], values[PART])
            standing = await office.locations.find(place.id)
            await office.locations.change(place.id, here, expected_version=standing.version)

    async def draw(state: FormState) -> Response[str]:
        return await _draw(visit, state)

    known = (await visit.read(_state)).form
    then = f"{visit.home}/business?done=saved"
    subject = visit.operator.organization_id
    return await submit(Submission(visit, known, PAGE.slug, work, draw, then, subject))


async def _state(context: OperationContext) -> FormState:
    values, version = await BusinessSettings(context).read()
    place = only_place(context)
    if place:
        values["time_zone"] = place.time_zone
        if place.country in (None, values["country"]):
            values[PART] = place.subdivision
    known = form(values, places=len(context.catalogue.locations))
    return FormState(known, known.write(values), version)


async def _draw(visit: Visit, state: FormState, *, news: str = "", wrong_file: str = "") -> Response[str]:
    async def look(desk: Desk) -> tuple[Organization, LeftView | None]:
        return await BusinessSettings(desk).row(), await texts_left(visit, desk)

    row, left = await visit.read(look)
    return visit.page(
        "settings/business.html",
        PAGE.slug,
        status_code=422 if state.is_refused or wrong_file else 200,
        state=state,
        news=news,
        left=left,
        address=f"{visit.home}/business",
        picture=picture_path(row.id, row.logo),
        wrong_file=wrong_file,
    )


async def page_with(visit: Visit, wrong_file: str) -> Response[str]:
    """The page as it is kept, beside a file that was refused."""
    return await _draw(visit, await visit.read(_state), wrong_file=wrong_file)
