"""How a scenario's salon differs from the demo: services, a branch, people away, days closed. Its owner
arranges it at the back office, as any owner would."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.organizations import DEMO_NAME
from booking_core.catalogue.resources import STAFF
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from evaluation.scenarios.scenario import Away, Branch, Scenario, ServiceChange

# Those of a branch, in minutes from midnight.
OPENS, CLOSES = 9 * 60, 17 * 60


async def apply_changes(core: BookingCore, salon: DemoSalon, scenario: Scenario, zone: ZoneInfo) -> None:
    """Raises what the back office refuses."""

    async def arrange(office: BackOffice) -> None:
        settings, version = await office.settings.read()
        facts = {**settings["chat.facts"], **scenario.salon.facts}
        changed = {"name": DEMO_NAME, "locale": scenario.salon.locale, "chat.facts": facts}
        await office.settings.change(changed, expected_version=version)
        for change in scenario.salon.services:
            await _change_service(office, salon, change)
        if scenario.salon.branch is not None:
            await _open_branch(office, salon, scenario.salon.branch)
        for one in scenario.salon.away:
            await _send_away(office, salon, one, zone)
        for day in scenario.salon.closed:
            await _close(office, salon, day)

    owner = Actor("system", "the salon", "a scenario", role=Role.OWNER, organization_id=salon.organization_id)
    await core.arrange(salon.organization_id, owner, arrange)


async def _open_branch(office: BackOffice, salon: DemoSalon, branch: Branch) -> None:
    """A place before the salon: whoever takes the first for all takes this one."""
    salon_itself = await office.locations.find(salon.location_id)
    await office.locations.change(salon_itself.id, {"name": DEMO_NAME}, expected_version=salon_itself.version)
    place = {
        "name": branch.name,
        "address": branch.address,
        "time_zone": branch.zone,
        "country": branch.country,
    }
    location = await office.locations.create(place, key="branch")
    somebody = {"kind": STAFF, "name": branch.staff, "location_id": location.id}
    person = await office.resources.create(somebody, key="branch")
    week = [{"weekday": day, "opens": OPENS, "closes": CLOSES} for day in range(7)]
    await office.hours.change(location.id, week, expected_version=location.version)
    for name in branch.services:
        service = await office.services.find(salon.services[name])
        served_by = (await office.services.values_of(service))["resource_ids"]
        change = {"resource_ids": [*served_by, person.id]}
        await office.services.change(service.id, change, expected_version=service.version)
    for noun, first in ((office.locations, location.id), (office.resources, person.id)):
        now = [row.id for row in await noun.list_offered()]
        await noun.reorder([first, *(one for one in now if one != first)], seen=now)


async def _change_service(office: BackOffice, salon: DemoSalon, change: ServiceChange) -> None:
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
    service = await office.services.find(salon.services[change.name])
    await office.services.change(service.id, given, expected_version=service.version)


async def _send_away(office: BackOffice, salon: DemoSalon, away: Away, zone: ZoneInfo) -> None:
    given = {
        "resource_id": salon.resources[away.who],
        "starts_at": datetime.fromisoformat(away.from_).replace(tzinfo=zone),
        "ends_at": datetime.fromisoformat(away.until).replace(tzinfo=zone),
        "note": away.note,
    }
    await office.times_off.create(given, key=f"{away.who} {away.from_}")


async def _close(office: BackOffice, salon: DemoSalon, day: date) -> None:
    given = {"location_id": salon.location_id, "day": day, "windows": []}
    await office.dates.create(given, key=day.isoformat())
