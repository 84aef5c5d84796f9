"""Operators become accounts of people, and what each is in which organization a table of its own; one-time
links, with which they begin and choose passwords."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

# An id keeps its random part behind the prefix of its noun.
MEMBERSHIPS_OF_OPERATORS = """
    INSERT INTO memberships (id, organization_id, account_id, role, created_at)
    SELECT 'mem_' || split_part(id, '_', 2), organization_id, id, role, created_at FROM accounts
"""
# Whoever is something in several organizations can be an operator of one; who is nothing anywhere, of none.
OPERATORS_OF_MEMBERSHIPS = """
    UPDATE accounts SET organization_id = first.organization_id, role = first.role
    FROM (
        SELECT DISTINCT ON (account_id) account_id, organization_id,
               CASE role WHEN 'owner' THEN 'owner' ELSE 'member' END AS role
        FROM memberships ORDER BY account_id, created_at, id
    ) AS first
    WHERE first.account_id = accounts.id
"""


def upgrade() -> None:
    _rename("operators", "accounts")
    op.create_table(
        "memberships",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), nullable=False),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("resource_id", sa.Text(), sa.ForeignKey("resources.id", ondelete="SET NULL")),
        sa.Column("public_name", sa.Text()),
        sa.Column("notification_email", sa.Text()),
        sa.Column("notification_kinds", sa.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.UniqueConstraint("organization_id", "account_id", name="memberships_happen_once"),
        sa.CheckConstraint("role IN ('owner', 'manager', 'member')", name="memberships_role_is_known"),
    )
    op.create_index("ix_memberships_account_id", "memberships", ["account_id"])
    op.execute(MEMBERSHIPS_OF_OPERATORS)
    # The column takes its index and the check of roles with it.
    op.drop_column("accounts", "organization_id")
    op.drop_column("accounts", "role")
    _rename("operator_sessions", "account_sessions")
    op.alter_column("account_sessions", "operator_id", new_column_name="account_id")
    op.execute("ALTER INDEX ix_operator_sessions_operator_id RENAME TO ix_account_sessions_account_id")
    _create_links()
    op.add_column("outbox", sa.Column("one_time_link_id", sa.Text()))


def _create_links() -> None:
    op.create_table(
        "one_time_links",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("token_hash", sa.Text(), nullable=False, unique=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id")),
        sa.Column("role", sa.Text()),
        sa.Column("resource_id", sa.Text(), sa.ForeignKey("resources.id", ondelete="SET NULL")),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id", ondelete="CASCADE")),
        sa.Column("invited_by", sa.Text()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("expires_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("used_at", sa.TIMESTAMP(timezone=True)),
        sa.CheckConstraint(
            "kind = 'password' AND organization_id IS NULL AND account_id IS NOT NULL"
            " OR kind IN ('invitation', 'first_owner') AND organization_id IS NOT NULL AND role IS NOT NULL",
            name="one_time_links_have_a_purpose",
        ),
    )
    op.create_index("one_time_links_by_end", "one_time_links", ["expires_at"])
    for column in ("organization_id", "account_id"):
        op.create_index(f"ix_one_time_links_{column}", "one_time_links", [column])


def downgrade() -> None:
    op.drop_column("outbox", "one_time_link_id")
    op.drop_table("one_time_links")
    op.execute("ALTER INDEX ix_account_sessions_account_id RENAME TO ix_operator_sessions_operator_id")
    op.alter_column("account_sessions", "account_id", new_column_name="operator_id")
    _rename("account_sessions", "operator_sessions")
    op.add_column("accounts", sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id")))
    op.add_column("accounts", sa.Column("role", sa.Text()))
    op.execute(OPERATORS_OF_MEMBERSHIPS)
    op.execute("DELETE FROM accounts WHERE role IS NULL")
    op.drop_table("memberships")
    op.alter_column("accounts", "organization_id", nullable=False)
    op.alter_column("accounts", "role", nullable=False)
    _rename("accounts", "operators")
    op.create_index("ix_operators_organization_id", "operators", ["organization_id"])
    op.create_check_constraint("operators_role_is_known", "operators", "role IN ('owner', 'member')")


def _rename(old: str, new: str) -> None:
    """A table, and the keys that PostgreSQL named after it."""
    op.rename_table(old, new)
    op.execute(f"ALTER TABLE {new} RENAME CONSTRAINT {old}_pkey TO {new}_pkey")
    if "accounts" in (old, new):
        op.execute(f"ALTER TABLE {new} RENAME CONSTRAINT {old}_email_key TO {new}_email_key")
