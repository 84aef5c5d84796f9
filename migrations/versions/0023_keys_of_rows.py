"""Keys by which files and programs know places, people, rooms, services and categories."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

TABLES = ("locations", "resources", "services", "service_categories")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("key", sa.Text(), nullable=True))
        op.create_index(f"{table}_by_key", table, ["organization_id", "key"], unique=True)


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "key")
