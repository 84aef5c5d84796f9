"""API clients arranged by an owner: made, listed, limited, given another secret and revoked."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from sqlalchemy import select

from booking_core.access.scopes import Scope, scopes_of
from booking_core.api_clients.api_client import (
    ApiClient,
    ClientLimits,
    NewSecret,
    api_clients_of,
    create_api_client,
    rotate,
)
from booking_core.api_clients.tokens import revoke_tokens
from booking_core.context import OperationContext
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.input.kinds import Text, Whole, WrongValue
from booking_core.storage.ids import derived_id
from booking_core.storage.named_lock import lock_by_name

NAME = Text(80)
# Far more programs than a business uses; each is one more secret that somebody may lose.
MOST_CLIENTS = 50
# What PostgreSQL keeps as a number is larger; nobody means more than this.
MOST_OF_A_LIMIT = 10_000_000


class ApiClientRequest(Struct, frozen=True):
    """A program as an owner describes it. ``scopes`` are words (``Scope``)."""

    name: str
    scopes: Sequence[str]
    limits: ClientLimits = ClientLimits()


async def list_clients(context: OperationContext) -> list[ApiClient]:
    """All of them, the revoked ones too, oldest first. Raises ``NotAllowed``."""
    context.require("api_client.list")
    return await api_clients_of(context.session, context.organization_id)


async def find_client(context: OperationContext, client_id: str) -> ApiClient:
    """Revoked or not. Raises ``NotAllowed`` and ``NotFound``."""
    context.require("api_client.list")
    return await _find(context, client_id, for_update=False)


async def create_client(context: OperationContext, request: ApiClientRequest, *, key: str) -> NewSecret:
    """A new program and its secret. ``key`` makes a repeat the same one, which is told no secret.

    Raises ``NotAllowed``, ``InvalidField``, and ``Conflict`` (``api_client_limit_reached``).
    """
    context.require("api_client.create")
    name, scopes = _read_name(request.name), _read_scopes(request.scopes)
    _check_limits(request.limits)
    await _lock(context)
    client_id = derived_id("cli", context.organization_id, context.owner, "api_client", key)
    before = await context.session.get(ApiClient, client_id)
    if before is not None:
        return NewSecret(before, None)
    await _must_have_room(context)
    now = context.clock.now()
    new = create_api_client(
        context.session, context.organization_id, name, scopes, now, request.limits, client_id
    )
    context.audit("api_client.create", client_id, after={"name": name, **_settings_of(new.client)})
    await context.session.flush()
    return new


async def rotate_client_secret(
    context: OperationContext, client_id: str, *, mark: str | None = None
) -> NewSecret:
    """A new secret; the one before goes on working until the next rotation. ``mark`` is that of the secret it
    had when somebody decided this: twice in a row would end the one that is in use.

    Raises ``NotAllowed``, ``NotFound``, and ``Conflict`` (``version_conflict``) where it has another secret.
    """
    context.require("api_client.rotate")
    client = await _live(context, client_id)
    if mark is not None and mark != client.mark:
        raise Conflict(
            "This program has been given another secret meanwhile. Only whoever did that has seen it.",
            code="version_conflict",
        )
    new = rotate(client)
    context.audit("api_client.rotate", client_id)
    await context.session.flush()
    return new


async def limit_bookings(
    context: OperationContext, client_id: str, bookings_per_day: int | None
) -> ApiClient:
    """How much it may book within 24 hours, from its next call on; None for any number. Raises
    ``NotAllowed``, ``NotFound`` and ``InvalidField``."""
    context.require("api_client.change")
    client = await _live(context, client_id)
    before = _settings_of(client)
    _check_limits(ClientLimits(bookings_per_day=bookings_per_day))
    client.bookings_per_day = bookings_per_day
    if before != _settings_of(client):
        context.audit("api_client.change", client_id, before=before, after=_settings_of(client))
        await context.session.flush()
    return client


async def revoke_client(context: OperationContext, client_id: str) -> ApiClient:
    """End it, with its secrets and every token it bears, at once and for ever. A repeat changes nothing.
    Raises ``NotAllowed`` and ``NotFound``."""
    context.require("api_client.revoke")
    client = await _find(context, client_id)
    if client.revoked_at is None:
        client.revoked_at = context.clock.now()
        await revoke_tokens(context.session, client_id)
        context.audit("api_client.revoke", client_id)
        await context.session.flush()
    return client


async def _live(context: OperationContext, client_id: str) -> ApiClient:
    client = await _find(context, client_id)
    if client.revoked_at is not None:
        raise NotFound("There is no such program, or it has been revoked.")
    return client


async def _find(context: OperationContext, client_id: str, *, for_update: bool = True) -> ApiClient:
    """Its row, locked where it is to be changed. Raises ``NotFound`` for an unknown one and for another
    organization's alike."""
    own = select(ApiClient).where(
        ApiClient.organization_id == context.organization_id, ApiClient.id == client_id
    )
    found = await context.session.scalar(own.with_for_update() if for_update else own)
    if found is None:
        raise NotFound("There is no such program, or it has been revoked.")
    return found


async def _lock(context: OperationContext) -> None:
    """Whoever makes one at the same moment waits, so that the limit is one and a repeat finds the first."""
    await lock_by_name(context.session, f"api clients of {context.organization_id}")


async def _must_have_room(context: OperationContext) -> None:
    live = [
        one
        for one in await api_clients_of(context.session, context.organization_id)
        if one.revoked_at is None
    ]
    if len(live) >= MOST_CLIENTS:
        raise Conflict(
            f"There are {MOST_CLIENTS} programs already. Revoke one that is not used any more.",
            code="api_client_limit_reached",
        )


def _settings_of(client: ApiClient) -> dict[str, object]:
    limits = ("requests_per_minute", "holds_at_once", "bookings_per_day")
    return {"scopes": list(client.scopes), **{one: getattr(client, one) for one in limits}}


def _read_name(name: str) -> str:
    try:
        return NAME.read(name)
    except WrongValue as error:
        raise InvalidField("name", str(error)) from error


def _read_scopes(words: Iterable[str]) -> tuple[Scope, ...]:
    scopes = scopes_of(words)
    if not scopes:
        raise InvalidField("scopes", "Please choose what this program may do.")
    return scopes


def _check_limits(limits: ClientLimits) -> None:
    """Raises ``InvalidField``."""
    for name, least in (("requests_per_minute", 1), ("holds_at_once", 0), ("bookings_per_day", 1)):
        value = getattr(limits, name)
        if value is None and name == "bookings_per_day":
            continue
        try:
            Whole(least, MOST_OF_A_LIMIT).read(value)
        except WrongValue as error:
            raise InvalidField(name, str(error)) from error
