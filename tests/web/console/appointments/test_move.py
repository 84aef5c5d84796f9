"""The business moves an appointment: another day, another person, another length, once."""

import pytest
from sqlalchemy import select, update

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.errors import Invalid
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.cast import Visitor, at
from tests.web.console.appointments.test_appointment import member_of, page_of
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser


async def newest(core: BookingCore, appointment: Appointment) -> Appointment:
    async with core.sessions() as session:
        return await session.get_one(Appointment, appointment.id)


async def letters(core: BookingCore, appointment: Appointment) -> list[Mail]:
    own = select(Mail).where(Mail.appointment_id == appointment.id, Mail.reader.is_(None))
    async with core.sessions() as session:
        return list(await session.scalars(own.order_by(Mail.appointment_version)))


async def haircut(core: BookingCore, salon: DemoSalon) -> Appointment:
    return await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])


async def two_lengths(core: BookingCore, salon: DemoSalon, *durations: int) -> None:
    own = update(Service).where(Service.id == salon.services["Haircut"])
    prices = {str(durations[-1]): "99.00"}
    async with core.sessions() as session, session.begin():
        await session.execute(own.values(durations=list(durations), price_by_duration=prices))


async def test_a_day_a_time_and_one_button_move_it_once_with_a_letter(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    booked = await haircut(core, salon)
    page = page_of(salon, booked)
    assert f"{page}/move" in (await owner.see(page)).text
    form = fields_of((await owner.see(f"{page}/move")).text)
    assert (form["day"], form["staff"]) == ("2026-11-24", salon.resources["Dana"])
    looked = await owner.send(f"{page}/move", **{**form, "day": "2026-11-25", "look": ""})
    start = at(2, 15).isoformat()
    assert f'value="{start}"' in looked.text
    form = fields_of(looked.text) | {"start": start, "reason": "Dana is at a course."}
    for _ in range(2):
        answer = await owner.send(f"{page}/move", **form)
        assert answer.headers.get("location") == f"{page}?done=moved", answer.text
    assert "It is moved, and its old time is free again." in (await owner.see(f"{page}?done=moved")).text
    now = await newest(core, booked)
    assert (now.starts_at, now.version, now.code) == (at(2, 15), 2, booked.code)
    told = (await letters(core, booked))[-1]
    assert told.kind == "appointment_moved"
    assert told.change is not None
    assert (told.change["by"], told.change["message"]) == ("business", "Dana is at a course.")


async def test_a_day_that_was_changed_after_the_times_were_shown_moves_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    booked = await haircut(core, salon)
    page = page_of(salon, booked)
    form = fields_of((await owner.see(f"{page}/move")).text)
    answer = await owner.send(f"{page}/move", **{**form, "start": at(1, 15).isoformat(), "day": "2026-11-26"})
    assert answer.status_code == 422
    assert "You chose another day: please choose one of its times." in answer.text
    assert f'value="{at(3, 15).isoformat()}"' in answer.text
    assert (await newest(core, booked)).version == 1


async def test_it_may_go_to_somebody_else_at_the_same_time(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    booked = await haircut(core, salon)
    page, start = f"{page_of(salon, booked)}/move", at(1, 10).isoformat()
    form = fields_of((await owner.see(page)).text)
    assert f'value="{start}"' not in (await owner.see(page)).text
    same = await owner.send(page, **{**form, "start": start})
    assert (same.status_code, "Please choose another time." in same.text) == (422, True)
    other = form | {"staff": salon.resources["Miriam"]}
    assert f'value="{start}"' in (await owner.send(page, **{**other, "look": ""})).text
    answer = await owner.send(page, **{**other, "start": start})
    assert answer.status_code == 303, answer.text
    assert salon.resources["Miriam"] in (await newest(core, booked)).resource_ids


async def test_another_length_of_the_service_has_its_own_price(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    await two_lengths(core, salon, 45, 90)
    booked = await haircut(core, salon)
    page = f"{page_of(salon, booked)}/move"
    form = fields_of((await owner.see(page)).text)
    assert form["length"] == "45"
    longer = form | {"length": "90", "start": at(1, 10).isoformat()}
    assert (await owner.send(page, **longer)).status_code == 303
    now = await newest(core, booked)
    assert (now.starts_at, now.duration_min, str(now.price)) == (at(1, 10), 90, "99.00")
    moved = fields_of((await owner.see(page)).text) | {"start": at(1, 14).isoformat()}
    assert (await owner.send(page, **moved)).status_code == 303
    assert (await newest(core, booked)).duration_min == 90


async def test_a_customer_keeps_the_length(core: BookingCore, salon: DemoSalon) -> None:
    await two_lengths(core, salon, 45, 90)
    booked = await haircut(core, salon)
    with pytest.raises(Invalid, match="keeps the length"):
        await Visitor(core, salon, "Ada").at_desk(
            lambda desk: desk.reschedule(booked.id, start=at(1, 14), duration_min=90)
        )


async def test_what_was_taken_or_changed_meanwhile_is_told_and_nothing_moves(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    booked = await haircut(core, salon)
    page = f"{page_of(salon, booked)}/move"
    form = fields_of((await owner.see(page)).text) | {"start": at(1, 14).isoformat()}
    await Visitor(core, salon, "Ben").books("Haircut", at(1, 14), staff_id=salon.resources["Dana"])
    taken = await owner.send(page, **form)
    assert (taken.status_code, "Nothing was saved yet." in taken.text) == (422, True)
    stale = await owner.send(page, **{**form, "start": at(1, 16).isoformat(), "expected_version": "7"})
    assert (stale.status_code, "has changed meanwhile" in stale.text) == (422, True)
    nothing = await owner.send(page, **{**form, "start": ""})
    assert (nothing.status_code, "Please choose a time." in nothing.text) == (422, True)
    assert (await newest(core, booked)).version == 1


async def test_a_cut_off_binds_customers_only(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    async with core.sessions() as session, session.begin():
        own = update(Service).where(Service.id == salon.services["Haircut"])
        await session.execute(own.values(reschedule_cutoff_min=7 * 24 * 60))
    booked = await haircut(core, salon)
    page = f"{page_of(salon, booked)}/move"
    form = fields_of((await owner.see(page)).text) | {"day": "2026-11-25", "start": at(2, 14).isoformat()}
    assert (await owner.send(page, **form)).status_code == 303


async def test_a_colleague_a_stranger_and_what_is_over_have_no_such_page(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    booked = await haircut(core, salon)
    page = page_of(salon, booked)
    email = await member_of(core, salon, Role.MEMBER, "Jonas")
    async with Browser(core) as jonas:
        await jonas.sign_in(email)
        assert (await jonas.see(f"{page}/move")).status_code == 404
        form = {"start": at(1, 14).isoformat(), "expected_version": "1"}
        assert (await jonas.send(f"{page}/move", **form)).status_code == 404
    assert (await owner.see(f"{page_of(other_salon, booked)}/move")).status_code == 404
    await owner.see(page)
    assert (await owner.send(f"{page}/cancel", expected_version="1")).status_code == 303
    over = await owner.see(f"{page}/move")
    assert (over.status_code, "is over and cannot be moved" in over.text) == (409, True)
    assert f"{page}/move" not in (await owner.see(page)).text


async def test_a_member_moves_within_their_own_agenda(core: BookingCore, salon: DemoSalon) -> None:
    booked = await haircut(core, salon)
    email = await member_of(core, salon, Role.MEMBER, "Dana")
    page = f"{page_of(salon, booked)}/move"
    async with Browser(core) as dana:
        await dana.sign_in(email)
        form = fields_of((await dana.see(page)).text)
        away = form | {"staff": salon.resources["Miriam"], "start": at(1, 14).isoformat()}
        assert (await dana.send(page, **away)).status_code == 303
    assert salon.resources["Dana"] in (await newest(core, booked)).resource_ids
