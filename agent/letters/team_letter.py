"""The letter to somebody of the team, or to the business, of what became of an appointment: put in words when
it is sent, in the reader's language, as long as they may still read it and nothing else has become of it
since."""

from collections.abc import Callable

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from agent.languages import sentences_in
from agent.languages.texts.letters.team_letters import TeamWords, team_words
from agent.languages.wording import locale_from_tag
from agent.letters.content.letter_content import (
    LetterContent,
    LetterRow,
    appointment_rows,
    one_line,
    service_and_time,
)
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.earlier_letters import change_since_last_told, is_replaced
from agent.letters.letter_forms import letter_html, letter_text
from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.record import MOVED_LETTER
from booking_core.appointments.team.team_letters import BUSINESS, TEAM_LETTERS
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.notices.outbox import SUPERSEDED, Enclosure, Mail
from booking_core.team.accounts import Account
from booking_core.team.memberships import Membership

WISH_OF = {kind: wish for wish, kind in TEAM_LETTERS.items()}


class Reader(Struct, frozen=True):
    """``language`` is empty for that of the business; ``resource_id`` who they are where they see nobody
    else's appointments."""

    language: str = ""
    resource_id: str | None = None


async def write_team_letter(
    core: BookingCore, mail_id: str, link_of: Callable[[Appointment], str]
) -> Enclosure | None:
    """Put the letter's words into the outbox; ``link_of`` an appointment is its page in the console.

    None where there is nothing to send: it has been dealt with, replaced by a later one, or its reader has
    left or sees this appointment no more.
    """
    async with core.sessions() as session, session.begin():
        mail = await session.get(Mail, mail_id)
        if mail is None or mail.sent_at is not None or mail.failure is not None:
            return None
        appointment = await session.get_one(Appointment, mail.appointment_id)
        if await is_replaced(session, mail):
            mail.failure = SUPERSEDED
            return None
        reader = await _reader(session, mail)
        if reader is None or not _may_see(reader, mail, appointment):
            await session.delete(mail)
            return None
        customer = await session.get_one(Customer, appointment.customer_id)
        content = await _content(core, session, mail, appointment, customer, reader, link_of(appointment))
        mail.subject, mail.text = content.subject, letter_text(content)
    return Enclosure(letter_html(content), b"", "", _thread(mail), reply_to=customer.email or "")


async def _reader(session: AsyncSession, mail: Mail) -> Reader | None:
    if mail.reader == BUSINESS:
        organization = await session.get_one(Organization, mail.organization_id)
        return Reader() if organization.email == mail.recipient else None
    membership = await session.get(Membership, mail.reader)
    if membership is None or membership.organization_id != mail.organization_id:
        return None
    account = await session.get_one(Account, membership.account_id)
    is_hands_only = membership.role == Role.MEMBER or not membership.notifies_of_all
    return Reader(account.language or "", membership.resource_id if is_hands_only else None)


def _may_see(reader: Reader, mail: Mail, appointment: Appointment) -> bool:
    before = ((mail.change or {}).get("before") or {}).get("resource_ids") or []
    return reader.resource_id is None or reader.resource_id in {*appointment.resource_ids, *before}


async def _content(
    core: BookingCore,
    session: AsyncSession,
    mail: Mail,
    appointment: Appointment,
    customer: Customer,
    reader: Reader,
    link: str,
) -> LetterContent:
    catalogue = await core.catalogue(session, mail.organization_id)
    locale = locale_from_tag(reader.language, catalogue.organization.locale)
    change = await change_since_last_told(session, mail)
    wish = WISH_OF[mail.kind]
    facts = LetterFacts(
        kind=MOVED_LETTER if wish == "moved" else mail.kind,
        change=change,
        catalogue=catalogue.in_language(locale),
        appointment=appointment,
        locale=locale,
        customer_zone=None,
        link=link,
        now=core.clock.now(),
    )
    return team_content(facts, wish, ContactDetails(customer.name, customer.email, customer.phone))


def team_content(facts: LetterFacts, wish: str, customer: ContactDetails) -> LetterContent:
    """What it says. Pure; the customer's name and contacts are lines of it, and no header."""
    words: TeamWords = team_words(facts.locale)
    contact = sentences_in(facts.locale).ROWS["contact"]
    theirs = ((words.customer, customer.name), (contact, customer.email), (contact, customer.phone))
    title, message = words.titles[wish], facts.change.get("message")
    return LetterContent(
        locale=facts.locale,
        subject=one_line(f"{title}: {service_and_time(facts)}"),
        title=title,
        opening=(words.by[str(facts.change.get("by"))],),
        quoted=(words.message, str(message)) if message else None,
        rows=(
            *(LetterRow(label, one_line(value)) for label, value in theirs if value),
            *appointment_rows(facts),
        ),
        closing=(),
        link_text=words.link,
        link_label=words.link.rstrip(": \u00a0\u202f"),
        link=facts.link,
        signature=(words.why,),
    )


def _thread(mail: Mail) -> str:
    """The first letter of this appointment to this reader."""
    number = str(mail.appointment_id).removeprefix("apt_")
    return f"mail_{number}_1_{mail.reader}"
