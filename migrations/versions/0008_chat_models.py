"""An organization's own models, what models used each day, and from which address a conversation was
opened."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "chat_models",
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("base_url", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=True),
        sa.Column("input_price", sa.Numeric(), nullable=True),
        sa.Column("output_price", sa.Numeric(), nullable=True),
    )
    op.execute(
        "CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON chat_models"
        " FOR EACH ROW EXECUTE FUNCTION catalogue_changed()"
    )
    op.create_table(
        "model_usage",
        sa.Column("organization_id", sa.Text(), sa.ForeignKey("organizations.id"), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("model", sa.Text(), primary_key=True),
        sa.Column("calls", sa.BigInteger(), nullable=False),
        sa.Column("input_tokens", sa.BigInteger(), nullable=False),
        sa.Column("output_tokens", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.Numeric(), nullable=False),
    )
    op.add_column(
        "conversations", sa.Column("model_tokens", sa.BigInteger(), server_default="0", nullable=False)
    )
    op.add_column("conversations", sa.Column("address_hash", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("conversations", "address_hash")
    op.drop_column("conversations", "model_tokens")
    op.drop_table("model_usage")
    op.drop_table("chat_models")
