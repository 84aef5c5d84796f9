"""The audit log: who did what, when, and what it was before and after."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select, update

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor, AuditEntry
from tests.web.console.stage import Browser, operator_of
from web.console.audit import page as audit


async def change(core: BookingCore, salon: DemoSalon, who: str, *names: str) -> None:
    """The haircut is renamed, once for each of these names."""
    organization = salon.organization_id
    actor = Actor("console", who, "session", role=Role.OWNER, organization_id=organization)

    async def rename(office: BackOffice) -> None:
        for name in names:
            row = await office.services.find(salon.services["Haircut"])
            await office.services.change(row.id, {"name": name}, expected_version=row.version)

    await core.arrange(organization, actor, rename)


async def show(core: BookingCore, salon: DemoSalon, role: Role, query: str = "") -> httpx.Response:
    account = await operator_of(core, salon, role)
    async with Browser(core) as browser:
        await browser.enter(account)
        return await browser.see(f"/console/{salon.organization_id}/audit{query}")


async def test_who_changed_what_from_what_to_what(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    await change(core, salon, olive.id, "Cut <b>& go</b>")
    page = await show(core, salon, Role.MANAGER)
    assert page.status_code == 200
    assert "Service changed" in page.text
    assert "Cut &lt;b&gt;&amp; go&lt;/b&gt;" in page.text
    assert "<b>" not in page.text
    assert "before: </span>Haircut</del>" in page.text
    assert f'href="/console/{salon.organization_id}/audit?who={olive.id}">Olive</a>' in page.text


async def test_members_have_none(core: BookingCore, salon: DemoSalon) -> None:
    page = await show(core, salon, Role.MEMBER)
    assert page.status_code == 403
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as browser:
        await browser.enter(member)
        assert "/audit" not in (await browser.see("/console/agenda")).text


async def test_another_business_is_not_told_of(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await change(core, other_salon, "somebody", "Theirs alone")
    thing = other_salon.services["Haircut"]
    for query in ("", f"?thing={thing}", "?who=somebody"):
        assert "Theirs alone" not in (await show(core, salon, Role.OWNER, query)).text


async def test_it_is_narrowed_to_a_person_and_to_a_thing(core: BookingCore, salon: DemoSalon) -> None:
    one, two = await operator_of(core, salon), await operator_of(core, salon)
    await change(core, salon, one.id, "By the first")
    await change(core, salon, two.id, "By the second")
    page = (await show(core, salon, Role.OWNER, f"?who={two.id}")).text
    assert ("By the second</ins>" in page, "By the first</ins>" in page) == (True, False)
    page = (await show(core, salon, Role.OWNER, f"?thing={salon.services['Haircut']}")).text
    assert page.count("Service changed</strong>") == 2
    assert "Nothing here" in (await show(core, salon, Role.OWNER, "?thing=srv_nobody")).text


async def test_older_entries_are_on_the_next_page(
    core: BookingCore, salon: DemoSalon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "SHOWN", 2)
    await change(core, salon, "owner", *(f"Name {number}" for number in range(5)))
    seen: list[Any] = []
    query = f"?thing={salon.services['Haircut']}"
    while query:
        page = (await show(core, salon, Role.OWNER, query)).text
        seen += [f"Name {n}" for n in reversed(range(5)) if f"after: </span>Name {n}</ins>" in page]
        links = [one.split('"')[0].replace("&amp;", "&") for one in page.split("/audit?")[1:]]
        query = next((f"?{one}" for one in links if "before=" in one), "")
    assert seen == [f"Name {n}" for n in reversed(range(5))]


async def test_what_is_noted_late_stands_where_its_time_says(core: BookingCore, salon: DemoSalon) -> None:
    await change(core, salon, "owner", "Done last", "Noted last")
    async with core.sessions() as session, session.begin():
        own = AuditEntry.organization_id == salon.organization_id
        newest = select(func.max(AuditEntry.id)).where(own).scalar_subquery()
        a_day_before = AuditEntry.at - timedelta(days=1)
        await session.execute(update(AuditEntry).where(AuditEntry.id == newest).values(at=a_day_before))
    page = (await show(core, salon, Role.OWNER, f"?thing={salon.services['Haircut']}")).text
    assert page.index("after: </span>Done last") < page.index("after: </span>Noted last")


@pytest.mark.parametrize(
    "odd", ["?before=x", f"?before={10**40}", "?who=%00&thing=%F0%9F%92%A5", "?before=-1"]
)
async def test_an_odd_address_is_no_failure(core: BookingCore, salon: DemoSalon, odd: str) -> None:
    assert (await show(core, salon, Role.OWNER, odd)).status_code == 200
