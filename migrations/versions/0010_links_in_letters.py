"""Letters whose link leads back into a conversation."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("conversation_id", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "conversation_id")
