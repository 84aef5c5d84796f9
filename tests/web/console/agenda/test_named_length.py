"""The length that was booked is told by its name wherever the appointment is."""

from icalendar import Calendar

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.ics import calendar_file
from tests.cast import Visitor, at
from tests.web.console.settings.forms import arranging
from tests.web.console.stage import Browser

TOLD = "Massage, long hair"


async def test_it_is_told_in_the_agenda_its_week_and_on_the_appointment(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    appointment = await _books_long_hair(core, salon)
    for page in ("agenda?day=2026-11-25", "agenda/week?day=2026-11-25", f"appointments/{appointment.id}"):
        seen = await owner.see(f"/console/{salon.organization_id}/{page}")
        assert seen.status_code == 200, page
        assert TOLD in seen.text, page


async def test_it_is_told_in_the_calendar_file(core: BookingCore, salon: DemoSalon) -> None:
    appointment = await _books_long_hair(core, salon)
    catalogue = await core.catalogue_of(salon.organization_id)
    event = Calendar.from_ical(calendar_file(catalogue, appointment, core.clock.now())).events[0]
    assert str(event["summary"]).startswith(TOLD)


async def test_one_without_a_name_is_told_as_before(core: BookingCore, salon: DemoSalon) -> None:
    await _books_long_hair(core, salon)
    usual = await Visitor(core, salon, "Ben").books("Massage", at(2, 14))
    catalogue = await core.catalogue_of(salon.organization_id)
    assert catalogue.booked_name(usual) == "Massage"


async def _books_long_hair(core: BookingCore, salon: DemoSalon) -> Appointment:
    rows = await arranging(core, salon, lambda office: office.services.list_offered())
    massage = next(one for one in rows if one.id == salon.services["Massage"])
    longest = massage.durations[-1]
    named = {"duration_names": {str(longest): "long hair"}}
    await arranging(
        core,
        salon,
        lambda office: office.services.change(massage.id, named, expected_version=massage.version),
    )
    return await Visitor(core, salon, "Ada").books("Massage", at(2, 10), duration_min=longest)
