"""An organization may have a mail server of its own, and its letters settings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.add_column("organizations", sa.Column("letters", JSONB(), server_default="{}", nullable=False))
    op.create_table(
        "mail_servers",
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), primary_key=True),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("tls", sa.Text(), nullable=False),
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("sealed_password", sa.LargeBinary(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.CheckConstraint("tls IN ('tls', 'starttls', 'none')", name="mail_servers_tls_is_known"),
    )
    op.execute(
        "CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON mail_servers"
        " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
    )


def downgrade() -> None:
    op.drop_table("mail_servers")
    op.drop_column("organizations", "letters")
