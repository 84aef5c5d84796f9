"""Versions and archives of what an owner sets up, the revision a hold was won by, and appointments that are
kept although a change touches them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

MOMENT = sa.TIMESTAMP(timezone=True)
ARCHIVED = ("locations", "resources", "services", "booking_questions", "opening_overrides", "time_off")
# Of several for one date the last that was read has been in force; ids tell which that was as well as
# anything.
SECOND_OVERRIDES = """
DELETE FROM opening_overrides AS one USING opening_overrides AS other
WHERE coalesce(other.location_id, other.resource_id) = coalesce(one.location_id, one.resource_id)
  AND other.day = one.day AND other.id > one.id
"""


def upgrade() -> None:
    for table in (*ARCHIVED, "organizations"):
        op.add_column(table, sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    for table in ARCHIVED:
        op.add_column(table, sa.Column("archived_at", MOMENT, nullable=True))
    op.add_column("holds", sa.Column("revision", sa.Integer(), nullable=True))
    op.execute(SECOND_OVERRIDES)
    op.create_index(
        "opening_overrides_once_a_day",
        "opening_overrides",
        [sa.text("coalesce(location_id, resource_id)"), "day"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "kept_appointments",
        sa.Column("appointment_id", sa.Text(), sa.ForeignKey("appointments.id"), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("broken_rules", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("kept_by", sa.Text(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("kept_appointments")
    op.drop_index("opening_overrides_once_a_day", "opening_overrides")
    op.drop_column("holds", "revision")
    for table in ARCHIVED:
        op.drop_column(table, "archived_at")
    for table in (*ARCHIVED, "organizations"):
        op.drop_column(table, "version")
