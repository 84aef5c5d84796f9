"""The conversations of the demo: which take place on a day, who speaks in them, and that at any time somebody
waits for a person and a request waits for an answer."""

from datetime import date, datetime, timedelta
from random import Random

from msgspec import Struct
from sqlalchemy import Select, select

from agent.conversation.conversation import WAITING, Conversation
from agent.guided.receptionist import GuidedModel
from agent.intake.end import end_conversation
from agent.intake.reception import Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.turns.turn import TurnRunner
from agent.verification.one_time_codes import OneTimeCodes
from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.customers.customer import Customer
from web.demo import scripts
from web.demo.chat_customer import ChatCustomer
from web.demo.people import PEOPLE, REGULARS, Person
from web.demo.played_salon import PlayedSalon
from web.demo.scripts import Script, scene

A_DAY = 2
# People write from home as well, in the evening.
FIRST_HOUR, LAST_HOUR = 8, 21
# Nobody is left waiting for longer.
CLOSED_AFTER = timedelta(hours=20)
WAITS_SINCE, REQUESTED_SINCE = timedelta(minutes=12), timedelta(minutes=50)
KEY = "demo"


class PlannedTalk(Struct, frozen=True):
    """``key`` is the same whenever the day is planned; ``at`` is UTC."""

    key: str
    at: datetime
    script: Script


class Conversations:
    """``played`` has the id of each conversation that has begun, by its key."""

    def __init__(self, salon: PlayedSalon, seed: str, page: str, codes: OneTimeCodes) -> None:
        self._salon = salon
        self._seed = seed
        self._page = page
        self._log = ConversationLog(salon.core.redis)
        self._reception = Reception(salon.core, self._log, codes)
        self.turns = TurnRunner(salon.core, self._log, (), GuidedModel())
        self.played: dict[str, str] = {}
        # The same ids, which grows with them.
        self.ids: set[str] = set()

    async def look_up_played(self) -> None:
        """What has begun is not begun again, wherever it was broken off."""
        begun = select(Conversation.address_hash, Conversation.id).where(
            Conversation.organization_id == self._salon.organization_id,
            Conversation.address_hash.startswith(f"{KEY} "),
        )
        async with self._salon.core.sessions() as session:
            self.played.update({str(key): id_ for key, id_ in await session.execute(begun)})
        self.ids.update(self.played.values())

    async def play_day(self, day: date, until: datetime) -> None:
        """The conversations of one day of the salon's, as far as ``until``."""
        for planned in talks_of(day, self._salon, self._seed):
            if planned.at <= until:
                await self._play(planned)
        await self._close_answered(min(until, _midnight_after(day, self._salon)) - CLOSED_AFTER)

    async def leave_something_to_do(self, now: datetime) -> None:
        """Somebody waits for a person, and a request for an answer, unless there is one already."""
        today = now.astimezone(self._salon.zone).date().isoformat()
        here = self._salon.organization_id
        requests = select(Appointment.id).where(
            Appointment.organization_id == here, Appointment.status == PENDING, Appointment.starts_at > now
        )
        waiting = select(Conversation.id).where(
            Conversation.organization_id == here, Conversation.status == WAITING
        )
        if not await self._finds(requests):
            await self._play(PlannedTalk(f"{KEY} {today} request", now - REQUESTED_SINCE, scripts.REQUEST))
        if not await self._finds(waiting):
            await self._play(PlannedTalk(f"{KEY} {today} waiting", now - WAITS_SINCE, scripts.WAITING))

    async def _play(self, planned: PlannedTalk) -> None:
        if planned.key in self.played:
            return
        rng = Random(f"{self._seed} {planned.key}")  # noqa: S311 - a plan, not a secret
        person = await self._person_for(planned.script, rng, planned.at)
        if person is None:
            return
        self._salon.clock.move_to(planned.at)
        # Kept where others have the hash of their address: whose limits they use up is nobody.
        visitor = Visitor(person.locale, self._salon.zone.key, self._page, address_hash=planned.key)
        conversation = (await self._reception.open(self._salon.organization_id, visitor)).conversation
        customer = ChatCustomer(self._salon, self._reception, self.turns, conversation, person, rng)
        self.played[planned.key] = conversation.id
        self.ids.add(conversation.id)
        await planned.script.play(scene(customer, planned.script.service, rng))

    async def _person_for(self, script: Script, rng: Random, at: datetime) -> Person | None:
        """Who cancels by a code has booked at the desk; anybody else may be anybody who speaks so."""
        if script.play is not scripts.cancels_by_code:
            return rng.choice(PEOPLE[script.language])
        booked = (
            select(Customer.email)
            .join(Appointment, Appointment.customer_id == Customer.id)
            .where(
                Appointment.organization_id == self._salon.organization_id,
                Appointment.status == CONFIRMED,
                Appointment.starts_at > at + timedelta(days=1),
            )
        )
        async with self._salon.core.sessions() as session:
            mailboxes = set(await session.scalars(booked))
        known = [one for one in REGULARS if one.email in mailboxes and one.language == script.language]
        return rng.choice(known) if known else None

    async def _close_answered(self, asked_before: datetime) -> None:
        """Whoever has asked for a person has been rung up by now, and closes the chat."""
        waiting = select(Conversation.id, Conversation.last_message_at).where(
            Conversation.organization_id == self._salon.organization_id,
            Conversation.id.in_(self.ids),
            Conversation.status == WAITING,
            Conversation.last_message_at <= asked_before,
        )
        async with self._salon.core.sessions() as session:
            answered = (await session.execute(waiting)).all()
        for row in answered:
            self._salon.clock.move_to(row.last_message_at + CLOSED_AFTER)
            await end_conversation(self._salon.core, self._log, row.id)

    async def _finds(self, rows: Select[str]) -> bool:
        async with self._salon.core.sessions() as session:
            return await session.scalar(rows.limit(1)) is not None


def talks_of(day: date, salon: PlayedSalon, seed: str) -> list[PlannedTalk]:
    """The conversations of a day in their order. Nobody writes on a Sunday."""
    if day.weekday() == 6:
        return []
    rng = Random(f"{seed} talks {day.isoformat()}")  # noqa: S311 - a plan, not a secret
    minutes = sorted(rng.sample(range(FIRST_HOUR * 60, LAST_HOUR * 60, 7), A_DAY))
    return [
        PlannedTalk(
            f"{KEY} {day.isoformat()} {number}",
            datetime(day.year, day.month, day.day, *divmod(minute, 60), tzinfo=salon.zone),
            scripts.SCRIPTS[(day.toordinal() * A_DAY + number) % len(scripts.SCRIPTS)],
        )
        for number, minute in enumerate(minutes)
    ]


def _midnight_after(day: date, salon: PlayedSalon) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=salon.zone) + timedelta(days=1)
