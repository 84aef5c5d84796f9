"""The letter of a change of an appointment: confirmed, asked for, approved, declined, moved or cancelled; and
the letter that reminds of it.

The change has written it down without words (``appointments/record.sql``); here it is put in words, in the
customer's language, as long as nothing else has become of the appointment since.
"""

from collections.abc import Callable

from msgspec import Struct, structs
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.languages.texts.letters.appointment_letters import letter_words
from agent.languages.wording import locale_from_tag
from agent.letters.content.letter_content import LetterContent, calendar_description, letter_content
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.content.other_times import OtherTime, other_times
from agent.letters.content.own_words import with_own_words
from agent.letters.earlier_letters import change_since_last_told, has_later_letter
from agent.letters.letter_forms import letter_html, letter_text
from agent.letters.text_message import text_message
from booking_core.appointments.appointment import CONFIRMED, NO_SHOW, Appointment
from booking_core.appointments.by_link.answers import unanswered_questions
from booking_core.appointments.record import (
    APPROVED_LETTER,
    CONFIRMED_LETTER,
    DISPLACED_LETTER,
    NO_SHOW_LETTER,
    REQUESTED_LETTER,
)
from booking_core.catalogue.settings.customer_languages import spoken_tag
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.notices.ics import calendar_file, calendar_method
from booking_core.notices.outbox import BY_TEXT, LINK_MARK, STOP_MARK, SUPERSEDED, Enclosure, Mail
from booking_core.notices.reminders import REMINDER_LETTER, is_of_start
from booking_core.storage.audit import Actor
from booking_core.text_providers.text_provider import text_provider_of

ASKING = (CONFIRMED_LETTER, REQUESTED_LETTER, APPROVED_LETTER, REMINDER_LETTER)
# Only looks.
WRITER = Actor("system", "letters")


class WrittenLetter(Struct, frozen=True):
    """A letter whose words are in the outbox, but for its link."""

    recipient: str
    is_text: bool
    facts: LetterFacts
    content: LetterContent

    def enclosure(self) -> Enclosure:
        """What goes with its text."""
        catalogue, appointment = self.facts.catalogue, self.facts.appointment
        if self.facts.kind == REMINDER_LETTER:
            # The calendar has it since it was booked.
            html, thread = letter_html(self.content), first_letter_of(appointment.id)
            return Enclosure(html, b"", "", thread, self.facts.stop_link)
        if appointment.status == NO_SHOW or self.facts.kind == DISPLACED_LETTER:
            # No calendar changes by it.
            return Enclosure(letter_html(self.content), b"", "", first_letter_of(appointment.id))
        return Enclosure(
            html=letter_html(self.content),
            calendar=calendar_file(
                catalogue,
                appointment,
                self.facts.now,
                attendee=self.recipient,
                description=calendar_description(self.facts),
            ),
            calendar_method=calendar_method(catalogue, appointment, self.recipient),
            thread=first_letter_of(appointment.id),
        )


async def write_appointment_letter(
    core: BookingCore,
    mail_id: str,
    link_of: Callable[[Appointment], str],
    stop_link_of: Callable[[str], str],
) -> WrittenLetter | None:
    """Put the letter's words into the outbox; ``link_of`` an appointment is where its customer sees, moves
    and cancels it, or books again, ``stop_link_of`` a customer where they
    say that they want no more reminders.

    None where there is nothing to send: it has been dealt with, its customer was erased, or a later change
    has a letter of its own, which replaces it.
    """
    async with core.sessions() as session, session.begin():
        mail = await session.get(Mail, mail_id)
        return await put_in_words(core, session, mail, link_of, stop_link_of)


async def put_in_words(
    core: BookingCore,
    session: AsyncSession,
    mail: Mail | None,
    link_of: Callable[[Appointment], str],
    stop_link_of: Callable[[str], str],
) -> WrittenLetter | None:
    """The same within a transaction, which may be that of many letters. The caller commits."""
    if mail is None or mail.sent_at is not None or mail.failure is not None:
        return None
    # Of one moment: where there is no later letter, the appointment is as this one tells it.
    booked = select(Appointment, Customer, has_later_letter(mail)).where(
        Appointment.id == mail.appointment_id, Customer.id == Appointment.customer_id
    )
    appointment, customer, is_replaced = (await session.execute(booked)).one()
    if is_replaced or _is_over(mail, appointment):
        mail.failure = SUPERSEDED
        return None
    facts = await _facts(core, session, mail, appointment, customer, link_of(appointment))
    facts = structs.replace(facts, stop_link=stop_link_of(appointment.customer_id))
    content = _with_questions(with_own_words(letter_content(facts), facts), facts)
    mail.subject, mail.text = content.subject, await _text_kept(session, mail, facts, content)
    return WrittenLetter(mail.recipient, mail.channel == BY_TEXT, facts, content)


def _with_questions(content: LetterContent, facts: LetterFacts) -> LetterContent:
    """Where answers are wanted before they come: whoever was booked by the business was never asked."""
    if facts.kind not in ASKING or not unanswered_questions(facts.catalogue, facts.appointment):
        return content
    return structs.replace(content, closing=(letter_words(facts.locale).please_answer, *content.closing))


async def _text_kept(session: AsyncSession, mail: Mail, facts: LetterFacts, content: LetterContent) -> str:
    """What the outbox keeps of its words."""
    if mail.channel != BY_TEXT:
        return letter_text(_with_marks(content))
    provider = await text_provider_of(session, mail.organization_id)
    words = text_message(facts, may_answer=provider is not None and provider.has_number)
    return words.replace(facts.link, LINK_MARK)


def _with_marks(content: LetterContent) -> LetterContent:
    """With marks in place of what no table keeps."""
    stop = (content.stop[0], STOP_MARK) if content.stop else None
    return structs.replace(content, link=LINK_MARK, stop=stop)


def _is_over(mail: Mail, appointment: Appointment) -> bool:
    """Whether it reminds of what is not to come any more, or not then; or misses somebody who came after
    all."""
    if mail.kind == NO_SHOW_LETTER:
        return appointment.status != NO_SHOW
    if mail.kind != REMINDER_LETTER:
        return False
    return appointment.status != CONFIRMED or not is_of_start(mail.change, appointment.starts_at)


async def _facts(
    core: BookingCore,
    session: AsyncSession,
    mail: Mail,
    appointment: Appointment,
    customer: Customer,
    link: str,
) -> LetterFacts:
    catalogue = await core.catalogue(session, mail.organization_id)
    own = catalogue.organization
    locale = spoken_tag(own, locale_from_tag(customer.locale, own.locale))
    return LetterFacts(
        kind=mail.kind,
        change=await change_since_last_told(session, mail),
        catalogue=catalogue.in_language(locale),
        appointment=appointment,
        locale=locale,
        customer_zone=customer.time_zone,
        link=link,
        now=core.clock.now(),
        other_times=await _other_times(core, session, mail, appointment),
    )


async def _other_times(
    core: BookingCore, session: AsyncSession, mail: Mail, appointment: Appointment
) -> tuple[OtherTime, ...]:
    if mail.kind != DISPLACED_LETTER:
        return ()
    desk = await core.desk_in(session, mail.organization_id, WRITER, None)
    return await other_times(desk, appointment)


def first_letter_of(appointment_id: str) -> str:
    """The id of an appointment's first letter (as ``record.sql`` makes it), which outlives its row."""
    return f"mail_{appointment_id.removeprefix('apt_')}_1"
