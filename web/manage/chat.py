"""Going on in the chat, with this appointment at hand."""

from datetime import timedelta
from typing import Any

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.response import Redirect

from agent.intake.link_chat import LinkChat, chat_by_link
from agent.intake.reception import Visitor
from booking_core.appointments.appointment import Appointment
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.storage.ids import new_id
from web.chat.limits import must_be_let_open, origin_of
from web.manage.rendering.drawing import HEADERS
from web.manage.rendering.shown import read_shown
from web.manage.visit import LinkVisit
from web.secrets.continue_links import ByAppointment, link_to

# A browser follows at once, and once.
FOLLOWED_WITHIN = timedelta(minutes=5)


@post("/chat", media_type=MediaType.HTML, status_code=303)
async def continue_in_chat(visit: NamedDependency[LinkVisit]) -> Response[Any]:
    """Opens a conversation, or the one in which it was booked, as ``link_chat`` says. Raises ``TooMany``."""
    shown, settings = await read_shown(visit), visit.context.settings
    origin = origin_of(visit.request, settings)
    await must_be_let_open(visit.core.redis, shown.facts.catalogue.organization, origin)

    async def work(desk: Desk, appointment: Appointment) -> LinkChat:
        customer = await desk.session.get_one(Customer, appointment.customer_id)
        visitor = Visitor(
            shown.facts.locale.replace("_", "-"), customer.time_zone, None, origin.address, origin.network
        )
        return await chat_by_link(visit.context.reception, desk, appointment, customer, visitor)

    chat = await visit.change(work)
    if chat.new is not None:
        # What is at hand is shown, as if it were asked for: an empty chat would go on with nothing.
        asks = shown.words.chat_asks
        await visit.context.reception.receive(chat.new, new_id("client"), text=asks)
    now = visit.core.clock.now()
    by = ByAppointment(visit.organization_id, visit.appointment_id, visit.number, new_id("use"))
    link = link_to(visit.organization_id, chat.conversation_id, settings, now, FOLLOWED_WITHIN, by)
    return Redirect(link, status_code=303, headers=HEADERS)
