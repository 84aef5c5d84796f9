"""What is applied is what the plan said: whoever changes the business between the two is not overwritten."""

import asyncio

import pytest

from booking_core.back_office.back_office import BackOffice
from booking_core.business_file.business_file import apply_file
from booking_core.core import BookingCore
from booking_core.errors import Conflict
from tests.booking_core.business_file.conftest import Owner
from web.commands.business.yaml_reader import read_yaml

FILE = """
locations:
  shop: {name: Shop, hours: {monday: 09:00-18:00}}
people:
  ada: {name: Ada, time_off: [{from: 2027-01-04, until: 2027-01-05, note: NOTE}]}
services:
  cut: {name: Cut, durations: [30], served_by: [ada]}
"""
OURS, THEIRS = FILE.replace("NOTE", "ours"), FILE.replace("NOTE", "theirs")


async def test_what_nobody_sees_in_the_plan_counts_too(owner: Owner) -> None:
    """Notes of times off are told in no plan: what changes one reads like what changes another."""
    await owner.applies(FILE, prune=True)
    plan = (await owner.rehearses(OURS)).plan
    await owner.applies(THEIRS)
    data = read_yaml(OURS.encode()).data
    with pytest.raises(Conflict) as refused:
        await owner.does(lambda office: apply_file(office, data, planned=plan))
    assert "since the plan was made" in refused.value.detail
    assert "theirs" in await owner.exports()


async def test_no_change_comes_between_the_plan_and_its_saving(core: BookingCore, owner: Owner) -> None:
    """Whoever read the service before waits, and is told that it is another one now."""
    await owner.applies(FILE, prune=True)
    service = next(iter((await owner.sees()).services.values()))
    version = await owner.does(lambda office: _version(office, service.id))
    data = read_yaml(FILE.replace("name: Cut", "name: Haircut").encode()).data
    has_saved, may_commit = asyncio.Event(), asyncio.Event()

    async def apply(office: BackOffice) -> None:
        await apply_file(office, data)
        has_saved.set()
        await may_commit.wait()

    async def rename(office: BackOffice) -> None:
        await office.services.change(service.id, {"name": "Trim"}, expected_version=version)

    applying = asyncio.create_task(owner.does(apply))
    await has_saved.wait()
    renaming = asyncio.create_task(owner.does(rename))
    await asyncio.wait([renaming], timeout=0.2)
    assert not renaming.done()
    may_commit.set()
    await applying
    with pytest.raises(Conflict) as refused:
        await renaming
    assert refused.value.code == "version_conflict"
    assert next(iter((await owner.sees()).services.values())).name == "Haircut"


async def _version(office: BackOffice, service_id: str) -> int:
    return (await office.services.find(service_id)).version
