"""Whoever makes a change decides about each appointment it touches: kept, cancelled or moved."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.appointments.kept import KeptAppointment
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Decisions, Keep, Move
from booking_core.core import BookingCore
from booking_core.errors import InvalidField, InvalidFields, Refusal, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AppointmentEvent, AuditEntry
from booking_core.time.clock import FrozenClock
from tests.booking_core.back_office.changes.touching import Deed, away, closes, each, list_of, now_of
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at


async def test_what_is_kept_is_stored_and_not_listed_again(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hers = await ada.books("Beard trim", at(1, 10))
    shown = await list_of(owner, closes(salon, "2026-11-24"))
    closed = await owner.does(closes(salon, "2026-11-24"), decisions=each(shown, Keep()))
    async with core.sessions() as session, session.begin():
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
    async with core.sessions() as session, session.begin():
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


async def test_a_time_held_for_a_move_that_did_not_happen_is_free_again(
    owner: Arranger, salon: DemoSalon, ada: Visitor, ben: Visitor
) -> None:
    """Whether the change was only rehearsed, or refused for another of its decisions."""
    hers, his = await ada.books("Beard trim", at(1, 10)), await ada.books("Beard trim", at(1, 11))
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    shown = await list_of(owner, off)

    async def rehearse(office: BackOffice) -> None:
        await off(office)
        await office.rehearse()

    fine = {hers.id: Move(at(2, 10), staff="same"), his.id: Cancel("We are ill.")}
    await owner.does(rehearse, decisions=Decisions(shown.details["seen"], fine))
    await ben.books("Beard trim", at(2, 10))
    wrong = {hers.id: Move(at(2, 15), staff="same"), his.id: Move(at(1, 11), staff="same")}
    with pytest.raises(Refusal):
        await owner.does(off, decisions=Decisions(shown.details["seen"], wrong))
    await ben.books("Beard trim", at(2, 15))


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
    assert await owner.does(lambda office: office.times_off.list_offered()) == []
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
