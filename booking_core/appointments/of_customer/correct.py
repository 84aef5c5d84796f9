"""A name or a contact put right: by the business, for all appointments of this customer."""

from booking_core.appointments.find import find_row
from booking_core.context import OperationContext
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer

CORRECTED = "customer.change"


async def correct_customer(context: OperationContext, customer_id: str, given: ContactDetails) -> Customer:
    """What was said in the chat stays as it was said. Repeating it changes nothing. Raises ``NotAllowed``,
    ``NotFound``, and ``InvalidField`` or ``InvalidFields`` for what cannot be kept."""
    context.require(CORRECTED)
    customer = await find_row(context, Customer, customer_id, "customer", for_update=True)
    kept = given.normalise(context.catalogue.organization.country)
    before = (customer.name, customer.email, customer.phone)
    customer.name, customer.email, customer.phone = kept.name, kept.email, kept.phone
    if before != (customer.name, customer.email, customer.phone):
        context.audit(CORRECTED, customer.id)
    await context.session.flush()
    return customer
