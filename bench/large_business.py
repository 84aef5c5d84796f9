"""A business with as much of everything that an owner arranges: services with questions, people with hours
and time off, and their appointments; made by PostgreSQL itself."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bench.filling import SERVICE, fill, new_staff
from booking_core.maintenance.demo import DemoSalon, demo_salon

# Each person does so many of the services; who works anywhere does a part of what there is.
SERVICES_EACH = 20
QUESTIONS_EACH = 2
CATEGORIES = 20
ARRANGE = (
    """
    INSERT INTO service_categories (id, organization_id, name, position)
    SELECT 'cat_' || md5(:salt || number), :here, 'Category ' || number, number
    FROM generate_series(1, :categories) AS number
    """,
    """
    INSERT INTO services (id, organization_id, name, description, durations, price, currency, category_id,
        position, translations)
    SELECT 'srv_' || md5(:salt || number), :here, 'Service ' || number, 'What is done for you, and how.',
        '{30,60}', 40 + number, 'EUR', 'cat_' || md5(:salt || (number % :categories + 1)), 100 + number,
        jsonb_build_object('de', jsonb_build_object('name', 'Leistung ' || number))
    FROM generate_series(1, :services) AS number
    """,
    """
    INSERT INTO service_resources (service_id, resource_id, organization_id)
    SELECT DISTINCT
        'srv_' || md5(:salt || ((person.number * 7 + step) % :services + 1)), person.id, :here
    FROM unnest(CAST(:people AS text [])) WITH ORDINALITY AS person (id, number)
    CROSS JOIN generate_series(1, :each) AS step
    """,
    """
    INSERT INTO booking_questions (id, organization_id, service_id, key, label, kind, choices, position,
        translations)
    SELECT 'qst_' || md5(:salt || number || '.' || step), :here, 'srv_' || md5(:salt || number),
        'question_' || step, 'What should we know, part ' || step || '?', 'choice', '{one,two,three}',
        number * 10 + step, '{"de": {"label": "Was sollten wir wissen?"}}'
    FROM generate_series(1, :services) AS number CROSS JOIN generate_series(1, :questions) AS step
    """,
    """
    INSERT INTO time_off (id, organization_id, resource_id, starts_at, ends_at, note)
    SELECT 'off_' || md5(:salt || person.id), :here, person.id,
        CAST(:today AS timestamptz) + make_interval(days => (70 + person.number)::int),
        CAST(:today AS timestamptz) + make_interval(days => (77 + person.number)::int), 'Holiday'
    FROM unnest(CAST(:people AS text [])) WITH ORDINALITY AS person (id, number)
    """,
)


async def new_large_business(
    session: AsyncSession, services: int, people: int, appointments: int, today: datetime
) -> tuple[DemoSalon, list[str]]:
    """The business and its people. Half of its appointments are to come. ``today`` is a local midnight in
    UTC. The caller commits."""
    salon = await demo_salon(session, name=f"Large {services} {people}")
    staff = await new_staff(session, salon, SERVICE, people, closes=17 * 60)
    given = {
        "salt": salon.organization_id,
        "here": salon.organization_id,
        "services": services,
        "people": staff,
        "each": min(SERVICES_EACH, services),
        "questions": QUESTIONS_EACH,
        "categories": CATEGORIES,
        "today": today,
    }
    for statement in ARRANGE:
        wanted = {name: value for name, value in given.items() if f":{name}" in statement}
        await session.execute(text(statement), wanted)
    each = max(appointments // people, 2)
    await fill(session, salon, staff, each // 2, each - each // 2, today)
    return salon, staff
