"""What the page of an appointment says of letters: whether the customer gets one, and what became of each."""

from sqlalchemy import update

from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.cast import Visitor, at
from tests.web.console.appointments.test_appointment import page_of
from tests.web.console.parsed import Parsed
from tests.web.console.stage import HERE, Browser, operator_of
from web.settings import Settings

WITH_SERVER = Settings(public_url=HERE, smtp_url="smtp://127.0.0.1:9")
GETS_ONE, GETS_NONE = "The customer gets an email: ada@example.com", "We do not tell the customer"


async def test_who_has_an_address_is_told_by_letters_whose_end_is_seen(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    booked, olive = await ada.books("Haircut", at(1, 10)), await operator_of(core, salon)
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Mail).where(Mail.appointment_id == booked.id).values(failure="550", tries=1)
        )
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.enter(olive)
        page = Parsed((await browser.see(page_of(salon, booked))).text).text
        assert GETS_ONE in page
        assert "Goes into the email" in page
        assert "Appointment confirmed Refused (550)" in page
        await browser.send(f"{page_of(salon, booked)}/cancel", expected_version="1", reason="Dana is ill.")
        page = Parsed((await browser.see(f"{page_of(salon, booked)}?done=cancel")).text).text
    assert GETS_ONE in page
    assert "Appointment cancelled On its way" in page


async def test_who_has_no_address_and_whoever_has_no_server_is_told_by_nobody(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    by_mail, olive = await ada.books("Haircut", at(1, 10)), await operator_of(core, salon)
    ada.contact = ContactDetails("Ada", None, "+49305550199")
    by_phone = await ada.books("Haircut", at(1, 12))
    for settings, booked in ((WITH_SERVER, by_phone), (Settings(public_url=HERE), by_mail)):
        async with Browser(core, settings=settings) as browser:
            await browser.enter(olive)
            page = Parsed((await browser.see(page_of(salon, booked))).text).text
        assert GETS_NONE in page
        assert GETS_ONE not in page
