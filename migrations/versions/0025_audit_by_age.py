"""The audit log of one organization is read newest first."""

from booking_core.storage.schema_changes import build_index, drop_index

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    build_index("audit_by_age", "audit (organization_id, id)")


def downgrade() -> None:
    drop_index("audit_by_age")
