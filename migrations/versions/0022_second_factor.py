"""A second factor: authenticator apps, passkeys, recovery codes, and sign-ins that wait for one of them."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

MOMENT = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.add_column("account_sessions", sa.Column("device", sa.Text(), server_default="", nullable=False))
    op.add_column("account_sessions", sa.Column("passkey_challenge", sa.LargeBinary()))
    op.create_table(
        "authenticators",
        _account(primary_key=True),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("last_step", sa.Integer()),
        sa.Column("wrong_in_a_row", sa.Integer(), nullable=False),
    )
    op.create_table(
        "recovery_codes", _account(primary_key=True), sa.Column("code_hash", sa.Text(), primary_key=True)
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Text(), primary_key=True),
        _account(),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_used_at", MOMENT),
    )
    op.create_table(
        "pending_sign_ins",
        sa.Column("id", sa.Text(), primary_key=True),
        _account(),
        sa.Column("challenge", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
    )
    op.create_index("pending_sign_ins_by_end", "pending_sign_ins", ["expires_at"])
    for table in ("passkeys", "pending_sign_ins"):
        op.create_index(f"ix_{table}_account_id", table, ["account_id"])


def downgrade() -> None:
    for table in ("pending_sign_ins", "passkeys", "recovery_codes", "authenticators"):
        op.drop_table(table)
    op.drop_column("account_sessions", "passkey_challenge")
    op.drop_column("account_sessions", "device")


def _account(**more: bool) -> "sa.Column[str]":
    owner = sa.ForeignKey("accounts.id", ondelete="CASCADE")
    return sa.Column("account_id", sa.Text(), owner, nullable=False, **more)
