"""Customers of a table: known from then on by name and contact, as if they had come before."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sqlalchemy import func, select

from booking_core.access.roles import require_role
from booking_core.context import OperationContext
from booking_core.customers.contacts import ContactDetails, check_name, normalise_email
from booking_core.customers.customer import Customer
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.imports.columns import ImportColumn
from booking_core.imports.report import LineChecks, LineOutcome, Report, TableLine, import_lines
from booking_core.input.kinds import Kind, WrongValue
from booking_core.input.world import Language, TimeZone
from booking_core.storage.ids import new_id

CUSTOMER_COLUMNS = (
    ImportColumn(("name", "customer", "kunde"), is_required=True, tells="As they write it."),
    ImportColumn(("email", "e-mail", "mail"), tells="This or a phone number."),
    ImportColumn(("phone", "telephone", "telefon", "mobile", "handy"), tells="This or an email address."),
    ImportColumn(("language", "locale", "sprache"), tells="Such as de."),
    ImportColumn(("time_zone",), tells="Such as Europe/Berlin."),
)


async def import_customers(context: OperationContext, lines: Sequence[TableLine], **how: bool) -> Report:
    """All in the transaction that is open. Raises ``ImportUndone``."""
    require_role(context.actor.role, "customer.import")

    async def one(line: TableLine) -> LineOutcome:
        contact = contact_of(line, context.catalogue.organization.country)
        if await _known_id(context, contact) is not None:
            return LineOutcome.UNCHANGED
        customer = Customer(
            id=new_id("cus"),
            organization_id=context.organization_id,
            name=contact.name,
            email=contact.email,
            phone=contact.phone,
            locale=contact.locale,
            time_zone=contact.time_zone,
            created_at=context.clock.now(),
        )
        context.session.add(customer)
        await context.session.flush()
        context.audit("customer.import", customer.id)
        return LineOutcome.CREATED

    return await import_lines(lines, one, **how)


def contact_of(line: TableLine, country: str) -> ContactDetails:
    """As it is kept. Raises ``InvalidFields``, with all that is wrong."""
    checks = LineChecks(line)
    contact = read_contact(checks, line.cells, country)
    checks.settle()
    if contact is None:
        raise InvalidField("name", "Please fill this in.")
    return contact


def read_contact(checks: LineChecks, cells: Mapping[str, str], country: str) -> ContactDetails | None:
    """As it is kept; None where something of it is refused."""
    kinds: dict[str, Kind] = {"language": Language(), "time_zone": TimeZone()}
    said = {column: cells[column] for column in kinds if column in cells}
    read = {column: checks.read(partial(_read, kinds[column], column, cell)) for column, cell in said.items()}
    ways: dict[str, Callable[[str], str]] = {
        "email": normalise_email,
        "phone": partial(normalise_phone, country=country),
    }
    given = {one: checks.read(partial(way, cells[one])) for one, way in ways.items() if one in cells}
    if None in given.values():
        # A name is looked at all the same.
        checks.read(lambda: check_name(cells.get("name", "")))
        return None
    contact = ContactDetails(
        cells.get("name", ""),
        given.get("email"),
        given.get("phone"),
        locale=read.get("language"),
        time_zone=read.get("time_zone"),
    )
    return checks.read(lambda: contact.normalise(country))


def _read(kind: Kind, column: str, cell: str) -> str:
    try:
        return str(kind.read(cell))
    except WrongValue as error:
        raise InvalidField(column, str(error)) from error


async def _known_id(context: OperationContext, contact: ContactDetails) -> str | None:
    """The same only if everything agrees, as with whoever books."""
    known = select(Customer.id).where(
        Customer.organization_id == context.organization_id,
        Customer.email.is_not_distinct_from(contact.email),
        Customer.phone.is_not_distinct_from(contact.phone),
        func.lower(Customer.name) == contact.name.lower(),
    )
    found: str | None = await context.session.scalar(known.limit(1))
    return found
