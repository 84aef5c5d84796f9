"""What a business begins with is a guess until somebody has seen and saved it, changed or not."""

from sqlalchemy import all_, func, update

from booking_core.catalogue.organizations import Organization
from booking_core.context import OperationContext


async def note_saved(context: OperationContext, step: str) -> None:
    steps = Organization.steps_saved
    is_new = all_(steps) != step
    await context.session.execute(
        update(Organization)
        .where(Organization.id == context.organization_id, is_new)
        .values(steps_saved=func.array_append(steps, step)),
        execution_options={"synchronize_session": False},
    )
