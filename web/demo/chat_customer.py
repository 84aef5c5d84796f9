"""A customer of the demo who chats: they type, press buttons and fill in forms, read what comes back, and
take their time. Real reception, real turns, no browser."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from agent.conversation.conversation import ASSISTANT, Conversation, Message
from agent.conversation.turn_queue import reserve_conversation
from agent.intake.end import end_conversation
from agent.intake.feedback import Rating, rate_answer
from agent.intake.reception import Reception
from agent.letters.code_letter import write_code_letter
from agent.live_stream.stream import ConversationLog
from agent.turns.turn import TurnRunner
from agent.verification.verification import Verification
from booking_core.errors import Refusal
from web.demo.people import Person
from web.demo.played_salon import PlayedSalon

# Seconds somebody takes to read an answer and to write the next message.
THINKS_S = (6, 45)
# A booking takes fewer steps than this; whoever is still asked then gives up.
MOST_STEPS = 9


class ChatCustomer:
    """One person in one conversation."""

    def __init__(
        self,
        salon: PlayedSalon,
        reception: Reception,
        turns: TurnRunner,
        conversation: Conversation,
        person: Person,
        rng: Random,
    ) -> None:
        self.salon = salon
        self.person = person
        self._reception = reception
        self._turns = turns
        self._rng = rng
        self._said = 0
        self._conversation = conversation

    async def says(self, text: str) -> None:
        await self._send(text=text)

    async def books(self, service: str = "") -> bool:
        """Answer whatever is asked until an answer has a booking card; returns whether one has."""
        for _ in range(MOST_STEPS):
            shown = await self._newest_blocks()
            if any(block["type"] == "booking_card" for block in shown):
                return True
            if not await self._answers_blocks(shown, service):
                return False
        return False

    async def presses(self, kind: str, number: int = 0) -> bool:
        """A button of the newest open block of that kind; returns whether there was one."""
        for block in reversed(await self._open_blocks()):
            found = list(buttons(block)) if block["type"] == kind else []
            if found:
                await self._send(input_id=found[min(number, len(found) - 1)])
                return True
        return False

    async def answers_form(self) -> bool:
        """The form that lies open, if one does."""
        form = next((one for one in await self._open_blocks() if one["type"] == "form"), None)
        if form is not None:
            await self._fill_in(form)
        return form is not None

    async def types_code(self) -> None:
        """The code of the newest letter to them; the letter is written as its job would write it."""
        asked = (
            select(Verification.id)
            .where(Verification.conversation_id == self._id)
            .order_by(Verification.expires_at.desc())
        )
        async with self.salon.core.sessions() as session:
            verification_id = await session.scalar(asked.limit(1))
        if verification_id is not None:
            await write_code_letter(self.salon.core, verification_id)
            await self.says(self._reception.codes.of(verification_id))

    async def rates(self, rating: Rating) -> None:
        """Their newest answer."""
        newest = await self._newest_answer(Message.id)
        await rate_answer(self.salon.core, self._log, self._id, newest, rating)

    async def ends(self) -> None:
        self._think()
        await end_conversation(self.salon.core, self._log, self._id)

    async def _answers_blocks(self, shown: list[dict[str, Any]], service: str) -> bool:
        """One step towards a booking; returns whether there was one to take."""
        for block in reversed(shown):
            match block["type"]:
                case "form":
                    await self._fill_in(block)
                    return True
                case "service_list":
                    named = [one["input_id"] for one in block["services"] if one["name"] == service]
                    await self._send(input_id=(named or list(buttons(block)))[0])
                    return True
                case "slot_picker":
                    await self._send(input_id=self._rng.choice(list(buttons(block))))
                    return True
                case "summary":
                    await self._send(input_id=next(buttons(block)))
                    return True
        return False

    async def _fill_in(self, form: dict[str, Any]) -> None:
        known = {"name": self.person.name, "email": self.person.email, "phone": self.person.phone or ""}
        known["contact"] = self.person.email
        asked = {field["name"] for field in form["fields"]}
        await self._send(
            input_id=form["input_id"], payload={name: known[name] for name in asked & set(known)}
        )

    async def _send(self, **message: Any) -> None:
        self._think()
        self._said += 1
        turn = asyncio.create_task(self._take_turn(message), name="a turn of the demo")
        try:
            await asyncio.shield(turn)
        except asyncio.CancelledError:
            # Nobody else is to answer by the present's clock what was said in the past.
            await asyncio.wait((turn,))
            raise

    async def _take_turn(self, message: dict[str, Any]) -> None:
        await reserve_conversation(self.salon.core, self._id, self._turns.worker_id)
        try:
            await self._reception.receive(self._conversation, f"demo-{self._said}", **message)
        except Refusal:
            return
        await self._turns.take(self._id)

    def _think(self) -> None:
        clock = self.salon.clock
        clock.move_to(clock.now() + timedelta(seconds=self._rng.randint(*THINKS_S)))

    async def _open_blocks(self) -> list[dict[str, Any]]:
        """What the newest answer shows to be used."""
        return [block for block in await self._newest_blocks() if block["state"] == "open"]

    async def _newest_blocks(self) -> list[dict[str, Any]]:
        newest = await self._newest_answer(Message.blocks)
        return list(newest or ())

    async def _newest_answer(self, column: Any) -> Any:
        answers = select(column).where(Message.conversation_id == self._id, Message.role == ASSISTANT)
        async with self.salon.core.sessions() as session:
            return await session.scalar(answers.order_by(Message.position.desc()).limit(1))

    @property
    def _id(self) -> str:
        return self._conversation.id

    @property
    def _log(self) -> ConversationLog:
        return self._reception.log


def buttons(block: dict[str, Any]) -> Iterator[str]:
    """The ids of its buttons, in the order they are shown."""
    for name in ("options", "actions", "services"):
        yield from (one["input_id"] for one in block.get(name, ()))
    for day in block.get("days", ()):
        yield from (time["input_id"] for time in day["times"])
