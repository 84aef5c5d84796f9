"""Customers of several salons who book, move and cancel, whatever happens to PostgreSQL meanwhile."""

import asyncio
import random
from datetime import datetime, timedelta

from booking_core.appointments.appointment import Appointment
from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.webhooks.subscriptions import add_endpoint
from tests.attack.outages.customers import patiently
from tests.attack.outages.notices.receivers import Receivers
from tests.attack.outages.told import Told
from tests.cast import Visitor, owner_of, set_by_owner
from tests.text_gateway import SECRET_KEY
from tests.web.console.settings.connections.test_sender import makes_it_real
from web.secrets.sealing import webhook_seal

AT_ONCE = 4
# One in so many gives a telephone number and no address.
PHONES = 5


async def tells_everybody(core: BookingCore, salon: DemoSalon, receivers: Receivers) -> None:
    """The salon is a real one, which writes to customers and to itself, sends texts and calls webhooks."""
    here, origin = salon.organization_id, receivers.hooks.origin
    await makes_it_real(core, salon, name=f"Salon {here}")
    await receivers.texts.chosen_by(core, here)
    await set_by_owner(
        core,
        here,
        letters__text_changes=True,
        letters__texts_a_day=10_000,
        letters__business_kinds=["booked", "moved", "cancelled"],
    )
    seal, url = webhook_seal(SECRET_KEY), receivers.hooks.url
    events = ("appointment.confirmed", "appointment.rescheduled", "appointment.cancelled")
    await core.transaction(
        here, owner_of(here), lambda desk: add_endpoint(desk, url, events, seal, frozenset({origin}))
    )


class Crowd:
    """``changed`` has every appointment they made, and how many versions it has."""

    def __init__(self, core: BookingCore, salons: list[DemoSalon]) -> None:
        self._core, self._salons = core, salons
        self._starts: dict[str, list[datetime]] = {}
        self.told = Told()

    @property
    def changed(self) -> dict[str, int]:
        return self.told.versions

    @property
    def changes(self) -> int:
        return sum(self.changed.values())

    async def change(self, changes: int, *, thinks: float = 0.0) -> None:
        """Until that many changes more are made."""
        until = self.changes + changes
        await asyncio.gather(*(self._go_on(until, thinks) for _ in range(AT_ONCE)))

    async def _go_on(self, until: int, thinks: float) -> None:
        while self.changes < until:
            try:
                await self._visit(thinks)
            except Refusal as refusal:
                self.told.no(refusal)

    async def _visit(self, thinks: float) -> None:
        salon = random.choice(self._salons)
        visitor = Visitor(self._core, salon, new_id("guest"))
        if random.randrange(PHONES) == 0:
            phone = f"+49151{random.randrange(10**8):08}"
            visitor.contact = ContactDetails(name="Cara", phone=phone)
        first, later = random.sample(await self._starts_of(visitor), 2)
        hold = await patiently(self.told, lambda: visitor.holds("Haircut", first))
        booked = await patiently(self.told, lambda: visitor.confirms(hold))
        self.told.heard(booked)
        await asyncio.sleep(random.random() * thinks)
        if random.random() < 0.8:
            await self._move(visitor, booked, later)
        await asyncio.sleep(random.random() * thinks)
        if random.random() < 0.8:
            self.told.heard(await patiently(self.told, lambda: visitor.cancels(booked)))

    async def _move(self, visitor: Visitor, booked: Appointment, later: datetime) -> None:
        key = new_id("key")
        try:
            hold = await patiently(
                self.told, lambda: visitor.holds("Haircut", later, key=key, reschedule_of=booked.id)
            )
            moved = await patiently(
                self.told, lambda: visitor.at_desk(lambda desk: desk.reschedule(booked.id, hold.id))
            )
            self.told.heard(moved.appointment)
        except Refusal as refusal:
            self.told.no(refusal)

    async def _starts_of(self, visitor: Visitor) -> list[datetime]:
        """Times that were free once."""
        here = visitor.salon.organization_id
        if here not in self._starts:
            now = self._core.clock.now()
            asked = Question(
                visitor.salon.services["Haircut"], now + timedelta(days=3), now + timedelta(days=30)
            )
            free = await patiently(
                self.told, lambda: visitor.at_desk(lambda desk: desk.availability(asked, limit=500))
            )
            self._starts[here] = [slot.start for slot in free.slots]
        return self._starts[here]
