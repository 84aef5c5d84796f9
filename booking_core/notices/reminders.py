"""Reminders: every few minutes a worker looks which are due, and writes each down with the promise to send
it.

Nothing is planned ahead, so what is moved, cancelled or set otherwise needs nobody to take anything back.
Each is known by its appointment, its start and how long before: it is written down once, whoever looks and
however often.
"""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import CONFIRMED
from booking_core.appointments.record import LETTER_JOB
from booking_core.catalogue.settings.settings import setting_of
from booking_core.core import BookingCore
from booking_core.notices.outbox import BY_MAIL, BY_TEXT, Mail
from booking_core.notices.reminder_times import QuietHours, Reminder, reminder_at
from booking_core.storage.events import REMINDED_EVENT, Event, announce_in
from booking_core.storage.ids import new_id
from booking_core.storage.jobs import MAIL, defer

REMINDER_LETTER = "appointment_reminder"
# What would go at night may go this much earlier.
EARLIEST = timedelta(days=1)
# Every business that reminds, with how long before at most its services do.
BUSINESSES = text(
    """
    SELECT organizations.id, letters,
        EXISTS (SELECT FROM text_providers WHERE organization_id = organizations.id) AS has_text_provider,
        (SELECT max(minutes) FROM services, unnest(services.reminders_min) AS minutes
         WHERE services.organization_id = organizations.id) AS of_services
    FROM organizations
    """
)
# Of the businesses given, each as far ahead as its own ``until``, and those without an address where it sends
# ``texts``. ``settled_at`` is when the customer last
# heard of the time, ``sent`` what they were reminded by.
AHEAD = text(
    """
    SELECT one.organization_id, one.id, one.version, one.starts_at, services.reminders_min,
        locations.time_zone, customers.email, customers.phone,
        greatest(one.created_at, (
            SELECT max(at) FROM appointment_events
            WHERE appointment_id = one.id
              AND kind IN ('appointment.requested', 'appointment.confirmed', 'appointment.rescheduled')
        )) AS settled_at,
        ARRAY(SELECT outbox.id FROM outbox WHERE appointment_id = one.id AND outbox.kind = :kind) AS sent
    FROM unnest(CAST(:organizations AS text[]), CAST(:untils AS timestamptz[]), CAST(:texts AS boolean[]))
        AS asked (organization_id, until, texts)
    JOIN appointments AS one ON one.organization_id = asked.organization_id
    JOIN services ON services.id = one.service_id
    JOIN locations ON locations.id = one.location_id
    JOIN customers ON customers.id = one.customer_id
    WHERE one.status = :status AND one.displaced_at IS NULL
      AND one.starts_at > :now AND one.starts_at <= asked.until
      AND (customers.email IS NOT NULL OR asked.texts AND customers.phone IS NOT NULL)
      AND NOT EXISTS (
          SELECT FROM customers AS same
          WHERE same.organization_id = one.organization_id AND same.email = customers.email
            AND same.reminders_stopped_at IS NOT NULL
      )
      AND (customers.email IS NOT NULL OR NOT EXISTS (
          SELECT FROM customers AS same
          WHERE same.organization_id = one.organization_id AND same.phone = customers.phone
            AND same.texts_stopped_at IS NOT NULL
      ))
    ORDER BY one.starts_at
    """
)


class ReminderRules(Struct, frozen=True):
    """``letters`` of the settings, as far as they are about reminders; the first reminder of any service is
    ``furthest_min`` before the start. ``texts`` is whether they may be text messages."""

    before_min: Sequence[int]
    furthest_min: int
    quiet_from: time
    quiet_until: time
    texts: bool

    @classmethod
    def of(cls, organization: Any) -> "ReminderRules":
        """What the owner has set; the default for each that cannot be read."""
        before = setting_of(organization, "letters.reminders_min")
        furthest = max([*before, organization.of_services or 0], default=0)
        texts = organization.has_text_provider and setting_of(organization, "letters.text_reminders")
        return cls(before, furthest, *quiet_clocks(organization), bool(texts))

    def quiet(self, time_zone: str) -> QuietHours:
        return QuietHours(self.quiet_from, self.quiet_until, time_zone)


def quiet_clocks(organization: Any) -> tuple[time, time]:
    """From when until when an owner wants nobody to be written to, on the clock of each place."""
    begins, ends = (setting_of(organization, f"letters.quiet_{one}") for one in ("from", "until"))
    return time.fromisoformat(begins), time.fromisoformat(ends)


class DueReminder(Struct, frozen=True):
    """``appointment`` is its row of ``AHEAD``."""

    appointment: Any
    reminder: Reminder


async def promise_reminders(core: BookingCore) -> int:
    """Write down what is due, business by business, each in a transaction of its own; how many. Whoever dies
    on the way has written all of a business or nothing.

    A worker looks every few minutes, and most businesses of a large server have nothing due just then: one
    statement for all of them finds those that have.
    """
    async with core.sessions() as session:
        rules = {one.id: ReminderRules.of(one) for one in await session.execute(BUSINESSES)}
        due = await _find_due(session, rules, core.clock.now())
    written = 0
    for organization_id in dict.fromkeys(one.appointment.organization_id for one in due):
        async with core.sessions() as session, session.begin():
            announced, now = (await core.catalogue(session, organization_id)).announced, core.clock.now()
            for one in await _find_due(session, {organization_id: rules[organization_id]}, now):
                written += await _write(session, one, now, announced)
    return written


async def _find_due(
    session: AsyncSession, rules: Mapping[str, ReminderRules], now: datetime
) -> list[DueReminder]:
    """What the businesses with these rules have to send at ``now``."""
    until = {
        each: now + timedelta(minutes=its.furthest_min) + EARLIEST
        for each, its in rules.items()
        if its.furthest_min
    }
    texts = [rules[each].texts for each in until]
    given = {"organizations": list(until), "untils": list(until.values()), "texts": texts}
    ahead = await session.execute(AHEAD, {**given, "status": CONFIRMED, "kind": REMINDER_LETTER, "now": now})
    found = []
    for one in ahead:
        its = rules[one.organization_id]
        before = its.before_min if one.reminders_min is None else one.reminders_min
        due = reminder_at(now, one.starts_at, one.settled_at, before, its.quiet(one.time_zone))
        if due is not None and reminder_id(one.id, one.starts_at, due.before_min) not in one.sent:
            found.append(DueReminder(one, due))
    return found


def reminder_id(appointment_id: str, starts_at: datetime, before_min: int) -> str:
    """The same for the same appointment at the same start, so long before."""
    return f"mail_{appointment_id.removeprefix('apt_')}_at_{int(starts_at.timestamp())}_{before_min}"


def is_of_start(change: Mapping[str, Any] | None, starts_at: datetime) -> bool:
    """Whether a reminder is of the time at which its appointment is now."""
    return bool(change) and (change or {}).get("starts_at") == starts_at.isoformat()


async def _write(session: AsyncSession, found: DueReminder, now: datetime, announced: Container[str]) -> int:
    """1 where it was not yet written down."""
    one, due = found.appointment, found.reminder
    mail_id = reminder_id(one.id, one.starts_at, due.before_min)
    row = {
        "id": mail_id,
        "organization_id": one.organization_id,
        "kind": REMINDER_LETTER,
        "recipient": one.email or one.phone,
        "channel": BY_MAIL if one.email else BY_TEXT,
        "subject": "",
        "text": "",
        "appointment_id": one.id,
        "appointment_version": one.version,
        "change": {"starts_at": one.starts_at.isoformat()},
        "created_at": now,
        "expires_at": due.latest,
        "tries": 0,
    }
    kept = await session.scalar(insert(Mail).values(row).on_conflict_do_nothing().returning(Mail.id))
    if kept is None:
        return 0
    await defer(session, LETTER_JOB, lock=f"letters:{one.id}", queue=MAIL, mail_id=mail_id)
    event = Event(new_id("evt"), one.organization_id, REMINDED_EVENT, one.id, now, one.version)
    await announce_in(session, announced, event)
    return 1
