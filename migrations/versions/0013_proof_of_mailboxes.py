"""Which mailbox a code goes to, from where it was asked for, and whose letter has it."""

from alembic import op

from booking_core.storage.schema_changes import build_index, drop_index

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.execute("ALTER TABLE verifications ADD COLUMN IF NOT EXISTS mailbox bytea")
    for name in ("address_hash", "network_hash", "code_of"):
        op.execute(f"ALTER TABLE verifications ADD COLUMN IF NOT EXISTS {name} text")
    build_index("verifications_by_mailbox", "verifications (organization_id, mailbox, created_at)")
    drop_index("verifications_by_target")


def downgrade() -> None:
    build_index("verifications_by_target", "verifications (organization_id, asked_for, created_at)")
    drop_index("verifications_by_mailbox")
    for name in ("mailbox", "address_hash", "network_hash", "code_of"):
        op.drop_column("verifications", name)
