"""The operators' console: pages drawn on the server, one file each. Read ``signed_in`` and ``forgery`` for
who may do what."""

import psycopg
from litestar import Router
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.exceptions import HTTPException, ValidationException
from litestar.static_files import create_static_files_router
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from booking_core.errors import Refusal
from web.console import places, sign_in
from web.console.access.cookies import Cookies
from web.console.access.forgery import ForgeryGuard
from web.console.access.headers import SafeHeaders
from web.console.access.signed_in import NotSignedIn, require_operator, require_person
from web.console.agenda import agenda, grid, new_appointment, week
from web.console.appointments import link as appointment_link
from web.console.appointments import move as appointment_move
from web.console.appointments import page as appointments
from web.console.appointments import requests
from web.console.audit import page as audit
from web.console.conversations import list_page, transcript
from web.console.conversations.hand_over import waiting
from web.console.customers import page as customers
from web.console.forms.country import parts_of_country
from web.console.outbox import page as outbox
from web.console.people import forgotten, link, presence, second_factor, team
from web.console.profile import authenticator, changes, new_address, passkeys
from web.console.profile import page as profile
from web.console.profile.own_account import own_account
from web.console.rendering.page import STATIC
from web.console.rendering.problems import (
    database_error_page,
    problem_page,
    refusal_page,
    to_sign_in,
    unexpected_page,
    unstorable_page,
)
from web.console.settings import sections
from web.console.words.language import SpeaksLanguage
from web.routers import OwnRouter
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


_OF_ONESELF = [
    profile.profile_page,
    changes.new_password,
    new_address.ask_for_address,
    changes.remove,
    changes.recovery_codes,
    changes.end_sessions,
    changes.choose_language,
    authenticator.begin_app,
    authenticator.confirm_app,
    passkeys.begin_passkey,
    passkeys.confirm_passkey,
]


def console_router(settings: Settings) -> Router:
    """Everything under ``/console``. The application provides the dependencies ``core`` and ``settings``."""
    cookies = Cookies.of(settings)
    return OwnRouter(
        "/console",
        route_handlers=[
            places.home,
            places.old_address,
            sign_in.sign_in_page,
            sign_in.sign_in,
            sign_in.sign_out,
            link.link_page,
            link.use_link,
            new_address.use_address,
            forgotten.forgotten_page,
            forgotten.forgotten,
            second_factor.second_factor_page,
            second_factor.second_factor,
            *_OF_ONESELF,
            grid.grid_sheet,
            parts_of_country,
            _static_files(),
            _of_an_organization(),
        ],
        dependencies={
            "jar": Provide(lambda: cookies, sync_to_thread=False),
            "person": Provide(require_person),
            "own": Provide(own_account, sync_to_thread=False),
        },
        guards=[ForgeryGuard(settings.public_url, cookies)],
        middleware=[SafeHeaders(), SpeaksLanguage()],
        exception_handlers=HANDLERS,
        include_in_schema=False,
    )


def _of_an_organization() -> Router:
    """Pages whose address names whose they are: two of them side by side never mix two businesses."""
    return OwnRouter(
        "/{organization_id:str}",
        route_handlers=[
            list_page.conversations_page,
            transcript.transcript_page,
            waiting.note_answered,
            waiting.note_waiting,
            outbox.outbox_page,
            outbox.try_now,
            audit.audit_page,
            agenda.agenda_page,
            week.week_page,
            requests.requests_page,
            customers.customers_page,
            customers.change_customer,
            new_appointment.new_appointment,
            new_appointment.book,
            appointments.appointment_page,
            appointments.decide,
            appointment_link.replace_link,
            appointment_move.move_page,
            appointment_move.move,
            team.ROUTER,
            presence.presence_page,
            presence.change_my_presence,
            *sections.ROUTES,
        ],
        dependencies={
            "operator": Provide(require_operator),
            "visit": Provide(sections.settings_visit, sync_to_thread=False),
        },
    )


def _static_files() -> Router:
    return create_static_files_router(
        "/static",
        [STATIC],
        name="console-static",
        cache_control=CacheControlHeader(public=True, max_age=A_YEAR_S, immutable=True),
    )
