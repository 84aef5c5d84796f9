"""Carry out a plan by the verbs of the back office, within the transaction that is open. All that is refused
is told at once, each beside its place in the file."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import structs

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.resources import FURTHER
from booking_core.business_file.document import Address, Document, Values
from booking_core.business_file.plan.plan import Deed, Plan, PlannedChange
from booking_core.business_file.refusals import place_of_setting, place_within, wrongs_of
from booking_core.business_file.sections.exchange import fields_from
from booking_core.business_file.sections.moments import AT
from booking_core.business_file.sections.sections import (
    ALSO_AT,
    HOURS,
    SECTIONS,
    Section,
    section_of,
)
from booking_core.business_file.sections.settings import PARTS
from booking_core.business_file.standing import Standing
from booking_core.business_file.wrong import FileRefused, Wrong
from booking_core.errors import Conflict, Invalid, Refusal
from booking_core.storage.ids import new_id

# What services, people and rooms stand on goes after them.
LAST_TO_GO = "locations"
# What belongs to something comes after it.
_INNER = [inner.noun for section in SECTIONS for inner in section.nested]
NOUNS = tuple(dict.fromkeys([*(section.noun for section in SECTIONS), *_INNER]))


async def carry_out(office: BackOffice, plan: Plan, document: Document, standing: Standing) -> None:
    """Raises ``FileRefused``; whoever has opened the transaction undoes it then."""
    work = _Work(office, plan, document, standing)
    await work.settings()
    await work.archive_all()
    for noun in NOUNS:
        await work.rows(noun)
    await work.orders()
    await work.archive_places(last=True)
    if work.wrong:
        raise FileRefused(work.wrong)


class _Work:
    def __init__(self, office: BackOffice, plan: Plan, document: Document, standing: Standing) -> None:
        self.office = office
        self.plan = plan
        self.document = document
        self.ids = {**standing.archived, **standing.ids}
        self.wrong: list[Wrong] = []

    async def settings(self) -> None:
        changed: Values = {}
        for change in self.plan.of(Deed.SETTINGS):
            fields = {one.name: one.field for one in PARTS[change.address[0]]}
            changed |= {fields[name]: value for name, value in change.after.items()}
        if changed:
            _, version = await self.office.settings.read()
            try:
                await self.office.settings.change(changed, expected_version=version)
            except Invalid as refusal:
                self.wrong += wrongs_of(refusal, place_of_setting)

    async def archive_all(self) -> None:
        """What stands on something else goes before it."""
        for change in sorted(self.plan.of(Deed.ARCHIVE), key=lambda one: -len(one.address)):
            if change.address[0] != LAST_TO_GO or len(change.address) > 2:
                await self._archive(change.address)

    async def archive_places(self, *, last: bool) -> None:
        """Once others are there. Before the ``last`` time, the only one that is left may stay."""
        for change in self.plan.of(Deed.ARCHIVE):
            if change.address[0] == LAST_TO_GO and len(change.address) == 2:
                await self._archive(change.address, may_stay=not last)

    async def _archive(self, address: Address, *, may_stay: bool = False) -> None:
        noun = getattr(self.office, section_of(address).noun)
        row = await noun.find(self.ids[address])
        try:
            await noun.archive(row.id, expected_version=row.version)
        except Conflict as refusal:
            if not may_stay:
                self.wrong.append(Wrong(address, refusal.detail))

    async def rows(self, noun: str) -> None:
        """Those whose name is another's still wait until that one has changed its own; what they say of one
        another is written when all are there."""
        every = [
            one
            for one in self.plan.changes
            if one.deed in (Deed.CREATE, Deed.CHANGE, Deed.RESTORE) and section_of(one.address).noun == noun
        ]
        alone, together = zip(*map(_apart, every), strict=True) if every else ((), ())
        waiting = await self._first_tries(await self._first_tries(alone))
        if waiting and noun == LAST_TO_GO:
            # Their names may be those of places that go.
            await self.archive_places(last=False)
        # Those that exchange their names have none of either meanwhile.
        waiting = [await self._without_name(one) for one in waiting]
        for change in (*waiting, *together):
            if change is not None:
                await self._row(change, is_last=True)

    async def _first_tries(self, changes: Sequence[PlannedChange]) -> list[PlannedChange]:
        """What waits for a name that another thing still has."""
        return [one for one in changes if not await self._row(one, is_last=False)]

    async def _without_name(self, change: PlannedChange) -> PlannedChange:
        if change.deed is not Deed.CHANGE:
            return change
        noun, values = (
            getattr(self.office, section_of(change.address).noun),
            self.document.rows[change.address],
        )
        row = await noun.find(self.ids[change.address])
        meanwhile = {"name": new_id("name"), "translations": {}}
        await noun.change(row.id, meanwhile, expected_version=row.version)
        names = {name: values[name] for name in meanwhile}
        return structs.replace(change, after=change.after | names)

    async def _row(self, change: PlannedChange, *, is_last: bool) -> bool:
        """Whether it needs no other try."""
        is_there = change.deed is Deed.CREATE or change.address in self.ids
        if not is_there or (len(change.address) > 2 and change.address[:-2] not in self.ids):
            # It, or what it belongs to, has been refused.
            return True
        section = section_of(change.address)
        try:
            await self._write(section, change)
        except Refusal as refusal:
            if not isinstance(refusal, Invalid | Conflict):
                raise
            if refusal.code == "name_taken" and not is_last:
                return False
            path = self.document.path(change.address)
            self.wrong += wrongs_of(refusal, lambda field: place_within(path, section, field))
        return True

    async def _write(self, section: Section, change: PlannedChange) -> None:
        noun, address, values = getattr(self.office, section.noun), change.address, change.after
        given = fields_from(section, values, self._id)
        if ALSO_AT in values:
            given[FURTHER] = sorted(self._id(("locations",), key) for key in values[ALSO_AT])
        if section.key_field == "key" and not section.is_listed and len(address) == 2:
            given["key"] = address[-1]
        if change.deed is Deed.CREATE:
            row = await noun.create(given | self._fixed_values(section, address), key=new_id("file"))
            self.ids[address] = row.id
        else:
            row = await noun.find(self.ids[address])
            write = noun.restore if change.deed is Deed.RESTORE else noun.change
            row = await write(row.id, given=given, expected_version=row.version)
        if len(address) == 2:
            await self._weeks(row.id, values)

    async def _weeks(self, row_id: str, values: Values) -> None:
        hours = self.office.hours
        weeks: list[tuple[str | None, Any]] = [(None, values[HOURS])] if HOURS in values else []
        weeks += [(self._id(("locations",), key), week) for key, week in values.get(ALSO_AT, {}).items()]
        for at, week in weeks:
            row = await hours.owner(row_id)
            await hours.change(row_id, week, expected_version=row.version, at=at)

    def _fixed_values(self, section: Section, address: Address) -> Values:
        """What the place in the file says of something new."""
        fixed = dict(section.fixed)
        if section.parent_field:
            fixed[section.parent_field] = self.ids[address[:-2]]
        if section.key_field == "day":
            day, _, place = address[-1].partition(AT)
            fixed["day"] = day
            if place:
                fixed["location_id"] = self._id(("locations",), place)
        elif not section.is_listed and len(address) > 2:
            fixed[section.key_field] = address[-1]
        return fixed

    def _id(self, sections: tuple[str, ...], key: str) -> str:
        return next((self.ids[name, key] for name in sections if (name, key) in self.ids), key)

    async def orders(self) -> None:
        if self.wrong:
            return
        for parent, section in _ordered_sections(self.document):
            wanted = [self.ids[one] for one, _ in self.document.within(parent, section.name)]
            noun = getattr(self.office, section.noun)
            rows = await noun.list_offered()
            if section.parent_field:
                rows = [one for one in rows if getattr(one, section.parent_field) == self.ids[parent]]
            now = [one.id for one in rows]
            await noun.reorder(_put_in_places(now, wanted), seen=now)


def _apart(change: PlannedChange) -> tuple[PlannedChange, PlannedChange | None]:
    """A change without what names others of its section, and that."""
    named = section_of(change.address).among_themselves & change.after.keys()
    if not named:
        return change, None
    alone = {name: value for name, value in change.after.items() if name not in named}
    together = {name: change.after[name] for name in named}
    return structs.replace(change, after=alone), PlannedChange(Deed.CHANGE, change.address, after=together)


def _ordered_sections(document: Document) -> Iterator[tuple[Address, Section]]:
    for section in SECTIONS:
        if section.is_ordered and any(True for _ in document.within((), section.name)):
            yield (), section
    for address in document.rows:
        for inner in section_of(address).nested:
            if inner.is_ordered and any(True for _ in document.within(address, inner.name)):
                yield address, inner


def _put_in_places(now: list[str], wanted: list[str]) -> list[str]:
    """All that stands, with what is wanted in its order on the places that it has."""
    named, following = set(wanted), iter(wanted)
    return [next(following) if one in named else one for one in now]
