"""A delivery keeps the beginning of what its receiver answered."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.add_column("webhook_deliveries", sa.Column("answer_text", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("webhook_deliveries", "answer_text")
