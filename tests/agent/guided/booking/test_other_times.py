"""Another time than the one at hand: later, earlier, another day, not that one, or none at all."""

import pytest

from tests.agent.customers import Chatter
from tests.cast import Visitor, at


async def read_shown(eve: Chatter) -> list[str]:
    return [label[:16] for label in await eve.labels() if label.startswith("2026")]


@pytest.mark.parametrize(
    "words", ["a bit later please", "tuesday, a bit later", "anything later?", "a little later then"]
)
async def test_a_bit_later_is_later_than_what_was_wanted(eve: Chatter, ada: Visitor, words: str) -> None:
    await ada.books("Haircut", at(1, 15), staff_id=ada.salon.resources["Dana"])
    await eve.says("haircut with Dana on tuesday at 3pm")
    await eve.says(words)
    first, *_ = await read_shown(eve)
    assert first == "2026-11-24T15:45"
    *_, last = await read_shown(eve)
    await eve.says(words)
    assert not (await read_shown(eve)) or (await read_shown(eve))[0] > last


async def test_the_same_wish_once_more_is_answered_once_more(eve: Chatter, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 15), staff_id=ada.salon.resources["Dana"])
    await eve.says("haircut with Dana on tuesday at 3pm")
    assert "Nothing is free" in await eve.says("with Dana at 3 please")


async def test_a_bit_earlier_is_earlier_than_what_was_wanted(eve: Chatter, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 15), staff_id=ada.salon.resources["Dana"])
    await eve.says("haircut with Dana on tuesday at 3pm")
    await eve.says("a bit earlier")
    assert all("2026-11-24T10:00" <= one < "2026-11-24T15:00" for one in await read_shown(eve))
    assert await read_shown(eve)


@pytest.mark.parametrize(
    "words",
    [
        "I can't make it after all, could I come friday afternoon instead?",
        "can't make it, could we do friday afternoon",
        "I have to cancel, can I come on friday afternoon instead",
    ],
)
async def test_who_cannot_come_but_wants_another_time_moves(eve: Chatter, words: str) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("yes")
    assert "times are free" in await eve.says(words)
    assert (await eve.view()).state.moving


async def test_no_but_on_friday_to_a_cancellation_moves(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("yes")
    assert "Shall I cancel it?" in await eve.says("I can't make it on tuesday")
    assert "times are free" in await eve.says("no, friday in the afternoon please")
    assert (await eve.view()).state.moving


@pytest.mark.parametrize("words", ["I can't make it on Monday", "sorry, can't make the Monday ones"])
async def test_who_cannot_make_a_time_on_offer_cancels_nothing(eve: Chatter, words: str) -> None:
    await eve.says("haircut next week please")
    answer = await eve.says(words)
    assert "times are free" in answer, answer
    assert all(time[:10] != "2026-11-30" for time in await read_shown(eve))


@pytest.mark.parametrize(
    "words",
    ["I can't make it on Monday, could I come on Tuesday instead?", "can't make it then, can I do Tuesday"],
)
async def test_whoever_is_still_choosing_chooses_another_day(eve: Chatter, words: str) -> None:
    await eve.says("haircut next week please")
    assert "times are free" in await eve.says(words)
    assert {time[:10] for time in await read_shown(eve)} == {"2026-12-01"}


@pytest.mark.parametrize(
    ("wish", "latest", "earliest"),
    [
        ("haircut on wednesday, not too late", "18:00", "09:00"),
        ("haircut, not tuesday and not before eleven", "23:59", "11:00"),
        ("haircut, not on the weekend, mornings or after 6pm", "18:00", "12:00"),
    ],
)
async def test_a_not_reaches_what_it_is_said_of(eve: Chatter, wish: str, latest: str, earliest: str) -> None:
    await eve.says(wish)
    times = [label for label in await eve.labels() if label.startswith("2026")]
    assert times
    assert all(earliest <= label[11:16] <= latest for label in times)
