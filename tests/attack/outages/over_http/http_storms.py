"""Many requests at once, over connections of their own, and what they were told."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import httpx

from booking_core.core import BookingCore
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from tests.attack.booking.rivals import crowd, forged
from tests.attack.figures import Figures
from tests.attack.outages.told import RETURNS, SOON
from tests.guests import guests
from tests.web.api.conftest import Program

CONNECTIONS, AT_ONCE = 64, 16


class Told:
    """What a program was answered in the end: it comes back where it is told that the same may succeed within
    seconds."""

    def __init__(self, figures: Figures) -> None:
        self.by_status: Counter[int] = Counter()
        self.by_code: Counter[str] = Counter()
        self.created: set[bytes] = set()
        self.replayed = self.waited = self.broken = 0
        self._figures = figures

    async def confirms(self, program: Program, hold_id: str, key: str | None = None) -> None:
        key, began = key or new_id("key"), monotonic()
        answer = await self._answered(program, hold_id, key)
        for _ in range(RETURNS):
            if not (wait := seconds_to_wait(answer)):
                break
            self.waited += 1
            await asyncio.sleep(wait)
            answer = await self._answered(program, hold_id, key)
        self._figures.took(monotonic() - began)
        self._heard(answer)

    async def _answered(self, program: Program, hold_id: str, key: str) -> httpx.Response:
        """As any program should: it asks again with the same key when the line breaks, and signs in again
        when its token runs out."""
        try:
            answer = await program.confirms(hold_id, key=key)
        except httpx.TransportError:
            self.broken += 1
            answer = await program.confirms(hold_id, key=key)
        if answer.status_code != 401:
            return answer
        await program.signs_in()
        return await program.confirms(hold_id, key=key)

    def _heard(self, answer: httpx.Response) -> None:
        self.by_status[answer.status_code] += 1
        self.replayed += answer.headers.get("Idempotency-Replayed") == "true"
        if answer.status_code == 201:
            self.created.add(answer.content)
        else:
            self.by_code[answer.json()["code"]] += 1


def seconds_to_wait(answer: httpx.Response) -> int:
    if answer.status_code == 201:
        return 0
    problem: dict[str, Any] = answer.json()
    wait = problem.get("retry_after_s") or 0
    return wait if problem["retryable"] and wait <= SOON else 0


async def run_storm(core: BookingCore, program: Program, confirms: int, slots: int) -> list[str]:
    """Forged holds of one program, as if Redis had given it all of them; on the clock of the server, which
    goes."""
    now = datetime.now(UTC)
    visitors = guests(core, program.salon, confirms)
    for visitor in visitors:
        visitor.actor = Actor("api", program.client_id)
    first = now.replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    return [hold.id for hold in await forged(core, crowd(visitors, slots, first), now)]


async def together(deeds: list[Callable[[], Awaitable[None]]]) -> None:
    """All of them in random order, as many at once as there are connections."""
    waiting = iter(random.sample(deeds, len(deeds)))

    async def one_by_one() -> None:
        for deed in waiting:
            await deed()

    await asyncio.gather(*(one_by_one() for _ in range(CONNECTIONS)))
