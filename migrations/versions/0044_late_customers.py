"""A customer says that they will be late; and why a letter still waits."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    op.add_column("appointments", sa.Column("late_at", sa.DateTime(timezone=True)))
    op.add_column("appointments", sa.Column("late_min", sa.Integer()))
    op.add_column("outbox", sa.Column("waits_because", sa.Text()))


def downgrade() -> None:
    op.drop_column("outbox", "waits_because")
    op.drop_column("appointments", "late_min")
    op.drop_column("appointments", "late_at")
