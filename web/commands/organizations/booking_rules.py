"""`zimun booking-rules`: how much may be booked without the front desk, and whether a contact is verified
first."""

import click
from msgspec import structs

from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.settings.booking_rules import BookingRules
from web.commands.organizations.operation import change_settings, organization_option, run_at_back_office
from web.commands.terminal.screen import console, with_refusals
from web.settings import Settings

NUMBER = click.IntRange(1, 10_000)
NO_MAIL = (
    "No mail server is set (SMTP_URL): codes wait in the console's Outbox, and customers cannot book until "
    "they have them."
)


@click.command("booking-rules")
@click.option(
    "--upcoming-per-contact", type=NUMBER, help="Appointments to come of one email address or phone number."
)
@click.option(
    "--upcoming-per-conversation", type=NUMBER, help="Appointments to come that one conversation has booked."
)
@click.option(
    "--upcoming-per-address", type=NUMBER, help="Appointments to come booked from one internet address."
)
@click.option("--per-contact-a-day", type=NUMBER, help="Bookings of one contact within 24 hours.")
@click.option("--per-address-a-day", type=NUMBER, help="Bookings from one internet address within 24 hours.")
@click.option(
    "--busy-day", type=NUMBER, help="Bookings of everybody within 24 hours after which all this is a quarter."
)
@click.option(
    "--verify-contact/--no-verify-contact",
    default=None,
    help="Book only once a code from the customer's mailbox has been entered.",
)
@organization_option
@with_refusals
def booking_rules(organization: str | None, **wanted: int | bool | None) -> None:
    """Limit what customers book by chat and other people's agents without a token; without an option, tell
    the rules."""
    changed = {f"booking_rules.{name}": value for name, value in wanted.items() if value is not None}

    async def work(office: BackOffice) -> BookingRules:
        await change_settings(office, changed)
        return BookingRules.of(await office.settings.row())

    rules = run_at_back_office(organization, work)
    for name, value in structs.asdict(rules).items():
        told = value if not isinstance(value, bool) else "yes" if value else "no"
        console.print(f"{name.replace('_', ' '):26} {told}")
    if rules.verify_contact and Settings.from_environment().smtp_url is None:
        console.print(NO_MAIL)
