"""Steps of the set-up that nothing else shows: what a business begins with is a guess until somebody has seen
and saved it, changed or not, and a mail server is one only once it has worked."""

from sqlalchemy import all_, any_, func, update

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


async def forget_saved(context: OperationContext, step: str) -> None:
    steps = Organization.steps_saved
    await context.session.execute(
        update(Organization)
        .where(Organization.id == context.organization_id, any_(steps) == step)
        .values(steps_saved=func.array_remove(steps, step)),
        execution_options={"synchronize_session": False},
    )


async def note_step(context: OperationContext, step: str, *, is_done: bool) -> None:
    await (note_saved if is_done else forget_saved)(context, step)
