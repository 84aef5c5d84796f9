"""Sessions of an account are listed, and ended one by one or all others at once."""

from booking_core.core import BookingCore
from tests.web.console.profile.conftest import Olive
from tests.web.console.stage import Browser

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


async def test_sessions_are_listed_and_ended(olive: Olive, core: BookingCore) -> None:
    async with Browser(core) as at_home:
        at_home.client.headers["User-Agent"] = FIREFOX
        await at_home.sign_in(olive.account.email)
        page = (await olive.see("/console/profile")).text
        assert "Firefox · Linux" in page
        other = page.partition('name="id" value="')[2].partition('"')[0]
        await olive.send("/console/profile/sessions", id=other)
        assert (await at_home.see("/console/conversations")).status_code == 303
        assert await olive.is_signed_in()


async def test_all_other_sessions_are_ended_at_once(olive: Olive, core: BookingCore) -> None:
    async with Browser(core) as at_home, Browser(core) as at_work:
        for one in (at_home, at_work):
            await one.sign_in(olive.account.email)
        await olive.see("/console/profile")
        await olive.send("/console/profile/sessions", id="others")
        for one in (at_home, at_work):
            assert (await one.see("/console/conversations")).status_code == 303
    assert await olive.is_signed_in()
