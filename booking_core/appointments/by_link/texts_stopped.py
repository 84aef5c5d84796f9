"""Customers who want no text messages, by their number: whoever books with it again wants none either."""

from sqlalchemy import select, update

from booking_core.context import OperationContext
from booking_core.customers.customer import Customer

STOPPED, RESUMED = "customer.stop_texts", "customer.resume_texts"


async def stop_texts(context: OperationContext, phone: str, *, stop: bool = True) -> None:
    """Of everybody here with this number (E.164); of nobody, where none has it. Repeating it changes
    nothing."""
    changing = Customer.texts_stopped_at.is_(None) if stop else Customer.texts_stopped_at.is_not(None)
    changed = await context.session.scalars(
        update(Customer)
        .where(Customer.organization_id == context.organization_id, Customer.phone == phone, changing)
        .values(texts_stopped_at=context.clock.now() if stop else None)
        .returning(Customer.id)
    )
    for customer_id in changed.all():
        context.audit(STOPPED if stop else RESUMED, customer_id)
    await context.session.flush()


async def wants_no_texts(context: OperationContext, phone: str) -> bool:
    theirs = select(Customer.id).where(
        Customer.organization_id == context.organization_id,
        Customer.phone == phone,
        Customer.texts_stopped_at.is_not(None),
    )
    return await context.session.scalar(theirs.limit(1)) is not None
