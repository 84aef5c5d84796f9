"""Calendars elsewhere belong to whoever connected them, and work for as long as they may see it."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"

# Who connected it is in the audit; where it is not, the first owner answers for it.
FILL = """
    UPDATE external_calendars AS calendar SET account_id = coalesce(
        (
            SELECT entry.actor FROM audit AS entry
            WHERE entry.organization_id = calendar.organization_id AND entry.subject = calendar.id
              AND entry.action = 'calendar.connect'
            ORDER BY entry.id LIMIT 1
        ),
        (
            SELECT owner.account_id FROM memberships AS owner
            WHERE owner.organization_id = calendar.organization_id AND owner.role = 'owner'
            ORDER BY owner.created_at, owner.id LIMIT 1
        ),
        ''
    )
"""
# The one place that says which calendars count: bookings, free times and syncs all ask it.
WORKING = """
    CREATE VIEW working_calendars AS
    SELECT calendar.id, calendar.blocks_until
    FROM external_calendars AS calendar
    JOIN memberships AS theirs
        ON theirs.organization_id = calendar.organization_id AND theirs.account_id = calendar.account_id
    WHERE theirs.role IN ('owner', 'manager') OR theirs.resource_id = calendar.resource_id
"""


def upgrade() -> None:
    op.add_column("external_calendars", sa.Column("account_id", sa.Text()))
    op.execute(FILL)
    op.alter_column("external_calendars", "account_id", nullable=False)
    op.execute(WORKING)


def downgrade() -> None:
    op.execute("DROP VIEW working_calendars")
    op.drop_column("external_calendars", "account_id")
