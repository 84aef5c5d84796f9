"""Moves of one of several appointments: the first day names it, the second is the wish, and a refused move is
over."""

import re

import pytest

from agent.conversation.conversation import Conversation
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.consent.which.bookings import HAIRCUT, LOCALES, read_told, with_all
from tests.agent.customers import Chatter
from tests.cast import at


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "move my appointment on wednesday 25 november to thursday 3 december at 10"),
        ("en", "move {code} to thursday 3 december at 10"),
        ("de", "Termin vom 25. November auf den 3. Dezember um 10 Uhr verschieben"),
        ("en", "move the haircut on wednesday to thursday 3 december at 10"),
        ("de", "bitte {code} auf Donnerstag, 3. Dezember um 10 Uhr verschieben"),
    ],
)
async def test_the_first_day_of_a_move_names_it_and_the_second_is_the_wish(
    core: BookingCore, salon: DemoSalon, own: list[Appointment], language: str, text: str
) -> None:
    eve = await with_all(Chatter(core, salon, locale=LOCALES[language]), own)
    await eve.says(text.format(code=own[HAIRCUT].code))
    summary = await read_told(eve)
    assert own[HAIRCUT].code in summary
    assert "25" in summary and re.search(r"\b3\b", summary)
    await eve.says("ja" if language == "de" else "yes")
    async with core.sessions() as session, session.begin():
        moved = await session.get_one(Appointment, own[HAIRCUT].id)
    assert moved.starts_at == at(10, 10)


@pytest.mark.parametrize("refusal", ["no", "hmm no, leave it"])
async def test_a_refused_move_is_over(
    core: BookingCore, salon: DemoSalon, own: list[Appointment], refusal: str
) -> None:
    eve = await with_all(Chatter(core, salon), own)
    await eve.says(f"move {own[HAIRCUT].code} to thursday 3 december at 10")
    assert own[HAIRCUT].code in await read_told(eve)
    await eve.says(refusal)
    await eve.says("haircut on friday 4 december at 11")
    view = await eve.view()
    assert view is not None
    async with core.sessions() as session, session.begin():
        row = await session.get_one(Conversation, eve.conversation.id if eve.conversation else "")
        assert row.state["moving"] is None


@pytest.mark.parametrize("wish", ["cancel {code}", "move {code} to thursday 3 december at 10"])
async def test_a_code_at_a_summary_takes_the_summary_back(
    core: BookingCore, salon: DemoSalon, own: list[Appointment], wish: str
) -> None:
    eve = Chatter(core, salon)
    await eve.says("haircut on friday 4 december at 11, I'm Eve Moss, eve@example.com")
    assert await read_told(eve)
    await eve.says(wish.format(code=own[HAIRCUT].code))
    assert await read_told(eve) == ""
    answer = await eve.says("yes")
    assert "booked" not in answer.casefold()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "not tuesday 1 december at 11"),
        ("de", "nicht Dienstag, 1. Dezember um 11"),
        ("en", "not the second one"),
    ],
)
async def test_a_denied_time_is_not_picked(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = Chatter(core, salon, locale=LOCALES[language])
    await eve.says(
        "haircut on tuesday 1 december" if language == "en" else "Haircut am Dienstag, 1. Dezember"
    )
    await eve.says(text)
    async with core.sessions() as session, session.begin():
        row = await session.get_one(Conversation, eve.conversation.id if eve.conversation else "")
        assert row.state["hold_id"] is None
