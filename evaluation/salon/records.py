"""What the database says: the appointments of a salon as people would describe them, and whether they are
what was wanted."""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec import Struct, structs
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import Appointment
from booking_core.customers.customer import Customer
from evaluation.salon.stage import SalonStage
from evaluation.scenarios.customer_wishes import Wish


class Record(Struct, frozen=True):
    """One appointment; ``start`` is ``2026-11-24 15:00`` on the salon's clock with its offset from UTC,
    ``with_`` the people who serve."""

    id: str
    service: str
    with_: tuple[str, ...]
    start: datetime
    minutes: int
    people: int
    status: str
    name: str
    email: str | None
    phone: str | None

    def text(self) -> str:
        who = f" with {', '.join(self.with_)}" if self.with_ else ""
        people = f" for {self.people}" if self.people > 1 else ""
        contact = self.email or self.phone
        return (
            f"{self.service}{who}{people}, {self.start:%a %Y-%m-%d %H:%M %z}, {self.name} ({contact}), "
            f"{self.status}"
        )


class ExpectedRecord(Struct, frozen=True):
    """An appointment of the oracle's, and what of it the customer left open: any of the ``wishes`` will do.
    Without wishes it is one that was there before and must not have changed."""

    record: Record
    wishes: tuple[Wish, ...] = ()
    was_there: bool = True

    def fits(self, found: Record) -> bool:
        """Whether an appointment is this one but for what does not matter."""
        if not self.wishes:
            return found == self.record
        return any(self._as_wished(found, wish) for wish in self.wishes)

    def _as_wished(self, found: Record, wish: Wish) -> bool:
        free = structs.replace(found, start=self.record.start)
        if not self.was_there:
            free = structs.replace(free, id=self.record.id)
        if not wish.staff:
            free = structs.replace(free, with_=self.record.with_)
        return free == self.record and suits(wish, found.start)


async def records(session: AsyncSession, stage: SalonStage, *, but: Collection[str] = ()) -> list[Record]:
    """The appointments of a salon by id, whatever became of them."""
    services = {id_: name for name, id_ in stage.salon.services.items()}
    people = {id_: name for name, id_ in stage.salon.resources.items()}
    rows = await session.execute(
        select(Appointment, Customer)
        .join(Customer, Customer.id == Appointment.customer_id)
        .where(Appointment.organization_id == stage.organization_id)
        .order_by(Appointment.created_at, Appointment.id)
    )
    return [
        Record(
            one.id,
            services[one.service_id],
            tuple(sorted(people[id_] for id_ in one.resource_ids)),
            one.starts_at.astimezone(stage.zone),
            round((one.ends_at - one.starts_at).total_seconds() / 60),
            one.party_size,
            one.status,
            customer.name,
            customer.email,
            customer.phone,
        )
        for one, customer in rows
        if one.id not in but
    ]


def suits(wish: Wish, start: datetime) -> bool:
    """Whether a start, given on the salon's clock, is one the customer would take."""
    clock, day = f"{start:%H:%M}", start.date()
    on_day = (not wish.on or day in wish.on) and day not in wish.not_on
    return on_day and (clock == wish.at if wish.at else wish.from_ <= clock <= wish.to)


def differences(wanted: Sequence[ExpectedRecord], found: Sequence[Record]) -> list[str]:
    """What is missing and what should not be there, in words; nothing where the two are alike."""
    left, missing = list(found), []
    for one in sorted(wanted, key=lambda each: bool(each.wishes)):
        match = next((record for record in left if one.fits(record)), None)
        if match is None:
            missing.append(one)
        else:
            left.remove(match)
    return [f"missing: {one.record.text()}" for one in missing] + [f"unwanted: {one.text()}" for one in left]
