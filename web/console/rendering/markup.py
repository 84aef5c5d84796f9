"""The little markup the console draws from what others wrote; everything else of theirs is text."""

import json
import re
from typing import Any

from markupsafe import Markup, escape

from web.console.words.translate import gettext

# Longer than this, JSON is easier to read in several lines.
ONE_LINE = 90
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


def bold(text: str) -> Markup:
    """``**word**`` as the customer saw it; all else escaped."""
    parts = BOLD.split(text)
    strong = Markup("<strong>{}</strong>")
    return Markup("").join(strong.format(part) if odd % 2 else escape(part) for odd, part in enumerate(parts))


def pretty(value: Any) -> str:
    """A value for reading: text as it is, yes and no, and JSON for what has parts, each short part on a line
    of its own."""
    match value:
        case str():
            return value
        case None:
            return "–"
        case bool():
            return gettext("yes") if value else gettext("no")
        case list() if len(value) > 1:
            return "\n".join(_compact(one) for one in value)
        case _:
            return _compact(value)


def _compact(value: Any) -> str:
    line = json.dumps(value, ensure_ascii=False)
    return line if len(line) <= ONE_LINE else json.dumps(value, indent=2, ensure_ascii=False)
