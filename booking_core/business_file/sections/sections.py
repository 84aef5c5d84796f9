"""The sections of the file: which members each thing in it has, what stands within it, and whose verbs of the
back office it becomes."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from booking_core.back_office.categories import Categories
from booking_core.back_office.hours.dates import Dates
from booking_core.back_office.hours.repeated_time_off import RepeatedTimesOff
from booking_core.back_office.hours.time_off import TimesOff
from booking_core.back_office.locations import Locations
from booking_core.back_office.nouns.keys import RowKey
from booking_core.back_office.questions import Key, Questions
from booking_core.back_office.resources import FURTHER, Resources
from booking_core.back_office.services import Services
from booking_core.business_file.sections.hours import DayHours, DayName, HourRange, WeekHours
from booking_core.business_file.sections.members import Member, members_of
from booking_core.business_file.sections.moments import DatePlace, LocalMoment
from booking_core.catalogue.resources import EQUIPMENT, ROOM, STAFF
from booking_core.input.kinds import Kind, Named

PLACES, CATEGORIES, SERVICES = ("locations",), ("categories",), ("services",)
KINDS = {"people": STAFF, "rooms": ROOM, "equipment": EQUIPMENT}
HOURS, ALSO_AT = "hours", "also_at"
_NOTHING: Mapping[str, Any] = {}


class Section(Struct, frozen=True):
    """``noun`` is the back office's, ``word`` is for people. Things stand under keys of ``key_kind``, which
    the noun has as ``key_field``; those of a list are known by the members that make their ``identity``.
    What belongs to another thing names it in ``parent_field``. One thing may be written by its ``brief``
    member alone. ``fixed`` are values that the section itself says."""

    name: str
    noun: str
    word: str
    members: tuple[Member, ...]
    nested: tuple["Section", ...] = ()
    key_field: str = "key"
    key_kind: Kind = RowKey()
    identity: tuple[str, ...] = ()
    parent_field: str = ""
    brief: str = ""
    fixed: Mapping[str, Any] = _NOTHING
    is_ordered: bool = False

    @property
    def among_themselves(self) -> frozenset[str]:
        """Members that name others of the same section."""
        return frozenset(one.name for one in self.members if self.name in one.refers)

    @property
    def is_listed(self) -> bool:
        return bool(self.identity)

    def member(self, name: str) -> Member:
        return next(one for one in self.members if one.name == name)

    def within(self, name: str) -> "Section":
        return next(one for one in self.nested if one.name == name)


_WEEK = Member(HOURS, HOURS, WeekHours(), [], tells="When it is open, by day, on the clock of its location.")
_OWN_WEEK = Member(
    HOURS, HOURS, WeekHours(), [], tells="Hours of their own; with none, whenever their location is open."
)
_ALSO_AT = Member(
    ALSO_AT,
    ALSO_AT,
    Named(RowKey(), WeekHours(), 50),
    {},
    refers=PLACES,
    tells="Other locations where somebody works, each with the hours they keep there.",
)


def _dates(parent_field: str, tells: str) -> Section:
    hours = Member(HOURS, "windows", DayHours(), tells="When it is open then; closed if it is not.")
    rest = members_of(Dates.fields, leave_out=("location_id", "resource_id", "day", "windows"))
    return Section(
        "dates",
        "dates",
        tells,
        (hours, *rest),
        key_field="day",
        key_kind=DatePlace(),
        parent_field=parent_field,
        brief=HOURS,
    )


_TIME_OFF = Section(
    "time_off",
    "times_off",
    "time off",
    (
        Member("from", "starts_at", LocalMoment(), tells="The first date, or from which time on."),
        Member("until", "ends_at", LocalMoment(), tells="The last date, or until which time."),
        *members_of(TimesOff.fields, leave_out=("resource_id", "starts_at", "ends_at")),
    ),
    identity=("from", "until"),
    parent_field="resource_id",
)
_WEEKLY_TIME_OFF = Section(
    "weekly_time_off",
    "repeated_times_off",
    "weekly time off",
    (
        Member("day", "weekday", DayName(), tells="On which day of the week."),
        Member(HOURS, "span", HourRange(), tells="From when until when, such as 13:00-15:00."),
        *members_of(
            RepeatedTimesOff.fields,
            leave_out=("resource_id", "weekday", "starts", "ends"),
            named={"anchor": "from"},
        ),
    ),
    identity=("day", HOURS, "every_weeks", "from", "until"),
    parent_field="resource_id",
)
_QUESTIONS = Section(
    "questions",
    "questions",
    "question",
    members_of(Questions.fields, leave_out=("service_id", "key")),
    key_kind=Key(),
    parent_field="service_id",
    is_ordered=True,
)


def _resources(name: str, word: str) -> Section:
    members = members_of(
        Resources.fields,
        leave_out=("kind", "key", FURTHER),
        named={"location_id": "location"},
        refers={"location_id": PLACES},
        usual={"location_id": "the only location there is"},
    )
    return Section(
        name,
        "resources",
        word,
        (*members, _OWN_WEEK, *([_ALSO_AT] if name == "people" else [])),
        (_dates("resource_id", "date"), _TIME_OFF, _WEEKLY_TIME_OFF),
        fixed={"kind": KINDS[name]},
        is_ordered=True,
    )


SECTIONS: tuple[Section, ...] = (
    Section(
        "locations",
        "locations",
        "location",
        (
            *members_of(
                Locations.fields,
                leave_out=("key",),
                refers={"travel_min": PLACES},
                usual={"time_zone": "that of the business"},
            ),
            _WEEK,
        ),
        (_dates("location_id", "date"),),
        is_ordered=True,
    ),
    Section(
        "categories",
        "categories",
        "category",
        members_of(Categories.fields, leave_out=("key",)),
        is_ordered=True,
    ),
    _resources("people", "person"),
    _resources("rooms", "room"),
    _resources("equipment", "equipment"),
    Section(
        "services",
        "services",
        "service",
        members_of(
            Services.fields,
            leave_out=("key",),
            named={
                "resource_ids": "served_by",
                "location_ids": "locations",
                "category_id": "category",
                "location_id": "location",
                "resource_id": "person",
            },
            refers={
                "resource_ids": tuple(KINDS),
                "location_ids": PLACES,
                "category_id": CATEGORIES,
                "location_id": PLACES,
                "resource_id": ("people",),
            },
            usual={"currency": "that of the business"},
        ),
        (_QUESTIONS,),
        is_ordered=True,
    ),
)
BY_NAME: Mapping[str, Section] = {section.name: section for section in SECTIONS}


def section_of(address: tuple[str, ...]) -> Section:
    """The section of a thing: ``("services", "checkup", "questions", "allergies")`` is a question."""
    section = BY_NAME[address[0]]
    for name in address[2::2]:
        section = section.within(name)
    return section


def every_section(sections: tuple[Section, ...] = SECTIONS) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from every_section(section.nested)
