"""The queue of turns: which customers wait for an answer, and which worker is answering."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "waiting_turns",
        sa.Column(
            "conversation_id",
            sa.Text(),
            sa.ForeignKey("conversations.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("promised", sa.Integer(), server_default="1", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("worker_id", sa.Text(), nullable=True),
        sa.Column("since", sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False),
    )
    op.create_table(
        "turn_workers",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("seen_at", sa.TIMESTAMP(timezone=True), nullable=False),
    )
    op.execute(
        "INSERT INTO waiting_turns (conversation_id)"
        " SELECT DISTINCT conversation_id FROM runs WHERE status IN ('queued', 'running')"
    )
    op.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'take_turn'")


def downgrade() -> None:
    op.drop_table("turn_workers")
    op.drop_table("waiting_turns")
