"""What the built-in receptionist understands of everyday sentences, and what it does not let happen."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from tests.agent.customers import Chatter
from tests.cast import at


async def appointments(chatter: Chatter) -> list[Appointment]:
    of_salon = Appointment.organization_id == chatter.salon.organization_id
    async with chatter.core.sessions() as session:
        return list(await session.scalars(select(Appointment).where(of_salon)))


async def booked(chatter: Chatter) -> Appointment:
    [one] = await appointments(chatter)
    return one


async def times(chatter: Chatter) -> list[str]:
    return [label for label in await chatter.labels() if label.startswith("2026")]


async def rows(chatter: Chatter) -> dict[str, str]:
    summary = await chatter.sees("summary")
    assert summary is not None
    return {row["label"]: row["value"] for row in summary["rows"]}


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


async def test_a_weekday_belongs_to_the_week_that_was_said(eve: Chatter) -> None:
    await eve.says("a haircut sometime next week")
    await eve.says("thursday")
    assert {time[:10] for time in await times(eve)} == {"2026-12-03"}


async def test_name_and_address_can_be_put_right(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says("Ann, ann@example.org")
    await eve.says("wrong email, it's ann@example.com")
    await eve.says("change the name to Ann Lee")
    told = await rows(eve)
    assert (told["Name"], told["Contact"]) == ("Ann Lee", "ann@example.com")
    await eve.says("yes")
    assert (await booked(eve)).status == "confirmed"


@pytest.mark.parametrize("chatter", ["hmm let me think", "one moment", "wait a second", "not sure yet"])
async def test_hesitation_is_nobodys_name(eve: Chatter, chatter: str) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says(chatter)
    assert (await eve.view()).state.draft.name is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("are you open on Sunday?", "closed"),
        ("are you open on saturday", "09:00–16:00"),
        ("is Dana there on Thursday?", "10:00–19:00"),
        ("is Dana there on Monday?", "not in"),
        ("who does massages?", "Jonas"),
        ("how long is a beard trim?", "20 minutes"),
        ("is there a cancellation fee?", "2 hours"),
        ("can I get a discount?", "cannot change"),
        ("tell me a joke", "not something I can help"),
        ("you are useless", "sorry"),
        ("how are you?", "kind"),
        ("what's your phone number?", "+49"),
    ],
)
async def test_a_question_has_its_answer(eve: Chatter, question: str, told: str) -> None:
    assert told in await eve.says(question)


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ("haircut yesterday", "past"),
        ("haircut in six months", "far ahead"),
        ("haircut on sunday", "closed"),
        ("haircut with Dana on monday", "Dana is not in"),
    ],
)
async def test_where_nothing_is_free_the_reason_is_told_and_what_is_next(
    eve: Chatter, wish: str, reason: str
) -> None:
    assert reason in await eve.says(wish)
    assert await times(eve)


async def test_whoever_cannot_do_it_is_replaced_by_who_can(eve: Chatter) -> None:
    assert "Dana does not do that: Massage. Jonas can." in await eve.says("massage with Dana on friday")
    assert await times(eve)


async def test_one_service_or_another_is_asked_about(eve: Chatter) -> None:
    assert "Haircut or Beard trim" in await eve.says("I want a haircut or a beard trim")


async def test_the_first_of_the_services_on_the_screen(eve: Chatter) -> None:
    await eve.says("Book an appointment")
    assert "Haircut" in await eve.says("the first one")


async def test_where_an_hour_is_taken_the_nearest_ones_are_shown(eve: Chatter) -> None:
    await eve.says("colour and cut on friday at 3:10pm")
    shown = [label[11:16] for label in await times(eve) if label.startswith("2026-11-27")]
    assert {"14:30", "15:00", "15:30"} <= set(shown)


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


async def test_a_question_about_a_service_keeps_it_in_mind(eve: Chatter) -> None:
    await eve.says("how long does the colour take?")
    assert "€120.00" in await eve.says("and what does it cost?")
    assert "keeping" in await eve.says("ok, thursday at 10 with Dana")


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
