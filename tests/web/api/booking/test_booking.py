"""From looking to booking, moving and cancelling, over HTTP."""

from tests.web.api.conftest import Program


async def test_a_time_is_found_held_confirmed_moved_and_cancelled(program: Program) -> None:
    first, *_ = await program.slots()
    hold = await program.holds(first)
    assert hold["purpose"] == "book"
    assert hold["extensions_left"] == 3
    confirmed = await program.confirms(hold["hold_id"])
    assert confirmed.status_code == 201, confirmed.text
    appointment = confirmed.json()
    assert appointment["start"] == first["start"]
    assert appointment["version"] == 1
    assert appointment["price"] == {"amount": "45.00", "currency": "EUR"}
    later = (await program.slots(day="2026-11-25"))[0]
    moved = await program.posts(
        "/reschedule",
        {"appointment_id": appointment["id"], "start": later["start"], "staff": "any"},
        key="move-it",
    )
    assert moved.status_code == 200, moved.text
    assert moved.json()["version"] == 2
    assert moved.json()["previous"]["start"] == first["start"]
    cancelled = await program.posts("/cancel", {"appointment_id": appointment["id"]})
    assert cancelled.status_code == 200, cancelled.text
    assert cancelled.json()["status"] == "cancelled"
    again = await program.posts("/cancel", {"appointment_id": appointment["id"]})
    assert again.json()["already"] is True
