"""JSON Schema for tools: written out in one piece, because many clients follow no reference and know only the
plain words."""

from typing import Any

import msgspec
from msgspec import Struct

from web.api.values.patterns import with_common_pattern

# What many models' APIs refuse in the schema of a tool, and what none of them needs.
NOT_PORTABLE = ("title", "format", "examples", "default")


def input_schema(arguments: type[Struct]) -> dict[str, Any]:
    schema = _inline(arguments)
    schema.pop("description", None)
    # What may be left out is left out: a null says nothing more, and many models fill in whatever a schema
    # shows them.
    schema["properties"] = {name: _without_null(one) for name, one in schema["properties"].items()}
    schema["additionalProperties"] = False
    return schema


def output_schema(answer: type[Struct], refusal: type[Struct], always: type[Struct]) -> dict[str, Any]:
    """Of an answer or a refusal, either with the members of ``always``: several clients hold refusals against
    this schema too, and show their user nothing of one that does not fit."""
    parts = [_inline(one) for one in (answer, refusal, always)]
    names = dict.fromkeys(name for part in parts for name in part["properties"])
    return {
        "type": "object",
        "properties": {name: _of_any(name, parts) for name in names},
        "required": sorted(parts[2]["required"]),
        "anyOf": [{"required": sorted(part["required"])} for part in parts[:2]],
    }


def _of_any(name: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    found = [part["properties"][name] for part in parts if name in part["properties"]]
    return found[0] if len(found) == 1 else {"anyOf": found}


def _inline(kind: type[Struct]) -> dict[str, Any]:
    _, components = msgspec.json.schema_components([kind], ref_template="{name}")
    schema: dict[str, Any] = _plain(components[kind.__name__], components)
    schema.setdefault("properties", {})
    schema.setdefault("required", [])
    return schema


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    options = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    return options[0] if len(options) == 1 else schema


def _plain(schema: Any, components: dict[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_plain(one, components) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _plain(components[schema["$ref"]], components)
    plain: dict[str, Any] = {
        name: {key: _plain(one, components) for key, one in value.items()}
        if name == "properties"
        else _plain(value, components)
        for name, value in schema.items()
        if name not in NOT_PORTABLE
    }
    if not any(plain.get("anyOf", ())):
        # Its options differed only in what is left out here.
        plain.pop("anyOf", None)
    return with_common_pattern(plain)
