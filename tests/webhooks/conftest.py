"""A program that waits for webhooks on this machine, an endpoint of the salon for it, and a courier who waits
for nobody."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

import pytest
from msgspec import convert
from sqlalchemy import select, text

from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.events import ANNOUNCE, Event
from booking_core.webhooks.courier import Courier
from booking_core.webhooks.deliveries import WebhookDelivery
from booking_core.webhooks.endpoints import WebhookEndpoint
from booking_core.webhooks.sender import Sender
from booking_core.webhooks.subscriptions import NewWebhookSecret, add_endpoint
from tests.cast import owner_of
from tests.webhooks.receivers import Receiver, receiving
from web.secrets.sealing import webhook_seal

T = TypeVar("T")
SEAL = webhook_seal("a key that only the tests know, and long")


class Post:
    """A salon's webhooks, its courier, and the jobs that were promised to it."""

    def __init__(self, core: BookingCore, salon: DemoSalon, sender: Sender) -> None:
        self.core = core
        self.salon = salon
        self.courier = Courier(core, SEAL, sender)

    async def adds(self, url: str, *events: str) -> NewWebhookSecret:
        allowed = self.courier.sender.allowed
        return await self.does(lambda desk: add_endpoint(desk, url, events, SEAL, allowed))

    async def does(self, deed: Callable[[Desk], Awaitable[T]]) -> T:
        """What the owner does at the desk."""
        here = self.salon.organization_id
        return await self.core.transaction(here, owner_of(here), deed)

    async def events(self) -> list[Event]:
        """What was promised to be announced, in its order."""
        statement = text(
            "SELECT args -> 'event' FROM procrastinate_jobs"
            " WHERE task_name = :task AND args -> 'event' ->> 'organization_id' = :id ORDER BY id"
        )
        given = {"task": ANNOUNCE, "id": self.salon.organization_id}
        async with self.core.sessions() as session, session.begin():
            rows = (await session.scalars(statement, given)).all()
        return [convert(row, Event) for row in rows]

    async def announces(self) -> None:
        for event in await self.events():
            await self.courier.announce(event)

    async def announces_one(self) -> WebhookDelivery:
        """The only delivery that comes of it."""
        await self.announces()
        (delivery,) = await self.deliveries()
        return delivery

    async def deliveries(self) -> list[WebhookDelivery]:
        """In the order of their jobs."""
        jobs = text(
            "SELECT args ->> 'delivery_id' FROM procrastinate_jobs WHERE args ? 'delivery_id' ORDER BY id"
        )
        own = WebhookDelivery.organization_id == self.salon.organization_id
        async with self.core.sessions() as session, session.begin():
            rows = (await session.scalars(select(WebhookDelivery).where(own))).all()
            order = {one: number for number, one in enumerate(await session.scalars(jobs))}
        return sorted(rows, key=lambda row: order[row.id])

    async def endpoint(self, endpoint_id: str) -> WebhookEndpoint:
        async with self.core.sessions() as session, session.begin():
            return await session.get_one(WebhookEndpoint, endpoint_id)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving(Receiver()) as running:
        yield running


@pytest.fixture
def post(core: BookingCore, salon: DemoSalon, receiver: Receiver) -> Post:
    return Post(core, salon, Sender(frozenset({receiver.origin}), patience_s=1))
