"""Customers who want no reminders, by their address: whoever books with it again wants none either."""

from sqlalchemy import select, update

from booking_core.context import OperationContext
from booking_core.customers.customer import Customer
from booking_core.errors import NotFound
from booking_core.storage.statements import Statement

STOPPED, RESUMED = "customer.stop_reminders", "customer.resume_reminders"
WHOSE = Statement("SELECT organization_id, email FROM customers WHERE id = :customer")


async def stop_reminders(context: OperationContext, customer_id: str, *, stop: bool = True) -> None:
    """Of everybody here with the address of this customer. Repeating it changes nothing. Raises
    ``NotFound``."""
    here = Customer.organization_id == context.organization_id
    customer = await context.session.scalar(select(Customer).where(here, Customer.id == customer_id))
    if customer is None or customer.email is None:
        raise NotFound("There is no such customer.")
    changing = Customer.reminders_stopped_at.is_(None) if stop else Customer.reminders_stopped_at.is_not(None)
    changed = await context.session.execute(
        update(Customer)
        .where(here, Customer.email == customer.email, changing)
        .values(reminders_stopped_at=context.clock.now() if stop else None)
        .returning(Customer.id)
    )
    if changed.all():
        context.audit(STOPPED if stop else RESUMED, customer_id)
        await context.session.flush()
