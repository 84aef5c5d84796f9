"""Texts that are still in the language the business spoke before: nothing stood ready to take their place,
and nobody has written them anew since."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select

from booking_core.access.roles import require_role
from booking_core.back_office.nouns.language import WORDED, rows_with_words
from booking_core.catalogue.locations import Location
from booking_core.catalogue.own_language import is_same_language, own_words_of, words_missing
from booking_core.catalogue.resources import STAFF
from booking_core.context import OperationContext
from booking_core.storage.audit import AuditEntry

CHANGED, SETTINGS = "settings.change", "settings"
# Fields whose columns have another name in the audit log.
COLUMNS = {"choices": "choice_labels", "facts": "chat.facts"}


class TextLeft(Struct, frozen=True):
    """A row and its fields: ``noun`` is what its verbs begin with; ``service_id`` is empty but of a
    question."""

    noun: str
    id: str
    name: str
    fields: Sequence[str]
    service_id: str = ""


class LanguageChange(Struct, frozen=True):
    """``entry_id`` is that of the audit log; whatever was written before it is in the language ``old``."""

    entry_id: int
    old: str
    new: str


class WordsLeft(Struct, frozen=True):
    """``language`` is the one before (BCP 47)."""

    language: str
    texts: Sequence[TextLeft]


async def words_left(context: OperationContext) -> WordsLeft | None:
    """None for a business that has not changed its language."""
    require_role(context.actor.role, "settings.read")
    changes = await _changes(context)
    if not changes or is_same_language(changes[-1].old, changes[-1].new):
        return None
    old, now = changes[-1].old, changes[-1].new
    found = [one for one in await _texts(context, old) if one.fields]
    written = await _last_written(context, [one.id for one in found])

    def is_left(text: TextLeft, field: str) -> bool:
        at = written.get((text.id, field), 0)
        spoken = next((change.old for change in changes if change.entry_id > at), now)
        return not is_same_language(spoken, now)

    still = (replace(one, fields=[name for name in one.fields if is_left(one, name)]) for one in found)
    return WordsLeft(old, [one for one in still if one.fields])


async def _changes(context: OperationContext) -> Sequence[LanguageChange]:
    """Oldest first."""
    found = await context.session.scalars(
        select(AuditEntry)
        .where(
            AuditEntry.organization_id == context.organization_id,
            AuditEntry.subject == context.organization_id,
            AuditEntry.action == CHANGED,
            AuditEntry.details["after"].has_key("locale"),
        )
        .order_by(AuditEntry.id)
    )
    return [
        LanguageChange(one.id, one.details["before"]["locale"], one.details["after"]["locale"])
        for one in found
    ]


async def _texts(context: OperationContext, old: str) -> list[TextLeft]:
    """Names of people and places are their own in every language."""
    business = context.catalogue.organization
    facts = words_missing({"facts": business.facts}, business.translations, old)
    texts = [TextLeft(SETTINGS, business.id, business.name, facts)]
    for table, noun in WORDED:
        rows = [] if table is Location else await rows_with_words(context, table)
        texts += [_text(row, noun, old) for row in rows if row.archived_at is None]
    return texts


def _text(row: Any, noun: str, old: str) -> TextLeft:
    own = own_words_of(row)
    if getattr(row, "kind", "") == STAFF:
        own.pop("name")
    name = row.label if noun == "question" else row.name
    return TextLeft(
        noun, row.id, name, words_missing(own, row.translations, old), getattr(row, "service_id", "")
    )


async def _last_written(context: OperationContext, ids: Iterable[str]) -> Mapping[tuple[str, str], int]:
    """By row and field, the last entry of the audit log by which somebody wrote it, as it began or anew."""
    rows = await context.session.execute(
        select(AuditEntry.id, AuditEntry.subject, AuditEntry.details["after"])
        .where(AuditEntry.organization_id == context.organization_id, AuditEntry.subject.in_(list(ids)))
        .order_by(AuditEntry.id)
    )
    fields = {column: field for field, column in COLUMNS.items()}
    return {
        (subject, fields.get(name, name)): entry_id
        for entry_id, subject, after in rows
        for name in after or ()
    }
