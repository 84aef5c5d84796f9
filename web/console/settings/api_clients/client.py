"""One program: what it may do, when it was last used, another secret, and its end."""

from datetime import datetime

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ApiClient, NewSecret
from booking_core.api_clients.arrange import (
    find_client,
    limit_bookings,
    revoke_client,
    rotate_client_secret,
)
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from web.console.forms.form import FormState
from web.console.forms.sent import read_sent
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import Visit
from web.console.settings.api_clients.limit import ANY_NUMBER, NAME, limit_form, limit_of
from web.console.settings.api_clients.scopes import SCOPES
from web.console.words.refusals import refusal_text
from web.console.words.translate import gettext

SLUG = "api-clients"


class ClientView(Struct, frozen=True):
    """A program for reading; without its secret, which nobody has."""

    id: str
    name: str
    may: list[str]
    used: str
    since: str
    bookings_per_day: int | None
    mark: str
    is_revoked: bool

    @classmethod
    def of(cls, client: ApiClient, local: LocalFormat, now: datetime) -> "ClientView":
        return cls(
            id=client.id,
            name=client.name,
            may=[gettext(SCOPES[scope]) for scope in Scope if scope in client.scopes],
            used=local.when(client.last_used_at, now) if client.last_used_at else "",
            since=local.when(client.created_at, now),
            bookings_per_day=client.bookings_per_day,
            mark=client.mark,
            is_revoked=client.revoked_at is not None,
        )


@get("/settings/api-clients/{client_id:str}")
async def client_page(
    visit: NamedDependency[Visit], client_id: FromPath[str], done: FromQuery[str] = ""
) -> Response[str]:
    return await _draw(visit, client_id, news=gettext("Saved.") if done else "")


@post("/settings/api-clients/{client_id:str}/limit", status_code=303)
async def limit(visit: NamedDependency[Visit], client_id: FromPath[str]) -> Redirect | Response[str]:
    state = FormState(limit_form(), await read_sent(visit.request))
    wanted = limit_of(state.form.read(state.sent))
    try:
        await visit.carry_out(lambda desk: limit_bookings(desk, client_id, wanted))
    except Invalid as refusal:
        return await _draw(visit, client_id, state=state.with_refusal(refusal))
    return Redirect(f"{visit.home}/{SLUG}/{client_id}?done=saved", status_code=303)


@post("/settings/api-clients/{client_id:str}/rotate", status_code=200)
async def rotate(visit: NamedDependency[Visit], client_id: FromPath[str]) -> Response[str]:
    mark = (await read_sent(visit.request)).text("mark")
    try:
        new = await visit.carry_out(lambda desk: rotate_client_secret(desk, client_id, mark=mark))
    except Conflict as refusal:
        return await _draw(visit, client_id, problem=refusal_text(refusal.detail))
    return secret_page(visit, new)


@post("/settings/api-clients/{client_id:str}/revoke", status_code=303)
async def revoke(visit: NamedDependency[Visit], client_id: FromPath[str]) -> Redirect:
    await visit.carry_out(lambda desk: revoke_client(desk, client_id))
    return Redirect(f"{visit.home}/{SLUG}", status_code=303)


def secret_page(visit: Visit, new: NewSecret) -> Response[str]:
    """The one page that shows a secret; nothing of it is kept."""
    return visit.page(
        "settings/api_client_secret.html",
        SLUG,
        address=f"{visit.home}/{SLUG}",
        client=new.client,
        secret=new.secret,
        token_url=f"{visit.settings.public_url}/oauth/token",
        api_url=f"{visit.settings.public_url}/api/v1",
    )


async def _draw(
    visit: Visit, client_id: str, *, problem: str = "", state: FormState | None = None, news: str = ""
) -> Response[str]:
    """``state`` is that of a limit which was refused."""

    async def look(desk: Desk) -> ClientView:
        client = await find_client(desk, client_id)
        return ClientView.of(client, visit.local(desk), visit.core.clock.now())

    client = await visit.read(look)
    known = limit_form()
    return visit.page(
        "settings/api_client.html",
        SLUG,
        status_code=422 if problem or state else 200,
        address=f"{visit.home}/{SLUG}",
        client=client,
        state=state or FormState(known, known.write({NAME: client.bookings_per_day or ANY_NUMBER})),
        problem=problem,
        news=news,
    )


ROUTES = [client_page, limit, rotate, revoke]
