"""Links of appointments, and the page behind them, broken on purpose."""

from typing import Any

from sqlalchemy import select

from agent.intake import link_chat
from booking_core.storage.audit import AuditEntry
from web.api.appointments import appointment_view
from web.manage import visit
from web.secrets import manage_links
from web.secrets.manage_links import ManageLinks


def anybody_signs() -> None:
    def is_good(_: ManageLinks, __: str, number: int | None) -> bool:
        return bool(number)

    ManageLinks.is_good = is_good  # type: ignore[method-assign]


def replaced_links_stay_good() -> None:
    sign = manage_links._signature
    manage_links._signature = lambda key, appointment_id, number: sign(key, appointment_id, min(number, 1))


def only_known_appointments_are_signed_for() -> None:
    is_good = ManageLinks.is_good

    def quicker(links: ManageLinks, token: str, number: int | None) -> bool:
        return number is not None and is_good(links, token, number)

    ManageLinks.is_good = quicker  # type: ignore[method-assign]


def nobody_counts_tries() -> None:
    async def lift_limits(*_: Any) -> None:
        return

    visit.must_be_slow_enough = lift_limits


def readers_are_given_links() -> None:
    appointment_view.may_have_link = lambda *_, **__: True


def the_chat_shows_what_was_said() -> None:
    async def where(desk: Any, appointment: Any, _: Any) -> str | None:
        booked = select(AuditEntry.actor).where(
            AuditEntry.subject == appointment.id, AuditEntry.door == "chat"
        )
        found: str | None = await desk.session.scalar(booked.limit(1))
        return found

    link_chat._where_it_was_booked = where
