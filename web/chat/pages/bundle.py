"""The widget's files as they travel: modules joined into one script, and neither comments nor indentation.

``static/`` is what people read and what the tests of single modules import. What browsers get is made from it
once per process, so there is no build to forget: one request brings the whole conversation page's code.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

STATIC = Path(__file__).resolve().parents[3] / "static"
IMPORT = re.compile(r"^import \{[^}]*\} from '(\.[\w./]+)';\n", re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) )", re.M)
# A comment is a line of its own, a block of such lines, or stands behind a finished piece of code. Nothing
# else is taken for one, so that no address and no pattern can be mistaken for the beginning of a comment.
LINE_COMMENT = re.compile(r"(?<=[;,{}]) //[^\n]*|^[ \t]*//[^\n]*\n", re.M)
BLOCK_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/\n", re.M | re.S)
# What is fetched by those who ask for it, each with the name it gives away.
LAZY = {"days.js": "fillDays", "cards.js": "cards"}
INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.M)


@cache
def conversation_script() -> str:
    """Every module of ``static/chat``, each behind those it needs, as one module. Their outermost names share
    one scope."""
    return "".join(slim(_alone(path)) for path in modules_of(STATIC / "chat" / "main.js"))


@cache
def conversation_style() -> str:
    return slim((STATIC / "chat" / "chat.css").read_text("utf-8"))


@cache
def lazy_script(name: str) -> str:
    """A script that is fetched when it is asked for: a file of ``static/chat/lazy`` with those it needs, as
    one module that gives away one name."""
    joined = "".join(slim(_alone(path)) for path in modules_of(STATIC / "chat" / "lazy" / name))
    return f"{joined}export {{ {LAZY[name]} }};\n"


@cache
def launcher_file(name: str) -> str:
    """``chat.js``, ``panel.js`` or ``greeting.js`` of ``static/embed``, each with those it needs."""
    return "".join(slim(_alone(path)) for path in modules_of(STATIC / "embed" / name))


@cache
def version() -> str:
    """Changes with the script or the style, so that a browser may keep both for ever."""
    return version_of(conversation_script() + "".join(map(lazy_script, LAZY)) + conversation_style())


def version_of(text: str) -> str:
    """Changes with what a browser keeps for ever."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def slim(text: str) -> str:
    """The same code or style without comments, indentation and empty lines."""
    return INDENT.sub("", BLOCK_COMMENT.sub("", LINE_COMMENT.sub("", text))).lstrip("\n")


def modules_of(path: Path, seen: set[Path] | None = None) -> Iterator[Path]:
    """A module behind all those it needs, each once."""
    seen = set() if seen is None else seen
    if path in seen:
        return
    seen.add(path)
    for needed in IMPORT.findall(path.read_text("utf-8")):
        yield from modules_of((path.parent / needed).resolve(), seen)
    yield path


def _alone(path: Path) -> str:
    return EXPORT.sub("", IMPORT.sub("", path.read_text("utf-8")))
