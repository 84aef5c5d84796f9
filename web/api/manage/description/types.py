"""Kinds of values of the back office as types, of which JSON Schema and strict reading are made."""

from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from booking_core.back_office.hours.windows import (
    CLOSES,
    MOST_A_DAY,
    OPENS,
    WEEKDAYS,
    DayWindows,
    WeekWindows,
)
from booking_core.back_office.nouns.references import REFERENCE, References
from booking_core.back_office.nouns.words import Translations
from booking_core.back_office.questions import Key
from booking_core.catalogue.settings.kinds import LONGEST_GREETING, Greeting
from booking_core.catalogue.settings.letter_words import LETTER_PARTS, LetterWords
from booking_core.catalogue.translations import LONGEST_NAME, LONGEST_TEXT, MOST_LANGUAGES
from booking_core.input import dates, kinds, world
from booking_core.input.entries import Entries
from booking_core.input.fields import Field
from booking_core.input.pattern_words import AMOUNT, KEY, NO_NUL
from web.api.values.fields import Day, Id, Instant

# Names of fields and languages, by which words stand.
LONGEST_WORD = 300
MORE: Any = {"forbid_unknown_fields": True, "frozen": True, "kw_only": True}
EXAMPLES = {
    world.TimeZone: "Europe/Berlin",
    world.Language: "de-AT",
    world.Currency: "EUR",
    world.Country: "DE",
}


class WindowBody(Struct, frozen=True, forbid_unknown_fields=True):
    """`weekday` 0 is Monday; `opens` and `closes` are minutes from midnight, `closes` may pass 1440 into the
    next day. One that does not hold in every week holds every `every_weeks`, from `anchor` on, whose week is
    the first, until `until`."""

    weekday: Annotated[int, Meta(ge=0, le=6)]
    opens: Annotated[int, Meta(ge=OPENS.least, le=OPENS.most)]
    closes: Annotated[int, Meta(ge=CLOSES.least, le=CLOSES.most)]
    every_weeks: Annotated[int, Meta(ge=1, le=52)] = 1
    anchor: Day | None = None
    until: Day | None = None


# For types that are made of others while the program starts.
LIST: Any = list
DICT: Any = dict
BOUNDED: Any = Annotated
CHOICE: Any = Literal
PAIR = Annotated[list[Annotated[int, Meta(ge=0, le=CLOSES.most)]], Meta(min_length=2, max_length=2)]


def describe_type(field: Field, owner: str) -> Any:
    """The type of a field, with what it says. ``owner`` begins the names of types made for it."""
    takes = field.kind.takes
    tells = f"{field.tells} {takes[0].upper()}{takes[1:]}."
    return BOUNDED[type_of(field.kind, f"{owner}{_camel(field.name)}"), Meta(description=tells)]


def type_of(kind: Any, name: str) -> Any:
    """``name`` is that of a type made for it."""
    match kind:
        case kinds.OrNothing():
            return type_of(kind.kind, name) | None
        case References():
            return BOUNDED[LIST[Id], Meta(max_length=kind.most)]
        case kinds.Listed():
            one = type_of(kind.kind, name)
            return BOUNDED[LIST[one], Meta(min_length=kind.least, max_length=kind.most)]
        case kinds.Named():
            return BOUNDED[DICT[str, type_of(kind.kind, name)], Meta(max_length=kind.most)]
        case Entries():
            return BOUNDED[LIST[_entry(kind, name)], Meta(max_length=kind.most)]
        case Translations():
            table: Any = kind.of
            return BOUNDED[DICT[str, _words(table)], Meta(max_length=MOST_LANGUAGES)]
        case DayWindows():
            return BOUNDED[LIST[PAIR], Meta(max_length=MOST_A_DAY)]
        case WeekWindows():
            return BOUNDED[LIST[WindowBody], Meta(max_length=WEEKDAYS * MOST_A_DAY)]
        case LetterWords():
            return BOUNDED[DICT[str, DICT[str, _letter_parts()]], Meta(max_length=MOST_LANGUAGES)]
        case Greeting():
            text = _text(1, LONGEST_GREETING)
            return text | BOUNDED[DICT[str, text], Meta(max_length=MOST_LANGUAGES)]
        case _:
            return _plain(kind)


def _plain(kind: Any) -> Any:
    if kind is REFERENCE:
        return Id
    match kind:
        case kinds.Text():
            return _text(0 if kind.may_be_empty else 1, kind.longest)
        case kinds.Whole():
            return Annotated[int, Meta(ge=kind.least, le=kind.most)]
        case kinds.YesNo():
            return bool
        case kinds.OneOf():
            return CHOICE[kind.words]
        case kinds.Amount():
            return Annotated[str, Meta(max_length=10, pattern=AMOUNT, examples=["45.00"])]
        case dates.Day():
            return Day
        case dates.Moment():
            return Instant
        case Key():
            return Annotated[str, Meta(min_length=1, max_length=40, pattern=KEY)]
        case _:
            examples = [EXAMPLES[type(kind)]] if type(kind) in EXAMPLES else None
            return Annotated[str, Meta(max_length=LONGEST_WORD, pattern=NO_NUL, examples=examples)]


def _text(least: int, longest: int) -> Any:
    return BOUNDED[str, Meta(min_length=least, max_length=longest, pattern=NO_NUL)]


@cache
def _entry(kind: Entries, name: str) -> type[Struct]:
    fields = [
        (one.name, describe_type(one, name), *(() if one.default is UNSET else (one.default,)))
        for one in sorted(kind.fields, key=lambda one: one.default is not UNSET)
    ]
    return msgspec.defstruct(name.removesuffix("s"), fields, module=__name__, **MORE)


@cache
def _words(table: Any) -> Any:
    """The words of a table in one language."""
    fields: list[Any] = [
        (name, _text(0, LONGEST_NAME if name == "name" else LONGEST_TEXT) | UnsetType, UNSET)
        for name in table.TRANSLATED
    ]
    fields += [(name, DICT[str, _text(0, LONGEST_TEXT)] | UnsetType, UNSET) for name in table.TRANSLATED_EACH]
    name = f"{table.__name__.removeprefix('Booking')}Words"
    return msgspec.defstruct(name, fields, module=__name__, forbid_unknown_fields=True, frozen=True)


@cache
def _letter_parts() -> Any:
    """An owner's words in one letter, by part."""
    parts: list[Any] = [
        (part, _text(0, kind.longest) | UnsetType, UNSET) for part, kind in LETTER_PARTS.items()
    ]
    return msgspec.defstruct("LetterParts", parts, module=__name__, forbid_unknown_fields=True, frozen=True)


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.replace(".", "_").split("_"))
