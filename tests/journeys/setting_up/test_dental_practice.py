"""A new owner arranges the dental practice of the examples by pages alone: two cities, two clocks, somebody
who works in both. Afterwards its file finds nothing left to change."""

from datetime import date

import pytest

from booking_core.business_file.business_file import export_file
from booking_core.business_file.plan.plan import PlannedChange
from booking_core.core import BookingCore
from tests.attack.figures import Figures
from tests.booking_core.business_file.conftest import Owner as FileOwner
from tests.booking_core.business_file.conftest import new_owner
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.owner import Owner, new_business
from tests.journeys.setting_up.example_file import example_to_come, read_example
from tests.journeys.setting_up.offered_services import Offer

FIRST_DATE = date(2026, 12, 12)
MOST_CLICKS, MOST_TYPED = 200, 180


async def test_the_dental_practice_is_arranged_by_pages_alone(
    arrivals: Arrivals, ours: str, core: BookingCore, figures: Figures, full: bool
) -> None:
    if not full:
        pytest.skip("some three hundred steps take a minute: `make attack` takes them")
    text = example_to_come("dental", FIRST_DATE)
    async with core.sessions() as session, session.begin():
        business = await new_business(session, "Bright Dental", "GB", "Europe/London")
    owner = Owner(await arrivals.page(), ours, business, arrivals.album)
    await owner.signs_in(ours)
    await arrange(owner, Offer(owner, read_example(text)))
    figures.note(clicks=owner.clicks, fields=owner.typed)
    assert (owner.clicks <= MOST_CLICKS, owner.typed <= MOST_TYPED) == (True, True)
    by_pages, by_file = FileOwner(core, business.organization_id), await new_owner(core)
    plan = (await by_pages.rehearses(text, prune=True)).plan
    assert (plan.left, [one for one in plan.changes if not is_key_alone(one)]) == ((), [])
    for one in (by_pages, by_file):
        await one.applies(text, prune=True)
    assert await by_pages.does(export_file) == await by_file.does(export_file)


async def arrange(owner: Owner, practice: Offer) -> None:
    await practice.arrange_places()
    await practice.arrange_business()
    await practice.say_opening_hours()
    await practice.add_people()
    await practice.add_things()
    await practice.add_categories()
    await practice.add_services()
    await practice.say_dates_that_differ()
    await practice.say_who_is_away()
    await practice.arrange_chat()
    await owner.page.goto(f"{owner.home}/start")
    await owner.keeps_picture("practice-done")


def is_key_alone(change: PlannedChange) -> bool:
    """What a file calls something, which nobody needs to say on a page."""
    return change.renamed is not None and not change.before and not change.after
