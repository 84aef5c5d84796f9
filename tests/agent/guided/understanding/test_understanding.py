"""What the built-in receptionist understands of everyday sentences, and what it does not let happen."""

from datetime import timedelta

import pytest

from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import booked, rows, times
from tests.cast import at


async def test_everything_may_be_said_in_one_sentence(eve: Chatter) -> None:
    await eve.says("haircut with Dana friday after five, I'm Ada, ada@example.com")
    assert "Shall I book it?" in await eve.says("the last one")
    await eve.says("yes")
    assert (await booked(eve)).resource_ids == [eve.salon.resources["Dana"]]
    assert eve.turns_taken == 3


async def test_a_day_and_its_hour_belong_together(eve: Chatter) -> None:
    await eve.says("massage friday at 3 or saturday at 10")
    assert [time[:16] for time in await times(eve)] == ["2026-11-27T15:00", "2026-11-28T10:00"]


async def test_anyone_but_one_is_somebody_else(eve: Chatter) -> None:
    await eve.says("haircut, anyone but Dana, on tuesday at 10")
    await eve.says("Bob Berg, bob@example.com")
    assert (await rows(eve))["With"] == "Miriam"


async def test_what_does_not_suit_is_not_offered(eve: Chatter) -> None:
    await eve.says("haircut this week, not Tuesday, not Wednesday afternoon")
    shown = await times(eve)
    assert not [time for time in shown if time.startswith("2026-11-24")]
    assert not [time for time in shown if "2026-11-25T12" <= time < "2026-11-25T18"]


async def test_no_list_of_one_stands_above_the_form(eve: Chatter) -> None:
    await eve.says("haircut with Dana on friday at 11")
    assert await eve.sees("slot_picker") is None
    assert await eve.sees("form") is not None


async def test_the_long_one_is_the_longer_length(eve: Chatter) -> None:
    await eve.says("massage on friday at 3")
    await eve.says("the long one please")
    await eve.says("Ada, ada@example.com")
    assert (await rows(eve))["Length"] == "90 minutes"
    await eve.says("yes")
    appointment = await booked(eve)
    assert appointment.ends_at - appointment.starts_at == timedelta(minutes=90)


@pytest.mark.parametrize("length", ["90 minutes", "an hour and a half", "1.5 hours"])
async def test_a_length_is_understood_in_any_words(eve: Chatter, length: str) -> None:
    await eve.says(f"a massage of {length} on friday at 3")
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.duration_min == 90


@pytest.mark.parametrize(
    ("group", "size"),
    [("for four of us", 4), ("for me and two friends", 3), ("for 2 people", 2), ("party of 5", 5)],
)
async def test_a_group_is_counted(eve: Chatter, group: str, size: int) -> None:
    await eve.says(f"yoga class {group} on wednesday at noon")
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.party_size == size


async def test_more_people_than_places_are_told_so_and_may_go_on(eve: Chatter) -> None:
    assert "one person at a time" in await eve.says("haircut for 3 people on friday at 2")
    assert "keeping" in await eve.says("yes")


async def test_a_clock_of_elsewhere_is_read_as_such(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 9am New York time")
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(1, 15)


async def test_a_weekday_belongs_to_the_week_that_was_said(eve: Chatter) -> None:
    await eve.says("a haircut sometime next week")
    await eve.says("thursday")
    assert {time[:10] for time in await times(eve)} == {"2026-12-03"}


@pytest.mark.parametrize("chatter", ["hmm let me think", "one moment", "wait a second", "not sure yet"])
async def test_hesitation_is_nobodys_name(eve: Chatter, chatter: str) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says(chatter)
    assert (await eve.view()).state.draft.name is None


@pytest.mark.parametrize(
    ("sentence", "hour"),
    [("5 instead", 17), ("can you do 11 instead?", 11), ("make it 2", 14), ("at 4 then", 16)],
)
async def test_an_hour_alone_is_one_of_the_day_in_hand(eve: Chatter, sentence: str, hour: int) -> None:
    await eve.says("haircut with Dana on friday at 10")
    await eve.says(sentence)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(4, hour)


async def test_a_child_called_tom_is_no_tomorrow(eve: Chatter) -> None:
    await eve.says("Can I book a haircut for my son Tom on Saturday morning?")
    assert {time[:10] for time in await times(eve)} == {"2026-11-28"}


async def test_what_is_free_on_a_day_is_looked_for_not_listed(eve: Chatter) -> None:
    await eve.says("massage please")
    await eve.says("what times do you have on wednesday?")
    assert {time[:10] for time in await times(eve)} == {"2026-11-25"}


async def test_a_name_may_be_a_month(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 10, I'm Bea Berg, bea@example.com")
    assert "Shall I book it?" in await eve.says("change my name to April")
    assert (await rows(eve))["Name"] == "April"
    assert "Nov 24" in (await rows(eve))["When"]
