"""The audit log of an organization is read by its times, newest first."""

from booking_core.storage.schema_changes import build_index, drop_index

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    build_index("audit_by_time", "audit (organization_id, at, id)")
    drop_index("audit_by_age")


def downgrade() -> None:
    build_index("audit_by_age", "audit (organization_id, id)")
    drop_index("audit_by_time")
