"""An erased customer leaves no number behind, in the outbox as little as on their card."""

from sqlalchemy import select

from booking_core.appointments.by_link.texts_stopped import stop_texts
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.agent.letters.post_office import letters_in
from tests.agent.letters.texts.test_text_messages import PHONE, cara, gateway  # noqa: F401 - fixtures
from tests.cast import Visitor, at
from tests.text_gateway import TextGateway


async def test_an_erased_customer_leaves_no_number(
    cara: Visitor,  # noqa: F811
    core: BookingCore,
    salon: DemoSalon,
    gateway: TextGateway,  # noqa: F811
) -> None:
    booked = await cara.books("Haircut", at(2, 14))
    await cara.at_desk(lambda desk: stop_texts(desk, PHONE))
    await cara.cancels(booked)
    await cara.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    async with core.sessions() as session:
        assert await letters_in(core, salon) == []
        kept = await session.get_one(Customer, booked.customer_id)
        assert (kept.phone, kept.texts_stopped_at) == (None, None)
        here = Mail.organization_id == salon.organization_id
        assert (await session.scalars(select(Mail).where(here, Mail.recipient == PHONE))).all() == []
