"""Which of our appointments stand in which calendar elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    calendar = sa.ForeignKey("external_calendars.id", ondelete="CASCADE")
    appointment = sa.ForeignKey("appointments.id", ondelete="CASCADE")
    op.create_table(
        "calendar_writings",
        sa.Column("calendar_id", sa.Text(), calendar, primary_key=True),
        sa.Column("appointment_id", sa.Text(), appointment, primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("edit", sa.Text()),
        sa.Column("edited_at", sa.TIMESTAMP(timezone=True)),
        sa.CheckConstraint("edit IN ('moved', 'removed')", name="calendar_writings_edit_is_known"),
    )
    op.create_index("calendar_writings_of_appointment", "calendar_writings", ["appointment_id"])
    op.create_index("calendar_writings_of_organization", "calendar_writings", ["organization_id"])


def downgrade() -> None:
    op.drop_table("calendar_writings")
