"""Wraps a provider's model: it reads placeholders for private words, which are put back into its text and
tool calls."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

from msgspec import structs

from agent.llm.briefing import REMEMBERED_CHARACTERS, recent_history
from agent.llm.redaction import Redaction
from agent.llm.unknown_placeholders import BEGUN
from agent.models.protocol import (
    CallRequested,
    Model,
    ModelEvent,
    ModelMessage,
    TextDelta,
    TextTakenBack,
    ToolSpec,
    open_stream,
)
from agent.privacy.business_words import BusinessWords
from agent.privacy.contacts.reading import as_contact
from agent.turn_context import TurnContext

# Characters that are read in a millisecond or two, for which no thread is worth its while.
LONGEST_AT_ONCE = 400


class RedactingModel:
    """A model with the redaction of one turn."""

    def __init__(self, model: Model, context: TurnContext) -> None:
        self.name = model.name
        self._model = model
        self._context = context
        business = BusinessWords.of(context.catalogue)
        self._redaction = Redaction(context.vault, business, context.now.date(), context.locale)
        self._has_read = False

    async def stream(
        self, messages: Sequence[ModelMessage], tools: Sequence[ToolSpec], conversation: Any
    ) -> AsyncIterator[ModelEvent]:
        if not self._has_read:
            await self._read()
        told = [self._redaction.conceal(message) for message in messages]
        text = TextRestorer(self._redaction)
        async with open_stream(self._model.stream(told, tools, conversation)) as stream:
            async for event in stream:
                match event:
                    case TextDelta(piece):
                        if restored := text.feed(piece):
                            yield TextDelta(restored)
                        continue
                    case TextTakenBack():
                        text = TextRestorer(self._redaction)
                    case _:
                        if rest := text.rest():
                            yield TextDelta(rest)
                yield self._with_what_was_said(event)
        if rest := text.rest():
            yield TextDelta(rest)

    async def _read(self) -> None:
        history = self._context.history
        kept = recent_history(history, REMEMBERED_CHARACTERS)
        conversation = [*kept, ModelMessage("user", self._context.said)]
        is_cut = len(kept) < len(history)
        if sum(len(message.content) for message in conversation) <= LONGEST_AT_ONCE:
            self._redaction.read(conversation, is_cut=is_cut)
        else:
            # Nobody else waits for the reading of what is long.
            await asyncio.to_thread(self._redaction.read, conversation, is_cut=is_cut)
        self._has_read = True

    def _with_what_was_said(self, event: ModelEvent) -> ModelEvent:
        if not isinstance(event, CallRequested):
            return event
        arguments = self._redaction.restore_all(self._context.vault.reveal_all(event.call.arguments))
        return CallRequested(structs.replace(event.call, arguments=as_contact(arguments)))


class TextRestorer:
    """Puts words back into a text that comes in pieces, also for placeholders split between two pieces."""

    def __init__(self, redaction: Redaction) -> None:
        self._redaction = redaction
        self._waiting = ""

    def feed(self, piece: str) -> str:
        """The text that can be shown now; a placeholder that has only begun waits."""
        text = self._waiting + piece
        if "[" not in text:
            self._waiting = ""
            return text
        begun = BEGUN.search(text)
        end = begun.start() if begun else len(text)
        self._waiting = text[end:]
        return self._redaction.restore(text[:end])

    def rest(self) -> str:
        """What was held back as a placeholder may have begun there; nothing more comes."""
        waiting, self._waiting = self._waiting, ""
        return self._redaction.restore(waiting)
