"""The vault: the personal values of a conversation, stored apart from everything else about it.

Transcripts, steps, state, the live stream and language models get placeholders such as ``[email 1]``. The
values are rows of their own; they are put back where people read, and where tools need them. Deleting the
rows erases the customer everywhere.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import Conversation
from agent.conversation.personal_value import INSERT_VALUE, READ_VALUES, PersonalValue, StoredValue
from agent.privacy.known_values import KnownValues
from agent.privacy.personal import BOOKING_CODE, EMAIL, NAME, PHONE
from booking_core.core import BookingCore
from booking_core.storage.statements import Statement

T = TypeVar("T")
Ask = Callable[..., Awaitable[Sequence[Any]]]
PLACEHOLDER = re.compile(rf"\[({EMAIL}|{PHONE}|{NAME}|{BOOKING_CODE}) (\d{{1,4}})\]", re.I)
# A single letter would be found in every word.
SHORTEST_VALUE = 2
# Values of one message and of one conversation: enough for a family's addresses and numbers, each as written
# and normalised.
MOST_AT_ONCE, MOST_VALUES = 50, 250
# What has texts within.
NESTED = (dict, list, tuple)
# An e-mail address has at most 254 characters (RFC 5321), a name of ours 200.
LONGEST_VALUE = 320


class Vault:
    """The personal values of one conversation and their placeholders."""

    def __init__(self, conversation_id: str = "", organization_id: str = "") -> None:
        self.conversation_id = conversation_id
        self.organization_id = organization_id
        # The epoch of the turn's attempt; a later attempt fences it.
        self.epoch = 0
        self._values: dict[str, str] = {}
        self._placeholders: dict[str, str] = {}
        self._new: list[dict[str, Any]] = []
        self._trie: KnownValues | None = None

    def __contains__(self, value: str) -> bool:
        return value in self._placeholders

    @property
    def placeholders(self) -> set[str]:
        return set(self._values)

    @classmethod
    async def load(cls, session: AsyncSession, conversation: Conversation) -> "Vault":
        rows = (await session.execute(READ_VALUES.text, {"conversation_id": conversation.id})).all()
        return cls.from_rows(conversation.id, conversation.organization_id, [(*row,) for row in rows])

    @classmethod
    def from_rows(
        cls, conversation_id: str, organization_id: str, told: Iterable[StoredValue] | None
    ) -> "Vault":
        """A vault of rows that another statement has read with ``VALUES_COLUMN``."""
        vault = cls(conversation_id, organization_id)
        for kind, number, value in told or ():
            vault.note(kind, number, value)
        return vault

    @property
    def is_full(self) -> bool:
        """Whether one message or the conversation has more values than allowed. All known values are
        concealed nevertheless."""
        return len(self._new) > MOST_AT_ONCE or (bool(self._new) and len(self._values) > MOST_VALUES)

    def newest(self, kind: str) -> str | None:
        """The value of this kind that was given last."""
        given = [value for placeholder, value in self._values.items() if placeholder.startswith(f"[{kind} ")]
        return given[-1] if given else None

    async def read(self, core: BookingCore) -> None:
        """Read the values that other transactions have added."""
        await self._read(core.look_up)

    def add(self, kind: str, value: str, normal: str | None = None) -> None:
        """Give a new value the next number of its kind, in memory; ``keep`` stores it."""
        if len(value) < SHORTEST_VALUE or value in self:
            return
        row = self._row(kind, value, normal or value)
        self.note(kind, row["number"], value)
        self._new.append(row)

    async def keep(self, session: AsyncSession) -> None:
        """Insert the added values. The transaction must have locked the conversation's row, so that numbers
        are given once."""
        new, self._new = self._new, []
        if new:
            await session.execute(insert(PersonalValue), new)

    async def learn(self, core: BookingCore, kind: str, *values: str | None) -> None:
        """Add values within a turn and store them at once, each in a transaction of its own."""
        await self._learn_all(core.ask, kind, *values)

    async def learn_in(self, session: AsyncSession, kind: str, *values: str | None) -> None:
        """The same within a transaction, which locks the conversation's row."""

        async def ask(statement: Statement, **values: Any) -> Sequence[Any]:
            return (await session.execute(statement.text, values)).all()

        await self._learn_all(ask, kind, *values)

    async def _learn_all(self, ask: Ask, kind: str, *values: str | None) -> None:
        for value in values:
            if value and len(value) >= SHORTEST_VALUE and value not in self and self.conversation_id:
                await self._learn(ask, kind, value)

    async def _learn(self, ask: Ask, kind: str, value: str) -> None:
        row = self._row(kind, value, value)
        while not await ask(INSERT_VALUE, **row, epoch=self.epoch):
            counted = len(self._values)
            await self._read(ask)
            if value in self:
                return
            if len(self._values) == counted:
                # The conversation is deleted or the turn is fenced: the value is known to this turn alone.
                break
            row = self._row(kind, value, value)
        self.note(kind, row["number"], value)

    async def _read(self, ask: Ask) -> None:
        for kind, number, value in await ask(READ_VALUES, conversation_id=self.conversation_id):
            self.note(kind, number, value)

    def copy(self) -> "Vault":
        """An independent copy."""
        other = Vault(self.conversation_id, self.organization_id)
        other.epoch = self.epoch
        other.adopt(self)
        return other

    def adopt(self, other: "Vault") -> None:
        """Add the values that a copy has learnt."""
        self._values |= other._values
        self._placeholders |= other._placeholders
        self._trie = None

    def _row(self, kind: str, value: str, normal: str) -> dict[str, Any]:
        number = 1 + sum(placeholder.startswith(f"[{kind} ") for placeholder in self._values)
        return {
            "conversation_id": self.conversation_id,
            "organization_id": self.organization_id,
            "kind": kind,
            "number": number,
            "value": value,
            "normal": normal,
        }

    def conceal(self, text: str) -> str:
        """The text with every known value replaced by its placeholder."""
        return self._value_trie().replace(text) if self._placeholders else text

    def reveal(self, text: str) -> str:
        """The text with placeholders replaced by values; placeholders of erased values stay."""
        if "[" not in text:
            return text
        return PLACEHOLDER.sub(lambda found: self._values.get(found.group().lower(), found.group()), text)

    def conceal_all(self, thing: T) -> T:
        """``conceal`` for every string in nested dicts and lists."""
        if not self._placeholders or not self._value_trie().may_be_in(thing):
            return thing
        concealed: T = map_texts(thing, self._value_trie().replace)
        return concealed

    def reveal_all(self, thing: T) -> T:
        """``reveal`` for every string in nested dicts and lists."""
        return map_texts(thing, self.reveal) if self._values else thing

    def partial_value_start(self, text: str, end: int) -> int:
        """The index before ``end`` from which the text may become a value when more follows; else ``end``."""
        return self._value_trie().partial_match_start(text, end)

    def _value_trie(self) -> KnownValues:
        if self._trie is None:
            self._trie = KnownValues()
            for value, placeholder in self._placeholders.items():
                self._trie.add(value, placeholder)
        return self._trie

    def note(self, kind: str, number: int, value: str) -> None:
        """Add a stored value with its number."""
        placeholder = f"[{kind} {number}]"
        self._values[placeholder] = value
        self._placeholders[value] = placeholder
        # Rebuilt on demand, as many turns never need it.
        self._trie = None


def placeholders_in(text: str) -> set[str]:
    """The placeholders that a text has, in lower case."""
    return {found.group().lower() for found in PLACEHOLDER.finditer(text)}


async def vaults_of(session: AsyncSession, conversations: Iterable[Conversation]) -> dict[str, Vault]:
    """The vaults of several conversations, by the ids of these, in one query."""
    vaults = {one.id: Vault(one.id, one.organization_id) for one in conversations}
    rows = await session.scalars(
        select(PersonalValue).where(PersonalValue.conversation_id.in_(vaults)).order_by(PersonalValue.number)
    )
    for row in rows:
        vaults[row.conversation_id].note(row.kind, row.number, row.value)
    return vaults


def map_texts(thing: Any, change: Callable[[str], str]) -> Any:
    """The same JSON with every text in it changed; keys stay as they are."""
    # Called for every string of the state twice a turn, so strings are changed without a recursive call.
    match thing:
        case str():
            return change(thing)
        case dict():
            return {
                key: change(value)
                if isinstance(value, str)
                else map_texts(value, change)
                if isinstance(value, NESTED)
                else value
                for key, value in thing.items()
            }
        case list() | tuple():
            return [change(each) if isinstance(each, str) else map_texts(each, change) for each in thing]
    return thing
