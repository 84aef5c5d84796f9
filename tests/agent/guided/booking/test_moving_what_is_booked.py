"""Another time or person for what has just been booked, said in whatever words."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments, booked
from tests.cast import at

WISHES = {
    "en": ("haircut on december 1 at 11, Ada Lee, ada@example.com", "yes"),
    "de": ("Haarschnitt am 1. Dezember um 11, Ada Lee, ada@example.com", "ja"),
    "fr": ("coupe de cheveux le 1er décembre à 11h, Ada Lee, ada@example.com", "oui"),
    "it": ("taglio di capelli il 1 dicembre alle 11, Ada Lee, ada@example.com", "sì"),
}


async def has_booked(core: BookingCore, salon: DemoSalon, language: str) -> Chatter:
    """A customer with an appointment on Tuesday, 1 December, at eleven, with whoever is free."""
    eve = Chatter(core, salon, locale=language)
    for text in WISHES[language]:
        await eve.says(text)
    assert (await booked(eve)).starts_at == at(8, 11)
    return eve


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "could we make that thursday?"),
        ("en", "can you shift my appointment to thursday"),
        ("de", "können wir den Termin auf Donnerstag legen?"),
        ("de", "Donnerstag wäre besser"),
        ("fr", "on peut mettre jeudi ?"),
        ("it", "sarebbe possibile giovedì?"),
    ],
)
async def test_another_day_moves_it_within_its_week(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = await has_booked(core, salon, language)
    await eve.says(text)
    state = (await eve.view()).state
    assert state.moving is not None
    assert [str(days.first) for days in state.draft.when.dates] == ["2026-12-03"]


async def test_somebody_else_is_who_it_is_moved_to(eve: Chatter) -> None:
    for text in WISHES["en"]:
        await eve.says(text)
    assert "move your appointment" in await eve.says("can I come with Miriam instead?")
    assert (await eve.view()).state.draft.staff_id == eve.salon.resources["Miriam"]


async def test_who_asked_for_nobody_gets_whoever_is_free(eve: Chatter) -> None:
    for text in WISHES["en"]:
        await eve.says(text)
    await eve.says("move it to thursday")
    draft = (await eve.view()).state.draft
    assert (draft.staff_id, draft.any_staff) == (None, True)


async def test_who_asked_for_somebody_keeps_them(eve: Chatter) -> None:
    await eve.says("haircut with Dana on december 1 at 11, Ada Lee, ada@example.com")
    await eve.says("yes")
    await eve.says("move it to thursday")
    assert (await eve.view()).state.draft.staff_id == eve.salon.resources["Dana"]


@pytest.mark.parametrize("text", ["can we reschedule?", "could you postpone it"])
async def test_a_change_without_a_time_is_asked_about_and_no_yes_to_the_summary(
    eve: Chatter, text: str
) -> None:
    await eve.says(WISHES["en"][0])
    assert "When would you like" in await eve.says(text)
    await eve.says("yes")
    assert await appointments(eve) == []


async def test_a_number_of_a_day_on_the_list_is_no_place_in_it(eve: Chatter) -> None:
    await eve.says("haircut next week")
    await eve.says("the 3rd please")
    assert [str(days.first) for days in (await eve.view()).state.draft.when.dates] == ["2026-12-03"]


async def test_the_week_of_what_is_booked_is_not_that_of_the_next_wish(eve: Chatter) -> None:
    for text in WISHES["en"]:
        await eve.says(text)
    await eve.says("and a massage on friday please")
    state = (await eve.view()).state
    assert state.moving is None
    assert [str(days.first) for days in state.draft.when.dates] == ["2026-11-27"]
