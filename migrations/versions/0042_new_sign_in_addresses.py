"""A one-time link may change the address that somebody signs in with."""

from alembic import op

revision = "0042"
down_revision = "0041"

NAME, TABLE = "one_time_links_have_a_purpose", "one_time_links"
JOINS = "kind IN ('invitation', 'first_owner') AND organization_id IS NOT NULL AND role IS NOT NULL"
OF_ACCOUNT = "organization_id IS NULL AND account_id IS NOT NULL"


def upgrade() -> None:
    op.drop_constraint(NAME, TABLE, type_="check")
    op.create_check_constraint(
        NAME, TABLE, f"kind IN ('password', 'new_address') AND {OF_ACCOUNT} OR {JOINS}"
    )


def downgrade() -> None:
    op.execute("DELETE FROM one_time_links WHERE kind = 'new_address'")
    op.drop_constraint(NAME, TABLE, type_="check")
    op.create_check_constraint(NAME, TABLE, f"kind = 'password' AND {OF_ACCOUNT} OR {JOINS}")
