"""The business speaks another language: its rows have the words of that language for their own."""

from typing import Any

from sqlalchemy import select

from booking_core.back_office.nouns.versioned import record
from booking_core.back_office.nouns.words import NAME
from booking_core.catalogue.locations import Location
from booking_core.catalogue.own_language import change_language, own_words_of
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.categories import ServiceCategory
from booking_core.catalogue.services.services import Service
from booking_core.context import OperationContext

# Whatever has words, beside the business itself, with what its verbs begin with.
WORDED: tuple[tuple[type[Any], str], ...] = (
    (ServiceCategory, "category"),
    (Service, "service"),
    (BookingQuestion, "question"),
    (Resource, "resource"),
    (Location, "location"),
)


async def change_language_of_rows(context: OperationContext, old: str, new: str) -> None:
    """Of archived ones too, for when they come back; each an audit entry of its own."""
    for table, verb in WORDED:
        for row in await rows_with_words(context, table, for_update=True):
            _change(context, row, verb, old, new)
    await context.session.flush()


async def rows_with_words(
    context: OperationContext, table: type[Any], *, for_update: bool = False
) -> list[Any]:
    rows = select(table).where(table.organization_id == context.organization_id).order_by(table.id)
    rows = rows.with_for_update() if for_update else rows
    return list(await context.session.scalars(rows, execution_options={"populate_existing": True}))


def _change(context: OperationContext, row: Any, verb: str, old: str, new: str) -> None:
    own = own_words_of(row)
    said, translations = change_language(own, row.translations, old, new)
    if said == own:
        return
    changed = row.translated_columns({field: said[field] for field in said if said[field] != own[field]})
    changed |= {NAME: translations}
    before = {name: getattr(row, name) for name in changed}
    for name, value in changed.items():
        setattr(row, name, value)
    row.version += 1
    record(context, f"{verb}.change", row, before=before, after=changed)
