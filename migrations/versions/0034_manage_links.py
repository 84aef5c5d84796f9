"""Each appointment has a link with which its customer manages it; the number says which of its links is
good."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.add_column("appointments", sa.Column("link_number", sa.Integer(), server_default="1", nullable=False))
    # Of whoever was erased before there were links.
    op.execute(
        "UPDATE appointments SET link_number = 0 FROM customers"
        " WHERE customers.id = customer_id AND name = '(erased)' AND email IS NULL AND phone IS NULL"
    )


def downgrade() -> None:
    op.drop_column("appointments", "link_number")
