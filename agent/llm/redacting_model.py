"""A provider's model behind a screen: what it reads has placeholders for what is private, what it says and asks for has the words again."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from msgspec import structs

from agent.llm.briefing import REMEMBERED_CHARACTERS, remembered
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
    listening,
)
from agent.privacy.business_words import BusinessWords
from agent.privacy.contacts.reading import as_contact
from agent.turn_context import Talk


class RedactingModel:
    """One turn's view of a model."""

    def __init__(self, model: Model, talk: Talk) -> None:
        self.name = model.name
        self._model = model
        self._talk = talk
        business = BusinessWords.of(talk.catalogue)
        self._redaction = Redaction(talk.vault, business, talk.now.date(), talk.locale)
        kept = remembered(talk.history, REMEMBERED_CHARACTERS)
        self._redaction.read([*kept, ModelMessage("user", talk.text)], is_cut=len(kept) < len(talk.history))

    async def stream(
        self, messages: Sequence[ModelMessage], tools: Sequence[ToolSpec], conversation: Any
    ) -> AsyncIterator[ModelEvent]:
        told = [self._redaction.conceal(message) for message in messages]
        text = TextRestorer(self._redaction)
        async with listening(self._model.stream(told, tools, conversation)) as stream:
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

    def _with_what_was_said(self, event: ModelEvent) -> ModelEvent:
        if not isinstance(event, CallRequested):
            return event
        arguments = self._redaction.restore_all(self._talk.vault.reveal_all(event.call.arguments))
        return CallRequested(structs.replace(event.call, arguments=as_contact(arguments)))


class TextRestorer:
    """Puts words back into a text that comes in pieces: no placeholder is cut in two."""

    def __init__(self, redaction: Redaction) -> None:
        self._redaction = redaction
        self._waiting = ""

    def feed(self, piece: str) -> str:
        """What can be said now; the beginning of a placeholder waits for its end."""
        text = self._waiting + piece
        begun = BEGUN.search(text)
        end = begun.start() if begun else len(text)
        self._waiting = text[end:]
        return self._redaction.restore(text[:end])

    def rest(self) -> str:
        waiting, self._waiting = self._waiting, ""
        return self._redaction.restore(waiting)
