"""Entries of the audit log as lines of the page: what was done in words, and each field before and after."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from booking_core.storage.audit import CHAT, CONSOLE, AuditEntry
from web.console.audit.actions import DOORS, in_words
from web.console.audit.names import SubjectNames
from web.console.rendering.formatting import LocalFormat
from web.console.words.translate import gettext

# Told beside every change, or of no use to people.
TECHNICAL = {"before", "after", "version"}
LONGEST = 2_000


class Difference(Struct, frozen=True):
    """One field; empty where there was, or is, nothing."""

    name: str
    before: str
    after: str


class EntryView(Struct, frozen=True):
    """One line. ``conversation`` is that of the customer who did it."""

    at: str
    when: str
    who: str
    actor: str
    door: str
    conversation: str
    what: str
    action: str
    thing: str
    subject: str
    differences: Sequence[Difference]
    request_id: str


def entry_views(entries: Sequence[AuditEntry], names: SubjectNames, local: LocalFormat) -> list[EntryView]:
    return [_view(entry, names, local) for entry in entries]


def _view(entry: AuditEntry, names: SubjectNames, local: LocalFormat) -> EntryView:
    has_name = entry.door == CONSOLE or entry.actor in names.people
    return EntryView(
        at=entry.at.isoformat(),
        when=f"{local.long_date(local.day_of(entry.at))}, {local.time(entry.at)}",
        who=names.person(entry.actor) if has_name else gettext(DOORS.get(entry.door, entry.door)),
        actor=entry.actor,
        door=entry.door,
        conversation=entry.actor if entry.door == CHAT else "",
        what=in_words(entry.action),
        action=entry.action,
        thing=names.thing(entry.subject),
        subject=entry.subject,
        differences=differences_of(entry.details),
        request_id=entry.request_id,
    )


def differences_of(details: Mapping[str, Any]) -> list[Difference]:
    """Field by field where fields were written down, else as a whole; then whatever else was."""
    was, is_now = (_by_field(details.get(name)) for name in ("before", "after"))
    found = [Difference(name, _text(was.get(name)), _text(is_now.get(name))) for name in {**was, **is_now}]
    others = [Difference(name, "", _text(said)) for name, said in details.items() if name not in TECHNICAL]
    return [one for one in (*found, *others) if one.before or one.after]


def _by_field(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {"": value}


def _text(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    text = value if isinstance(value, str) else msgspec.json.format(msgspec.json.encode(value)).decode()
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
