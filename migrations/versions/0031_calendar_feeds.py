"""Secret addresses at which calendar programs read appointments."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    moment = sa.TIMESTAMP(timezone=True)
    op.create_table(
        "calendar_feeds",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False, unique=True),
        sa.Column("resource_id", sa.Text(), sa.ForeignKey("resources.id", ondelete="CASCADE")),
        sa.Column("location_id", sa.Text(), sa.ForeignKey("locations.id", ondelete="CASCADE")),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("shows_names", sa.Boolean(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("digest", sa.Text()),
        sa.Column("changed_at", moment, nullable=False),
        sa.Column("read_at", moment),
        sa.CheckConstraint(
            "(resource_id IS NULL) <> (location_id IS NULL)", name="calendar_feeds_are_of_one_thing"
        ),
    )
    op.create_index("calendar_feeds_of_organization", "calendar_feeds", ["organization_id"])


def downgrade() -> None:
    op.drop_table("calendar_feeds")
