"""Reminders of appointments: how long before, who wants none, and who said that they come."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    op.add_column("services", sa.Column("reminders_min", ARRAY(sa.Integer())))
    op.add_column("customers", sa.Column("reminders_stopped_at", sa.DateTime(timezone=True)))
    op.add_column("appointments", sa.Column("coming_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("appointments", "coming_at")
    op.drop_column("customers", "reminders_stopped_at")
    op.drop_column("services", "reminders_min")
