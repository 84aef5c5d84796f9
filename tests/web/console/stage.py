"""A salon with a console: the pages behind a real server, somebody to sign in, and conversations to read."""

import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from types import TracebackType
from typing import Any, Self

import httpx
from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.di import Provide

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.team.accounts import Account
from booking_core.team.memberships import add_membership
from booking_core.team.sessions import begin_session
from tests.accounts import PASSWORD, known_account
from web.console import console_router
from web.console.access.cookies import Cookies
from web.console.access.forgery import token_of
from web.problems import HANDLERS
from web.server.request_ids import with_request_id
from web.settings import Settings

HERE = "http://console.test"
CORE: ContextVar[BookingCore] = ContextVar("the core of a test")
TOKEN = re.compile(r'name="csrf_token" value="([0-9a-f]{96})"')


def console_app(core: BookingCore, settings: Settings | None = None) -> Litestar:
    """The console as the application serves it, on the core of a test."""
    return console_of(settings or Settings(public_url=HERE), lambda: core)


def console_of(settings: Settings, core: Callable[[], BookingCore]) -> Litestar:
    return Litestar(
        route_handlers=[console_router(settings)],
        dependencies={
            "core": Provide(core, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        middleware=[with_request_id],
        compression_config=CompressionConfig("gzip"),
        logging_config=None,
        openapi_config=None,
    )


@cache
def shared_console(settings: Settings) -> Litestar:
    """One for all browsers, which each say on whose core a request is made: making one takes longer than most
    tests."""
    return console_of(settings, core_of_the_request)


def core_of_the_request() -> BookingCore:
    return CORE.get()


async def operator_of(core: BookingCore, salon: DemoSalon, role: Role = Role.OWNER) -> Account:
    """Somebody who works at the salon, with the password of the whole cast."""
    async with core.sessions() as session, session.begin():
        account = await known_account(session)
        add_membership(session, salon.organization_id, account, role)
    return account


class Browser:
    """A browser without scripts: keeps cookies, follows no redirect but that of an old address, and knows the
    token of the page it last saw."""

    def __init__(self, core: BookingCore, *, settings: Settings | None = None, address: str = "") -> None:
        settings = settings or Settings(public_url=HERE)
        # A network of its own: one test's wrong passwords are not another's.
        self.address = address or new_id("net")
        console = shared_console(settings)

        async def on_own_core(scope: Any, receive: Any, send: Any) -> None:
            CORE.set(core)
            await console(scope, receive, send)

        self.core = core
        transport = httpx.ASGITransport(app=on_own_core, client=(self.address, 4321))
        self.client = httpx.AsyncClient(transport=transport, base_url=settings.public_url)
        self.token = ""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.client.aclose()

    async def see(self, path: str, **more: Any) -> httpx.Response:
        answer = await self.client.get(path, **more)
        # An address from before the organization stood in it leads on to the one with it.
        if answer.headers.get("location", "").startswith("/console/o_"):
            answer = await self.client.get(answer.headers["location"], headers=more.get("headers"))
        found = TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return answer

    async def send(self, path: str, headers: dict[str, str] | None = None, **fields: Any) -> httpx.Response:
        """A form as a browser sends it: from the page's own origin, with its token unless another is
        given."""
        fields.setdefault("csrf_token", self.token)
        base = {"Origin": str(self.client.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
        return await self.client.post(path, data=fields, headers={**base, **(headers or {})})

    async def enter(self, account: Account) -> None:
        """Signed in as after the form, which takes three requests."""
        async with self.core.sessions() as session, session.begin():
            secret = await begin_session(session, account, self.core.clock.now())
        address = self.client.base_url
        name = Cookies(secure=address.scheme == "https").session
        self.client.cookies.set(name, secret, domain=address.host)
        self.token = token_of(secret)

    async def sign_in(self, email: str, password: str = PASSWORD, **fields: str) -> httpx.Response:
        await self.see("/console/sign-in")
        answer = await self.send("/console/sign-in", email=email, password=password, **fields)
        if answer.status_code == 303:
            await self.see("/console/conversations")
        return answer


async def stored(core: BookingCore, *rows: Any) -> None:
    """Rows in an order that foreign keys accept, each in the database before the next."""
    async with core.sessions() as session, session.begin():
        for row in rows:
            session.add(row)
            await session.flush()
