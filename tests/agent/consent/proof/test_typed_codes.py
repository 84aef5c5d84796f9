"""One-time codes that are typed: wrong, old, of another conversation; and what a right one proves."""

from datetime import timedelta

from agent.verification.one_time_codes import MOST_TRIES
from booking_core.time.clock import FrozenClock
from tests.agent.consent.proof.proving import ADA, code_for, other_than, status_of
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


async def test_five_wrong_codes_end_a_code_and_a_new_one_is_sent(
    ada_again: Chatter, ada: Visitor, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    code = await code_for(ada_again)
    for _ in range(MOST_TRIES):
        clock.advance(timedelta(seconds=1))
        answer = await ada_again.says(other_than(code))
    assert "too often" in answer
    assert "not the code" in await ada_again.says(code)
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))
    assert await status_of(ada.core, booked) == "confirmed"


async def test_a_code_is_over_after_ten_minutes(ada_again: Chatter, ada: Visitor, clock: FrozenClock) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    code = await code_for(ada_again)
    clock.advance(timedelta(minutes=10))
    assert "no longer good" in await ada_again.says(code)
    assert await ada_again.sees("summary") is None


async def test_a_newer_code_replaces_the_one_before(
    ada_again: Chatter, ada: Visitor, clock: FrozenClock
) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    older = await code_for(ada_again)
    clock.advance(timedelta(minutes=1))
    await ada_again.says(f"please send it to {ADA} again")
    assert "not the code" in await ada_again.says(older)
    assert "cancel it?" in await ada_again.says(await code_for(ada_again))


async def test_a_code_of_another_conversation_is_worth_nothing(
    ada_again: Chatter, stranger: Chatter, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    await stranger.says(f"cancel my appointment, {ADA}")
    assert "not the code" in await stranger.says(await code_for(ada_again))


async def test_a_code_proves_once(ada_again: Chatter, ada: Visitor, clock: FrozenClock) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    code = await code_for(ada_again)
    await ada_again.says(code)
    clock.advance(timedelta(minutes=31))
    assert "Which email address" in await ada_again.says(code)
    assert await status_of(ada.core, booked) == "confirmed"


async def test_a_proof_runs_out_between_the_summary_and_the_yes(
    ada_again: Chatter, ada: Visitor, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada_again.says(f"cancel my appointment, {ADA}")
    await ada_again.says(await code_for(ada_again))
    clock.advance(timedelta(minutes=31))
    assert "not been proven" in await ada_again.says("yes")
    assert await status_of(ada.core, booked) == "confirmed"


async def test_what_is_proven_is_that_booking_and_no_other(
    ada_again: Chatter, ada: Visitor, ben: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    bens = await ben.books("Haircut", at(1, 12))
    await ada_again.says(f"cancel my appointment, {ADA}")
    await ada_again.says(await code_for(ada_again))
    await ada_again.says("yes")
    await ada_again.says(f"and cancel the booking {bens.code} too")
    await ada_again.says("yes")
    assert await status_of(ben.core, bens) == "confirmed"
