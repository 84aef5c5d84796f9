"""What a service costs at one place or with one person, and the currency of a place."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("locations", sa.Column("currency", sa.Text(), nullable=True))
    op.create_table(
        "service_prices",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("service_id", sa.Text(), sa.ForeignKey("services.id", ondelete="CASCADE"), nullable=False),
        sa.Column("location_id", sa.Text(), sa.ForeignKey("locations.id", ondelete="CASCADE"), nullable=True),
        sa.Column("resource_id", sa.Text(), sa.ForeignKey("resources.id", ondelete="CASCADE"), nullable=True),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Numeric(12, 2), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(location_id, resource_id) > 0", name="service_prices_differ_somehow"
        ),
        sa.CheckConstraint("amount >= 0", name="service_prices_not_negative"),
        sa.CheckConstraint("duration_min > 0", name="service_prices_last_some_time"),
    )
    for column in ("organization_id", "location_id", "resource_id"):
        op.create_index(f"ix_service_prices_{column}", "service_prices", [column])
    op.create_index(
        "service_prices_once",
        "service_prices",
        [
            "service_id",
            sa.text("coalesce(location_id, '')"),
            sa.text("coalesce(resource_id, '')"),
            sa.text("coalesce(duration_min, 0)"),
        ],
        unique=True,
    )
    op.execute(
        "CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON service_prices"
        " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
    )


def downgrade() -> None:
    op.drop_table("service_prices")
    op.drop_column("locations", "currency")
