"""How many booked appointments a plan leaves to services that are offered no longer."""

from sqlalchemy import func, select

from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.back_office.back_office import BackOffice
from booking_core.business_file.document import Address
from booking_core.business_file.plan.plan import Deed, Plan
from booking_core.business_file.sections.sections import SERVICES
from booking_core.business_file.standing import Standing


async def count_booked(office: BackOffice, plan: Plan, standing: Standing) -> dict[Address, int]:
    """Those still to come of each service that is archived, where there are any."""
    archived = [one.address for one in plan.of(Deed.ARCHIVE) if one.address[:-1] == SERVICES]
    services = {standing.ids[address]: address for address in archived}
    if not services:
        return {}
    rows = await office.session.execute(
        select(Appointment.service_id, func.count())
        .where(
            Appointment.organization_id == office.organization_id,
            Appointment.service_id.in_(services),
            Appointment.status.in_((CONFIRMED, PENDING)),
            Appointment.starts_at > office.clock.now(),
        )
        .group_by(Appointment.service_id)
    )
    return {services[service_id]: count for service_id, count in rows.all()}
