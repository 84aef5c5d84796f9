"""The operators' console: pages drawn on the server, one file each. Read ``signed_in`` and ``forgery`` for
who may do what."""

import psycopg
from litestar import Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.exceptions import HTTPException, ValidationException
from litestar.response import Redirect
from litestar.static_files import create_static_files_router
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from booking_core.errors import Refusal
from web.console import outbox, sign_in
from web.console.access.cookies import Cookies
from web.console.access.forgery import ForgeryGuard
from web.console.access.headers import SafeHeaders
from web.console.access.signed_in import NotSignedIn, require_operator
from web.console.agenda import agenda, grid
from web.console.conversations import list_page, transcript
from web.console.rendering.page import STATIC
from web.console.rendering.problems import (
    database_error_page,
    problem_page,
    refusal_page,
    to_sign_in,
    unexpected_page,
    unstorable_page,
)
from web.settings import Settings

# Addresses of static files carry a digest of their content, so a copy never gets old.
A_YEAR_S = 365 * 24 * 60 * 60
# Each kind the application answers in JSON is answered by a page here.
HANDLERS: ExceptionHandlersMap = {
    NotSignedIn: to_sign_in,
    Refusal: refusal_page,
    ValidationException: problem_page,
    HTTPException: problem_page,
    DataError: unstorable_page,
    DBAPIError: database_error_page,
    PoolTimeout: database_error_page,
    psycopg.Error: database_error_page,
    Exception: unexpected_page,
}


@get("/", include_in_schema=False)
async def home() -> Redirect:
    return Redirect("/console/conversations", status_code=303)


def console_router(settings: Settings) -> Router:
    """Everything under ``/console``. The application provides the dependencies ``core`` and ``settings``."""
    cookies = Cookies.of(settings)
    return Router(
        "/console",
        route_handlers=[
            home,
            sign_in.sign_in_page,
            sign_in.sign_in,
            sign_in.sign_out,
            list_page.conversations_page,
            transcript.transcript_page,
            outbox.outbox_page,
            agenda.agenda_page,
            grid.grid_sheet,
            _static_files(),
        ],
        dependencies={
            "jar": Provide(lambda: cookies, sync_to_thread=False),
            "operator": Provide(require_operator),
        },
        guards=[ForgeryGuard(settings.public_url, cookies)],
        middleware=[SafeHeaders()],
        exception_handlers=HANDLERS,
        include_in_schema=False,
    )


def _static_files() -> Router:
    return create_static_files_router(
        "/static",
        [STATIC],
        name="console-static",
        cache_control=CacheControlHeader(public=True, max_age=A_YEAR_S, immutable=True),
    )
