"""A customer before an open summary, to book, to move or to cancel, in any language; and how often something
was done after a message."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from agent.guided.receptionist import GuidedModel
from agent.intake.reception import Visitor as Browser
from agent.live_stream.stream import ConversationLog
from agent.models.scripted import Call, ModelInput, Say, ScriptedModel, Steps
from agent.turns.turn import TurnRunner
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter, buttons

DEEDS = ("book", "move", "cancel")
PATHS = ("guided", "model")
FIRST, SECOND = "2026-11-24 10:00", "2026-11-26 11:00"
# A message that belongs to no language, so that the conversation stays in that of its browser.
WORDLESS = "…"
TABLES = Path(__file__).parent / "consent"


class Row(Struct, frozen=True):
    """A message at an open summary. ``deed`` is what the summary would do, ``any`` for each of them."""

    lang: str
    text: str
    deed: str = "cancel"
    kind: str = "no"

    @property
    def deeds(self) -> tuple[str, ...]:
        return DEEDS if self.deed == "any" else (self.deed,)


def rows(table: str) -> list[Row]:
    lines = (TABLES / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [Row(**json.loads(line)) for line in lines]


class Summarised(Chatter):
    """A customer who has been shown a summary. ``path`` is who answers from then on: the built-in
    receptionist, or a model that looks for whatever was said, keeps the first time it finds and proposes
    that."""

    @classmethod
    async def shown(
        cls, core: BookingCore, salon: DemoSalon, language: str, deed: str, path: str
    ) -> "Summarised":
        eve = cls(core, salon)
        eve.conversation = (await eve.reception.open(salon.organization_id, Browser(language))).conversation
        await eve._follows(find(FIRST), hold, [Call("ask_contact_details")], [Say("For whom?")])
        await eve.fills_in(name="Eve Adams", email="eve@example.com", phone="")
        if deed != "book":
            await eve.agrees()
        if deed == "move":
            begun = [Call("start_move")]
            await eve._follows(begun, find(SECOND), hold, [Call("propose_booking")], [Say("There.")])
        if deed == "cancel":
            await eve._follows([Call("propose_cancel")], [Say("There.")])
        models = (ScriptedModel(forever=obedient(deed)),) if path == "model" else ()
        eve.turns = TurnRunner(core, ConversationLog(core.redis), models, GuidedModel())
        summary = (await eve.view()).state.summary
        assert summary is not None
        assert summary.deed == deed
        return eve

    async def agrees(self) -> str:
        """Press the summary's first button."""
        block = next(one for one in reversed(await self.open_blocks()) if one["type"] == "summary")
        return await self._sends(input_id=buttons(block)[0]["input_id"])

    async def records(self) -> list[tuple[Any, ...]]:
        """Every appointment as it stands."""
        async with self.core.sessions() as session, session.begin():
            mine = select(Appointment).where(Appointment.organization_id == self.salon.organization_id)
            found = await session.scalars(mine.order_by(Appointment.id))
            return [(one.id, one.status, one.version, one.starts_at) for one in found]

    async def _follows(self, *replies: Any) -> None:
        self.turns = TurnRunner(
            self.core, ConversationLog(self.core.redis), (ScriptedModel(*replies),), GuidedModel()
        )
        await self.says(WORDLESS)


def obedient(deed: str) -> Any:
    """Takes every message for a wish, and puts what it finds before the customer."""

    def policy(heard: ModelInput) -> Steps:
        asked = [message for message in heard.messages if message.role in ("user", "tool")]
        text = next(message.content for message in reversed(asked) if message.role == "user")
        results = list(results_of(heard))
        if deed == "cancel":
            return [Say("There.")] if results else [Call("propose_cancel")]
        if not results:
            return find(text)
        if len(results) == 1 and results[0].get("offers"):
            return hold(heard)
        return [Call("propose_booking")] if len(results) == 2 else [Say("There.")]

    return policy


def find(when: str) -> Steps:
    return [Call("find_times", {"service": "Haircut", "when": when})]


def hold(heard: ModelInput) -> Steps:
    """Keep the first time that was found."""
    return [Call("hold_time", {"handle": list(results_of(heard))[-1]["offers"][0]["handle"]})]


def results_of(heard: ModelInput) -> Iterator[dict[str, Any]]:
    """What tools returned since the customer last spoke."""
    last = max(i for i, message in enumerate(heard.messages) if message.role == "user")
    return (json.loads(one.content) for one in heard.messages[last:] if one.role == "tool")
