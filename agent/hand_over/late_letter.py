"""The letter that tells the business that a customer will be late: who, for which appointment, and how late,
as far as that is known. It goes with its conversation when that is erased."""

from datetime import datetime

from babel.units import format_unit
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.places import local_time_text
from agent.hand_over.person_letter import post_to_each, recipients_of
from agent.languages.texts.letters.late_letters import LateWords, late_words
from agent.letters.content.letter_content import one_line
from agent.turn_context import LateCustomer
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.customers.phone_countries import ways_in_words
from booking_core.notices.outbox import CONVERSATION_MARK, NewMail

LATE_LETTER = "customer_late"


async def write_late_letter(
    session: AsyncSession,
    catalogue: Catalogue,
    conversation_id: str,
    late: LateCustomer,
    appointment: Appointment | None,
    contact: ContactDetails | None,
    now: datetime,
) -> None:
    """Queue it in the answer's transaction, in the language of the business, to whoever is told when a person
    is asked for; once for each appointment and lateness. ``contact`` is the customer's where no appointment
    is known."""
    organization = catalogue.organization
    catalogue = catalogue.in_language(organization.locale)
    words = late_words(organization.locale)
    if appointment is not None:
        customer = await session.get_one(Customer, appointment.customer_id)
        contact = ContactDetails(customer.name, customer.email, customer.phone)
    subject, text = _words(words, catalogue, late, appointment, contact)
    about = f"_late_{late.minutes or 0}_{appointment.id if appointment else ''}"
    recipients = await recipients_of(session, organization, conversation_id, about)
    letter = NewMail("", organization.id, LATE_LETTER, "", subject, text, conversation_id=conversation_id)
    await post_to_each(session, recipients, letter, now)


def _words(
    words: LateWords,
    catalogue: Catalogue,
    late: LateCustomer,
    appointment: Appointment | None,
    contact: ContactDetails | None,
) -> tuple[str, str]:
    """Subject and text."""
    locale = catalogue.organization.locale
    who = one_line(contact.name) if contact else words.somebody
    told = words.late.format(who=who)
    if late.minutes:
        length = format_unit(late.minutes, "duration-minute", locale=locale.replace("-", "_"))
        told = words.so_late.format(who=who, length=length)
    rows = [words.unknown]
    subject = words.subject.format(who=who, what=one_line(catalogue.organization.name))
    if appointment is not None:
        zone = catalogue.location(appointment.location_id).time_zone
        what = f"{catalogue.booked_name(appointment)}, "
        what += local_time_text(catalogue, appointment.starts_at, zone, locale)
        subject = words.subject.format(who=who, what=one_line(what))
        rows = [what, f"{words.code}: {appointment.code}"]
    if contact is not None:
        rows.append(one_line(ways_in_words(contact)))
    facts = "\n".join(f"    {row}" for row in rows)
    return subject, f"{words.hello}\n\n{told}\n\n{facts}\n\n{words.read}\n\n    {CONVERSATION_MARK}\n"
