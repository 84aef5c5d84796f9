"""One open invitation to an address in an organization: of several the newest stays."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.execute(
        "DELETE FROM one_time_links AS older USING one_time_links AS newer"
        " WHERE older.kind = 'invitation' AND older.used_at IS NULL"
        " AND newer.kind = 'invitation' AND newer.used_at IS NULL"
        " AND older.organization_id = newer.organization_id AND older.email = newer.email"
        " AND (older.created_at, older.id) < (newer.created_at, newer.id)"
    )
    op.create_index(
        "one_time_links_invite_once",
        "one_time_links",
        ["organization_id", "email"],
        unique=True,
        postgresql_where=sa.text("kind = 'invitation' AND used_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("one_time_links_invite_once", "one_time_links")
