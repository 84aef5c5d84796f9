"""Public holidays, services by location, booking questions, approval, answers"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("locations", sa.Column("country", sa.Text(), nullable=True))
    op.add_column("locations", sa.Column("subdivision", sa.Text(), nullable=True))
    op.add_column(
        "locations",
        sa.Column("closed_on_public_holidays", sa.Boolean(), server_default="true", nullable=False),
    )
    op.add_column(
        "services", sa.Column("requires_approval", sa.Boolean(), server_default="false", nullable=False)
    )
    op.add_column("customers", sa.Column("time_zone", sa.Text(), nullable=True))
    op.add_column("customers", sa.Column("locale", sa.Text(), nullable=True))
    op.add_column(
        "appointments",
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False),
    )
    op.add_column("holds", sa.Column("staff_id", sa.Text(), sa.ForeignKey("resources.id"), nullable=True))
    # Pages of a list go on after a start and an id.
    op.drop_index("appointments_by_start", "appointments")
    op.create_index("appointments_by_start", "appointments", ["organization_id", "starts_at", "id"])
    op.create_table(
        "service_locations",
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("location_id", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.id"]),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("service_id", "location_id"),
    )
    op.create_index(
        op.f("ix_service_locations_organization_id"), "service_locations", ["organization_id"], unique=False
    )
    op.create_table(
        "booking_questions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("choices", sa.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("required", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("sensitive", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('text', 'choice', 'yes_no')", name="booking_questions_kind_is_known"),
        sa.CheckConstraint(
            "(kind = 'choice') = (cardinality(choices) > 0)", name="booking_questions_choose_among_something"
        ),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.id"]),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("service_id", "key", name="booking_questions_are_asked_once"),
    )
    op.create_index(
        op.f("ix_booking_questions_organization_id"), "booking_questions", ["organization_id"], unique=False
    )
    for table in ("service_locations", "booking_questions"):
        op.execute(
            f"CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
        )
