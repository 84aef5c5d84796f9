"""Each letter of an appointment knows which change of it it tells of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from booking_core.storage.schema_changes import build_index, drop_index

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("appointment_id", sa.Text()))
    op.add_column("outbox", sa.Column("appointment_version", sa.Integer()))
    op.add_column("outbox", sa.Column("change", JSONB()))
    build_index("outbox_of_appointment", "outbox (appointment_id)")


def downgrade() -> None:
    drop_index("outbox_of_appointment")
    op.drop_column("outbox", "change")
    op.drop_column("outbox", "appointment_version")
    op.drop_column("outbox", "appointment_id")
