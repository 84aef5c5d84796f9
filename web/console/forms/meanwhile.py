"""What somebody else has changed since a form was drawn, and how both come together: fields that only one of
the two has changed are theirs, and of the others both values are shown."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.desk import Desk
from booking_core.storage.audit import AuditEntry
from web.console.forms.field import FormField
from web.console.forms.sent import Sent
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.names import SubjectNames, people_of, who_did

MOST = 50


class ChangedField(Struct, frozen=True):
    """``is_yours_too`` says that the form holds something else than either."""

    name: str
    label: str
    before: str
    after: str
    is_yours_too: bool


class Meanwhile(Struct, frozen=True):
    who: str
    when: str
    changes: Sequence[ChangedField]

    def of(self, name: str) -> ChangedField | None:
        """Where a field has been changed on both sides."""
        return next((one for one in self.changes if one.name == name and one.is_yours_too), None)


class Since(Struct, frozen=True):
    """Everything that was changed since: fields as they were and are, who was the last, and when."""

    who: str
    at: datetime
    when: str
    before: dict[str, Any]
    after: dict[str, Any]


async def changes_since(desk: Desk, subject: str, version: int, local: LocalFormat) -> Since | None:
    """What the audit log says of a row after this version; None where it says nothing."""
    newest = (
        select(AuditEntry)
        .where(AuditEntry.organization_id == desk.organization_id, AuditEntry.subject == subject)
        .order_by(AuditEntry.id.desc())
        .limit(MOST)
    )
    rows = [one for one in await desk.session.scalars(newest) if one.details.get("version", 0) > version]
    if not rows:
        return None
    names = SubjectNames(await people_of(desk.session, desk.organization_id), {})
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for row in rows:
        before |= row.details.get("before") or {}
        after = (row.details.get("after") or {}) | after
    return Since(who_did(rows[0], names), rows[0].at, local.date_and_time(rows[0].at), before, after)


def merge(fields: Sequence[FormField], sent: Sent, since: Since) -> tuple[Sent, Meanwhile]:
    """The form with what only the other has changed, and what to tell about it."""
    changes = []
    for field in fields:
        if field.name not in since.after:
            continue
        before, after = since.before.get(field.name), since.after[field.name]
        names = [*field.names(sent), *field.write(before), *field.write(after)]
        mine = _drop_blanks(sent.only(names))
        is_mine = mine not in (_drop_blanks(field.write(before)), _drop_blanks(field.write(after)))
        if not is_mine:
            sent = sent.with_texts(names, field.write(after))
        changes.append(ChangedField(field.name, field.label, field.tell(before), field.tell(after), is_mine))
    return sent, Meanwhile(since.who, since.when, changes)


def _drop_blanks(texts: Any) -> dict[str, list[str]]:
    """Without what is empty: a field that was never filled in is not sent by every form."""
    kept = {name: sorted(text for text in said if text) for name, said in texts.items()}
    return {name: said for name, said in kept.items() if said}
