"""An agent that plays a scenario at the MCP door by a script."""

from datetime import datetime, timedelta
from typing import Any

from mcp.client.client import Client

from evaluation.salon.records import suits
from evaluation.salon.stage import SalonStage
from evaluation.scenarios.customer_wishes import Wish
from evaluation.scenarios.goals import chain
from evaluation.scenarios.scenario import Scenario

LOOKS_AHEAD = timedelta(days=60)
PAGE = 100


class ScriptedAgent:
    """Knows what its customer knows, and asks the desk for the rest."""

    def __init__(self, client: Client, stage: SalonStage, scenario: Scenario) -> None:
        self._client = client
        self._stage = stage
        self._customer = scenario.customer
        self._newest: dict[str, Any] = {}

    async def fulfils(self, wish: Wish) -> None:
        if wish.do == "book":
            hold = await self._held(wish, None)
            customer = {"name": self._customer.name} | {
                way: value for way in ("email", "phone") if (value := getattr(self._customer, way))
            }
            self._newest = await self._call(
                "create_booking", hold_id=hold["hold_id"], customer=customer, customer_agreed=True
            )
            return
        proof = self._proof(wish)
        booking = await self._call("find_booking", **proof)
        if wish.do == "cancel":
            await self._call("cancel_booking", **proof, customer_agreed=True)
            return
        hold = await self._held(wish, booking)
        staff = {"staff": "any"} if wish.staff else {}
        self._newest = await self._call(
            "reschedule_booking", **proof, **staff, hold_id=hold["hold_id"], customer_agreed=True
        )

    def _proof(self, wish: Wish) -> dict[str, str]:
        """Code and contact, of what was booked before or of what the agent has just booked."""
        own = next((one for one in self._stage.strangers if wish.which and one.called == wish.which), None)
        if own is not None:
            return {"booking_code": own.code, "contact": own.email or own.phone or ""}
        contact = self._customer.email or self._customer.phone or ""
        return {"booking_code": self._newest["booking_code"], "contact": contact}

    async def _held(self, wish: Wish, moving: dict[str, Any] | None) -> dict[str, Any]:
        services = (await self._call("list_services"))["services"]
        name = wish.service or (moving or {}).get("service_name")
        service = next(one for one in services if one["name"] == name)
        for one in chain(wish):
            slot = await self._slot(one, service, moving)
            if slot is not None:
                again = {"reschedule_of": moving["id"]} if moving else {"party_size": one.people}
                return await self._call("create_hold", slot_id=slot["slot_id"], **again)
        raise LookupError(f"nothing that suits is free for {name}")

    async def _slot(
        self, wish: Wish, service: dict[str, Any], moving: dict[str, Any] | None
    ) -> dict[str, Any] | None:
        """The first free time that suits, page after page."""
        today = self._stage.clock.now().astimezone(self._stage.zone).date()
        asked: dict[str, Any] = {
            "service_id": service["id"],
            "from": f"{min(wish.on, default=today):%F}",
            "to": f"{max(wish.on, default=today + LOOKS_AHEAD):%F}",
            "limit": PAGE,
        }
        if wish.staff:
            able = [one["id"] for one in service["staff"] if one["name"] == wish.staff]
            if not able:
                return None
            asked["staff_id"] = able[0]
        if moving:
            asked["reschedule_of"] = moving["id"]
        if wish.minutes:
            asked["duration_min"] = wish.minutes
        asked["party_size"] = moving["party_size"] if moving else wish.people
        while True:
            found = await self._call("get_availability", **asked)
            for slot in found["items"]:
                if suits(wish, datetime_of(slot["start"], self._stage)):
                    chosen: dict[str, Any] = slot
                    return chosen
            if not found["next_page_token"]:
                return None
            asked["page_token"] = found["next_page_token"]

    async def _call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        result = await self._client.call_tool(tool, arguments)
        if result.is_error:
            raise LookupError(f"{tool}: {result.structured_content}")
        answer: dict[str, Any] = result.structured_content
        return answer


def datetime_of(text: str, stage: SalonStage) -> datetime:

    return datetime.fromisoformat(text).astimezone(stage.zone)
