"""How a scenario's salon differs from the demo: services, a branch, people away, days closed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.locations import Location
from booking_core.catalogue.opening_hours import OpeningOverride, OpeningWindow, TimeOff
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services import Service, ServiceResource
from booking_core.maintenance.demo import NAME, DemoSalon
from booking_core.storage.ids import new_id
from evaluation.scenarios.scenario import Away, Branch, Scenario, ServiceChange

# Those of a branch, in minutes from midnight.
OPENS, CLOSES = 9 * 60, 17 * 60


async def apply_changes(session: AsyncSession, salon: DemoSalon, scenario: Scenario, zone: ZoneInfo) -> None:
    organization = await session.get_one(Organization, salon.organization_id)
    organization.name, organization.locale = NAME, scenario.salon.locale
    facts = {**organization.chat["facts"], **scenario.salon.facts}
    organization.chat = {**organization.chat, "facts": facts}
    for change in scenario.salon.services:
        await _change_service(session, salon, change)
    if scenario.salon.branch is not None:
        await _open_branch(session, salon, scenario.salon.branch)
    session.add_all(_away(salon, one, zone) for one in scenario.salon.away)
    session.add_all(_closure(salon, day) for day in scenario.salon.closed)
    await session.flush()


async def _open_branch(session: AsyncSession, salon: DemoSalon, branch: Branch) -> None:
    """A place before the salon: whoever takes the first for all takes this one."""
    (await session.get_one(Location, salon.location_id)).name = NAME
    own, location, person = {"organization_id": salon.organization_id}, new_id("loc"), new_id("res")
    session.add(
        Location(
            id=location,
            name=branch.name,
            address=branch.address,
            time_zone=branch.zone,
            country=branch.country,
            position=-1,
            **own,
        )
    )
    await session.flush()
    session.add(Resource(id=person, location_id=location, kind=STAFF, name=branch.staff, position=-1, **own))
    await session.flush()
    session.add_all(
        ServiceResource(service_id=salon.services[one], resource_id=person, **own) for one in branch.services
    )
    session.add_all(
        OpeningWindow(id=new_id("win"), location_id=location, weekday=day, opens=OPENS, closes=CLOSES, **own)
        for day in range(7)
    )
    await session.flush()


async def _change_service(session: AsyncSession, salon: DemoSalon, change: ServiceChange) -> None:
    values = {
        "description": change.description,
        "aliases": None if change.aliases is None else list(change.aliases),
        "capacity": change.capacity,
        "min_notice_min": change.notice_minutes,
        "booking_window_days": change.window_days,
        "cancellation_cutoff_min": None if change.cutoff_hours is None else change.cutoff_hours * 60,
        "reschedule_cutoff_min": None if change.cutoff_hours is None else change.cutoff_hours * 60,
        "requires_approval": change.approval,
    }
    given = {name: value for name, value in values.items() if value is not None}
    found = update(Service).where(Service.id == salon.services[change.name])
    await session.execute(found.values(given))


def _away(salon: DemoSalon, away: Away, zone: ZoneInfo) -> TimeOff:
    return TimeOff(
        id=new_id("off"),
        organization_id=salon.organization_id,
        resource_id=salon.resources[away.who],
        starts_at=datetime.fromisoformat(away.from_).replace(tzinfo=zone),
        ends_at=datetime.fromisoformat(away.until).replace(tzinfo=zone),
        note=away.note,
    )


def _closure(salon: DemoSalon, day: date) -> OpeningOverride:
    return OpeningOverride(
        id=new_id("ovr"),
        organization_id=salon.organization_id,
        location_id=salon.location_id,
        resource_id=None,
        day=day,
        windows=[],
    )
