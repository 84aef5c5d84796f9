"""Webhooks, prices by length, and customers who come to one thing at a time."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column(
        "services",
        sa.Column(
            "price_by_duration",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )
    op.create_check_constraint(
        "services_price_by_duration", "services", "jsonb_typeof(price_by_duration) = 'object'"
    )
    op.add_column(
        "organizations",
        sa.Column("one_appointment_at_a_time", sa.Boolean(), server_default="false", nullable=False),
    )
    op.create_table(
        "webhook_endpoints",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("events", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("secrets", postgresql.ARRAY(sa.LargeBinary()), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("failing_since", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("disabled_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("disabled_because", sa.Text(), nullable=True),
        sa.CheckConstraint("cardinality(secrets) > 0", name="webhook_endpoints_can_sign"),
        sa.CheckConstraint(
            "(disabled_at IS NULL) = (disabled_because IS NULL)", name="webhook_endpoints_say_why_disabled"
        ),
    )
    op.create_index("ix_webhook_endpoints_organization_id", "webhook_endpoints", ["organization_id"])
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column(
            "endpoint_id",
            sa.Text(),
            sa.ForeignKey("webhook_endpoints.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("answer", sa.Integer(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("attempted_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.UniqueConstraint("endpoint_id", "event_id", name="webhooks_tell_each_event_once"),
        sa.CheckConstraint(
            "status IN ('pending', 'delivered', 'given_up')", name="webhook_deliveries_status_is_known"
        ),
    )
    op.create_index("webhook_deliveries_by_age", "webhook_deliveries", ["organization_id", "created_at"])
    # Only what the catalogue knows of an endpoint makes the revision grow; a failure that is noted does not.
    for name, change in (
        ("catalogue_changed", "INSERT OR DELETE"),
        ("catalogue_changed_by_update", "UPDATE OF events, disabled_at"),
    ):
        op.execute(
            f"CREATE TRIGGER {name} AFTER {change} ON webhook_endpoints"
            " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
        )
