"""A service, and what is held and booked of it, says whether its price is the least it costs."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"

TABLES = ("services", "holds", "appointments")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("price_is_from", sa.Boolean(), nullable=False, server_default="false"))


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_column(table, "price_is_from")
