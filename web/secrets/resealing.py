"""Resealing: after a new secret key, everything that is kept sealed is sealed with it, and the old key is
needed no more."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import inspect, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.chat_models.chat_model import ChatModel
from booking_core.mail_servers.mail_server import MailServer
from booking_core.maintenance import tables
from booking_core.second_factor.authenticator import Authenticator
from booking_core.storage.database import Base, open_engine
from booking_core.storage.idempotency import IdempotencyKey
from booking_core.text_providers.text_provider import TextProvider
from booking_core.webhooks.endpoints import WebhookEndpoint
from web.secrets.sealing import (
    Seal,
    answer_seal,
    authenticator_seal,
    calendar_seal,
    mail_password_seal,
    model_key_seal,
    text_seal,
    webhook_seal,
)
from web.settings import Settings

# Rows are written after those they point to, so the tables of every room have to be known.
__all__ = ["Kept", "Resealed", "reseal", "sealed_columns", "tables", "unreadable"]
# Rows of one transaction: short enough that nobody waits for it.
AT_ONCE = 500


class Resealed(Struct):
    """How many values of one kind were sealed anew, and how many no key of ours opens."""

    what: str
    anew: int = 0
    unreadable: int = 0


class Kept(Struct, frozen=True):
    """One kind of sealed value: its table, its seal, and where in a row it is, as a list that may be put
    back."""

    what: str
    table: type[Base]
    seal: Seal
    read: Callable[[Any], list[bytes]]
    write: Callable[[Any, list[bytes]], None]


def sealed_columns(settings: Settings) -> Iterator[Kept]:
    keys = settings.secret_key, settings.secret_key_old
    yield Kept("answers of the API", IdempotencyKey, answer_seal(*keys), _body, _set_body)
    yield Kept("webhook secrets", WebhookEndpoint, webhook_seal(*keys), _secrets, _set_secrets)
    yield Kept("calendar addresses", ExternalCalendar, calendar_seal(*keys), _address, _set_address)
    yield Kept("model keys", ChatModel, model_key_seal(*keys), _key, _set_key)
    yield Kept("mail passwords", MailServer, mail_password_seal(*keys), _password, _set_password)
    yield Kept("text message secrets", TextProvider, text_seal(*keys), _text_secret, _set_text_secret)
    yield Kept("authenticator secrets", Authenticator, authenticator_seal(*keys), _app, _set_app)


async def reseal(sessions: async_sessionmaker[AsyncSession], settings: Settings) -> list[Resealed]:
    """Go through everything once, batch by batch. Safe to repeat, and while Zimun runs."""
    return [await _reseal(sessions, kept) for kept in sealed_columns(settings)]


async def unreadable(database_url: str, settings: Settings) -> dict[str, int]:
    """How many sealed values of each kind no key of these settings opens, among the first few hundred;
    nothing where all can be opened."""
    engine = open_engine(database_url, pool_size=1)
    found: dict[str, int] = {}
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            for kept in sealed_columns(settings):
                rows: Sequence[Any] = (await session.scalars(select(kept.table).limit(AT_ONCE))).all()
                shut = sum(kept.seal.open(one, row.bound) is None for row in rows for one in kept.read(row))
                found |= {kept.what: shut} if shut else {}
    finally:
        await engine.dispose()
    return found


async def _reseal(sessions: async_sessionmaker[AsyncSession], kept: Kept) -> Resealed:
    done = Resealed(kept.what)
    columns = inspect(kept.table).primary_key
    after: tuple[Any, ...] | None = None
    while True:
        page = select(kept.table).order_by(*columns).limit(AT_ONCE).with_for_update(key_share=True)
        if after is not None:
            page = page.where(tuple_(*columns) > tuple_(*after))
        async with sessions() as session, session.begin():
            rows = (await session.scalars(page)).all()
            for row in rows:
                _reseal_row(kept, row, done)
            if not rows:
                return done
            # Read before the commit, after which a session may have forgotten its rows.
            after = tuple(getattr(rows[-1], column.name) for column in columns)


def _reseal_row(kept: Kept, row: Any, done: Resealed) -> None:
    values = kept.read(row)
    anew = [kept.seal.reseal(one, row.bound) for one in values]
    if any(anew):
        kept.write(row, [new or old for new, old in zip(anew, values, strict=True)])
    done.anew += sum(one is not None for one in anew)
    done.unreadable += sum(kept.seal.open(one, row.bound) is None for one in values)


def _body(row: IdempotencyKey) -> list[bytes]:
    return [] if row.body is None else [row.body]


def _set_body(row: IdempotencyKey, values: list[bytes]) -> None:
    row.body = values[0]


def _secrets(row: WebhookEndpoint) -> list[bytes]:
    return list(row.secrets)


def _set_secrets(row: WebhookEndpoint, values: list[bytes]) -> None:
    row.secrets = values


def _app(row: Authenticator) -> list[bytes]:
    return [row.sealed_secret]


def _set_app(row: Authenticator, values: list[bytes]) -> None:
    row.sealed_secret = values[0]


def _password(row: MailServer) -> list[bytes]:
    return [] if row.sealed_password is None else [row.sealed_password]


def _set_password(row: MailServer, values: list[bytes]) -> None:
    row.sealed_password = values[0]


def _text_secret(row: TextProvider) -> list[bytes]:
    return [row.sealed_secret]


def _set_text_secret(row: TextProvider, values: list[bytes]) -> None:
    row.sealed_secret = values[0]


def _address(row: ExternalCalendar) -> list[bytes]:
    return [row.sealed_address]


def _set_address(row: ExternalCalendar, values: list[bytes]) -> None:
    row.sealed_address = values[0]


def _key(row: ChatModel) -> list[bytes]:
    return [] if row.sealed_key is None else [row.sealed_key]


def _set_key(row: ChatModel, values: list[bytes]) -> None:
    row.sealed_key = values[0]
