"""Files of `static/` as pages carry them, and pages with names filled in."""

import re
from pathlib import Path

from litestar import Response
from litestar.exceptions import NotFoundException

from web.chat.pages import bundle

# Long enough that a page view asks once, short enough that a fix reaches everybody the same hour.
FRESH = "public, max-age=600"
# For what is asked for by its version.
FOR_EVER = "public, max-age=31536000, immutable"


def fill(page: str, **fields: str) -> str:
    """The page with its ``{{names}}`` filled in, each once: what a field says is never read again for
    names."""
    return re.sub(r"\{\{(\w+)\}\}", lambda found: fields[found[1]], page)


def asset(text: str, kind: str, asked_for: str) -> Response[str]:
    headers = {"Cache-Control": FOR_EVER if asked_for == bundle.version() else "no-cache"}
    return Response(text, media_type=kind, headers=headers)


def read_static(folder: str, name: str) -> str:
    """A file of ``static/``, by its plain name. Raises ``NotFoundException``."""
    path = bundle.STATIC / folder / Path(name).name
    if not path.is_file():
        raise NotFoundException("There is no such page.")
    return path.read_text("utf-8")
