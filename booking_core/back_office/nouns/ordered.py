"""Nouns that stand in an order, and have names that customers tell them by."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, func, select

from booking_core.back_office.nouns.noun import Edit, Noun, R
from booking_core.errors import Conflict, InvalidField
from booking_core.input.clean_text import compared_name


class OrderedNoun(Noun[R]):
    """A noun whose rows stand in the order their owner gives them, all of them or those of one ``scope``."""

    scope: ClassVar[str | None] = None

    async def reorder(self, ids: Sequence[str], *, seen: Sequence[str]) -> list[R]:
        """Put what is offered into this order; ``seen`` is the order it was decided by. Raises ``Conflict``
        (``version_conflict``) where that is not the order any more, and ``InvalidField`` where ``ids`` are
        others than those in the order."""
        self._require("reorder")
        rows = {self._as_versioned(row).id: row for row in await self._beside(ids)}
        now = list(rows)
        if list(ids) == now:
            return list(rows.values())
        if list(seen) != now:
            raise Conflict(
                "Somebody else has changed the order meanwhile.",
                code="version_conflict",
                details={"order": now},
            )
        if sorted(ids) != sorted(now):
            raise InvalidField("ids", "Please name each of them once.")
        for position, row_id in enumerate(ids):
            self._as_versioned(rows[row_id]).position = position
        await self.session.flush()
        self.context.audit(f"{self.verb}.reorder", self.context.organization_id, before=now, after=list(ids))
        return [rows[row_id] for row_id in ids]

    async def _beside(self, ids: Sequence[str]) -> list[R]:
        """What is put in order together with these, as it stands."""
        conditions = [self._column("archived_at").is_(None)]
        if self.scope is not None:
            first = await self._row(ids[0] if ids else "")
            conditions.append(self._column(self.scope) == getattr(first, self.scope))
        return await self._rows(*conditions)

    async def place(self, row: R) -> None:
        last = await self.session.scalar(
            select(func.max(self._column("position"))).where(
                self._column("organization_id") == self.context.organization_id
            )
        )
        self._as_versioned(row).position = 0 if last is None else last + 1

    def _order(self) -> Sequence[ColumnElement[Any]]:
        first = () if self.scope is None else (self._column(self.scope),)
        return *first, self._column("position"), self._column("id")

    async def name_must_be_free(self, edit: Edit) -> None:
        """Customers name things: two of one name, in whatever language, cannot be told apart. Raises
        ``InvalidField``."""
        offered = await self._rows(self._column("archived_at").is_(None))
        others = [row for row in map(self._as_versioned, offered) if row.id != edit.row_id]
        taken = {compared_name(name) for row in others for name in row.all_names}
        for field, name in _names(edit.changed):
            if compared_name(name) in taken:
                raise InvalidField(field, f"Another {self.word} has this name.", code="name_taken")

    async def key_must_be_free(self, edit: Edit) -> None:
        """Whatever is archived keeps its key, for when it comes back. Raises ``InvalidField``."""
        key = edit.changed.get("key")
        same = () if key is None else map(self._as_versioned, await self._rows(self._column("key") == key))
        if any(row.id != edit.row_id for row in same):
            raise InvalidField("key", f"Another {self.word} has this key.", code="key_taken")


def _names(changed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "name" in changed:
        yield "name", changed["name"]
    for language, words in changed.get("translations", {}).items():
        if "name" in words:
            yield f"translations.{language}.name", words["name"]
