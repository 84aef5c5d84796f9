"""Hebrew as it is typed on a telephone in Israel, to a business in Germany."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter


async def test_the_day_after_beside_a_question_without_a_mark(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, locale="he")
    await eve.says("תספורת ביום חמישי אחהצ אצל דנה")
    assert "45" in await eve.says("בעצם יום אחרי באותה שעה. וכמה זה עולה")
    [days] = (await eve.view()).state.draft.when.dates
    assert str(days.first) == "2026-11-27"
