"""Reminders, broken on purpose."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from agent.letters import appointment_letter
from booking_core.notices import reminders
from booking_core.notices.reminder_times import QuietHours, Reminder


def nights_are_like_days() -> None:
    QuietHours.holds_at = lambda *_: False  # type: ignore[method-assign]


def late_bookers_are_reminded() -> None:
    look = reminders.reminder_at

    def always(
        now: datetime, starts_at: datetime, _: datetime, before: Iterable[int], quiet: QuietHours
    ) -> Reminder | None:
        return look(now, starts_at, datetime.min.replace(tzinfo=now.tzinfo), before, quiet)

    reminders.reminder_at = always


def what_was_moved_is_sent() -> None:
    appointment_letter._is_over = lambda *_: False


def each_look_is_another_letter() -> None:
    name, looked = reminders.reminder_id, iter(range(10**9))

    def another(*args: Any) -> str:
        return f"{name(*args)}_{next(looked)}"

    reminders.reminder_id = another
