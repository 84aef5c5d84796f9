"""Lengths of a service may have names. A business that has not chosen what it is told of keeps what it was
told so far: only requests."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.add_column("services", sa.Column("duration_names", JSONB(), server_default="{}", nullable=False))
    op.execute(
        'UPDATE organizations SET letters = letters || \'{"business_kinds": ["requested"]}\''
        " WHERE NOT letters ? 'business_kinds'"
    )


def downgrade() -> None:
    op.drop_column("services", "duration_names")
