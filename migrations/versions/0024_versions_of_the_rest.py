"""Versions and archives of categories and of time off that comes again."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

ARCHIVED = ("service_categories", "repeated_time_off")


def upgrade() -> None:
    for table in ARCHIVED:
        op.add_column(table, sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        op.add_column(table, sa.Column("archived_at", sa.TIMESTAMP(timezone=True), nullable=True))


def downgrade() -> None:
    for table in ARCHIVED:
        op.drop_column(table, "archived_at")
        op.drop_column(table, "version")
