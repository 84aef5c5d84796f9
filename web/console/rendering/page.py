"""Drawing pages: templates, addresses of static files, and pages that keep themselves fresh."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import ChainableUndefined, Environment, FileSystemLoader
from litestar import Request, Response
from litestar.datastructures import State
from litestar.enums import MediaType
from markupsafe import Markup

from web.console.access.signed_in import SignedIn
from web.console.rendering.markup import bold, pretty
from web.console.rendering.texts import (
    amount_text,
    date_text,
    language_name,
    moment_text,
    number_text,
    role_name,
)
from web.console.words.language import LANGUAGES, direction, language
from web.console.words.refusals import refusal_text
from web.console.words.translate import plural, template_message

HERE = Path(__file__).resolve().parent.parent
STATIC = HERE.parent.parent / "static" / "console"
PageRequest = Request[Any, Any, State]


@cache
def static_url(name: str) -> str:
    """The address of a static file, which changes with its content."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/console/static/{name}?v={digest}"


# Lenient about what is missing: a block of an older release is drawn as far as it is understood.
TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=ChainableUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n"],
)
TEMPLATES.policies["ext.i18n.trimmed"] = True
# What a template says in English is written in the language of the request, wherever it is drawn.
TEMPLATES.install_gettext_callables(template_message, plural, newstyle=True)  # type: ignore[attr-defined]
TEMPLATES.globals.update(
    static_url=static_url,
    language=language,
    direction=direction,
    languages=LANGUAGES,
    role_name=role_name,
)
TEMPLATES.filters.update(
    bold=bold,
    pretty=pretty,
    refusal=refusal_text,
    date_text=date_text,
    moment_text=moment_text,
    number=number_text,
    amount_text=amount_text,
    language_name=language_name,
)


def render(template: str, **context: Any) -> str:
    return TEMPLATES.get_template(template).render(context)


def page(template: str, *, status_code: int = 200, **context: Any) -> Response[str]:
    return Response(render(template, **context), media_type=MediaType.HTML, status_code=status_code)


def has_seen(request: PageRequest, version: str) -> bool:
    """Whether a page that asks for itself shows this ``version`` of its rows already: then nobody has to read
    and draw it again."""
    return request.query_params.get("seen") == _digest(version)


def no_change() -> Response[str]:
    return Response("", status_code=204, media_type=MediaType.HTML)


def live_page(
    request: PageRequest,
    operator: SignedIn,
    name: str,
    *,
    every_s: int,
    version: str | None = None,
    narrows: bool = False,
    **context: Any,
) -> Response[str]:
    """The page ``name.html`` around a part ``name_live.html`` that asks for itself every few seconds.

    The part asks with a digest of what it shows, or of the ``version`` of the rows it is made of; as long as
    nothing has changed the answer is 204, and nothing on the page moves. ``narrows`` says that a form
    ``#narrow`` replaces the part too, and goes first.
    """
    content = render(f"{name}_live.html", operator=operator, **context)
    digest = _digest(content if version is None else version)
    seen = request.query_params.get("seen")
    if seen == digest:
        return no_change()
    query = [(key, value) for key, value in request.query_params.multi_items() if key != "seen"]
    address = f"{request.url.path}?{urlencode([*query, ('seen', digest)])}"
    frame = {"address": address, "every_s": every_s, "narrows": narrows}
    live = render("live.html", content=Markup(content), **frame)  # noqa: S704 - drawn just above
    if seen is not None:
        return Response(live, media_type=MediaType.HTML)
    return page(f"{name}.html", operator=operator, live=Markup(live), **context)  # noqa: S704 - drawn just above


def _digest(text: str) -> str:
    return hashlib.sha256(f"{language()} {text}".encode()).hexdigest()[:16]
