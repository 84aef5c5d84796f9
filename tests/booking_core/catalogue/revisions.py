"""The revision of a catalogue."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import Organization
from booking_core.maintenance.demo import DemoSalon


async def revision(session: AsyncSession, salon: DemoSalon) -> int:
    found = await session.scalar(
        select(Organization.revision).where(Organization.id == salon.organization_id)
    )
    assert found is not None
    return found
