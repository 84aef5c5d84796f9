"""The widget's files as they travel: modules joined into one script, without comments and needless space.

``static/`` is what people read and what the tests of single modules import. What browsers get is made from it
once per process, so there is no build to forget: one request brings the whole conversation page's code.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

STATIC = Path(__file__).resolve().parents[3] / "static"
IMPORT = re.compile(r"^import \{[^}]*\} from '(\.[\w./]+)';\n", re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) )", re.M)
# What is fetched by those who ask for it, each with the name it gives away.
LAZY = {"days.js": "fillDays", "cards.js": "cards"}


@cache
def conversation_script() -> str:
    """Every module of ``static/chat``, each behind those it needs, as one module. Their outermost names share
    one scope."""
    return join(STATIC / "chat" / "main.js")


@cache
def conversation_style() -> str:
    return style(STATIC / "chat" / "chat.css")


@cache
def lazy_style() -> str:
    """The style of what ``cards.js`` draws."""
    return style(STATIC / "chat" / "lazy" / "cards.css")


@cache
def lazy_script(name: str) -> str:
    """A script that is fetched when it is asked for: a file of ``static/chat/lazy`` with those it needs, as
    one module that gives away one name."""
    return f"{join(STATIC / 'chat' / 'lazy' / name)}\nexport {{ {LAZY[name]} }};\n"


@cache
def launcher_file(name: str) -> str:
    """``chat.js``, ``panel.js`` or ``greeting.js`` of ``static/embed``, each with those it needs."""
    return join(STATIC / "embed" / name)


@cache
def version() -> str:
    """Changes with the script or the style, so that a browser may keep both for ever."""
    return version_of(
        conversation_script() + "".join(map(lazy_script, LAZY)) + conversation_style() + lazy_style()
    )


def version_of(text: str) -> str:
    """Changes with what a browser keeps for ever."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def style(path: Path) -> str:
    """A style sheet without comments and needless space."""
    small: str = cssmin(path.read_text("utf-8"))
    return small


def modules_of(path: Path, seen: set[Path] | None = None) -> Iterator[Path]:
    """A module behind all those it needs, each once."""
    seen = set() if seen is None else seen
    if path in seen:
        return
    seen.add(path)
    for needed in IMPORT.findall(path.read_text("utf-8")):
        yield from modules_of((path.parent / needed).resolve(), seen)
    yield path


def join(path: Path) -> str:
    """A module behind all those it needs, as one script that gives away nothing."""
    small: str = jsmin("".join(_alone(needed) for needed in modules_of(path)))
    return small


def _alone(path: Path) -> str:
    return EXPORT.sub("", IMPORT.sub("", path.read_text("utf-8")))
