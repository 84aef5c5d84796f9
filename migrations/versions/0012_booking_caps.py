"""How many appointments may be booked without the front desk: an organization's rules, and what each booking
counts as."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column(
        "organizations", sa.Column("booking_rules", postgresql.JSONB(), server_default="{}", nullable=False)
    )
    op.create_table(
        "booking_counts",
        sa.Column(
            "appointment_id",
            sa.Text(),
            sa.ForeignKey("appointments.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("name", sa.LargeBinary(), primary_key=True),
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.TIMESTAMP(timezone=True), nullable=False),
    )
    op.create_index("booking_counts_by_name", "booking_counts", ["name", "made_at"])
    op.create_index("booking_counts_by_age", "booking_counts", ["made_at"])
    op.add_column(
        "api_clients", sa.Column("bookings_per_day", sa.Integer(), server_default="1000", nullable=True)
    )
    op.alter_column("api_clients", "bookings_per_day", server_default=None)
    op.create_check_constraint("api_clients_may_book", "api_clients", "bookings_per_day > 0")
    op.add_column("conversations", sa.Column("network_hash", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("conversations", "network_hash")
    op.drop_column("api_clients", "bookings_per_day")
    op.drop_table("booking_counts")
    op.drop_column("organizations", "booking_rules")
