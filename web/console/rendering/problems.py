"""When there is no page: the way to the sign-in, and refusals in words."""

import logging
import re
from typing import Any
from urllib.parse import quote

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect
from litestar_htmx import ClientRedirect, HTMXDetails
from sqlalchemy.exc import DataError

from booking_core.errors import Conflict, Gone, Invalid, NotAllowed, NotFound, Refusal, TooMany
from booking_core.input.web_address import split_address
from web.console.access.forgery import SENT_FORM
from web.console.access.headers import HEADERS
from web.console.rendering.page import page
from web.console.words.language import begin
from web.console.words.refusals import refusal_text
from web.console.words.translate import N_, gettext
from web.problems import outage_of

logger = logging.getLogger("zimun.web")
TITLES = {
    400: N_("That address does not make sense"),
    403: N_("This is for others in your team"),
    404: N_("There is nothing here"),
    405: N_("Nothing was done"),
    410: N_("This is over"),
    413: N_("That was too long"),
    500: N_("Something went wrong"),
    503: N_("Not just now"),
}
# A form that does not come from a page of ours; a role that is not enough is a refusal.
FORGED = 403
SECRET = re.compile(r"passw|secret|credential|^(?:api_key|code|key|new)$")
AWAY = 503
WORDS = {
    400: N_("Something in the address is not what this page expects."),
    404: N_("It may have been removed, or belong to another organization."),
    500: N_("It was noted, and nothing was changed."),
}
STATUS_OF: dict[type[Refusal], int] = {
    NotAllowed: 403,
    NotFound: 404,
    Conflict: 409,
    Gone: 410,
    Invalid: 400,
    TooMany: 429,
}
AnyRequest = Request[Any, Any, Any]


def to_sign_in(request: AnyRequest, _: Exception) -> Response[Any]:
    """The sign-in page, which leads back here. A page refreshing itself is told to go there as a whole."""
    htmx = HTMXDetails(request)
    if htmx:
        shown = split_address(htmx.current_url or "")
        answer = ClientRedirect(_sign_in(shown.path, shown.query) if shown else "/console/sign-in")
        answer.status_code = 401
        return answer
    if request.method != "GET":
        return Redirect("/console/sign-in", status_code=303)
    return Redirect(_sign_in(request.url.path, request.url.query), status_code=303)


def problem_page(_: AnyRequest, error: HTTPException) -> Response[str]:
    if error.status_code == FORGED:
        return _page(error.status_code, gettext(error.detail), gettext("Nothing was done"))
    return _page(error.status_code, "")


def nowhere_page(request: AnyRequest, error: HTTPException) -> Response[str]:
    """For an address that no page has: nothing has begun the language or set the headers yet."""
    begin(request.headers.get("Accept-Language", ""))
    shown = problem_page(request, error)
    shown.headers.update({**(error.headers or {}), **HEADERS, "Cache-Control": "no-store"})
    return shown


def unstorable_page(_: AnyRequest, __: DataError) -> Response[str]:
    """Text that PostgreSQL cannot keep or compare."""
    return _page(400, "")


def unexpected_page(request: AnyRequest, error: Exception) -> Response[str]:
    """Our mistake: logged, and never with a stack trace in the answer."""
    logger.error("%s %s failed", request.method, request.scope.get("path_template", "?"), exc_info=error)
    return _page(500, "")


def refusal_page(request: AnyRequest, refusal: Refusal) -> Response[str]:
    status = next((code for kind, code in STATUS_OF.items() if isinstance(refusal, kind)), AWAY)
    again = _again(request) if status == AWAY else {}
    shown = _page(status, "" if status == 404 else refusal_text(refusal.detail), **again)
    if refusal.retry_after_s is not None:
        shown.headers["Retry-After"] = str(refusal.retry_after_s)
    return shown


def database_error_page(request: AnyRequest, error: Exception) -> Response[str]:
    outage = outage_of(request, error)
    return unexpected_page(request, error) if outage is None else refusal_page(request, outage)


def _again(request: AnyRequest) -> dict[str, Any]:
    """The same once more: a page, or a form as it was sent. What is secret stands in no page, nor does a
    file."""
    again = f"{request.url.path}?{request.url.query}".rstrip("?")
    if request.method == "GET":
        return {"again": again}
    form = request.scope["state"].get(SENT_FORM)
    fields = list(form.multi_items()) if form else []
    is_text = all(isinstance(text, str) and not (text and SECRET.search(name)) for name, text in fields)
    return {"again": again, "fields": fields} if fields and is_text else {}


def _page(status: int, words: str, title: str = "", **more: Any) -> Response[str]:
    shown = {
        "title": title or gettext(TITLES.get(status, N_("That did not work"))),
        "words": words or gettext(WORDS.get(status, "")),
    }
    return page("problem.html", status_code=status, **shown, **more)


def _sign_in(path: str, query: str) -> str:
    here = f"{path}?{query}" if query else path
    return "/console/sign-in" if path in ("", "/console") else f"/console/sign-in?next={quote(here, safe='')}"
