"""Whoever changes their mind books what they came to, and nothing they have left."""

from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments, booked, rows
from tests.cast import at


async def test_a_yes_after_a_change_of_mind_books_nothing(eve: Chatter) -> None:
    await eve.says("haircut with Miriam on tuesday at 11")
    await eve.says("Jane Doe, jane@example.com")
    await eve.says("can we make it friday morning instead")
    assert "Which" in await eve.says("yes")
    assert await appointments(eve) == []


async def test_a_change_of_day_keeps_the_hour_that_was_picked(eve: Chatter) -> None:
    await eve.says("haircut with Miriam on tuesday morning")
    await eve.says("11")
    await eve.says("can we make it wednesday instead")
    await eve.says("Jane Doe, jane@example.com")
    await eve.says("yes")
    assert (await booked(eve)).starts_at == at(2, 11)


async def test_another_time_of_the_open_list_takes_the_place_of_the_first(eve: Chatter) -> None:
    await eve.says("haircut with Dana on friday morning")
    await eve.presses("2026-11-27T10:00")
    await eve.presses("2026-11-27T11:00")
    await eve.fills_in(name="Ada", email="ada@example.com", phone="")
    await eve.presses("2026-11-27T10:00")
    await eve.says("yes")
    assert (await booked(eve)).starts_at == at(4, 10)


async def test_later_and_earlier_are_told_from_the_time_in_hand(eve: Chatter) -> None:
    await eve.says("haircut with Dana on tuesday at 11")
    await eve.says("an hour later")
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(1, 12)
    await eve.says("same time the week after")
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(8, 12)


async def test_a_move_half_an_hour_later(eve: Chatter) -> None:
    await eve.says("haircut with Dana on tuesday at 11")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    assert "Shall I move it?" in await eve.says("can I move it half an hour later?")
    await eve.says("yes")
    assert (await booked(eve)).starts_at == at(1, 11, 30)


async def test_name_and_address_can_be_put_right(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says("Ann, ann@example.org")
    await eve.says("wrong email, it's ann@example.com")
    await eve.says("change the name to Ann Lee")
    told = await rows(eve)
    assert (told["Name"], told["Contact"]) == ("Ann Lee", "ann@example.com")
    await eve.says("yes")
    assert (await booked(eve)).status == "confirmed"
