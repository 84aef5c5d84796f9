"""Numbers that are texted nothing: whoever books with one would make the business pay for it."""

import pytest

from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import NO_MOBILE
from tests.agent.letters.texts.test_text_messages import deliver, gateway  # noqa: F401
from tests.cast import Visitor, at
from tests.text_gateway import TextGateway


@pytest.mark.parametrize(
    "number",
    ["+4990012345678", "+19005551234", "+881612345678", "+979123456789", "+449098790000", "+4930901820"],
)
async def test_what_costs_a_multiple_or_is_no_mobile_is_texted_nothing(
    core: BookingCore,
    salon: DemoSalon,
    gateway: TextGateway,  # noqa: F811
    number: str,
) -> None:
    eve = Visitor(core, salon, "Eve")
    eve.contact = ContactDetails(name="Eve", phone=number)
    await eve.books("Haircut", at(2, 14))
    assert [one.failure for one in await deliver(core, salon, gateway)] == [NO_MOBILE]
    assert gateway.sent == []
