"""A turn as the transcript shows it: what was said, and the runs and steps behind it."""

from datetime import datetime
from typing import Any, NamedTuple

from msgspec import Struct, field

from agent.conversation.vault import Vault
from agent.data_retention.erasure import ERASED
from web.console.rendering.formatting import LocalFormat
from web.console.words.translate import gettext


class Said(Struct, frozen=True):
    """A message as the customer saw it. ``at`` is UTC for machines, ``time`` the organization's clock for
    people."""

    id: str
    role: str
    author: str
    text: str
    blocks: list[Any]
    at: datetime
    time: str
    is_being_written: bool = False


class StepView(Struct, frozen=True):
    id: int
    kind: str
    name: str
    label: str
    ok: bool
    verdict: str
    took: str
    arguments: dict[str, Any]
    result: dict[str, Any]


class RunView(Struct, frozen=True):
    """One try of the receptionist to answer. ``waited`` is from the message to the first work, ``took`` the
    work. ``passed`` are the checks that had nothing against it, ``steps`` everything else."""

    id: str
    status: str
    engine: str
    outcome: str
    input_tokens: int
    output_tokens: int
    waited: str
    took: str
    steps: list[StepView]
    passed: list[StepView]


class TranscriptSource(NamedTuple):
    """What a conversation is read with: the clock on the wall, and what its placeholders stand for."""

    local: LocalFormat
    vault: Vault


class Turn(Struct):
    said: list[Said] = field(default_factory=list)
    runs: list[RunView] = field(default_factory=list)


def words_of(text: str, vault: Vault) -> str:
    """What a message says, with what its placeholders stand for."""
    return gettext("Erased.") if text == ERASED else vault.reveal(text)
