"""Erasing a customer: the person goes, the calendar's history stays.

Appointments keep their times, so that what was taken remains taken; who came, what they answered and wrote,
what the API and receivers of webhooks answered about them and the letters they got are gone. Copies of the
database are the operator's to forget.
"""

from sqlalchemy import Text, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.context import OperationContext
from booking_core.customers.customer import Customer
from booking_core.errors import Conflict, NotFound

ERASED_EVENT = "customer.erased"
# Stands where the name was.
NOBODY = "(erased)"
FORGETTING = tuple(
    text(statement).bindparams(bindparam("ids", type_=ARRAY(Text)))
    for statement in (
        "UPDATE appointments SET answers = '{}', cancel_reason = NULL, link_number = 0, coming_at = NULL,"
        " late_at = NULL, late_min = NULL WHERE id = ANY (:ids)",
        "UPDATE idempotency_keys SET body = NULL"
        " WHERE organization_id = :organization AND subject = ANY (:ids)",
        "DELETE FROM outbox WHERE organization_id = :organization AND appointment_id = ANY (:ids)",
        "UPDATE webhook_deliveries SET answer_text = NULL"
        " WHERE organization_id = :organization AND subject = ANY (:ids)",
        "DELETE FROM booking_counts WHERE appointment_id = ANY (:ids)",
        # In calendars elsewhere their name is written over at the next sync.
        "UPDATE calendar_writings SET version = 0 WHERE appointment_id = ANY (:ids)",
        "UPDATE audit SET details = details - 'reason'"
        " WHERE organization_id = :organization AND subject = ANY (:ids)",
    )
)
# A mailbox or a telephone may be a family's: its other letters stay while somebody else is reached there.
LETTERS = text(
    """
    DELETE FROM outbox
    WHERE organization_id = :organization AND recipient IN (:email, :phone)
      AND NOT EXISTS (
          SELECT FROM customers
          WHERE organization_id = :organization AND recipient IN (email, phone) AND id <> :customer
      )
    """
)


async def erase_customer(context: OperationContext, customer_id: str) -> None:
    """Raises ``NotFound``, and ``Conflict`` (``appointments_ahead``) while somebody expects them. Repeating
    it changes nothing."""
    whose = select(Customer).where(
        Customer.organization_id == context.organization_id, Customer.id == customer_id
    )
    customer = await context.session.scalar(whose.with_for_update())
    if customer is None:
        raise NotFound("There is no such customer.")
    theirs = list(
        await context.session.scalars(select(Appointment).where(Appointment.customer_id == customer_id))
    )
    now = context.clock.now()
    if any(one.status in (CONFIRMED, PENDING) and one.ends_at > now for one in theirs):
        raise Conflict("This customer has appointments ahead: cancel them first.", code="appointments_ahead")
    if customer.name == NOBODY and customer.email is None and customer.phone is None:
        return
    given = {"organization": context.organization_id, "ids": [one.id for one in theirs]}
    for statement in FORGETTING:
        await context.session.execute(statement, given)
    whose_letters = {"email": customer.email, "phone": customer.phone, "customer": customer_id}
    await context.session.execute(LETTERS, {**given, **whose_letters})
    customer.name = NOBODY
    customer.email = customer.phone = customer.time_zone = customer.locale = None
    customer.reminders_stopped_at = customer.texts_stopped_at = None
    context.audit(ERASED_EVENT, customer_id)
    await context.session.flush()
