"""What is worth a look in a file that is right: hours that end on the next day, and words that stand before
the fields of the business."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from booking_core.back_office.nouns.words import NAME as TRANSLATIONS
from booking_core.business_file.document import Address, Document, Values
from booking_core.business_file.sections.hours import DayHours, HourRange, WeekHours, windows_text
from booking_core.business_file.sections.members import Member
from booking_core.business_file.sections.sections import section_of
from booking_core.business_file.sections.settings import BUSINESS
from booking_core.catalogue.translations import language_chain
from booking_core.input.kinds import Kind, Named
from booking_core.time.wall_clock import DAY_MINUTES

Window = tuple[int, int]


class Remark(Struct, frozen=True):
    """``address`` is that of a thing, or the part of the settings alone."""

    address: Address
    text: str


def remarks_about(document: Document, standing: Document, changed: Iterable[Address]) -> Iterator[Remark]:
    """``document`` is complete; of hours, only those of what is ``changed`` are told."""
    for address in changed:
        for member in section_of(address).members:
            for night in _nights(member, document.rows[address]):
                yield Remark(address, f"{member.name} {windows_text([night])} end on the next day")
    yield from _own_words(document, standing)


def _nights(member: Member, values: Values) -> list[Window]:
    windows = _windows(member.kind, values[member.name]) if values.get(member.name) else ()
    return sorted({one for one in windows if one[1] > DAY_MINUTES})


def _windows(kind: Kind, value: Any) -> Iterator[Window]:
    match kind:
        case WeekHours():
            yield from ((one["opens"], one["closes"]) for one in value)
        case DayHours():
            yield from ((opens, closes) for opens, closes in value)
        case HourRange():
            yield value[0], value[1]
        case Named(kind=WeekHours() as week):
            for one in value.values():
                yield from _windows(week, one)


def _own_words(document: Document, standing: Document) -> Iterator[Remark]:
    chain = language_chain(document.business("locale", standing.settings[BUSINESS]))
    parts: Mapping[Address, Values] = {(BUSINESS,): document.settings.get(BUSINESS, {})}
    for address, values in {**parts, **document.rows}.items():
        if tags := [one for one in chain if one in (values.get(TRANSLATIONS) or {})]:
            text = f"translations {tags[0]} are read in place of its own words: it is the business's language"
            yield Remark(address, text)
