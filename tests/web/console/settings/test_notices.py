"""The page of notices: how long before customers are reminded, as people say it, and when never."""

from booking_core.access.roles import Role
from booking_core.back_office.settings import BusinessSettings
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import owner_of
from tests.web.console.stage import Browser, operator_of

NAMES = ("letters.reminders_min", "letters.quiet_from", "letters.quiet_until")


async def read_kept(core: BookingCore, salon: DemoSalon) -> list[object]:
    owner = owner_of(salon.organization_id)
    values, _ = await core.read_only(salon.organization_id, owner, lambda desk: BusinessSettings(desk).read())
    return [values[name] for name in NAMES]


async def test_lengths_are_typed_as_people_say_them(core: BookingCore, salon: DemoSalon) -> None:
    manager = await operator_of(core, salon, Role.MANAGER)
    page = f"/console/{salon.organization_id}/settings/notices"
    async with Browser(core) as browser:
        await browser.enter(manager)
        shown = (await browser.see(page)).text
        assert "1 day\n2 hours" in shown
        assert 'value="21:00"' in shown
        for version, (typed, minutes) in enumerate((("3 days\n 90 min \n\n45", [4320, 90, 45]), ("", [])), 1):
            fields = dict(zip(NAMES, (typed, "20:30", "09:00"), strict=True))
            saved = await browser.send(page, expected_version=str(version), **fields)
            assert saved.status_code == 303, saved.text
            assert await read_kept(core, salon) == [minutes, "20:30", "09:00"]
        for wrong in ({NAMES[0]: "soon"}, {NAMES[0]: "5 min"}, {NAMES[1]: "late"}):
            fields = {**dict(zip(NAMES, ("2 h", "20:30", "09:00"), strict=True)), **wrong}
            refused = await browser.send(page, expected_version="3", **fields)
            assert refused.status_code == 422
    assert await read_kept(core, salon) == [[], "20:30", "09:00"]
