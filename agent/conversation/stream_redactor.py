"""Redaction of a text that arrives in pieces, as the answer of a model does."""

import re

from agent.conversation.vault import Vault

# A placeholder that has only begun, at the end of a piece.
BEGUN = re.compile(r"\[[a-z ]{0,13}\d{0,4}$", re.I)


class StreamRedactor:
    """Replaces personal values by placeholders, also those that are split between two pieces."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._waiting = ""

    def feed(self, piece: str) -> str:
        """The redacted text that can be shown now; what may be the start of a value waits."""
        text = self._waiting + piece
        begun = BEGUN.search(text)
        end = begun.start() if begun else len(text)
        end = self._vault.partial_value_start(text, end)
        self._waiting = text[end:]
        return self._vault.conceal(text[:end])

    def with_vault(self, vault: Vault) -> "StreamRedactor":
        """A copy at the same point of the text, which redacts with another vault."""
        other = StreamRedactor(vault)
        other._waiting = self._waiting
        return other

    def finish(self) -> str:
        """The redacted rest, at the end of the text."""
        waiting, self._waiting = self._waiting, ""
        return self._vault.conceal(waiting)
