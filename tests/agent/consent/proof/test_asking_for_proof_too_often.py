"""Limits of asking for a proof: of one conversation, of one address, of one address for one contact."""

from datetime import timedelta

from agent.verification.request_limits import PER_ADDRESS, PER_ADDRESS_AND_TARGET, PER_CONVERSATION
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.consent.proof.proving import ADA, code_for
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


async def test_one_conversation_asks_only_so_often(stranger: Chatter, clock: FrozenClock) -> None:
    for number in range(PER_CONVERSATION):
        await stranger.says(f"cancel my appointment, person{number}@example.com")
    assert "several times" in await stranger.says("cancel my appointment, another@example.com")
    clock.advance(timedelta(hours=1, seconds=1))
    assert "six-digit code" in await stranger.says("cancel my appointment, another@example.com")


async def test_a_contact_is_guessed_only_so_often_from_one_address(
    core: BookingCore, salon: DemoSalon, ada: Visitor, ada_again: Chatter
) -> None:
    """And guessing elsewhere takes nothing from whoever knows."""
    ada.contact = ContactDetails("Ada", None, "+49305550199")
    booked = await ada.books("Haircut", at(1, 10))
    for number in range(PER_ADDRESS_AND_TARGET):
        guessing = Chatter(core, salon, address="guessing")
        await guessing.says(f"cancel my appointment, 030 555010{number}, the booking code is {booked.code}")
    knowing = Chatter(core, salon, address="guessing")
    assert "cancel it?" not in await knowing.says(
        f"cancel my appointment, 030 5550199, the booking code is {booked.code}"
    )
    assert "cancel it?" in await ada_again.says(
        f"cancel my appointment, 030 5550199, the booking code is {booked.code}"
    )


async def test_one_address_asks_only_so_often_and_others_go_on(core: BookingCore, salon: DemoSalon) -> None:
    for number in range(PER_ADDRESS):
        await Chatter(core, salon, address="one").says(f"cancel my appointment, person{number}@example.com")
    refused = await Chatter(core, salon, address="one").says("cancel my appointment, another@example.com")
    assert "several times" in refused
    elsewhere = Chatter(core, salon, address="two")
    assert "six-digit code" in await elsewhere.says("cancel my appointment, another@example.com")
    nowhere = Chatter(core, salon)
    assert "six-digit code" in await nowhere.says("cancel my appointment, another@example.com")


async def test_whoever_asked_too_often_may_still_enter_the_code_they_have(
    ada_again: Chatter, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    for number in range(PER_CONVERSATION - 1):
        await ada_again.says(f"cancel my appointment, person{number}@example.com")
    await ada_again.says(f"it was {ADA}")
    assert "several times" in await ada_again.says(f"please send it to {ADA} again")
    assert "cancel it?" in await ada_again.fills_in(code=await code_for(ada_again))
