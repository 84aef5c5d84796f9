"""Values as clients and models write them, brought into the form their type asks for, where only one meaning
is possible.

Accepted: numbers, booleans, lists and objects written as strings, lists written with commas, words in other
capitals where a choice is given, hours without a leading nought, and empty values of what may be left out.
Whatever else does not fit is left as it is, for the decoder to refuse.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.inspect import (
    BoolType,
    DateTimeType,
    DictType,
    Field,
    IntType,
    ListType,
    LiteralType,
    Metadata,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from booking_core.input.json_text import NotJson, decode_json

# Hours and minutes on the clock of a place.
WALL_TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z"
WHOLE_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.0{1,9})?", re.ASCII)
# Only the words of JSON, to the letter: "yes", "True" and 1 are no booleans, above all not where a boolean
# says that a customer has agreed.
BOOLEANS = {"true": True, "false": False}
# A moment without its seconds, or a day of which it is the beginning.
MINUTE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?", re.ASCII)
SHORT_HOUR = re.compile(r"(\d{1,2}):(\d\d)(?::00)?", re.ASCII)


@cache
def fields_of(kind: type[Struct]) -> Mapping[str, Field]:
    """The fields of a struct, by their names on the wire."""
    info = type_info(kind)
    return {field.encode_name: field for field in info.fields} if isinstance(info, StructType) else {}


def normalise(sent: Mapping[str, Any], kind: type[Struct]) -> dict[str, Any]:
    """What was sent, each value as the struct ``kind`` takes it. Unknown members are kept, for whoever
    refuses them."""
    return _members(sent, fields_of(kind))


def _members(sent: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    return {
        name: _value(value, fields[name].type) if name in fields else value
        for name, value in sent.items()
        if name not in fields or fields[name].required or not _is_empty(value, fields[name].type)
    }


def _is_empty(value: Any, wanted: Type) -> bool:
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    is_word = any(isinstance(one, StrType | LiteralType) for one in _options(wanted))
    return (isinstance(value, list | dict) and not value) or (value == "null" and not is_word)


def _value(value: Any, wanted: Type) -> Any:
    for one in _options(wanted):
        found = _as(value, one)
        if found is not value:
            return found
    return value


def _options(wanted: Type) -> tuple[Type, ...]:
    """The types a value may have, without what is said about them."""
    if isinstance(wanted, Metadata):
        return _options(wanted.type)
    if isinstance(wanted, UnionType):
        return tuple(
            option for one in wanted.types if not isinstance(one, NoneType) for option in _options(one)
        )
    return (wanted,)


def _as(value: Any, wanted: Type) -> Any:
    """The value as ``wanted``; itself where nothing has to be changed, or nothing can be."""
    match wanted:
        case IntType():
            return _number(value)
        case BoolType():
            return BOOLEANS.get(value, value) if isinstance(value, str) else value
        case LiteralType(values=choices):
            word = value.strip().lower() if isinstance(value, str) else None
            return next((one for one in choices if str(one).lower() == word), value)
        case StrType(pattern=pattern) if pattern == WALL_TIME:
            written = SHORT_HOUR.fullmatch(value.strip()) if isinstance(value, str) else None
            return f"{int(written[1]):02}:{written[2]}" if written else value
        case ListType(item_type=item) | VarTupleType(item_type=item):
            return _list(value, item)
        case DateTimeType():
            written = MINUTE.fullmatch(value.strip()) if isinstance(value, str) else None
            return f"{written[1]}T{written[2] or '00:00'}:00" if written else value
        case DictType():
            return _decode(value, dict)
        case StructType(fields=fields):
            members = _decode(value, dict)
            if not isinstance(members, dict):
                return value
            return _members(members, {field.encode_name: field for field in fields})
        case _:
            return value


def _number(value: Any) -> Any:
    if isinstance(value, str) and WHOLE_NUMBER.fullmatch(value.strip()):
        return int(value.strip().partition(".")[0])
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _list(value: Any, item: Type) -> Any:
    many = _decode(value, list)
    if isinstance(many, str):
        many = [one.strip() for one in many.split(",")]
    return [_value(one, item) for one in many] if isinstance(many, list) else value


def _decode(value: Any, kind: type) -> Any:
    """What a string says as JSON, where that is of this kind."""
    if not isinstance(value, str) or not value.lstrip().startswith(("[", "{")):
        return value
    try:
        decoded: Any = decode_json(value)
    except NotJson:
        return value
    return decoded if isinstance(decoded, kind) else value
