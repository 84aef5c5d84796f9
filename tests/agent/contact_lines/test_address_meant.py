"""An address that misses a well-known domain by a slip is asked about; it is neither changed in silence nor
written to."""

import pytest

from agent.models.scripted import Call
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.rules.customers_of_rules import OFFERED, quiet


@pytest.fixture
async def eve(core: BookingCore, salon: DemoSalon) -> Chatter:
    """She has a time kept for her, and has given an address with a slip in it."""
    chatter = Chatter(core, salon)
    await chatter.says("a haircut on Tuesday at 3 pm")
    assert "Did you mean ada@gmail.com?" in await chatter.says("Ada Byron, ada@gmial.com")
    return chatter


async def contact_of(chatter: Chatter) -> tuple[str | None, str | None]:
    contact = (await chatter.view()).state.contact
    return (contact.name, contact.email) if contact else (None, None)


async def test_nothing_is_kept_before_it_is_answered(eve: Chatter) -> None:
    state = (await eve.view()).state
    assert (state.contact, state.draft.email, state.draft.name) == (None, None, "Ada Byron")
    assert state.hold_id, "the time is still kept"


@pytest.mark.parametrize("answer", ["yes", "ada@gmail.com", "yes, ada@gmail.com"])
async def test_the_address_that_was_meant_is_kept(eve: Chatter, answer: str) -> None:
    assert "Shall I book it?" in await eve.says(answer)
    assert await contact_of(eve) == ("Ada Byron", "ada@gmail.com")


@pytest.mark.parametrize("answer", ["no", "ada@gmial.com"])
async def test_who_says_it_again_means_it(eve: Chatter, answer: str) -> None:
    assert "Shall I book it?" in await eve.says(answer)
    assert await contact_of(eve) == ("Ada Byron", "ada@gmial.com")


async def test_it_may_be_answered_by_a_button(eve: Chatter) -> None:
    assert "Shall I book it?" in await eve.presses("ada@gmail.com")
    assert await contact_of(eve) == ("Ada Byron", "ada@gmail.com")


async def test_another_address_is_taken_instead(eve: Chatter) -> None:
    assert "Shall I book it?" in await eve.says("ada@example.com")
    assert await contact_of(eve) == ("Ada Byron", "ada@example.com")


async def test_an_address_of_a_form_is_asked_about_as_well(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut on Tuesday at 3 pm")
    assert "Did you mean ada@hotmail.com?" in await eve.fills_in(name="Ada Byron", email="ada@hotmail.con")
    assert "Shall I book it?" in await eve.says("yes")
    assert await contact_of(eve) == ("Ada Byron", "ada@hotmail.com")


async def test_a_model_has_to_ask_about_it(core: BookingCore, salon: DemoSalon) -> None:
    told = {"name": "Ada Byron", "email": "ada@gmial.com"}
    model = quiet(*OFFERED, (Call("ask_contact_details", told),))
    eve = Chatter(core, salon, model)
    await eve.says("a haircut on tuesday, Ada Byron, ada@gmial.com")
    assert (await eve.view()).state.contact is None
