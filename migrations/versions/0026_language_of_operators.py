"""People who sign in may choose the language of the console."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("accounts", sa.Column("language", sa.Text()))


def downgrade() -> None:
    op.drop_column("accounts", "language")
