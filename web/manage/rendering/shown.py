"""What the page shows of an appointment, in its customer's language: what it is, how it stands, and what may
still be done with it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from babel import Locale
from litestar import Response
from msgspec import Struct
from sqlalchemy import select

from agent.languages.texts.letters.appointment_letters import letter_words
from agent.languages.texts.manage_page.manage_words import ManageWords, manage_words
from agent.letters.content.letter_content import (
    LetterRow,
    appointment_rows,
    change_rules,
    one_line,
    time_range,
)
from agent.letters.content.letter_facts import LetterFacts
from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.appointments.by_link.answers import open_questions
from booking_core.appointments.by_link.outcome import Outcome, outcome_of_appointment
from booking_core.appointments.record import CONFIRMED_LETTER
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.settings.customer_languages import spoken_tag
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.storage.audit import AppointmentEvent
from booking_core.storage.events import MOVED_EVENT
from web.chat.pages.languages import language_of, locale_of, preferred_language
from web.manage.rendering.drawing import brand_of, draw
from web.manage.visit import LinkVisit

REQUESTED, BOOKED, MOVED, IS_CANCELLED, PAST = "requested", "booked", "moved", "cancelled", "past"
DISPLACED, DECLINED, WITHDRAWN = "displaced", "declined", "withdrawn"
CANCELLED_BY_BUSINESS = "cancelled_by_business"


class Shown(Struct, frozen=True):
    """``state`` is one of ``ManageWords.states``; ``rules`` say until when it may be changed."""

    facts: LetterFacts
    words: ManageWords
    state: str
    rows: Sequence[LetterRow]
    rules: Sequence[str]
    questions: Sequence[BookingQuestion]
    outcome: Outcome

    @property
    def appointment(self) -> Appointment:
        return self.facts.appointment

    @property
    def may_cancel(self) -> bool:
        return self._is_in_time("cancellation_cutoff_min")

    @property
    def may_move(self) -> bool:
        return self._is_in_time("reschedule_cutoff_min")

    @property
    def is_ahead(self) -> bool:
        return self.state in (REQUESTED, BOOKED, MOVED)

    @property
    def may_come(self) -> bool:
        """Whether they can still say that they come."""
        return self.state in (BOOKED, MOVED) and self.appointment.coming_at is None and not self.is_displaced

    @property
    def is_displaced(self) -> bool:
        """Whether the business cannot keep its time, and asks for another."""
        return self.is_ahead and self.appointment.displaced_at is not None

    @property
    def standing(self) -> str:
        """Its state, that its time cannot be kept, or what became of a mere request."""
        if self.is_displaced:
            return DISPLACED
        if self.state == IS_CANCELLED and self.outcome.was_request:
            return DECLINED if self.outcome.by_business else WITHDRAWN
        return self.state

    @property
    def lead(self) -> str:
        """How it stands, in a sentence."""
        is_ours = self.standing == IS_CANCELLED and self.outcome.by_business
        return self.words.leads[CANCELLED_BY_BUSINESS if is_ours else self.standing]

    @property
    def message(self) -> tuple[str, str] | None:
        """The business's own words, with a line before them."""
        if not self.outcome.message:
            return None
        name = one_line(self.facts.catalogue.organization.name)
        return letter_words(self.facts.locale).message.format(name=name), self.outcome.message

    @property
    def time(self) -> str:
        """When it is, on the clock of its place."""
        return self.time_text(self.appointment.starts_at, self.appointment.ends_at)

    def time_text(self, starts: datetime, ends: datetime, time_zone: str | None = None) -> str:
        """A stretch of time as the letters write it."""
        return time_range(self.facts, starts, ends, time_zone or self.facts.time_zone)

    def _is_in_time(self, cutoff: str) -> bool:
        until = self.appointment.starts_at - timedelta(minutes=self.appointment.policy.get(cutoff, 0))
        return self.is_displaced or (self.is_ahead and self.facts.now <= until)


async def show_appointment(visit: LinkVisit, desk: Desk, appointment: Appointment) -> Shown:
    customer = await desk.session.get_one(Customer, appointment.customer_id)
    organization = desk.catalogue.organization
    accepted = preferred_language(visit.request.headers.get("Accept-Language", ""))
    wanted = spoken_tag(organization, customer.locale or accepted or organization.locale)
    locale = locale_of(wanted, organization.locale).replace("-", "_")
    desk.catalogue = desk.catalogue.in_language(locale)
    facts = LetterFacts(
        kind=CONFIRMED_LETTER,
        change={},
        catalogue=desk.catalogue,
        appointment=appointment,
        locale=locale,
        customer_zone=customer.time_zone,
        link="",
        now=desk.clock.now(),
    )
    state = await _state_of(desk, appointment)
    is_told = state == IS_CANCELLED or appointment.displaced_at is not None
    return Shown(
        facts=facts,
        words=manage_words(locale),
        state=state,
        rows=tuple(appointment_rows(facts)),
        rules=tuple(change_rules(facts)) if state in (REQUESTED, BOOKED, MOVED) else (),
        questions=open_questions(desk, appointment),
        outcome=await outcome_of_appointment(desk.session, appointment) if is_told else Outcome(),
    )


async def _state_of(desk: Desk, appointment: Appointment) -> str:
    if appointment.status == CANCELLED:
        return IS_CANCELLED
    if not appointment.stands or appointment.starts_at <= desk.clock.now():
        return PAST
    if appointment.status == PENDING:
        return REQUESTED
    return MOVED if await was_moved(desk, appointment) else BOOKED


async def was_moved(desk: Desk, appointment: Appointment) -> bool:
    """Whether a move is the last that became of it."""
    newest = select(AppointmentEvent.kind).where(
        AppointmentEvent.organization_id == desk.organization_id,
        AppointmentEvent.appointment_id == appointment.id,
        AppointmentEvent.version == appointment.version,
    )
    return bool(await desk.session.scalar(newest.limit(1)) == MOVED_EVENT)


def page_of(
    visit: LinkVisit, template: str, shown: Shown, *, status_code: int = 200, **more: Any
) -> Response[str]:
    """``news`` and ``wrong`` among ``more`` are what was done, and what could not be."""
    given = {"news": "", "wrong": "", "given": {}, "fault": frozenset(), **more}
    return draw(
        template,
        status_code=status_code,
        path=visit.path,
        shown=shown,
        words=shown.words,
        language=language_of(shown.facts.locale),
        direction=Locale.parse(shown.facts.locale).text_direction,
        **brand_of(shown.facts.catalogue.organization),
        **given,
    )


async def read_shown(visit: LinkVisit) -> Shown:
    return await visit.read(lambda desk, appointment: show_appointment(visit, desk, appointment))
