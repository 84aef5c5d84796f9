"""Text messages: who sends those of an organization, which notices are some, and who wants none; and
appointments whose time cannot be kept."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    op.create_table(
        "text_providers",
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("kind IN ('twilio', 'signed')", name="text_providers_kind_is_known"),
    )
    op.execute(
        "CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON text_providers"
        " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
    )
    op.add_column("outbox", sa.Column("channel", sa.Text(), server_default="mail", nullable=False))
    op.add_column("appointments", sa.Column("displaced_at", sa.DateTime(timezone=True)))
    op.add_column("customers", sa.Column("texts_stopped_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("appointments", "displaced_at")
    op.drop_column("customers", "texts_stopped_at")
    op.execute("DELETE FROM outbox WHERE channel <> 'mail'")
    op.drop_column("outbox", "channel")
    op.drop_table("text_providers")
