"""Calendars elsewhere by which people and rooms are busy."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSTZRANGE

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    moment, resource = sa.TIMESTAMP(timezone=True), sa.ForeignKey("resources.id", ondelete="CASCADE")
    op.create_table(
        "external_calendars",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("resource_id", sa.Text(), resource, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sealed_address", sa.LargeBinary(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("checked_at", moment),
        sa.Column("succeeded_at", moment),
        sa.Column("failing_since", moment),
        sa.Column("problem", sa.Text()),
        sa.Column("blocks_until", moment),
        sa.Column("skipped", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("digest", sa.Text()),
        sa.Column("read_at", moment),
        sa.CheckConstraint("kind IN ('ics', 'caldav')", name="external_calendars_kind_is_known"),
    )
    op.create_index("external_calendars_of_organization", "external_calendars", ["organization_id"])
    op.create_index("external_calendars_by_check", "external_calendars", ["checked_at"])
    resource = sa.ForeignKey("resources.id", ondelete="CASCADE")
    op.create_table(
        "busy_times",
        sa.Column(
            "calendar_id",
            sa.Text(),
            sa.ForeignKey("external_calendars.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("object", sa.Text(), primary_key=True),
        sa.Column("during", TSTZRANGE(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("resource_id", sa.Text(), resource, nullable=False),
    )
    op.create_index(
        "busy_times_of_resource", "busy_times", ["resource_id", "during"], postgresql_using="gist"
    )
    op.create_index("busy_times_of_organization", "busy_times", ["organization_id"])


def downgrade() -> None:
    op.drop_table("busy_times")
    op.drop_table("external_calendars")
