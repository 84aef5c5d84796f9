"""Rooms and equipment: what an appointment occupies beside a person."""

from typing import Any

from booking_core.back_office.resources import Resources
from booking_core.catalogue.resources import EQUIPMENT, ROOM, STAFF, Resource
from booking_core.context import OperationContext
from booking_core.pictures.encode import FACE
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Hidden, Select, TextArea, TextField
from web.console.forms.form import Form
from web.console.forms.key_field import key_field
from web.console.rendering.visit import SettingsPage
from web.console.settings.noun_page import NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.settings.people.page import line, more, only_place, place_fields, words_field
from web.console.settings.people.served_services import save_services, services_field, services_ticked
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "equipment", N_("Rooms and equipment"), N_("What appointments need beside people"), "resource.read"
)
WORDS = NounWords(
    add=N_("Add a room or equipment"),
    empty=N_("A treatment room, a chair, a device: whatever two appointments cannot have at once."),
    archiving=N_("Once archived, it is not offered any more. What is booked in it stays."),
)


async def form(context: OperationContext, row: Resource | None) -> Form:
    kinds = [Option(ROOM, gettext("A room")), Option(EQUIPMENT, gettext("Equipment"))]
    kind: FormField = Select(
        name="kind",
        label=gettext("What it is"),
        options=kinds,
        hint=gettext("A service takes one of each kind."),
    )
    return Form(
        [
            Hidden(name="kind", label="") if row else kind,
            TextField(name="name", label=gettext("Name"), required=True),
            TextArea(name="bio", label=gettext("About it"), hint=gettext("A sentence or two for customers.")),
            *place_fields(context, row),
            *services_field(context),
            words_field(context, row, gettext("About it")),
            key_field(),
        ]
    )


def shows(_: OperationContext, row: Resource) -> bool:
    return row.kind != STAFF


def begin(_: OperationContext) -> dict[str, Any]:
    return {"kind": ROOM}


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=Resources,
        attribute="resources",
        words=WORDS,
        form=form,
        line=line,
        shows=shows,
        values=only_place,
        also=services_ticked,
        beside=save_services,
        begin=begin,
        more=more,
        picture=FACE,
        form_template="settings/person.html",
    )
)
ROUTES = [PAGES.router]
