"""The calendar file of an appointment, for whoever has its signed address: it says when and where, names
nobody, and opens nothing."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.calendar_links import PATH, appointment_in
from booking_core.catalogue.settings.customer_languages import spoken_tag
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.errors import NotFound
from booking_core.notices.ics import calendar_file


@get("/{file_name:str}", media_type="text/calendar")
async def calendar(file_name: FromPath[str], core: NamedDependency[BookingCore]) -> Response[bytes]:
    """Raises ``NotFound`` alike for a guess, an id alone, and the address of a link that was replaced."""
    content = await core.read(lambda: _file(core, file_name))
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"', "Cache-Control": "no-store"}
    return Response(content, media_type="text/calendar", headers=headers)


async def _file(core: BookingCore, file_name: str) -> bytes:
    named = select(Appointment).where(Appointment.id == appointment_in(file_name))
    async with core.sessions() as session, session.begin():
        appointment = await session.scalar(named)
        if appointment is None or not core.calendar_links.is_good(file_name, appointment):
            raise NotFound("There is no such appointment.")
        customer = await session.get_one(Customer, appointment.customer_id)
        catalogue = await core.catalogue(session, appointment.organization_id)
        spoken = spoken_tag(catalogue.organization, customer.locale or "")
        return calendar_file(catalogue.in_language(spoken), appointment, core.clock.now())


ROUTER = Router(PATH, route_handlers=[calendar])
