"""Links: which rows belong to which, such as the people who serve a service."""

from collections.abc import Collection
from typing import Any

from msgspec import Struct
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession


class Link(Struct, frozen=True):
    """A ``table`` of links from the column ``own`` to the column ``end``, which leads to a ``target``;
    ``word`` is for people."""

    table: type[Any]
    own: str
    end: str
    target: type[Any]
    word: str


async def linked_ids(session: AsyncSession, link: Link, row_id: str) -> list[str]:
    """What a row is linked to and is offered, by id: links to what is archived stay, for when it comes
    back."""
    columns, target = link.table.__table__.c, link.target.__table__.c
    found = (
        select(target.id)
        .join(link.table.__table__, columns[link.end] == target.id)
        .where(columns[link.own] == row_id, target.archived_at.is_(None))
    )
    return sorted(await session.scalars(found))


async def write_links(session: AsyncSession, link: Link, row: Any, ids: Collection[str]) -> None:
    """Link a row to these of what is offered, and to no other."""
    now, columns = set(await linked_ids(session, link, row.id)), link.table.__table__.c
    gone = now.difference(ids)
    await session.execute(delete(link.table).where(columns[link.own] == row.id, columns[link.end].in_(gone)))
    session.add_all(
        link.table(organization_id=row.organization_id, **{link.own: row.id, link.end: one})
        for one in ids
        if one not in now
    )
