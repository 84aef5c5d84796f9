"""The way of notices from the outbox to their readers, broken on purpose."""

import secrets
from email.message import Message
from typing import Any

from sqlalchemy import false

from agent.letters import appointment_letter, team_letter
from booking_core.appointments import record
from booking_core.notices.mailer import Letter, Mailer


def replaced_letters_are_sent() -> None:
    async def never(*_: Any) -> bool:
        return False

    appointment_letter.has_later_letter = lambda _: false()
    team_letter.is_replaced = never


def letters_have_no_order() -> None:
    defer = record.defer

    async def at_once(session: Any, task: str, *, lock: str | None = None, **arguments: Any) -> None:
        await defer(session, task, **arguments)

    record.defer = at_once


def each_try_is_another_letter() -> None:
    message = Mailer._message

    def another(mailer: Mailer, letter: Letter, recipient: str) -> Message:
        written = message(mailer, letter, recipient)
        written.replace_header("Message-ID", f"<{secrets.token_hex(8)}@salon.example>")
        return written

    Mailer._message = another  # type: ignore[method-assign]
