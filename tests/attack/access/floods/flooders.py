"""Customers who flood: each books through one door, from an address, with a contact, as fast as the door
answers."""

from collections.abc import Iterator
from typing import Any, Protocol

import httpx
from mcp.shared.exceptions import MCPError
from msgspec import Struct

from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.access.floods.chatting import BOOKED, TAKEN, TRIES
from tests.serving import NO_TLS
from tests.web.api.conftest import Program
from tests.web.mcp.conftest import Agent


class Door(Protocol):
    async def books(self, contact: dict[str, str]) -> str:
        """``booked``, or the code of what was refused."""
        ...


def from_address(base_url: str, address: str) -> httpx.AsyncClient:
    """Somebody's connections, behind the proxy that the application trusts."""
    return httpx.AsyncClient(
        verify=NO_TLS, base_url=base_url, timeout=60, headers={"X-Forwarded-For": address}
    )


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


def agent_from(url: str, salon: DemoSalon, address: str) -> Agent:
    agent = Agent(url, salon)
    agent.headers["X-Forwarded-For"] = address
    return agent
