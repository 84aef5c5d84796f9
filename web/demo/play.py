"""Plays the demo salon from where it was left until now: day after day, the front desk beside the chat."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import func, select, text

from agent.conversation.turn_queue import record_heartbeat, release_leases
from agent.verification.one_time_codes import OneTimeCodes
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from booking_core.team.links import TokenOf
from booking_core.time.wall_clock import midnight
from web.demo.colleagues import MAIL_DOMAIN, Team, colleagues_of, play_times_off
from web.demo.conversations import Conversations
from web.demo.day_plan import BOOKED_AHEAD_DAYS
from web.demo.front_desk import FrontDesk
from web.demo.letters import write_letters
from web.demo.played_salon import PROOF, PlayedSalon, Servers, core_of_the_past

DAYS_BEHIND = 28
# Who played it is nobody else meanwhile: two would book the same.
PLAYING = text("SELECT pg_try_advisory_lock(hashtextextended(:what, 0))")
PLAYED = text("SELECT pg_advisory_unlock(hashtextextended(:what, 0))")
HEARTBEAT_SECONDS = 1.0


class DemoLife(Struct, frozen=True):
    """``zone`` is the salon's. ``days_behind`` have conversations and full days; ``seed`` decides everything
    that is left to chance. ``page`` is where the widget stands."""

    salon: DemoSalon
    zone: ZoneInfo
    codes: OneTimeCodes
    token_of: TokenOf
    page: str
    seed: str = "lavender"
    days_behind: int = DAYS_BEHIND
    booked_ahead: int = BOOKED_AHEAD_DAYS
    mail_domain: str = MAIL_DOMAIN


async def play(servers: Servers, life: DemoLife, now: datetime) -> bool:
    """Play what has not been played until ``now`` (aware). Returns False, having done nothing, where somebody
    else is playing. Safe to interrupt anywhere, and to repeat."""
    what = {"what": f"demo plays {life.salon.organization_id}"}
    # By itself each statement: a transaction that waits all the while would be ended.
    async with servers.reads.connect() as connection:
        if not await connection.scalar(PLAYING, what):
            return False
        try:
            await _play(servers, life, now)
        finally:
            await connection.execute(PLAYED, what)
    return True


async def _play(servers: Servers, life: DemoLife, now: datetime) -> None:
    (desk_core, desk_clock), (chat_core, chat_clock) = core_of_the_past(servers), core_of_the_past(servers)
    today = now.astimezone(life.zone).date()
    began = today - timedelta(days=life.days_behind + life.booked_ahead + 2)
    first = max(began, await _last_day_played(desk_core, life) or began)
    joined = midnight(began, life.zone.key) + timedelta(hours=8)
    people = await colleagues_of(
        desk_core, desk_clock, Team(life.salon, life.token_of, life.mail_domain), joined
    )
    at_desk = PlayedSalon(desk_core, desk_clock, life.salon, life.zone, people)
    in_chat = PlayedSalon(chat_core, chat_clock, life.salon, life.zone, people)
    talks = Conversations(in_chat, life.seed, life.page, life.codes)
    full_from = today - timedelta(days=life.days_behind)
    desk = FrontDesk(at_desk, life.seed, full_from, talks.ids)
    await talks.look_up_played()
    await desk.look_up_bookings(midnight(first, life.zone.key))
    console = urljoin(life.page, "/console")
    async with _keeping_leases(chat_core, talks.turns.worker_id):
        for day in _days(first, today):
            await play_times_off(at_desk, day, life.seed)
            at_once = [desk.play_day(day, now), *([talks.play_day(day, now)] if day >= full_from else [])]
            await asyncio.gather(*at_once)
            await write_letters(desk_core, life.salon.organization_id, console, now)
        await talks.leave_something_to_do(now)
        await write_letters(desk_core, life.salon.organization_id, console, now)


async def _last_day_played(core: BookingCore, life: DemoLife) -> date | None:
    """The day before the last on which anything was played, which may have been interrupted; None where
    nothing was."""
    last = select(func.max(AuditEntry.at)).where(
        AuditEntry.organization_id == life.salon.organization_id,
        AuditEntry.proof == PROOF,
        AuditEntry.action.startswith("appointment."),
    )
    async with core.sessions() as session:
        at = await session.scalar(last)
    return None if at is None else at.astimezone(life.zone).date() - timedelta(days=1)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@asynccontextmanager
async def _keeping_leases(core: BookingCore, worker_id: str) -> AsyncIterator[None]:
    """Heartbeats, so that no other worker takes the turns that are played: its clock is the present's."""

    async def beat() -> None:
        while True:
            await record_heartbeat(core, worker_id)
            await asyncio.sleep(HEARTBEAT_SECONDS)

    await record_heartbeat(core, worker_id)
    beating = asyncio.create_task(beat(), name="heartbeat of the demo")
    try:
        yield
    finally:
        beating.cancel()
        await asyncio.wait((beating,))
        await release_leases(core, worker_id)
