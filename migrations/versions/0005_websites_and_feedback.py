"""The websites that may show a chat, further tokens of a conversation, who its customer is, and thumbs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column(
        "organizations",
        sa.Column("websites", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
    )
    op.add_column(
        "organizations",
        sa.Column("identity_key_number", sa.Integer(), server_default="1", nullable=False),
    )
    op.add_column("conversations", sa.Column("identified_as", sa.Text(), nullable=True))
    op.add_column("messages", sa.Column("feedback", sa.Text(), nullable=True))
    op.create_check_constraint("messages_feedback_is_known", "messages", "feedback IN ('up', 'down')")
    op.create_table(
        "conversation_tokens",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "conversation_id",
            sa.Text(),
            sa.ForeignKey("conversations.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False),
    )
    op.create_index("ix_conversation_tokens_conversation_id", "conversation_tokens", ["conversation_id"])
