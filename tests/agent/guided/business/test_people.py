"""Who somebody of the team is: their card, with what is told of them and what they do."""

import pytest
from sqlalchemy import update

from booking_core.catalogue.resources import Resource
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter


@pytest.fixture
async def eve(core: BookingCore, salon: DemoSalon) -> Chatter:
    async with core.sessions() as session, session.begin():
        dana = Resource.id == salon.resources["Dana"]
        await session.execute(update(Resource).where(dana).values(bio="Cuts with a razor."))
    return Chatter(core, salon)


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("en", "who is Dana?"),
        ("en", "Tell me more about dana"),
        ("en", "what does Dana do?"),
        ("de", "Wer ist denn Dana?"),
        ("de", "Erzählen Sie mir was über Dana"),
        ("fr", "C'est qui Dana ?"),
        ("es", "¿Quién es Dana?"),
        ("it", "Chi è Dana?"),
        ("he", "מי זאת דנה?"),
        ("ar", "من هي دانا؟"),
    ],
)
async def test_a_question_about_somebody_shows_their_card(
    core: BookingCore, salon: DemoSalon, eve: Chatter, locale: str, question: str
) -> None:
    asks = Chatter(core, salon, locale=locale)
    assert "Dana" in await asks.says(question)
    card = await asks.sees("person")
    assert card is not None
    assert card["person"]["name"] == "Dana"
    assert card["person"]["bio"] == "Cuts with a razor."
    assert {one["id"] for one in card["services"]} == set(card["person"]["services"])
    assert salon.services["Haircut"] in card["person"]["services"]


@pytest.mark.parametrize(
    "wish",
    ["a haircut with Dana", "is Dana there on Tuesday?", "can Dana cut my hair?", "Dana please"],
)
async def test_a_wish_for_somebody_is_no_question_about_them(eve: Chatter, wish: str) -> None:
    await eve.says(wish)
    assert await eve.sees("person") is None


async def test_beside_a_summary_it_is_told_and_the_summary_stays(eve: Chatter) -> None:
    await eve.says("haircut with Dana on tuesday at 11, Ada Byron, ada@example.com")
    assert "razor" in await eve.says("who is Dana?")
    assert await eve.sees("person") is None
    assert (await eve.view()).state.summary is not None
