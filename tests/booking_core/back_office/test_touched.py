"""What a change touches: nobody's appointment is lost in silence, and whoever changes hours decides about
each."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.kept import KeptAppointment
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Decision, Decisions, Keep, Move
from booking_core.back_office.touched import AppointmentsTouched, Touched
from booking_core.core import BookingCore
from booking_core.errors import InvalidField, InvalidFields, Refusal, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AppointmentEvent, AuditEntry
from booking_core.time.clock import FrozenClock
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at

Deed = Callable[[BackOffice], Awaitable[Any]]


def away(salon: DemoSalon, who: str, start: Any, end: Any, key: str = "off") -> Deed:
    off = {"resource_id": salon.resources[who], "starts_at": start, "ends_at": end}
    return lambda office: office.times_off.create(off, key=key)


def closes(salon: DemoSalon, day: str, key: str = "closed") -> Deed:
    date = {"location_id": salon.location_id, "day": day}
    return lambda office: office.dates.create(date, key=key)


async def list_of(who: Arranger, deed: Deed, **more: Any) -> AppointmentsTouched:
    with pytest.raises(AppointmentsTouched) as refused:
        await who.does(deed, **more)
    return refused.value


def each(shown: AppointmentsTouched, decision: Decision) -> Decisions:
    return Decisions(shown.details["seen"], {one.appointment_id: decision for one in shown.touched})


async def now_of(core: BookingCore, appointment: Appointment) -> Appointment:
    async with core.sessions() as session:
        return await session.get_one(Appointment, appointment.id)


async def test_a_time_off_shows_whom_it_touches_and_changes_nothing(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    await ada.books("Beard trim", at(1, 15))
    shown = await list_of(owner, away(salon, "Miriam", at(1, 9), at(1, 12)))
    miriam = salon.resources["Miriam"]
    assert shown.touched == (
        Touched(hers.id, hers.code, 1, hers.service_id, at(1, 10), (f"time_off {miriam}",)),
    )
    assert shown.details["appointments"][0]["starts_at"] == "2026-11-24T09:00:00Z"
    assert await owner.does(lambda office: office.times_off.offered()) == []
    assert (await ada.looks("Beard trim", at(1, 0), at(2, 0))).slots[0].start == at(1, 9)


async def test_what_is_kept_is_stored_and_not_listed_again(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    shown = await list_of(owner, closes(salon, "2026-11-24"))
    closed = await owner.does(closes(salon, "2026-11-24"), decisions=each(shown, Keep()))
    async with core.sessions() as session:
        kept = await session.get_one(KeptAppointment, hers.id)
        audited = await session.scalars(select(AuditEntry.action).where(AuditEntry.subject == hers.id))
        assert "appointment.keep" in list(audited)
    assert (kept.kept_by, kept.kept_at) == (f"console:{owner.actor.id}", core.clock.now())
    # Opened and closed again: still what was decided.
    await owner.does(lambda office: office.dates.archive(closed.id, expected_version=1))
    await owner.does(lambda office: office.dates.restore(closed.id, expected_version=2))
    assert (await now_of(core, hers)).status == "confirmed"


async def test_another_reason_lists_it_again(owner: Arranger, salon: DemoSalon, ada: Visitor) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    shown = await list_of(owner, closes(salon, "2026-11-24"))
    await owner.does(closes(salon, "2026-11-24"), decisions=each(shown, Keep()))
    miriam = salon.resources["Miriam"]
    leaves: Deed = lambda office: office.resources.archive(miriam, expected_version=1)  # noqa: E731
    again = await list_of(owner, leaves)
    assert [(one.appointment_id, one.broken_rules) for one in again.touched] == [
        (hers.id, (f"no_qualified_staff {miriam}",))
    ]


async def test_a_kept_appointment_that_moved_is_kept_no_more(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    shown = await list_of(owner, away(salon, "Miriam", at(1, 9), at(1, 12)))
    off = await owner.does(away(salon, "Miriam", at(1, 9), at(1, 12)), decisions=each(shown, Keep()))
    await owner.does(lambda office: office.times_off.archive(off.id, expected_version=1))
    await ada.moves(hers, at(1, 11))
    again = await list_of(owner, away(salon, "Miriam", at(1, 9), at(1, 12), "again"))
    assert [one.appointment_id for one in again.touched] == [hers.id]


async def test_cancelled_with_the_change_and_told_by_an_event(
    core: BookingCore, clock: FrozenClock, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    """Nothing binds the business: the terms were for the customer."""
    hers = await ada.books("Beard trim", at(0, 10))
    clock.advance(timedelta(hours=1))
    shown = await list_of(owner, closes(salon, "2026-11-23"))
    await owner.does(closes(salon, "2026-11-23"), decisions=each(shown, Cancel("We are ill.")))
    after = await now_of(core, hers)
    assert (after.status, after.cancel_reason) == ("cancelled", "We are ill.")
    async with core.sessions() as session:
        kinds = await session.scalars(
            select(AppointmentEvent.kind).where(AppointmentEvent.appointment_id == hers.id)
        )
        assert set(kinds) == {"appointment.confirmed", "appointment.cancelled"}


async def test_moved_with_the_change_to_who_can(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor, ben: Visitor
) -> None:
    """At the same time, by somebody else; and to another day by the same person."""
    hers = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Miriam"])
    his = await ben.books("Beard trim", at(1, 11))
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    shown = await list_of(owner, off)
    decided = {hers.id: Move(at(1, 10)), his.id: Move(at(2, 10), staff="same")}
    await owner.does(off, decisions=Decisions(shown.details["seen"], decided))
    assert (await now_of(core, hers)).resource_ids == [salon.resources["Dana"]]
    moved = await now_of(core, his)
    assert (moved.starts_at, moved.resource_ids, moved.version) == (
        at(2, 10),
        [salon.resources["Miriam"]],
        2,
    )


@pytest.mark.parametrize("start", [at(1, 10), at(1, 11)])
async def test_a_move_that_does_not_help_undoes_everything(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor, start: Any
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    shown = await list_of(owner, off)
    with pytest.raises(Refusal) as refused:
        await owner.does(off, decisions=each(shown, Move(start, staff="same")))
    assert hers.id in str(refused.value.details)
    assert await owner.does(lambda office: office.times_off.offered()) == []
    assert (await now_of(core, hers)).version == 1


async def test_a_time_that_somebody_has_is_nobodys_to_move_to(
    owner: Arranger, salon: DemoSalon, ada: Visitor, ben: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    await ben.books("Beard trim", at(1, 15))
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    shown = await list_of(owner, off)
    with pytest.raises(SlotTaken) as refused:
        await owner.does(off, decisions=each(shown, Move(at(1, 15))))
    assert refused.value.details["appointment_id"] == hers.id


async def test_a_list_that_changed_is_shown_again(
    owner: Arranger, salon: DemoSalon, ada: Visitor, ben: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    shown = await list_of(owner, off)
    his = await ben.books("Beard trim", at(1, 11))
    again = await list_of(owner, off, decisions=each(shown, Keep()))
    assert [one.appointment_id for one in again.touched] == [hers.id, his.id]
    assert again.details["seen"] != shown.details["seen"]
    await owner.does(off, decisions=each(again, Keep()))


async def test_each_needs_its_decision_and_no_other_has_one(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    untouched = await ada.books("Beard trim", at(1, 15))
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    shown = await list_of(owner, off)
    with pytest.raises(InvalidFields) as refused:
        await owner.does(off, decisions=Decisions(shown.details["seen"], {untouched.id: Cancel()}))
    assert [one.field for one in refused.value.fields] == [f"touched.{hers.id}", f"touched.{untouched.id}"]
    with pytest.raises(InvalidField) as missing:
        await owner.does(off, decisions=Decisions(shown.details["seen"], {}))
    assert missing.value.code == "missing_fields"


async def test_repeating_the_decided_change_is_a_success(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    decisions = each(await list_of(owner, off), Cancel())
    for _ in range(2):
        await owner.does(off, decisions=decisions)
    assert (await now_of(core, hers)).version == 2


async def test_terms_and_grids_touch_nobody(owner: Arranger, salon: DemoSalon, ada: Visitor) -> None:
    await ada.books("Beard trim", at(1, 10, 15))
    beard = salon.services["Beard trim"]
    stricter = {
        "slot_step_min": 60,
        "min_notice_min": 100_000,
        "booking_window_days": 0,
        "durations": [240],
        "buffer_before_min": 600,
        "price": "99.00",
        "capacity": 4,
    }
    await owner.does(lambda office: office.services.change(beard, stricter, expected_version=1))
    await owner.does(lambda office: office.services.archive(beard, expected_version=2))


async def test_everything_that_takes_a_time_away_touches(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hers = await ada.books("Massage", at(2, 10), duration_min=60)
    massage, jonas, room = (
        salon.services["Massage"],
        salon.resources["Jonas"],
        salon.resources["Treatment room"],
    )
    harbour = {"name": "Harbour", "time_zone": "Europe/Lisbon"}
    other = (await owner.does(lambda office: office.locations.create(harbour, key="1"))).id
    here = salon.location_id
    week = [{"weekday": 2, "opens": 600, "closes": 659}]
    touching: dict[str, tuple[Deed, set[str]]] = {
        "a week of a person": (
            lambda office: office.hours.change(jonas, week, expected_version=1),
            {f"closed {jonas}"},
        ),
        "a week of the place": (
            lambda office: office.hours.change(here, week, expected_version=1),
            {f"closed {jonas}", f"closed {room}"},
        ),
        "the room leaves": (
            lambda office: office.resources.archive(room, expected_version=1),
            {f"no_qualified_staff {room}"},
        ),
        "a person goes elsewhere": (
            lambda office: office.resources.change(jonas, {"location_id": other}, expected_version=1),
            {f"no_qualified_staff {jonas}"},
        ),
        "a person serves it no more": (
            lambda office: office.services.change(massage, {"resource_ids": [room]}, expected_version=1),
            {f"no_qualified_staff {jonas}"},
        ),
        "it is offered elsewhere only": (
            lambda office: office.services.change(massage, {"location_ids": [other]}, expected_version=1),
            {f"no_qualified_staff {jonas}", f"no_qualified_staff {room}"},
        ),
        "the place closes for good": (
            lambda office: office.locations.archive(here, expected_version=1),
            {f"no_qualified_staff {jonas}", f"no_qualified_staff {room}"},
        ),
        "its clock is another": (
            lambda office: office.locations.change(here, {"time_zone": "Asia/Tokyo"}, expected_version=1),
            {f"closed {jonas}"},
        ),
    }
    for what, (deed, rules) in touching.items():
        shown = await list_of(owner, deed)
        assert [(one.appointment_id, set(one.broken_rules)) for one in shown.touched] == [(hers.id, rules)], (
            what
        )


async def test_a_request_and_everybody_of_a_class_are_touched(
    owner: Arranger, salon: DemoSalon, ada: Visitor, ben: Visitor
) -> None:
    request = await ada.books("Bridal styling", at(2, 11))
    assert request.status == "pending_approval"
    classes = [await one.books("Yoga class", at(2, 10)) for one in (ada, ben)]
    await ada.cancels(await ada.books("Beard trim", at(2, 10)))
    shown = await list_of(owner, closes(salon, "2026-11-25"))
    assert {one.appointment_id for one in shown.touched} == {request.id, *(one.id for one in classes)}
    await owner.does(closes(salon, "2026-11-25"), decisions=each(shown, Cancel()))


async def test_what_has_begun_is_nobodys_to_decide(
    clock: FrozenClock, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Beard trim", at(1, 10))
    clock.advance(timedelta(days=1, hours=2, minutes=10))
    await owner.does(closes(salon, "2026-11-24"))
