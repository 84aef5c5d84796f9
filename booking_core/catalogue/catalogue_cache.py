"""The catalogues one process has in hand, each read once and kept until its organization's revision grows.

One query a transaction asks whether the copy in hand is still the newest; the rest is arithmetic on values.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.catalogue import LISTED, Catalogue, LettersWanted
from booking_core.catalogue.hours.opening_hours import (
    OpeningOverride,
    OpeningWindow,
    RepeatedTimeOff,
    TimeOff,
)
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.categories import ServiceCategory
from booking_core.catalogue.services.prices import ServicePrice
from booking_core.catalogue.services.services import Service, ServiceLocation, ServiceResource
from booking_core.catalogue.workplaces import ResourceLocation, TravelTime
from booking_core.errors import NotFound
from booking_core.storage.database import Base
from booking_core.storage.statements import Statement

# Organizations whose catalogue one process keeps at hand; the least recently used goes first.
KEPT = 512
# Asked at every transaction, so it is asked plainly.
REVISION = Statement("SELECT revision FROM organizations WHERE id = :id")
# What a catalogue says of other rooms' tables, in one question. They are asked by their names: which
# endpoints there are is webhooks' own knowledge, which stands above this. Letters and texts go by servers of
# its own where there is a row; ``elsewhere`` is whoever has claims at several places, be it that they work at
# one only by now.
BESIDES = text(
    """
    SELECT
        ARRAY(SELECT DISTINCT unnest(events) FROM webhook_endpoints
              WHERE organization_id = :organization_id AND disabled_at IS NULL) AS announced,
        ARRAY(SELECT id FROM resources WHERE organization_id = :organization_id
              AND EXISTS (SELECT FROM whereabouts WHERE whereabouts.resource_id = resources.id)) AS elsewhere,
        EXISTS (SELECT FROM mail_servers WHERE organization_id = :organization_id) AS own_mail,
        EXISTS (SELECT FROM text_providers WHERE organization_id = :organization_id) AS own_texts,
        ARRAY(SELECT DISTINCT unnest(notification_kinds) FROM memberships
              WHERE organization_id = :organization_id) AS wishes
    """
)


def _read_of(table: type[Base]) -> list[ColumnElement[bool]]:
    """What has been archived is read only where something booked before may name it."""
    archived = table.__table__.c.get("archived_at")
    return [] if archived is None or table in LISTED else [archived.is_(None)]


# Read as plain rows: there are many of them, and each says only what belongs together.
LINKS: dict[type[Base], Any] = {
    table: read.where(table.__table__.c.organization_id == bindparam("organization_id"))
    for table, read in (
        (ServiceResource, select(ServiceResource.service_id, ServiceResource.resource_id)),
        (ServiceLocation, select(ServiceLocation.service_id, ServiceLocation.location_id)),
    )
}
# What a change of a service can change.
OF_SERVICES = (Service, ServiceResource, ServiceLocation, ServicePrice, ServiceCategory, BookingQuestion)
# Made once: to make a statement takes as long as to run one.
READ: dict[type[Base], Select[Any]] = {
    table: select(table)
    .where(table.__table__.c.organization_id == bindparam("organization_id"))
    .where(*_read_of(table))
    .order_by(*order)
    for table, order in (
        (Location, (Location.position, Location.id)),
        (Resource, (Resource.position, Resource.id)),
        (ServiceCategory, (ServiceCategory.position, ServiceCategory.id)),
        (Service, (Service.position, Service.id)),
        (ServicePrice, ()),
        (ResourceLocation, ()),
        (TravelTime, ()),
        (BookingQuestion, (BookingQuestion.position, BookingQuestion.id)),
        (OpeningWindow, (OpeningWindow.opens,)),
        (OpeningOverride, (OpeningOverride.day,)),
        (TimeOff, (TimeOff.starts_at,)),
        (RepeatedTimeOff, ()),
    )
}


class Catalogues:
    """The catalogues one process has in hand."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[int, Catalogue]] = OrderedDict()

    async def of(
        self, session: AsyncSession, organization_id: str, now: datetime, revision: int | None = None
    ) -> Catalogue:
        """The newest catalogue: one query when the copy in hand is still true, none for who has just been
        told the ``revision``.

        Raises ``NotFound``.
        """
        if revision is None:
            revision = await session.scalar(REVISION.text, {"id": organization_id})
        if revision is None:
            raise NotFound("There is no such organization.")
        kept = self.peek(organization_id, revision)
        if kept is None:
            kept = await read_catalogue(session, organization_id, now)
            self._kept[organization_id] = (revision, kept)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return kept

    def peek(self, organization_id: str, revision: int | None) -> Catalogue | None:
        """The copy in hand, where it is of this revision."""
        number, kept = self._kept.get(organization_id, (None, None))
        if revision is None or number != revision:
            return None
        self._kept.move_to_end(organization_id)
        return kept


async def read_services(session: AsyncSession, standing: Catalogue) -> Catalogue:
    """The ``standing`` catalogue with its services as this transaction sees them, where nothing else has been
    changed since; kept nowhere."""
    rows = await _rows_of(session, standing.organization.id, OF_SERVICES)
    return standing.with_services(rows)


async def read_catalogue(session: AsyncSession, organization_id: str, now: datetime) -> Catalogue:
    """As this transaction sees it, changes of its own included; kept nowhere."""
    organization = await session.get_one(Organization, organization_id, populate_existing=True)
    # A catalogue lives as long as its revision: what is long past when it is read is never asked for again.
    past = now - timedelta(days=7)
    rows = await _rows_of(session, organization_id, (*READ, *LINKS))
    rows[OpeningOverride] = [row for row in rows[OpeningOverride] if row.day >= past.date()]
    rows[TimeOff] = [row for row in rows[TimeOff] if row.ends_at > past]
    session.expunge(organization)
    besides = (await session.execute(BESIDES, {"organization_id": organization_id})).one()
    letters = LettersWanted(besides.own_mail, besides.own_texts, frozenset(besides.wishes))
    return Catalogue(organization, rows, frozenset(besides.announced), frozenset(besides.elsewhere), letters)


async def _rows_of(
    session: AsyncSession, organization_id: str, tables: Iterable[type[Base]]
) -> dict[type[Base], Sequence[Any]]:
    """All rows of these tables, in order and detached."""
    told, fresh = {"organization_id": organization_id}, {"populate_existing": True}
    rows: dict[type[Base], Sequence[Any]] = {}
    for table in tables:
        if table in LINKS:
            rows[table] = (await session.execute(LINKS[table], told)).all()
            continue
        rows[table] = (await session.scalars(READ[table], told, execution_options=fresh)).all()
        for row in rows[table]:
            session.expunge(row)
    return rows
