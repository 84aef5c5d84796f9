"""Lists of a file, such as times off: where the file names one, it is as the file says."""

from booking_core.business_file.plan.plan import Plan
from booking_core.business_file.plan.words import describe_plan
from tests.booking_core.business_file.conftest import Owner
from tests.booking_core.business_file.test_apply import SMALL, tell_plan

BREAK = 'weekly_time_off: [{day: monday, hours: "12:00-13:00", from: 2026-12-07}]'
AWAY = SMALL.replace(
    "ada: {name: Ada}",
    f"ada: {{name: Ada, time_off: [{{from: 2027-02-01, until: 2027-02-05, note: ill}}], {BREAK}}}",
)


def leave(plan: Plan) -> list[str]:
    return [line for line in describe_plan(plan) if line.startswith("=")]


async def test_a_changed_entry_takes_the_place_of_the_old_one(owner: Owner) -> None:
    await owner.applies(AWAY, prune=True)
    changed = AWAY.replace("until: 2027-02-05", "until: 2027-02-09").replace("12:00-13:00", "12:30-13:30")
    plan = await owner.applies(changed)
    assert tell_plan(plan) == [
        "- time off 2027-02-01 to 2027-02-05 of person ada is archived",
        "- weekly time off monday 12:00-13:00 from 2026-12-07 of person ada is archived",
        "+ new time off 2027-02-01 to 2027-02-09 of person ada",
        "+ new weekly time off monday 12:30-13:30 from 2026-12-07 of person ada",
    ]
    assert leave(plan) == []
    assert (await owner.applies(changed, prune=True)).changes == ()


async def test_an_empty_list_takes_all_away_and_one_that_is_not_named_stays(owner: Owner) -> None:
    await owner.applies(AWAY, prune=True)
    plan = await owner.applies(SMALL)
    assert plan.changes == ()
    assert len(leave(plan)) == 2
    emptied = await owner.applies(SMALL.replace("ada: {name: Ada}", "ada: {name: Ada, time_off: []}"))
    assert tell_plan(emptied) == ["- time off 2027-02-01 to 2027-02-05 of person ada is archived"]
    assert len(leave(emptied)) == 1
    nothing = SMALL.replace("ada: {name: Ada}", "ada: {name: Ada, time_off: , weekly_time_off: }")
    assert len(tell_plan(await owner.applies(nothing))) == 1
    assert (await owner.applies(SMALL, prune=True)).changes == ()


async def test_what_is_over_stays(owner: Owner) -> None:
    """Today is 2026-11-23 in tests."""
    over = AWAY.replace("from: 2027-02-01, until: 2027-02-05", "from: 2026-11-18, until: 2026-11-20")
    await owner.applies(over, prune=True)
    plan = await owner.applies(AWAY)
    assert tell_plan(plan) == ["+ new time off 2027-02-01 to 2027-02-05 of person ada"]
    assert leave(plan) == ["= time off 2026-11-18 to 2026-11-20 of person ada is not in the file, and stays"]


async def test_who_comes_back_has_the_list_of_the_file_and_not_the_old_one(owner: Owner) -> None:
    await owner.applies(AWAY, prune=True)
    alone = AWAY.replace(AWAY[AWAY.index("  ada:") : AWAY.index("  ben:")], "").replace("ada, ", "")
    await owner.applies(alone.replace("[ada]", "[ben]"), prune=True)
    back = AWAY.replace("until: 2027-02-05", "until: 2027-02-09")
    plan = await owner.applies(back)
    assert "- time off 2027-02-01 to 2027-02-05 of person ada is archived" in tell_plan(plan)
    assert (await owner.applies(back, prune=True)).changes == ()
