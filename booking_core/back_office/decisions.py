"""What becomes of the appointments that a change touches: each is kept, moved or cancelled, or its customer
asked to choose another time, in the transaction of the change. Customers are told by the event of whatever
happens to theirs."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.displace import displace_appointment
from booking_core.appointments.cancel import cancel_appointment
from booking_core.appointments.kept import KeptAppointment
from booking_core.appointments.locks import lock_resources
from booking_core.back_office.touched import (
    AppointmentsTouched,
    Touched,
    digest_seen,
    find_touched,
    overlooked_rules,
)
from booking_core.booking.move import ANY, move_to_start
from booking_core.catalogue.catalogue import Catalogue
from booking_core.context import OperationContext
from booking_core.errors import InvalidField, Refusal
from booking_core.input.fields import refuse


class Keep(Struct, frozen=True):
    """It takes place as it was promised, whatever the hours say."""


class Cancel(Struct, frozen=True):
    reason: str | None = None


class Ask(Struct, frozen=True):
    """Its customer is asked to choose another time; until then it stands where it is."""

    reason: str | None = None


class Move(Struct, frozen=True):
    """To another start (aware), with ``any`` person who can, the ``same``, or one by id; at its location,
    where no other is named."""

    start: datetime
    staff: str = ANY
    location_id: str | None = None
    reason: str | None = None


Decision = Keep | Ask | Cancel | Move


class Decisions(Struct, frozen=True):
    """``seen`` is what ``AppointmentsTouched`` said of the list, ``of`` the decision for each appointment on
    it, and ``others`` that for all that are not named."""

    seen: str
    of: Mapping[str, Decision]
    others: Keep | Ask | Cancel | None = None

    def about(self, appointment_id: str) -> Decision | None:
        return self.of.get(appointment_id, self.others)


async def settle_touched(
    context: OperationContext, before: Catalogue, decisions: Decisions | None
) -> list[Touched]:
    """Carry out what was decided about the appointments that the change from ``before`` touches, and say
    which these were.

    Raises ``AppointmentsTouched`` where the list is another than was seen, ``InvalidField`` for a decision
    that is missing or does not help, and what a move refuses.
    """
    touched = await find_touched(context, before, context.catalogue)
    if not touched:
        return []
    if decisions is None or decisions.seen != digest_seen(touched):
        raise AppointmentsTouched(touched, context.catalogue)
    _must_be_complete(touched, decisions)
    appointments = await _lock(context, touched)
    overlooked = await overlooked_rules(context)
    for one in touched:
        still = overlooked.get(one.appointment_id, set())
        try:
            await _carry_out(context, appointments[one.appointment_id], one, decisions, still)
        except Refusal as refusal:
            refusal.details.setdefault("appointment_id", one.appointment_id)
            raise
    refuse(
        [
            InvalidField(f"touched.{one.appointment_id}", "It could not take place there either.")
            for one in await find_touched(context, before, context.catalogue)
        ]
    )
    return touched


def _must_be_complete(touched: Sequence[Touched], decisions: Decisions) -> None:
    listed = {one.appointment_id for one in touched}
    refuse(
        [
            InvalidField(f"touched.{one}", "Please decide: keep, move or cancel.", code="missing_fields")
            for one in sorted(listed)
            if decisions.about(one) is None
        ]
        + [
            InvalidField(f"touched.{one}", "The change does not touch this appointment.")
            for one in sorted(decisions.of.keys() - listed)
        ]
    )


async def _lock(context: OperationContext, touched: Sequence[Touched]) -> dict[str, Appointment]:
    """The rows, and whatever they may move to. Whoever has locked one may be waiting for us: who cannot have
    them at once begins anew."""
    ids = sorted(one.appointment_id for one in touched)
    rows = await context.session.scalars(
        select(Appointment)
        .where(Appointment.organization_id == context.organization_id, Appointment.id.in_(ids))
        .order_by(Appointment.id)
        .with_for_update(nowait=True),
        execution_options={"populate_existing": True},
    )
    found = {row.id: row for row in rows}
    context.locked |= found
    booked = {one for row in found.values() for one in row.resource_ids}
    await lock_resources(context.session, booked | context.catalogue.resources.keys())
    return found


async def _carry_out(
    context: OperationContext,
    appointment: Appointment,
    touched: Touched,
    decisions: Decisions,
    still: set[str],
) -> None:
    """``still`` are the rules that are overlooked for it already."""
    decision = decisions.about(appointment.id)
    match decision:
        case Keep():
            await keep_appointment(context, appointment, touched.broken_rules, still)
        case Ask(reason=reason):
            await displace_appointment(context, appointment, None, reason)
            await keep_appointment(context, appointment, touched.broken_rules, still)
        case Cancel(reason=reason):
            await cancel_appointment(context, appointment, None, reason)
        case Move():
            await move_to_start(
                context,
                appointment,
                decision.start,
                decision.staff,
                location_id=decision.location_id,
                reason=decision.reason,
            )


async def keep_appointment(
    context: OperationContext, appointment: Appointment, rules: Sequence[str], still: set[str]
) -> None:
    """It takes place whatever these ``rules`` say, and those that are overlooked for it ``still``, as long as
    it stays where it is."""
    values = {
        "organization_id": context.organization_id,
        "version": appointment.version,
        "broken_rules": sorted(still.union(rules)),
        "kept_by": context.owner,
        "kept_at": context.clock.now(),
    }
    await context.session.execute(
        insert(KeptAppointment)
        .values(appointment_id=appointment.id, **values)
        .on_conflict_do_update(index_elements=["appointment_id"], set_=values)
    )
    context.audit("appointment.keep", appointment.id, rules=list(rules))
    await context.session.flush()
