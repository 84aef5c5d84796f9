"""A file that changes: what is new, what is gone, what is called otherwise, and what stays."""

import asyncio

import pytest
from sqlalchemy import func, select

from booking_core.access.roles import Role
from booking_core.business_file.plan.plan import Deed, Plan
from booking_core.business_file.plan.words import describe_plan
from booking_core.business_file.wrong import FileRefused
from booking_core.core import BookingCore
from booking_core.errors import NotAllowed, SettingsBusy
from booking_core.storage.audit import AuditEntry
from tests.booking_core.business_file.conftest import Owner, example

SMALL = """\
business:
  {name: Small, time_zone: Europe/Berlin, locale: en, currency: EUR, country: DE, email: a@small.example}
locations:
  here: {name: Here, hours: {monday to friday: "09:00-17:00"}}
people:
  ada: {name: Ada}
  ben: {name: Ben}
services:
  cut: {name: Cut, durations: [30], price: 30, served_by: [ada, ben]}
"""
COLOUR = """\
  colour: {name: Colour, durations: [60], served_by: [ada], questions: {tone: {label: Which?, kind: text}}}
"""
SMALL += COLOUR


def tell_plan(plan: Plan) -> list[str]:
    return [line for line in describe_plan(plan) if not line.startswith("=")]


async def entries_of(owner: Owner) -> int:
    async with owner.core.sessions() as session, session.begin():
        counted = select(func.count()).where(AuditEntry.organization_id == owner.organization_id)
        return await session.scalar(counted) or 0


async def test_a_rehearsal_leaves_nothing_behind(owner: Owner) -> None:
    before, entries = await owner.exports(), await entries_of(owner)
    assert (await owner.rehearses(SMALL, prune=True)).plan.changes
    assert (await owner.exports(), await entries_of(owner)) == (before, entries)


async def test_what_is_not_in_the_file_stays_unless_it_is_pruned(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    fewer = SMALL.replace("  ben: {name: Ben}\n", "").replace(", ben]", "]").replace(COLOUR, "")
    plan = await owner.applies(fewer)
    assert tell_plan(plan) == ["~ service cut", "    served_by: ada, ben → ada"]
    assert plan.left == (("people", "ben"), ("services", "colour"))
    pruned = await owner.applies(fewer, prune=True)
    assert tell_plan(pruned) == ["- person ben is archived", "- service colour is archived"]
    assert (await owner.applies(fewer, prune=True)).changes == ()
    # Who is in the file again comes back, as they were and with all that is theirs.
    back = await owner.applies(SMALL)
    assert [one.address for one in back.of(Deed.RESTORE)][:2] == [("people", "ben"), ("services", "colour")]
    assert (await owner.applies(SMALL, prune=True)).changes == ()


async def test_a_section_that_is_not_in_the_file_is_left_alone(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    plan = await owner.applies("rooms: {attic: {name: Attic, location: here}}", prune=True)
    assert tell_plan(plan) == ["+ new room attic", "    location: here"]


async def test_another_key_is_known_again_by_its_name(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    before = await owner.sees()
    renamed = SMALL.replace("ada:", "ada-l:").replace("[ada", "[ada-l")
    assert tell_plan(await owner.applies(renamed, prune=True)) == ["~ person ada-l, until now called ada"]
    after = await owner.sees()
    assert after.resources.keys() == before.resources.keys()
    assert (await owner.applies(renamed, prune=True)).changes == ()


async def test_things_may_exchange_their_names(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    before = {one.key: one.id for one in (await owner.sees()).resources.values()}
    swapped = SMALL.replace("ada: {name: Ada}", "ada: {name: Ben}").replace(
        "ben: {name: Ben}", "ben: {name: Ada}"
    )
    await owner.applies(swapped + "rooms: {cleo: {name: Cleo}}\n")
    after = await owner.sees()
    assert [(one.key, one.name) for one in after.resources.values()][:2] == [("ada", "Ben"), ("ben", "Ada")]
    assert before == {one.key: one.id for one in after.resources.values() if one.key != "cleo"}
    both = swapped.replace("ada: {name: Ben}", "ada: {name: Cleo}") + "rooms: {cleo: {name: Ben}}\n"
    await owner.applies(both)
    assert (await owner.applies(both)).changes == ()


async def test_a_place_may_have_the_name_of_one_that_goes(owner: Owner) -> None:
    there = "  there: {name: There}\n  here: {name: Here, "
    await owner.applies(
        SMALL.replace("  here: {name: Here, ", there)
        .replace("Ada}", "Ada, location: here}")
        .replace("Ben}", "Ben, location: here}"),
        prune=True,
    )
    german = SMALL.replace("name: Here,", "name: Here, translations: {de: {name: There}},")
    plan = await owner.applies(german, prune=True)
    assert "- location there is archived" in tell_plan(plan)
    assert (await owner.applies(german, prune=True)).changes == ()


async def test_the_order_of_the_file_is_that_of_the_business(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    other = SMALL.replace(
        "  ada: {name: Ada}\n  ben: {name: Ben}\n",
        "  cleo: {name: Cleo}\n  ben: {name: Ben}\n  ada: {name: Ada}\n",
    )
    plan = await owner.applies(other)
    assert tell_plan(plan) == ["+ new person cleo", "    location: here", "~ order of people: cleo, ben, ada"]
    assert [one.name for one in (await owner.sees()).resources.values()] == ["Cleo", "Ben", "Ada"]
    assert (await owner.applies(other)).changes == ()


async def test_what_the_back_office_refuses_is_told_by_its_place_and_nothing_is_done(owner: Owner) -> None:
    before = await owner.exports()
    wrong = SMALL.replace("price: 30", "price: 30, price_by_duration: {90: 80}").replace(
        "name: Ben", "name: Ada"
    )
    with pytest.raises(FileRefused) as refused:
        await owner.applies(wrong, prune=True)
    assert [(one.place, one.message) for one in refused.value.wrong] == [
        ("people.ben.name", "Another person or room has this name."),
        ("services.cut.price_by_duration", "It does not come in 90 minutes."),
    ]
    assert await owner.exports() == before


async def test_what_is_named_must_be_there(owner: Owner) -> None:
    wrong = SMALL.replace("[ada, ben]", "[ada, bne], category: cuts").replace("here:", "ada:")
    with pytest.raises(FileRefused) as refused:
        await owner.applies(wrong + "rooms: {ben: {name: Room}}")
    assert [(one.place, one.suggestion) for one in refused.value.wrong] == [
        ("rooms.ben", None),
        ("services.cut.served_by", "ben"),
        ("services.cut.category", None),
    ]


async def test_fields_and_names_that_are_wrong_are_told_together(owner: Owner) -> None:
    wrong = SMALL.replace("[ada, ben]", "[ada, bne]").replace("name: Cut,", "name: Cut, buffer: 3,")
    wrong = wrong.replace("ben: {name: Ben}", 'ben: {name: Ben, dates: {"2026-12-24 at heer": closed}}')
    with pytest.raises(FileRefused) as refused:
        await owner.applies(wrong)
    assert {(one.place, one.suggestion) for one in refused.value.wrong} == {
        ("services.cut.buffer", None),
        ("services.cut.served_by", "ben"),
        ("people.ben.dates.2026-12-24 at heer", "here"),
    }
    # Of a section that could not be read, nobody is said to be missing.
    with pytest.raises(FileRefused) as refused:
        await owner.applies(SMALL.replace("people:", "peple:"))
    assert [one.place for one in refused.value.wrong] == ["peple"]


async def test_where_there_are_several_locations_each_person_says_theirs(owner: Owner) -> None:
    with pytest.raises(FileRefused) as refused:
        await owner.applies(SMALL.replace("people:", "  there: {name: There}\npeople:"))
    assert [one.place for one in refused.value.wrong] == ["people.ada.location", "people.ben.location"]


async def test_two_at_once_are_one_after_the_other(owner: Owner) -> None:
    """Whole, one or the other: never a part of one."""
    await owner.applies(SMALL, prune=True)
    other = Owner(BookingCore(owner.core.engine, owner.core.redis, owner.core.clock), owner.organization_id)
    texts = [example("yoga"), example("workshop")]

    async def applies(who: Owner, text: str) -> bool:
        try:
            await who.applies(text, prune=True)
        except SettingsBusy:
            return False
        return True

    done = await asyncio.gather(applies(owner, texts[0]), applies(other, texts[1]))
    assert any(done)
    plans = [
        (await owner.rehearses(text, prune=True)).plan.changes
        for text, won in zip(texts, done, strict=True)
        if won
    ]
    assert () in plans


async def test_who_may_not_arrange_may_not_apply_or_export(core: BookingCore, owner: Owner) -> None:
    for role in (Role.MEMBER, None):
        somebody = Owner(core, owner.organization_id, role)
        for deed in (somebody.applies(SMALL), somebody.exports()):
            with pytest.raises(NotAllowed):
                await deed
