"""The verbs every noun of the catalogue has: create, change, archive and restore.

Each checks the role first, validates every field, compares versions, and writes one audit entry. Each may be
repeated: what is already as it should be is a success that does nothing. Files of the nouns say what their
fields are and what else must be true.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from msgspec import Struct, to_builtins
from sqlalchemy import ColumnElement, select

from booking_core.access.roles import require_role
from booking_core.appointments.find import find_row
from booking_core.back_office.nouns.versioned import (
    archive,
    must_be_offered_still,
    must_be_version,
    record,
)
from booking_core.back_office.nouns.words import own_words
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.translations import Translatable
from booking_core.context import OperationContext
from booking_core.errors import Invalid, InvalidField
from booking_core.input.fields import Field, read_change, read_new
from booking_core.storage.audit import AuditEntry
from booking_core.storage.database import Base
from booking_core.storage.ids import derived_id

R = TypeVar("R", bound=Base)


class Edit(Struct, frozen=True):
    """What something would become: all its ``values``, and those that are ``changed``; ``row_id`` is None for
    something new."""

    values: Mapping[str, Any]
    changed: Mapping[str, Any]
    row_id: str | None = None


class Noun(Generic[R]):
    """``verb`` begins the names of its verbs (``roles``), ``prefix`` its ids, ``word`` is for people."""

    table: ClassVar[type[Any]]
    verb: ClassVar[str]
    prefix: ClassVar[str]
    word: ClassVar[str]
    fields: ClassVar[tuple[Field, ...]]

    def __init__(self, context: OperationContext) -> None:
        self.context = context
        self.session = context.session

    async def find(self, row_id: str) -> R:
        """Archived or not. Raises ``NotFound`` for an unknown id and for another organization's alike."""
        self._require("read")
        found: R = await find_row(self.context, self.table, row_id, self.word)
        return found

    async def list_offered(self) -> list[R]:
        """By position where there is one."""
        self._require("read")
        return await self._rows(self._column("archived_at").is_(None))

    async def list_archived(self) -> list[R]:
        """What may be restored."""
        self._require("read")
        return await self._rows(self._column("archived_at").is_not(None))

    async def every(self) -> list[R]:
        """What is offered and what may be restored, together in order."""
        self._require("read")
        return await self._rows()

    @classmethod
    def id_of(cls, organization_id: str, owner: str, key: str) -> str:
        """Of what somebody creates by a key."""
        return derived_id(cls.prefix, organization_id, owner, cls.verb, key)

    async def create(self, given: Mapping[str, Any], *, key: str) -> R:
        """Something new. ``key`` makes a repeat the same one. Raises ``InvalidField`` or ``InvalidFields``,
        and ``Invalid`` (``idempotency_key_reused``) where the key made something else."""
        self._require("create")
        values = read_new(self.fields, given)
        row_id = self.id_of(self.context.organization_id, self.context.owner, key)
        if await self.session.get(self.table, row_id) is not None:
            return await self._repeat(row_id, values)
        await self._with_own_words({}, values)
        await self.check(Edit(values, values))
        row: R = self.table(id=row_id, organization_id=self.context.organization_id, version=1)
        await self.place(row)
        self.session.add(row)
        await self.store(row, values)
        await self.session.flush()
        record(self.context, f"{self.verb}.create", self._as_versioned(row), after=self._public(values))
        return row

    async def change(self, row_id: str, given: Mapping[str, Any], *, expected_version: int) -> R:
        """Some of its fields. Raises ``NotFound``, ``InvalidField`` or ``InvalidFields``, and ``Conflict``
        (``version_conflict``) where somebody else changed it since, or (``archived``) where it is not offered
        any more."""
        self._require("change")
        wanted = read_change(self.fields, given)
        row = await self._row(row_id)
        before = await self.values_of(row)
        changed = self.changes(wanted, before)
        if not changed:
            return row
        must_be_version(self._as_versioned(row), expected_version)
        must_be_offered_still(self._as_versioned(row))
        self._must_not_be_fixed(changed)
        changed = await self._with_own_words(before, changed)
        await self.check(Edit(before | changed, changed, row_id))
        await self._write(row, "change", before, changed)
        return row

    async def archive(self, row_id: str, *, expected_version: int) -> R:
        """Offered no longer. What was booked before still finds it."""
        self._require("archive")
        row = await self._row(row_id)
        if self._as_versioned(row).archived_at is not None:
            return row
        must_be_version(self._as_versioned(row), expected_version)
        await self.check_archive(row)
        archive(self._as_versioned(row), self.context.clock.now())
        await self.session.flush()
        record(self.context, f"{self.verb}.archive", self._as_versioned(row))
        return row

    async def restore(
        self, row_id: str, *, expected_version: int, given: Mapping[str, Any] | None = None
    ) -> R:
        """Offered again, with some of its fields as they are ``given``. Raises ``InvalidField`` where it
        would not fit any more."""
        self._require("restore")
        wanted = read_change(self.fields, given or {})
        row = await self._row(row_id)
        if self._as_versioned(row).archived_at is None:
            return row
        must_be_version(self._as_versioned(row), expected_version)
        before = await self.values_of(row)
        changed = self.changes(wanted, before)
        self._must_not_be_fixed(changed)
        changed = await self._with_own_words(before, changed)
        await self.check(Edit(before | changed, before | changed, row_id))
        self._as_versioned(row).archived_at = None
        await self._write(row, "restore", before, changed)
        return row

    async def _write(self, row: R, deed: str, before: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
        """Store what is changed, as one version and one audit entry."""
        await self.store(row, changed)
        self._as_versioned(row).version += 1
        await self.session.flush()
        record(
            self.context,
            f"{self.verb}.{deed}",
            self._as_versioned(row),
            before=self._public({name: before[name] for name in changed}),
            after=self._public(changed),
        )

    def changes(self, wanted: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
        """Of the values that are wanted those that say something else than before."""
        return {name: value for name, value in wanted.items() if value != before[name]}

    async def check(self, edit: Edit) -> None:
        """Raises ``InvalidField`` where the fields do not fit together, or what they name is not there."""

    async def check_archive(self, row: R) -> None:
        """Raises ``Conflict`` where the business cannot do without it."""

    async def place(self, row: R) -> None:
        """Where something new stands among the others, for nouns that have an order."""

    async def store(self, row: R, values: Mapping[str, Any]) -> None:
        """Write the values to the row."""
        for name, value in values.items():
            setattr(row, name, value)

    async def values_of(self, row: R) -> dict[str, Any]:
        """The fields as they are."""
        return {field.name: getattr(row, field.name) for field in self.fields}

    def _require(self, deed: str) -> None:
        require_role(self.context.actor.role, f"{self.verb}.{deed}")

    async def _row(self, row_id: str) -> R:
        found: R = await find_row(self.context, self.table, row_id, self.word, for_update=True)
        return found

    async def _rows(self, *conditions: ColumnElement[bool]) -> list[R]:
        mine = self._column("organization_id") == self.context.organization_id
        found = select(self.table).where(mine, *conditions).order_by(*self._order())
        return list(await self.session.scalars(found, execution_options={"populate_existing": True}))

    def _order(self) -> Sequence[ColumnElement[Any]]:
        return (self._column("id"),)

    def _column(self, name: str) -> ColumnElement[Any]:
        column: ColumnElement[Any] = self.table.__table__.c[name]
        return column

    async def _repeat(self, row_id: str, values: Mapping[str, Any]) -> R:
        made = await self.session.scalar(
            select(AuditEntry.details).where(
                AuditEntry.organization_id == self.context.organization_id,
                AuditEntry.subject == row_id,
                AuditEntry.action == f"{self.verb}.create",
            )
        )
        if made is None or made.get("after") != to_builtins(self._public(values)):
            raise Invalid("That key made something else.", code="idempotency_key_reused")
        return await self._row(row_id)

    async def _with_own_words(self, before: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
        if not changed or self.context.words_as_given or not issubclass(self.table, Translatable):
            return dict(changed)
        business = await self.session.get_one(Organization, self.context.organization_id)
        return own_words(business.locale, before, changed)

    def _must_not_be_fixed(self, changed: Mapping[str, Any]) -> None:
        for field in self.fields:
            if field.fixed and field.name in changed:
                raise InvalidField(field.name, "This is chosen once and cannot be changed.", code="fixed")

    def _public(self, values: Mapping[str, Any]) -> dict[str, Any]:
        hidden = {field.name for field in self.fields if field.private}
        return {name: value for name, value in values.items() if name not in hidden}

    @staticmethod
    def _as_versioned(row: R) -> Any:
        return row
