"""Customers who agree and stop at the same moment, and what they were told and what is stored."""

import asyncio
from datetime import datetime
from typing import Any

import httpx
from msgspec import Struct
from sqlalchemy import select

from agent.languages.phrases import KEPT_ANYWAY, WHAT_INSTEAD
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.conftest import new_salon

LATEST_PHASE = 0.5
BOOKED = ("a haircut on tuesday at 10am please", "I am Ada, ada@example.com")
UNTIL_THE_SUMMARY = {
    "book": BOOKED,
    "move": (*BOOKED, "yes", "I would like to move it", "wednesday at 11"),
    "cancel": (*BOOKED, "yes", "please cancel my appointment"),
}


class Customer:
    """A page in a conversation of its own."""

    def __init__(self, http: httpx.AsyncClient, salon: DemoSalon, opened: dict[str, Any]) -> None:
        self.http = http
        self.salon = salon
        self.path = f"/chat/v1/conversations/{opened['conversation_id']}"
        self.headers = {"Authorization": f"Bearer {opened['token']}"}
        self.cursor: str = opened["cursor"]

    @classmethod
    async def of(cls, http: httpx.AsyncClient, salon: DemoSalon) -> "Customer":
        visit = {"organization_id": salon.organization_id, "locale": "en-US"}
        answer = await http.post("/chat/v1/conversations", json=visit)
        answer.raise_for_status()
        return cls(http, salon, answer.json())

    async def asks(self, method: str, path: str, **given: Any) -> Any:
        answer = await self.http.request(method, f"{self.path}{path}", headers=self.headers, **given)
        answer.raise_for_status()
        return answer.json()

    async def sends(self, text: str) -> str:
        """The run that is to answer it."""
        sent = await self.asks("POST", "/messages", json={"client_msg_id": new_id("m"), "text": text})
        return str(sent["run_id"])

    async def says(self, text: str) -> str:
        await self.sends(text)
        return str((await self.once_it_is_quiet())["messages"][-1]["text"])

    async def thinks_better_of(self, run_id: str, ending: str) -> None:
        await self.asks("POST", f"/runs/{run_id}/cancel" if ending == "stop" else "/end")

    async def once_it_is_quiet(self) -> dict[str, Any]:
        async with asyncio.timeout(60):
            while (view := await self.asks("GET", ""))["run"] is not None:  # noqa: ASYNC110 - the rows, not the stream
                await asyncio.sleep(0.15)
        found: dict[str, Any] = view
        return found

    async def streamed(self) -> list[dict[str, Any]]:
        """The cards that whoever only listens has seen."""
        cards: list[dict[str, Any]] = []
        while True:
            told = await self.asks("GET", "/events", params={"after": self.cursor, "wait": 0})
            self.cursor = told["cursor"]
            if not told["events"]:
                return cards
            for one in told["events"]:
                if one["event"] == "snapshot":
                    cards = cards_in(one["data"]["conversation"]["messages"])
                elif one["event"] == "message.completed":
                    cards += cards_in([one["data"]["message"]])


class Told(Struct, frozen=True):
    """What became of an appointment, as somebody has it. ``start`` is UTC."""

    status: str
    start: datetime


class Verdict(Struct, frozen=True):
    """Whether the deed was done, and what is false of what was told."""

    stored: bool
    wrong: tuple[str, ...]


def cards_in(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [block for one in messages for block in one["blocks"] if block["type"] == "booking_card"]


def newest(cards: list[dict[str, Any]]) -> Told | None:
    if not cards:
        return None
    # A card says what was done, a row how it stands.
    status = {"rescheduled": "confirmed"}.get(cards[-1]["status"], cards[-1]["status"])
    return Told(status, datetime.fromisoformat(cards[-1]["start"]))


async def read_stored(core: BookingCore, salon: DemoSalon) -> Told | None:
    async with core.sessions() as session, session.begin():
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        found = (await session.scalars(mine)).one_or_none()
    return None if found is None else Told(found.status, found.starts_at)


async def with_summary(core: BookingCore, http: httpx.AsyncClient, deed: str) -> Customer:
    customer = await Customer.of(http, await new_salon(core))
    for text in UNTIL_THE_SUMMARY[deed]:
        await customer.says(text)
    return customer


async def run_race(
    core: BookingCore, http: httpx.AsyncClient, deed: str, ending: str, phase: float
) -> Verdict:
    """One customer who agrees, and thinks better of it ``phase`` seconds later."""
    customer = await with_summary(core, http, deed)
    before = await read_stored(core, customer.salon)
    run_id = await customer.sends("yes")
    await asyncio.sleep(phase)
    await customer.thinks_better_of(run_id, ending)
    return await judge(core, customer, ending, before)


async def judge(core: BookingCore, customer: Customer, ending: str, before: Told | None) -> Verdict:
    salon = customer.salon
    view = await customer.once_it_is_quiet()
    # Whatever the worker was about to do, it has done by now.
    await asyncio.sleep(LATEST_PHASE)
    view = await customer.once_it_is_quiet()
    stored = await read_stored(core, salon)
    wrong = []
    if newest(cards_in(view["messages"])) != stored:
        wrong.append("the transcript")
    if ending == "stop" and newest(await customer.streamed()) != stored:
        wrong.append("the stream")
    if ending == "stop":
        denied = await customer.says("no") in (WHAT_INSTEAD, KEPT_ANYWAY)
        if denied and stored != before:
            wrong.append("what is said of it")
        if await read_stored(core, salon) != stored:
            wrong.append("what a no does")
    return Verdict(stored != before, tuple(wrong))
