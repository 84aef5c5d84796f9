"""How messages reach the reception: together from two tabs, twice from nervous fingers, again after a lost
receipt."""

import asyncio
from collections.abc import Sequence

from agent.conversation.conversation import Conversation, Message
from agent.intake.reception import MessageReceipt, Reception
from booking_core.errors import Refusal
from booking_core.storage.ids import new_id
from evaluation.customer.act import Act
from evaluation.trials.faults import Faults
from evaluation.trials.transcript import Transcript


class Delivery:
    """Of one conversation. ``failures`` are receipts that are not what they were the first time."""

    def __init__(
        self, reception: Reception, conversation: Conversation, faults: Faults, transcript: Transcript
    ) -> None:
        self.failures: list[str] = []
        self._reception = reception
        self._conversation = conversation
        self._mishaps = faults
        self._transcript = transcript

    async def send(self, acts: Sequence[Act]) -> list[MessageReceipt]:
        """The messages arrive together; what the reception refuses (a button that is used up) is no turn."""
        sending = [self._receive(act, each) for act in acts for each in self._ids(act)]
        arrived = [received for received in await asyncio.gather(*sending) if received is not None]
        if self._mishaps.disconnects_every is not None and arrived:
            # The receipt was lost on the way: the page sends the same message again.
            await self._send_again(acts[0], arrived[0])
        return arrived

    def _ids(self, act: Act) -> list[str]:
        """A button pressed twice is two messages; a text sent twice is one, with one id."""
        first = new_id("m")
        if not self._mishaps.twice:
            return [first]
        return [first, new_id("m") if act.input_id else first]

    async def _receive(self, act: Act, client_msg_id: str) -> MessageReceipt | None:
        try:
            return await self._reception.receive(
                self._conversation, client_msg_id, text=act.text, input_id=act.input_id, payload=act.payload
            )
        except Refusal as refusal:
            self._transcript.note("reception", f"refused: {refusal.detail}")
            return None

    async def _send_again(self, act: Act, first: MessageReceipt) -> None:
        async with self._reception.core.sessions() as session:
            message = await session.get_one(Message, first.message_id)
        if await self._receive(act, message.client_msg_id or "") != first:
            self.failures.append("a message sent twice was taken in twice")
