"""Which customer a booking is of: by contact and by name, however it is typed."""

import unicodedata

from sqlalchemy import func, select, update

from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.booking.agreeing.confirming import confirms
from tests.cast import Visitor, at


async def test_a_phone_is_enough(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    assert await confirms(ada, hold, contact=ContactDetails(name="Ada", phone="030 5550188"))


async def test_the_same_contact_is_the_same_customer_and_a_mere_claim_is_not(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    contacts = [
        ContactDetails(name="Ada Lovelace", email="ada@example.com", phone="030 5550188"),
        ContactDetails(name="  ada  LOVELACE", email=" ADA@example.com ", phone="+49 30 5550188"),
        ContactDetails(name="Mallory", email="ada@example.com", phone="030 5550188"),
        ContactDetails(name="Ada Lovelace", email="ada@example.com"),
    ]
    booked = [
        await confirms(ada, await ada.holds("Haircut", at(day, 12)), contact=contact)
        for day, contact in enumerate(contacts)
    ]
    first, same, claimed, less = (one.customer_id for one in booked)
    assert first == same
    assert len({first, claimed, less}) == 3
    async with core.sessions() as session, session.begin():
        customers = Customer.organization_id == salon.organization_id
        assert await session.scalar(select(func.count()).where(customers)) == 3


async def test_a_name_typed_in_another_form_of_unicode_is_the_same_customer(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    composed, decomposed = "José García", unicodedata.normalize("NFD", "José García")
    first = await confirms(
        ada, await ada.holds("Haircut", at(1, 12)), contact=ContactDetails(composed, "jose@example.com")
    )
    async with core.sessions() as session, session.begin():
        # As earlier versions kept it.
        await session.execute(
            update(Customer).where(Customer.id == first.customer_id).values(name=decomposed)
        )
    for day, name in enumerate((composed, decomposed, f"\u200f{decomposed}"), start=2):
        hold = await ada.holds("Haircut", at(day, 12))
        booked = await confirms(ada, hold, contact=ContactDetails(name, "jose@example.com"))
        assert booked.customer_id == first.customer_id
    async with core.sessions() as session, session.begin():
        customers = Customer.organization_id == salon.organization_id
        assert await session.scalar(select(func.count()).where(customers)) == 1
