"""Customers who flood by chat: one conversation for each booking."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import httpx
from msgspec import Struct

from booking_core.maintenance.demo import DemoSalon
from tests.web.chat.conftest import Browser

T = TypeVar("T")
BOOKED, PATIENCE = "booked", 20
# Whose time has just been taken by somebody else takes another one, as anybody does.
TAKEN, TRIES = ("slot_taken", "slot_held"), 8


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
            await _answer(page, text=f"haircut on {next(self.starts)}")
            view = await _patiently(page.shown)
            if _newest(view, "slot_picker") is not None:
                await _presses_a_time(page, view)
            if view["hold"] is not None or (await _patiently(page.shown))["hold"] is not None:
                break
        return await (self._types(page, contact) if self.typed else self._presses(page, contact))

    async def _types(self, page: Browser, contact: dict[str, str]) -> str:
        way = contact["email"] or contact["phone"]
        if await _answer(page, text=f"my name is {contact['name']}, {way}"):
            return "rate_limited"
        await _answer(page, text="yes")
        return await _outcome(page)

    async def _presses(self, page: Browser, contact: dict[str, str]) -> str:
        form = _newest(await _patiently(page.shown), "form")
        if form is None:
            return "no_form"
        if await _answer(page, input_id=form["input_id"], payload=contact):
            return "rate_limited"
        summary = _newest(await _patiently(page.shown), "summary")
        if summary is None:
            return "no_summary"
        await _answer(page, input_id=summary["actions"][0]["input_id"])
        return await _outcome(page)


async def _answer(page: Browser, **message: Any) -> str:
    """Nothing once it is answered; else why it was not taken in."""
    sent = await page.sends(**message)
    if sent.status_code != 202:
        return str(sent.json()["code"])
    await _patiently(lambda: page.until("run.completed"))
    return ""


async def _presses_a_time(page: Browser, view: dict[str, Any]) -> None:
    picker = _newest(view, "slot_picker")
    if picker is not None:
        await _answer(page, input_id=random.choice(random.choice(picker["days"])["times"])["input_id"])


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
