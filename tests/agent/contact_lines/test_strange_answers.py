"""Strange answers to who somebody is cost no time that is kept, and what is put right is kept."""

import pytest

from tests.agent.contact_lines.states import state_of
from tests.agent.customers import Chatter


async def test_who_says_that_they_said_it_keeps_the_time(eve: Chatter) -> None:
    before = await state_of(eve)
    await eve.says("Didn't I say already? Patrice Dumbuya.")
    after = await state_of(eve)
    assert (after.draft.name, after.hold_id) == ("Patrice Dumbuya", before.hold_id)


@pytest.mark.parametrize("address", ["ada@example", "ada@@example.com", "jörg@example.com"])
async def test_an_address_that_is_none_is_told_of_and_the_name_kept(eve: Chatter, address: str) -> None:
    assert "does not look right" in await eve.says(f"Ada Byron, {address}")
    draft = (await state_of(eve)).draft
    assert (draft.name, draft.email) == ("Ada Byron", None)


@pytest.mark.parametrize(
    "text",
    [
        "call me Monday",
        "ring me tomorrow morning",
        "call me on Friday at 5",
        "ich bin schwanger",
        "I'm Jewish",
        "i only want to leave my mail",
        "the king of England",
    ],
)
async def test_a_strange_answer_costs_no_time_and_is_no_name(eve: Chatter, text: str) -> None:
    before = await state_of(eve)
    await eve.says(text)
    after = await state_of(eve)
    assert (after.draft.name, after.contact) == (None, None)
    assert (after.hold_id, after.draft.when) == (before.hold_id, before.draft.when)
    assert "Shall I book it?" in await eve.says("Ada Byron, ada@example.com")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("it's for my daughter Summer", "Summer"),
        ("for my son Tim, I'm Paula", "Paula"),
        ("I'm Paula, and it's for my son Tim", "Paula"),
        ("in my husband's name, Rashid Qureshi", "Rashid Qureshi"),
        ("my friends call me Bex but it's Rebecca Stone on my passport", "Rebecca Stone"),
        ("sorry, I was miles away: Magnus Thorne", "Magnus Thorne"),
        ("Frau Dr. Weber", "Weber"),
    ],
)
async def test_whatever_is_told_beside_a_name_costs_no_time(eve: Chatter, text: str, name: str) -> None:
    before = await state_of(eve)
    await eve.says(text)
    after = await state_of(eve)
    assert (after.draft.name, after.hold_id, after.draft.when) == (name, before.hold_id, before.draft.when)


@pytest.mark.parametrize(
    ("text", "email", "phone"),
    [
        ("Ada Byron, 030 5550142, sorry, 030 5550143", None, "+49305550143"),
        ("Ada Byron, ada at example dot co, no wait, dot com", "ada@example.com", None),
        ("Ada Byron, oh three oh, five five five, oh one four two", None, "+49305550142"),
    ],
)
async def test_what_is_put_right_is_kept(
    eve: Chatter, text: str, email: str | None, phone: str | None
) -> None:
    assert "Shall I book it?" in await eve.says(text)
    contact = (await state_of(eve)).contact
    assert contact is not None
    assert (contact.name, contact.email, contact.phone) == ("Ada Byron", email, phone)


async def test_whose_booking_it_is_and_who_comes_is_told(eve: Chatter) -> None:
    answer = await eve.says("for my son Tim, I'm Paula")
    assert "in the name of Paula" in answer
    assert "when Tim arrives" in answer
