"""What customers say at a list, a form or a summary besides what was asked: names, thanks, goodbye."""

import pytest

from tests.agent.customers import Chatter
from tests.cast import at


@pytest.mark.parametrize(
    "farewell",
    [
        "no worries, I'll leave it",
        "ok, never mind then",
        "that's a pity, bye",
        "alright, I'll try another time, thanks",
        "lovely, see you then",
    ],
)
async def test_a_customer_may_leave_without_anybody_being_called(eve: Chatter, farewell: str) -> None:
    await eve.says("haircut on tuesday")
    await eve.says("blorp")
    await eve.says(farewell)
    view = await eve.view()
    assert view.conversation.status == "bot"
    assert view.state.draft.lost == 0
    assert view.state.draft.name is None


async def test_see_you_is_no_yes_and_no_goodbye_before_it_is_booked(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says("Ada, ada@example.com")
    assert "say yes" in (await eve.says("great, see you then")).casefold()


async def test_a_yes_before_the_name_is_no_part_of_it(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11")
    assert "Shall I book it?" in await eve.says("sure, Wolf Egger, wolf@egger.example")
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.name == "Wolf Egger"


@pytest.mark.parametrize("wish", ["אני רוצה תור ביום רביעי", "أنا أريد موعدا غدا"])
async def test_i_want_is_nobodys_name(eve: Chatter, wish: str) -> None:
    await eve.says(wish)
    assert (await eve.view()).state.draft.name is None


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("sorry, Lotte Brun, lotte@brun.example", "Lotte Brun"),
        ("Will Ferris, will@ferris.example", "Will Ferris"),
        ("Grace Good, grace@good.example", "Grace Good"),
    ],
)
async def test_names_may_be_words_as_well(eve: Chatter, answer: str, name: str) -> None:
    await eve.says("haircut on tuesday at 11")
    await eve.says(answer)
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.name == name


async def test_four_digits_with_a_dot_are_a_time_and_no_telephone(eve: Chatter) -> None:
    await eve.says("haircut with Dana on thursday")
    await eve.says("16.45")
    state = (await eve.view()).state
    assert state.draft.phone is None
    assert state.held_offer is not None
    assert state.held_offer.start == at(3, 16, 45)


async def test_see_you_on_thursday_is_no_wish_once_it_is_booked(eve: Chatter) -> None:
    await eve.says("haircut on thursday at 2")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    await eve.says("thanks, see you on thursday")
    assert await eve.sees("service_list") is None


@pytest.mark.parametrize("thanks", ["great, thank you", "Perfect, thanks!", "lovely", "cool", "ok"])
async def test_praise_for_an_answer_is_no_yes_to_the_summary_before_it(eve: Chatter, thanks: str) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    assert "€45.00" in await eve.says("how much is it?")
    assert "Shall I book it?" in await eve.says(thanks)
    assert "You're booked" in await eve.says(thanks)


async def test_praise_for_the_summary_is_a_yes_whatever_others_write_meanwhile(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    for text in ("hello", "what do you offer?"):
        await Chatter(eve.core, eve.salon).says(text)
    assert "You're booked" in await eve.says("sounds great, thanks")


@pytest.mark.parametrize("yes", ["yes", "great, book it", "ok yes", "yes that's perfect, thanks"])
async def test_a_yes_is_one_after_an_answer_too(eve: Chatter, yes: str) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("how much is it?")
    assert "You're booked" in await eve.says(yes)


async def test_a_no_is_one_after_an_answer_too(eve: Chatter) -> None:
    await eve.says("haircut on tuesday at 11, I'm Ada Lee, ada@example.com")
    await eve.says("how much is it?")
    assert "nothing has been booked" in await eve.says("no thanks")
