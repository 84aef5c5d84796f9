"""Every message that the console can show: of its templates and its code, and of refusals of the core."""

import ast
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS
from jinja2.ext import babel_extract

from tests.sources import ROOT

CONSOLE = ROOT / "web" / "console"
CORE = ROOT / "booking_core"
# Rooms and files of the core whose refusals somebody may read in the console.
REFUSING = (
    "access",
    "api_clients",
    "back_office",
    "calendars",
    "catalogue",
    "chat_models",
    "customers",
    "input",
    "mail_servers",
    "outbound",
    "pictures",
    "second_factor",
    "team",
    "text_providers",
    "webhooks",
    "core.py",
    "appointments/appointment.py",
    "appointments/cancel.py",
    "appointments/find.py",
    "appointments/overlap_guard.py",
    "booking/move.py",
    "holds/refusal.py",
    "live_holds/hold_book.py",
)
# Where the sentence stands among what they are called with.
REFUSALS = {
    "InvalidField": 1,
    "WrongPart": 1,
    "Conflict": 0,
    "Forbidden": 0,
    "Gone": 0,
    "Invalid": 0,
    "NotACalendar": 0,
    "NotAllowed": 0,
    "NotFetched": 0,
    "NotFound": 0,
    "NotReached": 0,
    "NotSent": 0,
    "SettingsBusy": 0,
    "SlotHeld": 0,
    "SlotTaken": 0,
    "TooMany": 0,
    "TooMuch": 0,
    "Unavailable": 0,
    "UnknownHost": 0,
    "Unreadable": 0,
    "WrongValue": 0,
    "_wrong": 0,
}
Message = str | tuple[str, str]


@cache
def messages_of_pages() -> dict[Message, str]:
    """Of templates and code, each with a file it stands in; of a plural, both of its forms."""
    found: dict[Message, str] = {}
    for path in sorted(CONSOLE.rglob("*.html")):
        keywords = list(DEFAULT_KEYWORDS)
        options = {"trimmed": "true"}
        for _, _, said, _ in babel_extract(BytesIO(path.read_bytes()), keywords, [], options):
            # A message that stands elsewhere, as `_(page.name)`, is none here.
            if isinstance(said, str) or (isinstance(said, tuple) and said[0]):
                found[_key(said)] = path.name
    for path in sorted(CONSOLE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Name("gettext" | "N_"), [ast.Constant(str(text)), *_]):
                    found[text] = path.name
                case ast.Call(ast.Name("ngettext"), [ast.Constant(str(one)), ast.Constant(str(many)), *_]):
                    found[one, many] = path.name
    return found


def _key(said: str | tuple[str | None, ...]) -> Message:
    if isinstance(said, str):
        return said
    one, many, *_ = said
    return (str(one), str(many)) if many else str(one)


@cache
def messages_of_refusals() -> dict[str, str]:
    """Sentences of the core, with ``%(name)s`` for each value, and a file each stands in."""
    found: dict[str, str] = {}
    for place in REFUSING:
        path = CORE / place
        for file in [path] if path.suffix else sorted(path.rglob("*.py")):
            for sentence in _sentences(file):
                found[sentence] = file.name
    return found


def _sentences(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text("utf-8"))
    named = _name(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Name(name) | ast.Attribute(_, name), args) if (
                name in REFUSALS and len(args) > REFUSALS[name]
            ):
                said = args[REFUSALS[name]]
                for one in named.get(said.id, ()) if isinstance(said, ast.Name) else (said,):
                    yield from _write(one)
            case ast.Assign([ast.Name("REFUSED")], ast.Dict(_, values)):
                for one in values:
                    yield from _write(one.elts[-1] if isinstance(one, ast.Tuple) else one)
            case ast.Assign([ast.Name("takes")], value):
                yield from _write(value)
            case ast.FunctionDef("takes", body=body):
                yield from (text for one in body if isinstance(one, ast.Return) for text in _write(one.value))


def _name(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What is given a name anywhere in a file: a sentence may be put together before it is raised."""
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    return named


def _write(node: ast.expr | None) -> Iterator[str]:
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.JoinedStr(parts):
            yield "".join(_part(part) for part in parts)
        case ast.IfExp(_, one, other):
            yield from _write(one)
            yield from _write(other)


def _part(part: ast.expr) -> str:
    match part:
        case ast.Constant(str(text)):
            return text
        case ast.FormattedValue(ast.Name(name) | ast.Attribute(_, name)):
            return f"%({name.strip('_').lower()})s"
        case _:
            return "%(value)s"
