"""Customers who chat: they type and press buttons, and read what comes back. Real reception, real turns, no
HTTP between."""

from typing import Any

from sqlalchemy import select

from agent.conversation.conversation import Conversation, Message
from agent.conversation.vault import Vault
from agent.guided.receptionist import GuidedModel
from agent.intake.conversation_view import ConversationView
from agent.intake.reception import Reception
from agent.intake.reception import Visitor as Browser
from agent.live_stream.stream import ConversationLog
from agent.models.protocol import Model
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id


class Chatter:
    """One customer in one conversation."""

    def __init__(
        self,
        core: BookingCore,
        salon: DemoSalon,
        *models: Model,
        locale: str = "en-US",
        address: str | None = None,
        time_zone: str | None = None,
    ) -> None:
        log = ConversationLog(core.redis)
        self.locale = locale
        self.core = core
        self.salon = salon
        self.reception = Reception(core, log)
        self.turns = TurnRunner(core, log, models, GuidedModel())
        self.conversation: Conversation | None = None
        self.address = address
        self.time_zone = time_zone
        self.turns_taken = 0

    async def says(self, text: str) -> str:
        """Type a message; the receptionist's answer."""
        return await self._sends(text=text)

    async def presses(self, label: str, *, kind: str | None = None) -> str:
        """Press the newest open button whose label begins so, in a block of that kind if one is named."""
        for block in reversed(await self.open_blocks()):
            for button in buttons(block):
                if button["label"].startswith(label) and kind in (None, block["type"]):
                    return await self._sends(input_id=button["input_id"])
        raise LookupError(f"no button {label!r} among {await self.labels()}")

    async def fills_in(self, **answers: str) -> str:
        form = next(block for block in reversed(await self.open_blocks()) if block["type"] == "form")
        return await self._sends(input_id=form["input_id"], payload=answers)

    async def view(self) -> ConversationView:
        assert self.conversation is not None
        return await self.reception.view(self.conversation.id)

    async def open_blocks(self) -> list[dict[str, Any]]:
        messages = (await self.view()).messages
        return [block for message in messages for block in message.blocks if block["state"] == "open"]

    async def labels(self) -> list[str]:
        return [button["label"] for block in await self.open_blocks() for button in buttons(block)]

    async def sees(self, kind: str) -> dict[str, Any] | None:
        """The newest block of a kind, open or closed."""
        messages = (await self.view()).messages
        blocks = [block for message in messages for block in message.blocks if block["type"] == kind]
        return blocks[-1] if blocks else None

    async def _sends(self, **message: Any) -> str:
        if self.conversation is None:
            self.conversation = (
                await self.reception.open(
                    self.salon.organization_id,
                    Browser(self.locale, self.time_zone, address_hash=self.address),
                )
            ).conversation
        received = await self.reception.receive(self.conversation, new_id("m"), **message)
        assert received.run_id is not None
        await self.turns.take(self.conversation.id)
        self.turns_taken += 1
        return await self._newest_words(self.conversation)

    async def _newest_words(self, conversation: Conversation) -> str:
        """As in the view, without everything else of it: half the work of a test would be views."""
        newest = select(Message.text).where(Message.conversation_id == conversation.id)
        async with self.core.sessions() as session, session.begin():
            text = (await session.scalars(newest.order_by(Message.position.desc()).limit(1))).one()
            vault = await Vault.load(session, conversation) if "[" in text else Vault()
        return vault.reveal(text)


def buttons(block: dict[str, Any]) -> list[dict[str, Any]]:
    """Every button of a block, with the label a customer reads."""
    found = [*block.get("options", ()), *block.get("actions", ())]
    found += [{"label": service["name"], **service} for service in block.get("services", ())]
    found += [{"label": time["start"], **time} for day in block.get("days", ()) for time in day["times"]]
    return found + ([block["more"]] if block.get("more") else [])
