"""Who works in the demo, and when they are away: invited and set up by the verbs an owner uses."""

import secrets
from datetime import date, datetime, timedelta
from random import Random

from msgspec import Struct
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.maintenance.demo import STAFF_MEMBERS, DemoSalon
from booking_core.storage.audit import Actor
from booking_core.team.accept import accept_invitation
from booking_core.team.accounts import Account
from booking_core.team.context import TeamContext
from booking_core.team.invite import invite
from booking_core.team.links import TokenOf
from booking_core.team.memberships import Membership
from booking_core.time.clock import MovedClock
from web.demo.played_salon import PROOF, PlayedSalon

MAIL_DOMAIN = "lavender.example"
# Who may do what; Jonas has no sign-in.
ROLES = {"Dana": Role.MANAGER, "Miriam": Role.MEMBER}
# So long before it begins a time off is entered: nothing is booked for then yet.
ENTERED_BEFORE = timedelta(days=30)
NOTES = ("Dentist", "Training", "Moving house", "Family")
AWAY_FROM, AWAY_UNTIL = 13, 19


class Team(Struct, frozen=True):
    """``token_of`` makes the tokens of one-time links; sign-ins have mailboxes of the ``mail_domain``."""

    salon: DemoSalon
    token_of: TokenOf
    mail_domain: str = MAIL_DOMAIN

    def mailbox(self, name: str) -> str:
        return f"{name.lower()}@{self.mail_domain}"


async def colleagues_of(core: BookingCore, clock: MovedClock, team: Team, joined: datetime) -> dict[str, str]:
    """The account of each by name: those who are there, else whoever has ``joined`` at that moment."""
    clock.move_to(joined)
    for name, role in ROLES.items():
        if await _account_of(core, team, name) is None:
            await _join(core, team, name, role)
    return {name: str(await _account_of(core, team, name)) for name in ROLES}


async def _account_of(core: BookingCore, team: Team, name: str) -> str | None:
    working = (
        select(Account.id)
        .join(Membership, Membership.account_id == Account.id)
        .where(Membership.organization_id == team.salon.organization_id, Account.email == team.mailbox(name))
    )
    async with core.sessions() as session:
        return await session.scalar(working)


async def _join(core: BookingCore, team: Team, name: str, role: Role) -> None:
    """Nobody knows their password: who wants to sign in as one of them asks for a new one."""
    owner = Actor(door="system", id="zimun", proof=PROOF, role=Role.OWNER)
    resource_id = team.salon.resources.get(name)
    async with core.sessions() as session, session.begin():
        context = TeamContext(session, team.salon.organization_id, owner, core.clock.now())
        invited = await invite(context, team.mailbox(name), role, team.token_of, resource_id)
    await accept_invitation(core.sessions, invited.token, name, secrets.token_urlsafe(24), core.clock.now())


async def play_times_off(played: PlayedSalon, day: date, seed: str) -> None:
    """What is entered on this day: one afternoon of somebody's in each week."""
    away = day + ENTERED_BEFORE
    rng = Random(f"{seed} away {away.isocalendar()[:2]}")  # noqa: S311 - a plan, not a secret
    weekday, (name, _, _), note = rng.randrange(5), rng.choice(STAFF_MEMBERS), rng.choice(NOTES)
    resource_id = played.salon.resources.get(name)
    if away.weekday() != weekday or resource_id is None:
        return
    midnight = datetime(away.year, away.month, away.day, tzinfo=played.zone)
    begins, ends = (midnight + timedelta(hours=hour) for hour in (AWAY_FROM, AWAY_UNTIL))

    async def enter(office: BackOffice) -> None:
        given = {"resource_id": resource_id, "starts_at": begins, "ends_at": ends, "note": note}
        await office.times_off.create(given, key=f"demo {away.isoformat()}")

    played.clock.move_to(datetime(day.year, day.month, day.day, 8, 30, tzinfo=played.zone))
    try:
        await played.core.arrange(played.organization_id, played.colleague("Dana", Role.MANAGER), enter)
    except Refusal:
        return  # A visitor has booked for then.
