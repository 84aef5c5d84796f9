"""The transcript of a conversation, as an operator sees it."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.stage import Browser, operator_of


async def read_shown(core: BookingCore, salon: DemoSalon, conversation_id: str) -> str:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        answer = await browser.see(f"/console/conversations/{conversation_id}")
    assert answer.status_code == 200
    return answer.text
