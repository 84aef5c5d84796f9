"""The little markup the console draws from what others wrote; everything else of theirs is text."""

import json
import re
from typing import Any

from markupsafe import Markup, escape

BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


def bold(text: str) -> Markup:
    """``**word**`` as the customer saw it; all else escaped."""
    parts = BOLD.split(text)
    strong = Markup("<strong>{}</strong>")
    return Markup("").join(strong.format(part) if odd % 2 else escape(part) for odd, part in enumerate(parts))


def pretty(value: Any) -> str:
    """A value for reading: text as it is, yes and no, and JSON in several lines for what has parts."""
    match value:
        case str():
            return value
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return str(value)
        case _:
            return json.dumps(value, indent=2, ensure_ascii=False)
