"""What was booked by mistake, or cannot be kept on its day: put before whoever says so, never simply done."""

import pytest

from agent.mentions.own_appointment.coming import booked_by_mistake
from booking_core.core import BookingCore
from tests.agent.customers import Chatter
from tests.conftest import new_salon

MISTAKES = {
    "en": "sorry, I tapped it by mistake",
    "de": "das war nix, hab aus versehen gebucht",
    "fr": "pardon, j'ai réservé sans le vouloir",
    "es": "perdón, no quería reservar",
    "it": "scusate, non volevo prenotare",
    "he": "סליחה, קבעתי בטעות",
    "ar": "آسفة، حجزت بالغلط",
}
NO_MISTAKES = {
    "en": "no mistake, see you then",
    "de": "ich hab mich nicht vertan, bis dann",
    "es": "quería reservar y ya está, gracias",
    "it": "volevo prenotare proprio questo",
}


@pytest.mark.parametrize("language", MISTAKES)
def test_a_mistake_is_heard(language: str) -> None:
    assert booked_by_mistake(MISTAKES[language], language)
    assert not booked_by_mistake(NO_MISTAKES.get(language, ""), language)


@pytest.fixture
async def eve(core: BookingCore) -> Chatter:
    eve = Chatter(core, await new_salon(core))
    await eve.says("haircut on wednesday at 10, Eva May, eva@example.com")
    await eve.says("yes")
    return eve


async def test_a_mistake_is_asked_about(eve: Chatter) -> None:
    await eve.says("oh no, I pressed that by accident")
    summary = (await eve.view()).state.summary
    assert summary is not None
    assert summary.deed == "cancel"


async def test_another_day_beside_one_that_cannot_be_moves(eve: Chatter) -> None:
    await eve.says("I can't come on Wednesday, make it Friday at 11")
    state = (await eve.view()).state
    assert state.moving is not None


async def test_whom_to_call_is_a_number_and_no_wish_for_a_person(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core))
    await eve.says("haircut on wednesday at 10")
    await eve.says("please call my husband on 0151 23456789")
    state = (await eve.view()).state
    assert not state.team_was_told
    assert state.draft.phone == "+4915123456789"
