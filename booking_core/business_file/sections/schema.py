"""The JSON schema (draft 2020-12) of the file, for editors that complete and check as somebody types."""

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any

from booking_core.back_office.nouns.keys import RowKey
from booking_core.back_office.nouns.words import Translations
from booking_core.business_file.sections.hours import DAYS, TO, DayHours, DayName, WeekHours
from booking_core.business_file.sections.members import KeyList, Member, RowList
from booking_core.business_file.sections.sections import SECTIONS, Section
from booking_core.business_file.sections.settings import PARTS
from booking_core.catalogue.settings.kinds import Greeting
from booking_core.catalogue.settings.letter_words import OUTCOMES, LetterWords
from booking_core.input.kinds import Amount, Kind, Listed, Named, OneOf, OrNothing, Text, Whole, YesNo

Schema = dict[str, Any]
AN_AMOUNT = {"type": ["number", "string"], "pattern": r"^[0-9]+(\.[0-9]{1,2})?$"}
# A number or a bare word is text where text is wanted.
BARE = ["string", "number", "boolean"]
SOME_HOURS: Schema = {
    "description": "Hours, such as 09:00-13:00, 14:00-18:00, or closed.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
}
DAY_NAMES = f"^({'|'.join(DAYS)})({TO}({'|'.join(DAYS)}))?$"


def file_schema() -> Schema:
    """The JSON Schema of a business file."""
    parts = {part: _part(members) for part, members in PARTS.items()}
    sections = {section.name: _things(section) for section in SECTIONS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A business",
        "description": "Read by `zimun apply`, written by `zimun export`.",
        **_object(parts | sections),
    }


def _part(members: Iterable[Member]) -> Schema:
    """Names with dots are objects within one another."""
    tree: dict[str, Any] = {}
    required: list[str] = []
    for member in members:
        *outer, last = member.name.split(".")
        inner = tree
        for one in outer:
            inner = inner.setdefault(one, {})
        inner[last] = member
        if member.is_required:
            required.append(member.name)
    return {**_nullable(_tree(tree)), **({"required": required} if required else {})}


def _tree(tree: Mapping[str, Any]) -> Schema:
    return _object(
        {name: _member(one) if isinstance(one, Member) else _tree(one) for name, one in tree.items()}
    )


def _things(section: Section) -> Schema:
    properties = {one.name: _member(one) for one in section.members}
    properties |= {inner.name: _things(inner) for inner in section.nested}
    thing = _object(properties)
    if required := [one.name for one in section.members if one.is_required]:
        thing["required"] = required
    if section.brief:
        thing = {"anyOf": [thing, properties[section.brief]]}
    if section.is_listed:
        return {"type": ["array", "null"], "items": thing}
    return {"type": ["object", "null"], "additionalProperties": thing}


def _member(member: Member) -> Schema:
    schema = schema_of(member.kind)
    if member.usual:
        return {**schema, "description": f"{member.tells} If it is left out: {member.usual}."}
    return {**schema, "description": member.tells} if member.tells else schema


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _nullable(schema: Schema) -> Schema:
    return {**schema, "type": [schema["type"], "null"]}


@singledispatch
def schema_of(kind: Kind) -> Schema:
    """What a kind takes; text whose shape is only told where it is none of these."""
    return {"type": BARE, "description": kind.takes}


@schema_of.register
def _(kind: Text) -> Schema:
    least = {} if kind.may_be_empty else {"minLength": 1}
    return {"type": BARE, "maxLength": kind.longest, **least}


@schema_of.register
def _(kind: Whole) -> Schema:
    return {"type": "integer", "minimum": kind.least, "maximum": kind.most}


@schema_of.register
def _(_: YesNo) -> Schema:
    return {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}


@schema_of.register
def _(kind: OneOf) -> Schema:
    return {"enum": list(kind.words)}


@schema_of.register
def _(_: Amount) -> Schema:
    return dict(AN_AMOUNT)


@schema_of.register
def _(kind: OrNothing) -> Schema:
    return {"anyOf": [schema_of(kind.kind), {"type": "null"}]}


@schema_of.register
def _(kind: Listed) -> Schema:
    return {
        "type": "array",
        "items": schema_of(kind.kind),
        "minItems": kind.least,
        "maxItems": kind.most,
        "uniqueItems": True,
    }


@schema_of.register
def _(kind: Named) -> Schema:
    return {"type": "object", "additionalProperties": schema_of(kind.kind), "maxProperties": kind.most}


@schema_of.register
def _(kind: RowList) -> Schema:
    row = _object({one.name: _member(one) for one in kind.members})
    row["required"] = [one.name for one in kind.members if one.is_required]
    return {"type": "array", "items": row, "maxItems": kind.most}


@schema_of.register
def _(_: KeyList) -> Schema:
    return {"type": "array", "items": schema_of(RowKey()), "uniqueItems": True}


@schema_of.register
def _(_: DayHours) -> Schema:
    return SOME_HOURS


@schema_of.register
def _(_: WeekHours) -> Schema:
    return {"type": "object", "patternProperties": {DAY_NAMES: SOME_HOURS}, "additionalProperties": False}


@schema_of.register
def _(_: DayName) -> Schema:
    return {"enum": list(DAYS)}


@schema_of.register
def _(kind: Translations) -> Schema:
    words = {name: {"type": BARE} for name in kind.of.TRANSLATED}
    each: Schema = {"type": "object", "additionalProperties": {"type": BARE}}
    words |= dict.fromkeys(kind.of.TRANSLATED_EACH, each)
    return {"type": "object", "additionalProperties": _object(words)}


@schema_of.register
def _(_: LetterWords) -> Schema:
    letters: Schema = _object(
        {outcome: _object({part: {"type": BARE} for part in PARTS}) for outcome in OUTCOMES}
    )
    return {"type": "object", "additionalProperties": letters}


@schema_of.register
def _(_: Greeting) -> Schema:
    return {"anyOf": [{"type": BARE}, {"type": "object", "additionalProperties": {"type": BARE}}]}
