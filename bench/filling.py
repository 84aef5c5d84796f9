"""Appointments and people of a salon, made by PostgreSQL itself."""

from datetime import datetime, timedelta

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.services import ServiceResource
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id

SERVICE = "Haircut"
FILL = """
WITH coming AS (
    SELECT person, number, CAST(:today AS timestamptz) + make_interval(days => (number / :per_day)::int)
        + make_interval(mins => (number % :per_day)::int * 60) AS starts
    FROM unnest(CAST(:people AS text [])) AS person CROSS JOIN generate_series(0, :coming - 1) AS number
), history AS (
    SELECT person, number, CAST(:today AS timestamptz) - make_interval(days => (number / 24)::int + 1)
        + make_interval(mins => (number % 24)::int * 60) AS starts
    FROM unnest(CAST(:people AS text [])) AS person CROSS JOIN generate_series(0, :history - 1) AS number
), made AS (
    SELECT *, md5(person || starts) AS id FROM (SELECT * FROM coming UNION ALL SELECT * FROM history)
        AS everything
), blocks AS (
    INSERT INTO time_blocks (id, organization_id, service_id, location_id, starts_at, ends_at, capacity)
    SELECT 'blk_' || id, :organization, :service, :location, starts, starts + interval '45 minutes',
        1 FROM made
), claims AS (
    INSERT INTO claims (organization_id, resource_id, block_id, during)
    SELECT :organization, person, 'blk_' || id, tstzrange(starts, starts + interval '45 minutes', '[)')
    FROM made ORDER BY person, starts
)
INSERT INTO appointments (id, organization_id, code, status, version, service_id, location_id, block_id,
    resource_ids, starts_at,
    ends_at, party_size, currency, policy, customer_id, hold_id, source, created_at)
SELECT 'apt_' || id, :organization, id, 'confirmed', 1, :service, :location, 'blk_' || id, ARRAY[person],
    starts,
    starts + interval '45 minutes', 1, 'EUR', '{}', :customer, 'hold_' || id, 'api', starts - interval '1 day'
FROM made
"""


async def new_staff(
    session: AsyncSession, salon: DemoSalon, service_name: str, people: int, *, closes: int
) -> list[str]:
    """So many people who do one service of the salon, from nine until this minute of six days a week."""
    owner, service = salon.organization_id, salon.services[service_name]
    staff = [new_id("res") for _ in range(people)]
    session.add_all(
        Resource(
            id=one,
            organization_id=owner,
            location_id=salon.location_id,
            kind=STAFF,
            name=one,
            position=number,
        )
        for number, one in enumerate(staff)
    )
    await session.flush()
    links = [{"service_id": service, "resource_id": one, "organization_id": owner} for one in staff]
    hours = [
        {
            "id": new_id("win"),
            "organization_id": owner,
            "resource_id": one,
            "weekday": day,
            "opens": 540,
            "closes": closes,
        }
        for one in staff
        for day in range(6)
    ]
    await session.execute(insert(ServiceResource), links)
    await session.execute(insert(OpeningWindow), hours)
    return staff


async def fill(
    session: AsyncSession, salon: DemoSalon, staff: list[str], coming: int, history: int, today: datetime
) -> None:
    customer = new_id("cus")
    # The rows are right by their making: looking up what each refers to would take longer than writing them.
    await session.execute(text("SET LOCAL session_replication_role = replica"))
    await session.execute(
        text("INSERT INTO customers (id, organization_id, name, email) VALUES (:id, :owner, 'Many', :email)"),
        {"id": customer, "owner": salon.organization_id, "email": f"{customer}@example.com"},
    )
    await session.execute(
        text(FILL),
        {
            "today": today + timedelta(hours=9),
            "people": staff,
            "per_day": 3,
            "coming": coming,
            "history": history,
            "organization": salon.organization_id,
            "service": salon.services[SERVICE],
            "location": salon.location_id,
            "customer": customer,
        },
    )
