"""Reminders: every few minutes a worker looks which are due, and writes each down with the promise to send
it.

Nothing is planned ahead, so what is moved, cancelled or set otherwise needs nobody to take anything back.
Each is known by its appointment, its start and how long before: it is written down once, whoever looks and
however often.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import CONFIRMED
from booking_core.appointments.record import LETTER_JOB
from booking_core.catalogue.settings.settings import LONGEST_REMINDER_MIN, setting_of
from booking_core.core import BookingCore
from booking_core.notices.outbox import Mail
from booking_core.notices.reminder_times import QuietHours, Reminder, reminder_at
from booking_core.storage.jobs import MAIL, defer

REMINDER_LETTER = "appointment_reminder"
# What would go at night may go this much earlier.
EARLIEST = timedelta(days=1)
# The businesses with somebody to remind, and how long before at most. A worker looks every few minutes: most
# businesses of a large server have nobody just then.
BUSINESSES = text(
    """
    SELECT organizations.id, letters,
        (SELECT max(minutes) FROM services, unnest(services.reminders_min) AS minutes
         WHERE services.organization_id = organizations.id) AS of_services
    FROM organizations
    WHERE EXISTS (
        SELECT FROM appointments
        WHERE organization_id = organizations.id AND status = :status
          AND starts_at > :now AND starts_at <= :until
    )
    """
)
# ``settled_at`` is when its customer last heard of its time, ``sent`` what they were reminded by.
AHEAD = text(
    """
    SELECT one.id, one.version, one.starts_at, services.reminders_min, locations.time_zone, customers.email,
        greatest(one.created_at, (
            SELECT max(at) FROM appointment_events
            WHERE appointment_id = one.id
              AND kind IN ('appointment.requested', 'appointment.confirmed', 'appointment.rescheduled')
        )) AS settled_at,
        ARRAY(SELECT outbox.id FROM outbox WHERE appointment_id = one.id AND outbox.kind = :kind) AS sent
    FROM appointments AS one
    JOIN services ON services.id = one.service_id
    JOIN locations ON locations.id = one.location_id
    JOIN customers ON customers.id = one.customer_id
    WHERE one.organization_id = :organization AND one.status = :status
      AND one.starts_at > :now AND one.starts_at <= :until
      AND customers.email IS NOT NULL
      AND NOT EXISTS (
          SELECT FROM customers AS same
          WHERE same.organization_id = :organization AND same.email = customers.email
            AND same.reminders_stopped_at IS NOT NULL
      )
    ORDER BY one.starts_at
    """
)


class ReminderRules(Struct, frozen=True):
    """``letters`` of the settings, as far as they are about reminders."""

    before_min: Sequence[int]
    quiet_from: time
    quiet_until: time

    @classmethod
    def of(cls, organization: Any) -> "ReminderRules":
        """What the owner has set; the default for each that cannot be read."""
        begins, ends = (setting_of(organization, f"letters.quiet_{one}") for one in ("from", "until"))
        before = setting_of(organization, "letters.reminders_min")
        return cls(before, time.fromisoformat(begins), time.fromisoformat(ends))

    def quiet(self, time_zone: str) -> QuietHours:
        return QuietHours(self.quiet_from, self.quiet_until, time_zone)


async def promise_reminders(core: BookingCore) -> int:
    """Write down what is due, business by business, each in a transaction of its own; how many. Whoever dies
    on the way has written all of a business or nothing."""
    now = core.clock.now()
    until = now + timedelta(minutes=LONGEST_REMINDER_MIN) + EARLIEST
    async with core.sessions() as session:
        asked = {"status": CONFIRMED, "now": now, "until": until}
        businesses = (await session.execute(BUSINESSES, asked)).all()
    written = 0
    for one in businesses:
        rules = ReminderRules.of(one)
        furthest = max([*rules.before_min, one.of_services or 0], default=0)
        if furthest:
            async with core.sessions() as session, session.begin():
                written += await _promise_of(session, one.id, rules, furthest, core.clock.now())
    return written


async def _promise_of(
    session: AsyncSession, organization_id: str, rules: ReminderRules, furthest: int, now: datetime
) -> int:
    given = {"organization": organization_id, "status": CONFIRMED, "kind": REMINDER_LETTER, "now": now}
    until = now + timedelta(minutes=furthest) + EARLIEST
    written = 0
    for one in await session.execute(AHEAD, {**given, "until": until}):
        before = rules.before_min if one.reminders_min is None else one.reminders_min
        due = reminder_at(now, one.starts_at, one.settled_at, before, rules.quiet(one.time_zone))
        if due is not None and reminder_id(one.id, one.starts_at, due.before_min) not in one.sent:
            written += await _write(session, organization_id, one, due, now)
    return written


def reminder_id(appointment_id: str, starts_at: datetime, before_min: int) -> str:
    """The same for the same appointment at the same start, so long before."""
    return f"mail_{appointment_id.removeprefix('apt_')}_at_{int(starts_at.timestamp())}_{before_min}"


def is_of_start(change: Mapping[str, Any] | None, starts_at: datetime) -> bool:
    """Whether a reminder is of the time at which its appointment is now."""
    return bool(change) and (change or {}).get("starts_at") == starts_at.isoformat()


async def _write(session: AsyncSession, organization_id: str, one: Any, due: Reminder, now: datetime) -> int:
    mail_id = reminder_id(one.id, one.starts_at, due.before_min)
    row = {
        "id": mail_id,
        "organization_id": organization_id,
        "kind": REMINDER_LETTER,
        "recipient": one.email,
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
    return 1
