"""Patterns of Python in JSON Schema, where readers of other languages know fewer words."""

from typing import Any


def with_common_pattern(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, its own pattern rewritten for every reader.

    The end of a text is ``\\Z`` for Python, whose ``$`` allows a line break after it; JSON Schema (ECMA-262)
    knows only ``$``.
    """
    pattern = schema.get("pattern")
    if not isinstance(pattern, str):
        return schema
    return {**schema, "pattern": pattern.replace(r"\Z", "$").replace(r"\x00", r"\u0000")}
