"""A free half hour of the day leads to a new appointment with its day, time and person; and what is being
booked says what it is, and leads to its conversation."""

import re

from booking_core.core import BookingCore
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from tests.cast import Visitor, at
from tests.web.console.rows import conversation
from tests.web.console.stage import Browser, stored

SPOT = re.compile(r'class="free [^"]*" tabindex="-1" href="([^"]+)"')


async def test_a_free_spot_fills_in_day_time_and_person(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    dana = salon.resources["Dana"]
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=dana)
    page = (await owner.see(f"/console/{salon.organization_id}/agenda?day=2026-11-24")).text
    spots = [one.replace("&amp;", "&") for one in SPOT.findall(page) if dana in one]
    assert not any("T09%3A00%3A00" in one for one in spots), "Ada comes at ten, which is nine in UTC"
    [noon] = [one for one in spots if "T11%3A00%3A00" in one]
    asked = (await owner.see(noon)).text
    assert f'<input type="hidden" name="staff" value="{dana}">' in asked
    chosen = (await owner.see(f"{noon}&service={salon.services['Haircut']}")).text
    assert re.search(r'name="start" value="2026-11-24T11:00:00\+00:00" required checked', chosen)
    assert f'<option value="{dana}" selected>' in chosen
    yesterday = (await owner.see(f"/console/{salon.organization_id}/agenda?day=2026-11-20")).text
    assert not SPOT.findall(yesterday)


async def test_what_is_being_booked_says_what_and_leads_to_the_conversation(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    chat = conversation(salon)
    await stored(core, chat)
    ask = HoldRequest(salon.services["Haircut"], at(1, 10), "k", salon.resources["Dana"])
    async with core.desk(salon.organization_id, Actor("chat", chat.id)) as desk:
        await desk.hold(ask)
    page = (await owner.see(f"/console/{salon.organization_id}/agenda?day=2026-11-24")).text
    link = f'<a href="/console/{salon.organization_id}/conversations/{chat.id}"><bdi>Haircut</bdi></a>'
    assert page.count(link) >= 2
