"""The business as it stands, read into the same form as a file."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.nouns.keys import key_of
from booking_core.back_office.resources import FURTHER
from booking_core.business_file.document import Address, Document, Values
from booking_core.business_file.sections.exchange import values_from
from booking_core.business_file.sections.hours import IN_WORDS
from booking_core.business_file.sections.moments import AT
from booking_core.business_file.sections.sections import ALSO_AT, HOURS, SECTIONS, Section
from booking_core.business_file.sections.settings import PARTS

# What is over for so long stands in no file.
PAST = timedelta(days=7)


class Standing(Struct):
    """``ids`` are those of what is offered, ``archived`` those of what may come back, ``unnamed`` are rows
    whose key is made from their name. What is ``past`` is neither exported nor missed in a file; what is
    ``over`` ended, but not that long ago. ``returning`` comes back with what it belongs to."""

    document: Document
    ids: dict[Address, str] = field(default_factory=dict)
    archived: dict[Address, str] = field(default_factory=dict)
    unnamed: dict[str, tuple[str, str]] = field(default_factory=dict)
    past: set[Address] = field(default_factory=set)
    over: set[Address] = field(default_factory=set)
    returning: dict[Address, Values] = field(default_factory=dict)


async def read_standing(office: BackOffice) -> Standing:
    """As this transaction sees it."""
    values, _ = await office.settings.read()
    settings = {part: {one.name: values[one.field] for one in members} for part, members in PARTS.items()}
    reader = _Reader(office, Standing(Document(settings=settings)))
    for section in SECTIONS:
        await reader.things(section)
    for section in SECTIONS:
        for inner in section.nested:
            await reader.inner(section, inner)
    return reader.standing


class _Reader:
    def __init__(self, office: BackOffice, standing: Standing) -> None:
        self.office = office
        self.standing = standing
        # Of everything, archived or not, by its id.
        self.addresses: dict[str, Address] = {}
        self.keys_of: dict[str, dict[str, str]] = {}

    async def things(self, section: Section) -> None:
        noun = getattr(self.office, section.noun)
        keys = await self._keys(section)
        archived, offered = await noun.list_archived(), await noun.list_offered()
        for rows, ids in ((archived, self.standing.archived), (offered, self.standing.ids)):
            for row in filter(lambda one: self._is_of(section, one), rows):
                self.addresses[row.id] = (section.name, keys[row.id])
                ids[self.addresses[row.id]] = row.id
        for row in filter(lambda one: self._is_of(section, one), offered):
            address = self.addresses[row.id]
            values = values_from(section, await noun.values_of(row), self.key)
            if values.get("location", "") is None:
                # Its place is archived, and so it is offered nowhere.
                self.standing.archived[address] = self.standing.ids.pop(address)
            else:
                self.standing.document.rows[address] = values | await self._weeks(section, row)

    async def _keys(self, section: Section) -> Mapping[str, str]:
        """The key of each row of a noun by its id, made from its name where it has none."""
        if section.noun not in self.keys_of:
            noun = getattr(self.office, section.noun)
            rows = [*await noun.list_offered(), *await noun.list_archived()]
            keys = {row.id: row.key for row in rows if row.key is not None}
            taken = set(keys.values())
            for row in (one for one in rows if one.key is None):
                key = _free(key_of(row.name, section.word), taken)
                taken.add(key)
                keys[row.id] = key
                self.standing.unnamed[row.id] = (section.noun, key)
            self.keys_of[section.noun] = keys
        return self.keys_of[section.noun]

    async def _weeks(self, section: Section, row: Any) -> dict[str, Any]:
        weeks: dict[str, Any] = {}
        names = {one.name for one in section.members}
        if HOURS in names:
            weeks[HOURS] = await self.office.hours.of(row.id)
        if ALSO_AT in names:
            further = (await self.office.resources.values_of(row))[FURTHER]
            places = {one: self.key(("locations",), one) for one in further}
            weeks[ALSO_AT] = {
                key: await self.office.hours.of(row.id, at=place) for place, key in places.items() if key
            }
        return weeks

    async def inner(self, section: Section, inner: Section) -> None:
        """What belongs to things of a section."""
        noun = getattr(self.office, inner.noun)
        for row in await noun.list_offered():
            self._inner(section, inner, row, await noun.values_of(row))
        if inner.key_field == "key" and not inner.is_listed:
            for row in await noun.list_archived():
                parent = self.addresses.get(getattr(row, inner.parent_field) or "")
                if parent is not None:
                    self.standing.archived[*parent, inner.name, row.key] = row.id

    def _inner(self, section: Section, inner: Section, row: Any, fields: Mapping[str, Any]) -> None:
        owner = getattr(row, "resource_id", None) or getattr(row, inner.parent_field)
        parent = self.addresses.get(owner)
        if parent is None or parent[0] != section.name:
            return
        values = values_from(inner, fields, self.key)
        address = (*parent, inner.name, self._name(inner, row, values))
        if self._has_ended(row, PAST):
            self.standing.past.add(address)
        elif self._has_ended(row, timedelta(0)):
            self.standing.over.add(address)
        if parent not in self.standing.ids:
            self.standing.archived[address] = row.id
            self.standing.returning[address] = values
            return
        self.standing.document.rows[address] = values
        self.standing.ids[address] = row.id

    def _name(self, inner: Section, row: Any, values: Mapping[str, Any]) -> str:
        if inner.is_listed:
            return identity(inner, values)
        if inner.key_field != "day":
            return str(row.key)
        both = row.location_id is not None and row.resource_id is not None
        return f"{row.day}{AT}{self.key(('locations',), row.location_id)}" if both else str(row.day)

    def _has_ended(self, row: Any, ago: timedelta) -> bool:
        before = self.office.clock.now() - ago
        ends = getattr(row, "ends_at", None) or getattr(row, "until", None) or getattr(row, "day", None)
        if isinstance(ends, datetime):
            return ends < before
        return ends is not None and ends < before.date()

    def key(self, sections: tuple[str, ...], row_id: str) -> str | None:
        """The key by which something offered is named."""
        address = self.addresses.get(row_id)
        return address[1] if address in self.standing.ids and address[0] in sections else None

    @staticmethod
    def _is_of(section: Section, row: Any) -> bool:
        return all(getattr(row, name) == value for name, value in section.fixed.items())


def identity(section: Section, values: Mapping[str, Any]) -> str:
    """What one of a list is known by."""
    members = [section.member(name) for name in section.identity]
    return ", ".join(
        str(one.kind.write(values[one.name]) if isinstance(one.kind, IN_WORDS) else values[one.name])
        for one in members
    )


async def name_rows(office: BackOffice, standing: Standing) -> None:
    """Let rows keep the keys that were made from their names, whatever these become."""
    for row_id, (noun_name, key) in standing.unnamed.items():
        noun = getattr(office, noun_name)
        row = await noun.find(row_id)
        await noun.change(row_id, {"key": key}, expected_version=row.version)


def _free(key: str, taken: set[str]) -> str:
    if key not in taken:
        return key
    return next(one for number in range(2, len(taken) + 3) if (one := f"{key}-{number}") not in taken)
