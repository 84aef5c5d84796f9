"""Texts that are still in the language of before, each with the way to where it is written."""

from collections.abc import Sequence

from msgspec import Struct

from booking_core.back_office.nouns.words_left import TextLeft, words_left
from booking_core.desk import Desk
from web.console.rendering.texts import language_name
from web.console.rendering.visit import Visit
from web.console.words.translate import N_, gettext

FIELDS = {
    "name": N_("Name"),
    "description": N_("Description"),
    "label": N_("Question"),
    "choices": N_("Choices"),
    "bio": N_("About them"),
    "facts": N_("What customers ask about"),
}


class TextView(Struct, frozen=True):
    name: str
    fields: str
    link: str


class LeftView(Struct, frozen=True):
    """``language`` is what the one before is called."""

    language: str
    texts: Sequence[TextView]


async def texts_left(visit: Visit, desk: Desk) -> LeftView | None:
    """None where there are none."""
    left = await words_left(desk)
    if left is None or not left.texts:
        return None
    texts = [TextView(one.name, _fields(one), f"{visit.home}/{_path(desk, one)}") for one in left.texts]
    return LeftView(language_name(left.language), texts)


def _fields(text: TextLeft) -> str:
    return ", ".join(gettext(FIELDS[name]) for name in text.fields)


def _path(desk: Desk, text: TextLeft) -> str:
    match text.noun:
        case "settings":
            return "business#chat.facts"
        case "category":
            return f"services/categories/{text.id}"
        case "question":
            return f"services/{text.service_id}/questions/{text.id}"
        case "service":
            return f"services/{text.id}"
    is_person = any(one.kind == "staff" for one in desk.catalogue.resources_among({text.id}))
    return f"{'people' if is_person else 'equipment'}/{text.id}"
