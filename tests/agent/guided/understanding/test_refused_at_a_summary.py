"""A service that is asked about and answered with a no changes nothing in an open summary."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "a massage? no thanks"),
        ("en-GB", "blow-dry too? no"),
        ("de-DE", "Massage auch? nein danke"),
        ("fr-FR", "un massage ? non merci"),
        ("es-ES", "¿un masaje? no, gracias"),
        ("it-IT", "la piega? no grazie"),
        ("he-IL", "עיסוי? לא תודה"),
        ("ar-EG", "مساج؟ لا شكرا"),
    ],
)
async def test_the_summary_stays_as_it_is(
    core: BookingCore, salon: DemoSalon, locale: str, text: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says("haircut with Miriam on tuesday at 11")
    await eve.says("Ada Byron, ada@example.com")
    before = (await eve.view()).state
    told = await eve.says(text)
    after = (await eve.view()).state
    assert told
    assert after.summary is not None
    assert before.summary is not None
    assert after.summary.digest == before.summary.digest
    assert after.draft.service_id == salon.services["Haircut"]
    assert await appointments(eve) == []
