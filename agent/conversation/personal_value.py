"""The rows of the vault: personal values that customers have given, and the statements for them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from agent.conversation.fence import IS_OURS
from booking_core.storage.database import Base
from booking_core.storage.statements import Statement

# The values of a conversation, in the order of their numbers.
READ_VALUES = Statement(
    "SELECT kind, number, value FROM personal_values WHERE conversation_id = :conversation_id ORDER BY "
    "kind, number"
)
# Numbers are given under a lock on the conversation's row. No row is returned where the number is taken by
# now, or the turn is fenced.
INSERT_VALUE = Statement(
    "WITH conversation AS (SELECT id FROM conversations"
    f" WHERE id = :conversation_id AND epoch = :epoch AND {IS_OURS} FOR UPDATE)"
    " INSERT INTO personal_values (conversation_id, organization_id, kind, number, value, normal)"
    " SELECT conversation.id, :organization_id, :kind, :number, :value, :normal FROM conversation"
    " ON CONFLICT DO NOTHING RETURNING number"
)
# The same as one JSON column, for statements that read more than the vault.
VALUES_COLUMN = (
    "(SELECT json_agg(json_build_array(kind, number, value) ORDER BY kind, number)"
    " FROM personal_values WHERE conversation_id = :conversation_id) AS told"
)
StoredValue = tuple[str, int, str]


class PersonalValue(Base):
    """One value a customer has given, with the placeholder ``[kind number]``. ``normal`` is the normalised
    value, as the table of customers has it."""

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
