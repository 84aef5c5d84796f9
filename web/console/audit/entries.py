"""Entries of the audit log as lines of the page: what was done in words, and each field before and after."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from booking_core.storage.audit import CHAT, AuditEntry
from web.console.audit.actions import in_words
from web.console.audit.labels import label_of
from web.console.audit.values import Telling
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.names import SubjectNames, who_did

# Told beside every change, or of no use to people.
TECHNICAL = {"before", "after", "version", "hold", "link"}
LONGEST = 2_000


class Difference(Struct, frozen=True):
    """One field; empty where there was, or is, nothing."""

    name: str
    before: str
    after: str


class EntryView(Struct, frozen=True):
    """One line. ``conversation`` is that of the customer who did it; ``thing`` is empty where it has no
    name."""

    at: str
    when: str
    who: str
    actor: str
    conversation: str
    what: str
    thing: str
    subject: str
    differences: Sequence[Difference]
    request_id: str


def entry_views(entries: Sequence[AuditEntry], names: SubjectNames, local: LocalFormat) -> list[EntryView]:
    """``local`` is how the business writes; what belongs to a place has that place's clock."""
    return [_view(entry, names, _at_its_place(entry, names, local)) for entry in entries]


def _at_its_place(entry: AuditEntry, names: SubjectNames, local: LocalFormat) -> LocalFormat:
    time_zone = names.time_zone(entry.subject)
    return replace(local, time_zone=time_zone) if time_zone else local


def _view(entry: AuditEntry, names: SubjectNames, local: LocalFormat) -> EntryView:
    return EntryView(
        at=entry.at.isoformat(),
        when=local.date_and_time(entry.at),
        who=who_did(entry, names),
        actor=entry.actor,
        conversation=entry.actor if entry.door == CHAT else "",
        what=in_words(entry.action),
        thing=names.thing(entry.subject, local),
        subject=entry.subject,
        differences=differences_of(entry.details, Telling(names, local)),
        request_id=entry.request_id,
    )


def differences_of(details: Mapping[str, Any], telling: Telling) -> list[Difference]:
    """Field by field where fields were written down, else as a whole; then whatever else was."""
    was, is_now = (_by_field(details.get(name)) for name in ("before", "after"))
    pairs = [(name, was.get(name), is_now.get(name)) for name in {**was, **is_now}]
    pairs += [(name, None, said) for name, said in details.items() if name not in TECHNICAL]
    found = [
        Difference(name and label_of(name), *(_short(telling.tell(name, one)) for one in values))
        for name, *values in pairs
    ]
    return [one for one in found if one.before or one.after]


def _by_field(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {"": value}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
