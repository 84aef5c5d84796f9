"""Customers who flood: each books through one door, from an address, with a contact, as fast as the door
answers."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from itertools import count
from typing import Any, Protocol, TypeVar

import httpx
from mcp.shared.exceptions import MCPError
from msgspec import Struct

from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.web.api.conftest import Program
from tests.web.chat.conftest import Browser
from tests.web.mcp.conftest import Agent

T = TypeVar("T")
BOOKED, PATIENCE = "booked", 20
# Whose time has just been taken by somebody else takes another one, as anybody does.
TAKEN, TRIES = ("slot_taken", "slot_held"), 8
# A name may be spelled in so many ways and still be one mailbox.
SPELLINGS = (
    "eve.mallory@gmail.com",
    "EVE.Mallory@gmail.com",
    "evemallory@gmail.com",
    "e.v.e.mallory+{number}@gmail.com",
    "evemallory+x{number}@googlemail.com",
)


class Door(Protocol):
    async def books(self, contact: dict[str, str]) -> str:
        """``booked``, or the code of what was refused."""
        ...


def one_contact() -> Iterator[dict[str, str]]:
    while True:
        yield {"name": "Eve", "email": "eve@example.com", "phone": ""}


def one_mailbox_in_many_spellings() -> Iterator[dict[str, str]]:
    for number in count():
        email = SPELLINGS[number % len(SPELLINGS)].format(number=number)
        yield {"name": f"Eve {'abcdefgh'[number % 8]}", "email": email, "phone": ""}


def one_number_in_many_spellings() -> Iterator[dict[str, str]]:
    spellings = ("030 5550177", "+49 30 5550177", "0049-30-5550177", "(030) 555 01 77")
    for number in count():
        yield {"name": f"Eve {'abcdefgh'[number % 8]}", "email": "", "phone": spellings[number % 4]}


def many_contacts() -> Iterator[dict[str, str]]:
    while True:
        somebody = new_id("eve").replace("_", "")
        yield {"name": "Eve", "email": f"{somebody}@example.com", "phone": ""}


def from_address(base_url: str, address: str) -> httpx.AsyncClient:
    """Somebody's connections, behind the proxy that the application trusts."""
    return httpx.AsyncClient(base_url=base_url, timeout=60, headers={"X-Forwarded-For": address})


class Chatting(Struct):
    """One conversation for each booking. ``typed`` says who writes everything and presses nothing."""

    http: httpx.AsyncClient
    salon: DemoSalon
    starts: Iterator[str]
    typed: bool = False

    async def books(self, contact: dict[str, str]) -> str:
        response = await self.http.post(
            "/chat/v1/conversations", json={"organization_id": self.salon.organization_id, "locale": "en-US"}
        )
        if response.status_code != 201:
            return str(response.json()["code"])
        page = Browser(self.http, response.json())
        for _ in range(TRIES):
            await _answered(page, text=f"haircut on {next(self.starts)}")
            view = await _patiently(page.shown)
            if _newest(view, "slot_picker") is not None:
                await _presses_a_time(page, view)
            if view["hold"] is not None or (await _patiently(page.shown))["hold"] is not None:
                break
        return await (self._types(page, contact) if self.typed else self._presses(page, contact))

    async def _types(self, page: Browser, contact: dict[str, str]) -> str:
        way = contact["email"] or contact["phone"]
        if await _answered(page, text=f"my name is {contact['name']}, {way}"):
            return "rate_limited"
        await _answered(page, text="yes")
        return await _outcome(page)

    async def _presses(self, page: Browser, contact: dict[str, str]) -> str:
        form = _newest(await _patiently(page.shown), "form")
        if form is None:
            return "no_form"
        if await _answered(page, input_id=form["input_id"], payload=contact):
            return "rate_limited"
        summary = _newest(await _patiently(page.shown), "summary")
        if summary is None:
            return "no_summary"
        await _answered(page, input_id=summary["actions"][0]["input_id"])
        return await _outcome(page)


class Asking(Struct):
    """At the MCP door, with a token or without."""

    agent: Agent
    slots: Iterator[dict[str, Any]]

    async def books(self, contact: dict[str, str]) -> str:
        try:
            for _ in range(TRIES):
                hold = await self._told("create_hold", slot_id=next(self.slots)["slot_id"])
                if hold.get("code") not in TAKEN:
                    break
            if "code" in hold:
                return str(hold["code"])
            customer = {name: value for name, value in contact.items() if value}
            booked = await self._told(
                "create_booking", hold_id=hold["hold_id"], customer=customer, customer_agreed=True
            )
        except MCPError:
            return "rate_limited"
        return str(booked.get("code", BOOKED))

    async def _told(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """The answer, or the problem."""
        answer: dict[str, Any] = (await self.agent.calls(tool, **arguments)).structured_content
        return answer


class Calling(Struct):
    """At the Booking API."""

    program: Program
    slots: Iterator[dict[str, Any]]

    async def books(self, contact: dict[str, str]) -> str:
        slot = {"slot_id": next(self.slots)["slot_id"]}
        hold = await self.program.posts("/hold", slot, key=new_id("key"))
        if hold.status_code != 201:
            return str(hold.json()["code"])
        told = {name: value for name, value in contact.items() if value}
        booked = await self.program.confirms(hold.json()["hold_id"], customer=told)
        return BOOKED if booked.status_code == 201 else str(booked.json()["code"])


Contacts = Callable[[], Iterator[dict[str, str]]]


async def _answered(page: Browser, **message: Any) -> str:
    """Nothing once it is answered; else why it was not taken in."""
    sent = await page.sends(**message)
    if sent.status_code != 202:
        return str(sent.json()["code"])
    await _patiently(lambda: page.until("run.completed"))
    return ""


async def _presses_a_time(page: Browser, view: dict[str, Any]) -> None:
    picker = _newest(view, "slot_picker")
    if picker is not None:
        await _answered(page, input_id=random.choice(random.choice(picker["days"])["times"])["input_id"])


async def _outcome(page: Browser) -> str:
    view = await _patiently(page.shown)
    return BOOKED if _newest(view, "booking_card", None) else view["messages"][-1]["text"][:60]


def _newest(view: dict[str, Any], kind: str, state: str | None = "open") -> dict[str, Any] | None:
    found = [block for message in view["messages"] for block in message["blocks"] if block["type"] == kind]
    found = [block for block in found if state in (None, block["state"])]
    return found[-1] if found else None


async def _patiently(asks: Callable[[], Awaitable[T]]) -> T:
    """The answer, however often a busy server says to come back (503)."""
    for _ in range(PATIENCE):
        try:
            return await asks()
        except httpx.HTTPStatusError as refused:
            if refused.response.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                raise
            await asyncio.sleep(0.3)
    return await asks()
