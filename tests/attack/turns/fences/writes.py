"""Everything that a turn can write."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from agent.consent.operation import execute_summary
from agent.conversation.fence import Fenced
from agent.models.protocol import ToolCall
from agent.privacy.personal import BOOKING_CODE
from agent.tools.registry import run_tool
from tests.attack.turns.fences.scenes import ADA, Scene

BOOKED = ("a haircut on tuesday at 10am please", f"I am Ada, {ADA}")


async def tool(scene: Scene, name: str, **arguments: Any) -> None:
    ran = await run_tool(scene.writing.context, ToolCall("c", name, arguments))
    pytest.fail(f"{name} was answered: {ran.answered.result}")


async def agrees(scene: Scene) -> None:
    summary = scene.writing.context.state.summary
    assert summary is not None
    async for _ in execute_summary(scene.writing.context, summary):
        pass


async def learns(scene: Scene) -> None:
    await scene.writing.vault.learn(scene.core, BOOKING_CODE, "ABCD-2345")
    raise Fenced


# By what is written: what has been said before, the words of the turn, and the write.
WRITES: dict[str, tuple[tuple[str, ...], str, Callable[[Scene], Awaitable[None]]]] = {
    "book": (BOOKED, "yes", agrees),
    "move": ((*BOOKED, "yes", "I would like to move it", "wednesday at 11"), "yes", agrees),
    "cancel": ((*BOOKED, "yes", "please cancel my appointment"), "yes", agrees),
    "hold": (
        ("a haircut on tuesday morning please",),
        "the first one",
        lambda scene: tool(scene, "hold_time", handle="t1"),
    ),
    "release": (BOOKED[:1], "no", lambda scene: tool(scene, "release_time")),
    "ask for a code": (
        ("please cancel my appointment",),
        f"I am {ADA}",
        lambda scene: tool(scene, "find_my_booking", contact=ADA),
    ),
    "learn": ((), "hello", learns),
    "answer": ((), "hello", lambda scene: scene.writing.finish()),
}
