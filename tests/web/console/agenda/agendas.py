"""The page of the agenda, and a column of it."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.stage import Browser, operator_of


async def agenda(core: BookingCore, salon: DemoSalon, query: str = "") -> str:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        answer = await browser.see(f"/console/agenda{query}")
    assert answer.status_code == 200
    return answer.text


def column(text: str, name: str) -> str:
    return next(part for part in text.split('<section class="column"') if f">{name}</span>" in part[:900])
