"""What a change touches: nobody's appointment is lost in silence, and whoever changes hours decides about
each."""

from datetime import timedelta

from booking_core.back_office.decisions import Cancel
from booking_core.back_office.touched import Touched
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.back_office.changes.touching import Deed, away, closes, each, list_of
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at


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
    assert await owner.does(lambda office: office.times_off.list_offered()) == []
    assert (await ada.looks("Beard trim", at(1, 0), at(2, 0))).slots[0].start == at(1, 9)


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
    harbour = {"name": "Harbour", "time_zone": "Europe/Lisbon"}
    other = (await owner.does(lambda office: office.locations.create(harbour, key="1"))).id
    for what, (deed, rules) in (changes_of_the_place(salon) | changes_of_who_serves(salon, other)).items():
        shown = await list_of(owner, deed)
        assert [(one.appointment_id, set(one.broken_rules)) for one in shown.touched] == [(hers.id, rules)], (
            what
        )


def changes_of_the_place(salon: DemoSalon) -> dict[str, tuple[Deed, set[str]]]:
    """Each with the rules that a massage breaks by it."""
    here, jonas, room = salon.location_id, salon.resources["Jonas"], salon.resources["Treatment room"]
    week = [{"weekday": 2, "opens": 600, "closes": 659}]
    return {
        "a week of a person": (
            lambda office: office.hours.change(jonas, week, expected_version=1),
            {f"closed {jonas}"},
        ),
        "a week of the place": (
            lambda office: office.hours.change(here, week, expected_version=1),
            {f"closed {jonas}", f"closed {room}"},
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


def changes_of_who_serves(salon: DemoSalon, other: str) -> dict[str, tuple[Deed, set[str]]]:
    """``other`` is a location elsewhere."""
    massage, jonas, room = (
        salon.services["Massage"],
        salon.resources["Jonas"],
        salon.resources["Treatment room"],
    )
    return {
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
    }


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
