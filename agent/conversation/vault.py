"""The vault: what customers told of themselves, apart from everything else that is kept about a conversation.

Transcripts, steps, notepads, the live stream and language models get placeholders such as ``[email 1]``; the
values stand here, one row each, and are put back at the doors where people read, and where tools need them.
Deleting the rows erases the customer everywhere.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from agent.conversation.conversation import Conversation
from agent.conversation.fence import IS_OURS
from agent.privacy.known_values import KnownValues
from agent.privacy.personal import BOOKING_CODE, EMAIL, NAME, PHONE
from booking_core.core import BookingCore
from booking_core.storage.database import Base
from booking_core.storage.statements import Statement

T = TypeVar("T")
Ask = Callable[..., Awaitable[Sequence[Any]]]
PLACEHOLDER = re.compile(rf"\[({EMAIL}|{PHONE}|{NAME}|{BOOKING_CODE}) (\d{{1,4}})\]", re.I)
# The beginning of a placeholder at the end of a piece of text that goes on.
BEGUN = re.compile(r"\[[a-z ]{0,13}\d{0,4}$", re.I)
# A single letter would turn up in every word.
SHORTEST_VALUE = 2
# A family's addresses and numbers at once, each as it was written and as it is kept; whoever sends more is
# not making an appointment.
MOST_AT_ONCE, MOST_VALUES = 50, 250
# An e-mail address has at most 254 characters (RFC 5321), a name of ours 200.
LONGEST_VALUE = 320
# What was told in a conversation, in the order it is counted in.
READ_VALUES = Statement(
    "SELECT kind, number, value FROM personal_values WHERE conversation_id = :conversation_id ORDER BY kind, number"
)
# Under the lock that a message takes while it counts; nothing where the number has been given meanwhile, or
# the turn is fenced out.
INSERT_VALUE = Statement(
    "WITH conversation AS (SELECT id FROM conversations"
    f" WHERE id = :conversation_id AND epoch = :epoch AND {IS_OURS} FOR UPDATE)"
    " INSERT INTO personal_values (conversation_id, organization_id, kind, number, value, normal)"
    " SELECT conversation.id, :organization_id, :kind, :number, :value, :normal FROM conversation"
    " ON CONFLICT DO NOTHING RETURNING number"
)
# The same as one value, for statements that ask for more than the vault.
VALUES_COLUMN = (
    "(SELECT json_agg(json_build_array(kind, number, value) ORDER BY kind, number)"
    " FROM personal_values WHERE conversation_id = :conversation_id) AS told"
)
StoredValue = tuple[str, int, str]


class PersonalValue(Base):
    """One thing a customer told, under its placeholder ``[kind number]``. ``normal`` is how it would be kept
    of a customer."""

    __tablename__ = "personal_values"
    __table_args__ = (
        CheckConstraint("number > 0", name="personal_values_are_counted_from_one"),
        Index("personal_values_by_normal", "organization_id", "normal"),
        Index(
            "personal_values_by_words",
            "organization_id",
            "value",
            postgresql_using="gin",
            postgresql_ops={"value": "gin_trgm_ops"},
        ),
    )

    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    value: Mapped[str]
    normal: Mapped[str]


class Vault:
    """The values of one conversation, and the words for them."""

    def __init__(self, conversation_id: str = "", organization_id: str = "") -> None:
        self.conversation_id = conversation_id
        self.organization_id = organization_id
        # Of the attempt that learns, in a turn.
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
        """A vault of what somebody else has read, by ``TOLD`` within a statement of theirs."""
        vault = cls(conversation_id, organization_id)
        for kind, number, value in told or ():
            vault.note(kind, number, value)
        return vault

    @property
    def is_full(self) -> bool:
        """Whether there is more than a customer tells in one message, or in a conversation. What is known is
        concealed all the same."""
        return len(self._new) > MOST_AT_ONCE or (bool(self._new) and len(self._values) > MOST_VALUES)

    def newest(self, kind: str) -> str | None:
        """What was told last of this kind."""
        told = [value for placeholder, value in self._values.items() if placeholder.startswith(f"[{kind} ")]
        return told[-1] if told else None

    async def read(self, core: BookingCore) -> None:
        """What has been told by now."""
        await self._read(core.look_up)

    def add(self, kind: str, value: str, normal: str | None = None) -> None:
        """A new value gets the next number of its kind; known ones keep theirs. ``keep`` makes it last."""
        if len(value) < SHORTEST_VALUE or value in self:
            return
        row = self._row(kind, value, normal or value)
        self.note(kind, row["number"], value)
        self._new.append(row)

    async def keep(self, session: AsyncSession) -> None:
        """Write what is new, within a transaction that has the conversation's row: nobody else counts
        meanwhile."""
        new, self._new = self._new, []
        if new:
            await session.execute(insert(PersonalValue), new)

    async def learn(self, core: BookingCore, kind: str, *values: str | None) -> None:
        """Add values in the middle of a turn, and keep them at once."""
        await self._learn_all(core.ask, kind, *values)

    async def learn_in(self, session: AsyncSession, kind: str, *values: str | None) -> None:
        """The same within a transaction, which has the conversation's row from then on."""

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
                # The conversation is gone, or no longer this turn's: there is nothing left to keep it with.
                break
            row = self._row(kind, value, value)
        self.note(kind, row["number"], value)

    async def _read(self, ask: Ask) -> None:
        for kind, number, value in await ask(READ_VALUES, conversation_id=self.conversation_id):
            self.note(kind, number, value)

    def copy(self) -> "Vault":
        """What is learnt by the one the other does not know."""
        other = Vault(self.conversation_id, self.organization_id)
        other.epoch = self.epoch
        other.adopt(self)
        return other

    def adopt(self, other: "Vault") -> None:
        """Know what a copy has learnt."""
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
        """The text with its placeholders replaced by the values; those of erased values stay."""
        if "[" not in text:
            return text
        return PLACEHOLDER.sub(lambda found: self._values.get(found.group().lower(), found.group()), text)

    def conceal_all(self, thing: T) -> T:
        """The same of every text in something made of dicts, lists and texts."""
        return _map_texts(thing, self.conceal) if self._placeholders else thing

    def reveal_all(self, thing: T) -> T:
        return _map_texts(thing, self.reveal) if self._values else thing

    def partial_value_start(self, text: str, end: int) -> int:
        """Where, before ``end``, something begins that could still become a value when more text follows;
        else ``end``."""
        return self._value_trie().partial_match_start(text, end)

    def _value_trie(self) -> KnownValues:
        if self._trie is None:
            self._trie = KnownValues()
            for value, placeholder in self._placeholders.items():
                self._trie.add(value, placeholder)
        return self._trie

    def note(self, kind: str, number: int, value: str) -> None:
        placeholder = f"[{kind} {number}]"
        self._values[placeholder] = value
        self._placeholders[value] = placeholder
        # Made again when it is next asked for: often nobody does.
        self._trie = None


class StreamRedactor:
    """Conceals a text that comes in pieces: a value or a placeholder is never cut in two."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._waiting = ""

    def feed(self, piece: str) -> str:
        """What may be shown now; the rest waits for the next piece."""
        text = self._waiting + piece
        begun = BEGUN.search(text)
        end = begun.start() if begun else len(text)
        end = self._vault.partial_value_start(text, end)
        self._waiting = text[end:]
        return self._vault.conceal(text[:end])

    def with_vault(self, vault: Vault) -> "StreamRedactor":
        other = StreamRedactor(vault)
        other._waiting = self._waiting
        return other

    def finish(self) -> str:
        """What was still waiting, when nothing follows."""
        waiting, self._waiting = self._waiting, ""
        return self._vault.conceal(waiting)


def placeholders_in(text: str) -> set[str]:
    return {found.group().lower() for found in PLACEHOLDER.finditer(text)}


async def vaults_of(session: AsyncSession, conversations: Iterable[Conversation]) -> dict[str, Vault]:
    """The vaults of several conversations by their ids, for lists."""
    vaults = {one.id: Vault(one.id, one.organization_id) for one in conversations}
    rows = await session.scalars(
        select(PersonalValue).where(PersonalValue.conversation_id.in_(vaults)).order_by(PersonalValue.number)
    )
    for row in rows:
        vaults[row.conversation_id].note(row.kind, row.number, row.value)
    return vaults


def _map_texts(thing: Any, change: Callable[[str], str]) -> Any:
    # Asked of every text in a notepad, twice a turn: texts are changed where they are met, not in a call of
    # their own.
    match thing:
        case str():
            return change(thing)
        case dict():
            return {
                key: change(value)
                if isinstance(value, str)
                else _map_texts(value, change)
                if isinstance(value, dict | list | tuple)
                else value
                for key, value in thing.items()
            }
        case list() | tuple():
            return [change(each) if isinstance(each, str) else _map_texts(each, change) for each in thing]
    return thing
